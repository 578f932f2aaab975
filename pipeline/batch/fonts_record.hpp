// SPDX-License-Identifier: Apache-2.0
// fonts.lock: which faces this collection was made with. Another machine's other faces are then told, not
// discovered.
#pragma once

#include "batch/collection.hpp"
#include "batch/workshop.hpp"

#include <string>
#include <vector>

namespace hanqing {

/// Compares the faces of all sheets in use with COLLECTION/fonts.lock ("font-changed" and the like, at the
/// file); writes it when it is not there or `accept` is set, and completes it with the faces of a sheet that
/// was not in use before. A folder without hanqing.yaml has none.
std::vector<Finding> keep_fonts_lock(const Collection& collection, Workshop& workshop, bool accept);

}  // namespace hanqing
