// SPDX-License-Identifier: Apache-2.0
// A cell's place says whether a row or a table begins with it.
#include "read/table_walk.hpp"

#include "read/reading.hpp"

namespace hanqing {

const TablePart* table_part_of(cmark_node* node, Extent around, const Prepared& prepared) {
    if (prepared.table_parts.empty() || kind_of(node) != TreeKind::paragraph) return nullptr;
    const Extent extent = extent_of(node, prepared, around);
    const auto number =
        table_part_number(std::string_view(prepared.text)
                              .substr(extent.begin, extent.end - std::min(extent.begin, extent.end)));
    return number && *number < prepared.table_parts.size() ? &prepared.table_parts[*number] : nullptr;
}

void TableWalk::enter(const TablePart& part) {
    if (part.is_end || (last_ != nullptr && last_->table != part.table)) finish();
    if (part.is_end) return;
    BlockWriter& writer = walk_.writer();
    const TextCell& cell = part.cell;
    const bool begins_table = last_ == nullptr;
    const bool begins_row = begins_table || last_->cell.row != cell.row;
    if (!begins_table) close_cell();
    if (!begins_table && begins_row) writer.close();
    if (begins_table) writer.open(BlockKind::table, part.place).columns = part.columns;
    if (begins_row) writer.open(BlockKind::row, part.place).header = cell.header;
    Block& block = writer.open(BlockKind::cell, part.place);
    block.header = cell.header;
    block.column = cell.column;
    block.row_span = cell.row_span;
    block.column_span = cell.column_span;
    block.alignment = cell.alignment;
    block.text.file = walk_.reading().file;
    last_ = &part;
}

void TableWalk::close_cell() {
    walk_.writer().lift_only_paragraph();
    walk_.writer().close();
}

void TableWalk::finish() {
    if (last_ == nullptr) return;
    close_cell();
    walk_.writer().close();
    walk_.writer().close();
    last_ = nullptr;
}

}  // namespace hanqing
