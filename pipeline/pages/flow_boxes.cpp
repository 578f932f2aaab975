// SPDX-License-Identifier: Apache-2.0
// Figures and tables of a flow as strips.
#include "pages/flow_builder.hpp"

#include <algorithm>

namespace hanqing {

void FlowBuilder::add_figure(const FlowBlock& block) {
    const Length measure = made_.width - block.left - block.right;
    made_.figures.push_back(size_figure(matter_, block.index, block.left, measure, area_.depth));
    const FigureBox& box = made_.figures.back();
    made_.sources.back().box = static_cast<std::uint32_t>(made_.figures.size() - 1);
    const Figure& figure = matter_.styled().figures[block.index];
    const std::uint32_t due = due_.all;
    if (figure.caption != none) notes_in(made_, matter_, figure.caption, 0, none, due_);
    Strip& strip = add_strip(0, depth_of(box, matter_));
    if (figure.caption != none) strip.below = matter_.box_of(figure.caption).below;
    // A note whose mark may move to another page cannot be ordered: such a figure stays in its place. So does
    // one without words to be known by, and one that belongs to an item of a list.
    const bool may_move = figure.may_float && figure.caption != none && block.left == Length{};
    strip.floats = may_move && due == due_.all && begin_ == Strip::Begin::anywhere && !with_next_;
}

void FlowBuilder::find_cells(const Table& table) {
    cells_of_row_.assign(table.rows + 1, static_cast<std::uint32_t>(table.cells.size()));
    for (std::size_t i = table.cells.size(); i-- > 0;)
        if (table.cells[i].row < table.rows)
            cells_of_row_[table.cells[i].row] = static_cast<std::uint32_t>(i);
    for (std::size_t r = table.rows; r-- > 0;)
        cells_of_row_[r] = std::min(cells_of_row_[r], cells_of_row_[r + 1]);
}

/// What a page break above a row costs.
std::int32_t FlowBuilder::cost_before(const TableBox& box, std::uint32_t row, bool spanned,
                                      Length page) const {
    const Table& table = matter_.styled().tables[box.table];
    const std::uint32_t above = row - table.header_rows, below = table.rows - row;
    if (above == 0) return cost::with_next;
    std::int32_t cost = spanned ? cost::span_cut : 0;
    if (above == 1 || below == 1) cost = std::max(cost, cost::lonely_row);
    if (above == 2 || below == 2) cost = std::max(cost, cost::few_rows);
    const auto leads = [&](std::uint32_t one) { return one < table.leads.size() && table.leads[one]; };
    if (leads(row - 1)) cost = std::max(cost, cost::label_alone);
    if (above > 1 && leads(row - 2)) cost = std::max(cost, cost::lonely_row);
    if (box.row_tops[table.rows] * 5 <= page * 2) cost += cost::short_table;
    return cost;
}

void FlowBuilder::add_row(const TableBox& box, std::uint32_t row, Length head, std::uint32_t spans_to) {
    const Table& table = matter_.styled().tables[box.table];
    for (std::uint32_t c = cells_of_row_[row]; c < cells_of_row_[row + 1]; ++c)
        for (const std::uint32_t p : table.cells[c].paragraphs) notes_in(made_, matter_, p, 0, none, due_);
    const Length height = box.row_tops[row + 1] - box.row_tops[row];
    const Length page = box.turned ? area_.turned_depth : area_.depth;
    const Length room = page - head - table.look.bottom;
    // Rows split only when taller than a page, then into strips of about a line.
    const Length step = height > room ? galley().pitch : height;
    for (Length from; from < height || from == Length{};) {
        const Length to = height - from < step * 2 && height > room ? height : smaller(height, from + step);
        made_.slices.push_back({row, from, to});
        Strip& strip = add_strip(static_cast<std::uint32_t>(made_.slices.size() - 1), to - from);
        strip.head = head;
        strip.foot = table.look.bottom;
        strip.turned = box.turned;
        if (from == Length{}) strip.penalty = cost_before(box, row, row < spans_to, page);
        from = to;
        if (height == Length{}) break;
    }
}

void FlowBuilder::add_part(const TableBox& box, std::uint32_t box_index) {
    const Table& table = matter_.styled().tables[box.table];
    made_.sources.back().box = box_index;
    const Length head = box.row_tops[table.header_rows];
    const bool captioned = box.first_part && table.caption != none;
    if (captioned) notes_in(made_, matter_, table.caption, 0, none, due_);
    if (box.first_part && table.unit != none) notes_in(made_, matter_, table.unit, 0, none, due_);
    for (std::uint32_t c = cells_of_row_[0]; c < cells_of_row_[table.header_rows]; ++c)
        for (const std::uint32_t p : table.cells[c].paragraphs) notes_in(made_, matter_, p, 0, none, due_);
    Strip& strip = add_strip(whole, (box.first_part ? box.caption : box.continued) + head);
    strip.turned = box.turned;
    std::uint32_t spans_to = 0;  // rows before this one hang together with those above
    for (std::uint32_t row = table.header_rows; row < table.rows; ++row) {
        add_row(box, row, box.continued + head, spans_to);
        for (std::uint32_t c = cells_of_row_[row]; c < cells_of_row_[row + 1]; ++c)
            spans_to = std::max(spans_to, row + table.cells[c].row_span);
    }
}

/// A heading lies with the table that follows it, rather than alone on an upright page.
void FlowBuilder::turn_headings() {
    for (std::size_t p = galley().passages.size() - 1; p-- > 0;) {
        const FlowBlock& block = sequence_.flow[made_.sources[p].block];
        if (!block.keep_with_next || block.heading_level == 0) break;
        for (std::uint32_t s = galley().passages[p].begin; s < galley().passages[p].next; ++s)
            galley().strips[s].turned = true;
    }
}

void FlowBuilder::add_table(const FlowBlock& block) {
    const Length measure = made_.width - block.left - block.right;
    std::vector<TableBox> parts = size_table(matter_, block.index, block.left, measure, area_);
    find_cells(matter_.styled().tables[block.index]);
    const std::uint32_t flow_index = made_.sources.back().block;
    if (parts.front().turned) turn_headings();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            close_passage(block, false);
            with_next_ = false;
            open_passage(flow_index);
        }
        made_.tables.push_back(std::move(parts[i]));
        add_part(made_.tables.back(), static_cast<std::uint32_t>(made_.tables.size() - 1));
    }
}

}  // namespace hanqing
