// SPDX-License-Identifier: Apache-2.0
// How a table comes to fit its page: upright, in smaller type, lying, or split by columns.
#pragma once

#include "pages/composition.hpp"
#include "pages/table_measure.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

using Columns = std::vector<std::uint32_t>;

/// How small a table's type and padding get.
struct Shrinking {
    std::int64_t permille = 1000;  ///< Of the type size; 0: too wide even so.
    Length padding;
};

/// How a table comes to fit its page.
struct TablePlan {
    bool turned = false;
    Shrinking type;
    std::vector<Columns> parts;
};

TablePlan table_plan(const Table& table, const TableWant& want, Length measure, const TypeArea& area);

Columns all_columns(const Table& table);
/// What is left of a measure for the text of so many columns.
Length room_for(const Table& table, std::size_t columns, Length measure);
Length least_of(const TableWant& want, const Columns& columns);

}  // namespace hanqing
