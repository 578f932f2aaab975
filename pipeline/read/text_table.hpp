// SPDX-License-Identifier: Apache-2.0
// Tables drawn in text, as pandoc reads and writes them: grids of `+---+` and columns under rules of dashes,
// their rows one line each or parted by blank lines. For .cpp files of this folder.
#pragma once

#include "read/document.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hanqing {

/// Bytes of the source, within one line.
struct TextSlice {
    std::size_t begin = 0, end = 0;
};

struct TextCell {
    std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
    std::uint32_t width = 0;  ///< Columns of the screen that a line of it may take.
    bool header = false;
    bool holds_blocks = false;  ///< Its lines may make lists and paragraphs.
    Alignment alignment = Alignment::none;
    std::vector<TextSlice> lines;  ///< Without the blanks around them that belong to the drawing.
};

struct TextTable {
    std::size_t begin = 0, end = 0;  ///< From its first line to the line after it.
    std::uint32_t columns = 0, rows = 0;
    std::vector<TextCell> cells;  ///< By row and column.
};

/// All of a text from `begin` on, in order; those inside of fenced code are left out, and the cells of those
/// with more than `columns_max` columns.
std::vector<TextTable> text_tables(std::string_view text, std::size_t begin, std::uint32_t columns_max);

}  // namespace hanqing
