// SPDX-License-Identifier: Apache-2.0
// The rules and grounds of a table's rows on one page.
#pragma once

#include "pages/composition.hpp"
#include "pages/setter.hpp"

#include <vector>

namespace hanqing {

/// A row, or part of one, on a page.
struct SeenRow {
    std::uint32_t row = 0;
    Length from, to;        ///< Depths in the row.
    Length y;               ///< Of `from`.
    bool repeated = false;  ///< A head row shown again.
    [[nodiscard]] Length bottom() const { return y + to - from; }
};

/// Fills of head rows and stripes; before the text.
void set_grounds(Setter& setter, const Table& table, const TableBox& box, const std::vector<SeenRow>& rows,
                 std::uint32_t page, Length origin);
/// Every piece opens with the top rule and closes with the bottom rule (T5); inner rules keep out of spanning
/// cells.
void set_rules(Setter& setter, const Table& table, const TableBox& box, const std::vector<SeenRow>& rows,
               std::uint32_t page, Length origin);

}  // namespace hanqing
