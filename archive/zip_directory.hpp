// SPDX-License-Identifier: Apache-2.0
// A ZIP says everything twice: its directory and the headers before the contents must say the same.
#pragma once

#include "base/notes.hpp"

#include <string>

namespace hanqing {

/// Compares every entry of the directory with its local header (name, method, sizes) and refuses entries that
/// share bytes: "zip-directory" {name, what}. Says nothing about a file in which no directory is found: its
/// reader does.
void check_zip_directory(const std::string& path, Notes& findings);

}  // namespace hanqing
