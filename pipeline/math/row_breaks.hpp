// SPDX-License-Identifier: Apache-2.0
// Where a displayed formula that is wider than the measure is broken.
#pragma once

#include "math/formula_setter.hpp"

#include <vector>

namespace hanqing {

/// Atoms of a list that stand in one row.
struct RowAtoms {
    std::size_t begin = 0, end = 0;
    bool at_relation = false;  ///< It begins with a relation.
};

/// Rows as full as they go that begin with relations, or with binary signs where a relation would leave the
/// row half empty. One that cannot be broken is wider than its room.
std::vector<RowAtoms> break_rows(const FormulaSetter& setter, const MathList& list, Length first_room,
                                 Length room);

/// An alignment (pairs of two columns) whose wide right cells are broken into rows; tags and gaps stay with
/// the last row of each.
MathNode with_broken_cells(const FormulaSetter& setter, const MathNode& array, Length room);

}  // namespace hanqing
