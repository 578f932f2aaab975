// SPDX-License-Identifier: Apache-2.0
// A line on the character grid (P3, P4, J7): Han and marks in cells of one em, Latin in whole cells.
#pragma once

#include "lines/fit.hpp"

namespace hanqing {

/// What a line on the grid needs to know beside its cells.
struct GridRoom {
    std::int64_t width = 0, em = 0, gap = 0;  ///< `gap`: 0 lets Latin stand tight beside Han.
    bool last = false, hanging = false;
    Tolerance tolerance = Tolerance::any;
};

/// Cells [begin, end) on the grid. `edges`, when given, gets the left edge of each cell's body.
Fit fit_on_grid(const Cells& cells, std::size_t begin, std::size_t end, const GridRoom& room,
                std::vector<std::int64_t>* edges);

}  // namespace hanqing
