// SPDX-License-Identifier: Apache-2.0
// What the cells of a table want, and the widths its columns get.
#pragma once

#include "pages/matter.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

/// What a cell's text wants, without padding.
struct CellWant {
    Length least, natural;
    Length total;              ///< Of all its lines and paragraphs, one after the other.
    Length indent;             ///< Typed before its text.
    std::uint32_t pieces = 0;  ///< Lines that it has however wide it is.
    Length integer{
        -1};  ///< Width before the decimal point, for a number in a column of numbers; else negative.
};

struct ColumnWant {
    Length least, natural;
    Length integer, fraction;  ///< Widest before and from the decimal point on.
    Length after;              ///< Kept free behind numbers, when words begin right there; in `least`.
    bool numeric = false;
    std::uint16_t percent = 0;
};

struct TableWant {
    std::vector<CellWant> cells;  ///< As Table::cells.
    std::vector<ColumnWant> columns;
    Length em;  ///< Of the body cells.
};
TableWant want_of(Matter& matter, const Table& table);

/// Content widths of the columns listed, inside `room` (paddings taken off); never wider in sum.
/// `room` holds the least widths, or every column is squeezed alike.
std::vector<Length> column_widths(const Table& table, const TableWant& want,
                                  const std::vector<std::uint32_t>& columns, Length room);

/// The cells' text set again in smaller type.
void shrink_table(Matter& matter, const Table& table, std::int64_t permille);

}  // namespace hanqing
