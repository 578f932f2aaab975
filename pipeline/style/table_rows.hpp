// SPDX-License-Identifier: Apache-2.0
// What the rows of a table are besides rows of entries: notes, labels of groups, heads within the body. For
// .cpp files of this folder.
#pragma once

#include "read/document.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hanqing {

enum class RowKind : std::uint8_t {
    entries,
    note,   ///< 注：…, or a text longer than the row: words on the whole table.
    label,  ///< Its first cell alone says something, of the rows below it.
    head,   ///< Words over the rows of numbers below.
};
struct RowShape {
    RowKind kind = RowKind::entries;
    /// Its first cell goes across the others, which are empty.
    bool across = false;
};

/// Of each row of a table, in order; `half_ems` fit its measure.
std::vector<RowShape> row_shapes(const Document& document, std::uint32_t table, std::size_t half_ems);

/// Columns that a cell of the head's upper row covers with the empty cells behind it; 0: as it says.
std::uint32_t head_cover(const Document& document, std::uint32_t row, std::uint32_t cell);

}  // namespace hanqing
