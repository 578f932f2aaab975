// SPDX-License-Identifier: Apache-2.0
// PAR2 beside a container, by the par2 program: mends rot in one copy.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hanqing {

/// Writes "x.tar.par2" and its volumes; returns their names. Failure "repair-program" {reason} when par2 is
/// not there.
std::vector<std::string> write_repair_data(const std::string& folder, const std::string& container,
                                           std::uint32_t percent);
bool has_repair_data(const std::string& folder, const std::string& container);
/// Asks par2 whether the container is whole or can be mended with what lies beside it.
bool can_repair(const std::string& folder, const std::string& container);

}  // namespace hanqing
