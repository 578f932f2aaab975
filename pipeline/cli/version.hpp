// SPDX-License-Identifier: Apache-2.0
// What `--version` says.
#pragma once

#include "cli/tongue.hpp"

#include <string>

namespace hanqing {

/// Name, version, digest of the program, and the libraries it was built with.
std::string version_text(Tongue tongue);

}  // namespace hanqing
