// SPDX-License-Identifier: Apache-2.0
// The part of a table that stands on one page -> text, rules and grounds.
#pragma once

#include "pages/composition.hpp"
#include "pages/setter.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

/// Slices of consecutive rows on a page, from `top` down. `begins`: with the table's caption and head; else
/// with the caption of a continuation and the head again, as artifacts.
struct TablePiece {
    std::uint32_t box = 0;  ///< Into Composition::tables.
    bool begins = false;
    std::uint32_t slice_begin = 0, slice_end = 0;  ///< Into Composition::slices.
    Length top;                                    ///< y of the caption's or the head's upper edge.
    std::uint32_t page = 0;
    Length origin;  ///< x of the type area.
};
void set_table(Setter& setter, Matter& matter, const Composition& composition, const TablePiece& piece);

}  // namespace hanqing
