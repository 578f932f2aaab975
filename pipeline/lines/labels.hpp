// SPDX-License-Identifier: Apache-2.0
// The numbers of articles and items at the beginning of a paragraph.
#pragma once

#include "lines/cells.hpp"

#include <vector>

namespace hanqing {

/// Fixes the width of a number that begins the paragraph. Requires: the paragraph's first cells.
void set_labels(std::vector<Cell>& cells);

}  // namespace hanqing
