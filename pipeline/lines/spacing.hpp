// SPDX-License-Identifier: Apache-2.0
// What stands between two cells: blanks of marks by pair, Han–Latin gaps, word spaces, and how far each gives
// way.
#pragma once

#include "lines/cells.hpp"

namespace hanqing {

/// Fills `cells.gaps`, one per cell.
void set_gaps(const Setting& setting, Cells& cells);

/// M3, M7: blank left between two adjacent marks, of what their shapes bring.
std::int32_t pair_blank(const Cell& left, const Cell& right, std::uint8_t adjacent_percent);

}  // namespace hanqing
