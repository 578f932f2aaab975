// SPDX-License-Identifier: Apache-2.0
// The fonts of a year -> files that a bag of fonts keeps, as far as their licences allow.
#pragma once

#include "archive/bag.hpp"
#include "base/notes.hpp"
#include "batch/outcome.hpp"
#include "batch/workshop.hpp"

#include <set>
#include <string>
#include <vector>

namespace hanqing {

/// Every file with a face that the sheets of these names may reach. One whose licence is not known to allow
/// handing it on is left out with a remark "font-not-kept" {name}.
std::vector<FontFile> font_files(const std::set<std::string>& sheets, Workshop& workshop, Notes& notes);

}  // namespace hanqing
