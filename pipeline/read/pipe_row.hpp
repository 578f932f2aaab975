// SPDX-License-Identifier: Apache-2.0
// Rows of pipe tables counted before the parser sees them: it drops the cells beyond the head's, and takes
// quadratic time for very wide rows (spec: GFM 0.29, 4.10).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hanqing {

/// Columns of a delimiter row (`| :-- | --: |`), 0 when the text is none.
std::uint32_t delimiter_columns(std::string_view row);

struct RowCells {
    std::uint32_t count = 0;
    std::size_t excess = 0;       ///< Offset of the pipe that begins the first cell too many; npos: none.
    bool excess_is_empty = true;  ///< Nothing but blanks and pipes follows it.
};
/// Cells of a row, of which `columns` are wanted. Escaped pipes do not count, nor those inside of code when
/// it is taken whole, which the parser never does.
RowCells cells_of_row(std::string_view row, std::uint32_t columns, bool code_is_whole = false);

}  // namespace hanqing
