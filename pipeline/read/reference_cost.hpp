// SPDX-License-Identifier: Apache-2.0
// Link definitions and their uses -> bytes that the parser would copy: it copies the address at every use.
#pragma once

#include <cstdint>
#include <string_view>

namespace hanqing {

/// Whether the definitions' lengths times their uses stay within `limit`. A quick bound decides nearly
/// always.
bool references_within(std::string_view text, std::uint64_t limit);

}  // namespace hanqing
