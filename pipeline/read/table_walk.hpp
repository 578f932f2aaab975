// SPDX-License-Identifier: Apache-2.0
// The marks of drawn tables among the blocks (table_parts.hpp) -> tables, rows and cells. For .cpp files of
// this folder.
#pragma once

#include "read/blocks.hpp"
#include "read/table_parts.hpp"

namespace hanqing {

/// The part of a table that this block marks; nothing for other blocks.
const TablePart* table_part_of(cmark_node* node, Extent around, const Prepared& prepared);

/// Opens and closes the blocks of tables while their neighbours are walked.
class TableWalk {
public:
    explicit TableWalk(BlockWalk& walk) : walk_(walk) {}

    /// Begins what the mark stands for.
    void enter(const TablePart& part);
    /// Closes the table that is open.
    void finish();

private:
    void close_cell();

    BlockWalk& walk_;
    const TablePart* last_ = nullptr;  ///< The cell that is open.
};

}  // namespace hanqing
