// SPDX-License-Identifier: Apache-2.0
// A table -> one or more TableBoxes, as its plan says; then its rows' heights.
#include "pages/composition.hpp"
#include "pages/table_plan.hpp"

#include <algorithm>

namespace hanqing {
namespace {

void tell(Matter& matter, const Table& table, const TablePlan& plan, const TableWant& want) {
    const auto tenths =
        (want.em.raw * plan.type.permille / 1000 * 10 + units_per_point / 2) / units_per_point;
    const std::string size = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    if (plan.type.permille < 1000) matter.notes().remark(table.place, "table-shrunk", {size});
    if (plan.turned) matter.notes().remark(table.place, "table-turned");
    if (plan.parts.size() > 1)
        matter.notes().remark(table.place, "table-split", {std::to_string(plan.parts.size())});
}

/// Words are whole in a table, unless that makes it too wide for its measure: then they may be divided where
/// the sheet lets them.
TableWant want_with_whole_words(Matter& matter, const Table& table, Length measure) {
    std::vector<std::uint32_t> divided;  // paragraphs
    for (const TableCell& cell : table.cells)
        for (const std::uint32_t p : cell.paragraphs)
            if (matter.style_of(p).hyphenate) divided.push_back(p);
    const auto set_hyphens = [&](bool hyphenate) {
        for (const std::uint32_t p : divided) {
            ParagraphStyle style = matter.style_of(p);
            style.hyphenate = hyphenate;
            matter.styled().paragraphs[p].style = matter.paragraph_style(style);
        }
    };
    set_hyphens(false);
    TableWant want = want_of(matter, table);
    const Columns all = all_columns(table);
    if (divided.empty() || least_of(want, all) <= room_for(table, all.size(), measure)) return want;
    set_hyphens(true);
    return want_of(matter, table);
}

/// Edges of the box's columns, and where numbers have their point.
void set_columns(TableBox& box, const Table& table, const TableWant& want, const std::vector<Length>& widths,
                 Length x) {
    box.edges = {x};
    for (std::size_t i = 0; i < box.columns.size(); ++i) {
        const ColumnWant& column = want.columns[box.columns[i]];
        const Length spare = widths[i] - column.integer - column.fraction;
        bool centred = false, left = false;
        for (const TableCell& cell : table.cells) {
            if (cell.column != box.columns[i]) continue;
            // A head in the middle says that nobody asked for flush numbers: they stand in the middle too.
            if (cell.header)
                centred = cell.align == Align::centre;
            else
                left = cell.align == Align::left;
            if (!cell.header) break;
        }
        const Length flush = larger(spare - column.after, Length{});
        const Length before = left ? Length{} : centred ? smaller(spare / 2, flush) : flush;
        box.points.push_back(table.look.padding_x + before + column.integer);
        box.edges.push_back(box.edges.back() + widths[i] + table.look.padding_x * 2);
    }
}

/// Text of a word wider than its cell is broken anywhere: nothing may run into the next column.
void break_cell(Matter& matter, std::uint32_t paragraph, Length measure, Length least) {
    if (least > measure + tolerance && !matter.style_of(paragraph).wrap_anywhere) {
        ParagraphStyle style = matter.style_of(paragraph);
        style.wrap_anywhere = true;
        matter.styled().paragraphs[paragraph].style = matter.paragraph_style(style);
    }
    matter.break_to(paragraph, measure);
}

/// A picture gets no wider than its cell and no taller than half a page.
void fit_picture(Matter& matter, std::uint32_t paragraph, Length measure, Length depth) {
    const InlineObject& picture = matter.paragraph(paragraph).objects[0];
    Length width = smaller(picture.width, measure),
           height = scaled(picture.height, width.raw, picture.width.raw);
    if (height > depth) {
        width = larger(scaled(width, depth.raw, height.raw), Length{1});
        height = depth;
    }
    if (width == picture.width) return;
    Paragraph fitted = matter.paragraph(paragraph);
    fitted.objects[0].width = width;
    fitted.objects[0].height = larger(height, Length{1});
    matter.replace(paragraph, std::move(fitted));
}

Length cell_depth(Matter& matter, const TableBox& box, const Table& table, const TableCell& cell,
                  Length least, Length page) {
    const Length measure = cell_measure(box, table, cell);
    Length depth;
    for (const std::uint32_t p : cell.paragraphs) {
        if (is_lone_picture(matter.paragraph(p))) fit_picture(matter, p, measure, page / 2);
        break_cell(matter, p, measure, least);
        depth += depth_of_lines(matter, p);
    }
    return depth;
}

/// Heights of the rows: the tallest cell of each; what a spanning cell still lacks goes to its last row.
void set_rows(Matter& matter, TableBox& box, const Table& table, const TableWant& want, Length page) {
    std::vector<Length> heights(table.rows, scaled(want.em, 3, 2));
    std::vector<std::pair<std::size_t, Length>> spanning;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TableCell& cell = table.cells[i];
        if (cell.row >= table.rows || !stands_in(box, cell)) continue;
        const Length depth = cell_depth(matter, box, table, cell, want.cells[i].least, page);
        if (cell.row_span > 1) {
            spanning.emplace_back(i, depth);
            box.spanning.push_back(static_cast<std::uint32_t>(i));
        } else {
            heights[cell.row] = larger(heights[cell.row], depth);
        }
    }
    for (Length& height : heights) height += table.look.padding_y * 2;
    for (const auto& [i, depth] : spanning) {
        const TableCell& cell = table.cells[i];
        const std::uint32_t end = std::min(cell.row + cell.row_span, table.rows);
        Length have;
        for (std::uint32_t r = cell.row; r < end; ++r) have += heights[r];
        const Length need = depth + table.look.padding_y * 2;
        if (need > have) heights[end - 1] += need - have;
    }
    for (const Length height : heights) box.row_tops.push_back(box.row_tops.back() + height);
}

Length caption_depth(Matter& matter, std::uint32_t caption, Length measure) {
    if (caption == none) return {};
    matter.break_to(caption, measure);
    return depth_of_lines(matter, caption) + matter.box_of(caption).size / 4;
}

Length aligned(Align align, Length left, Length spare) {
    if (align == Align::left) return left;
    return align == Align::right ? left + spare : left + spare / 2;
}

}  // namespace

bool stands_in(const TableBox& box, const TableCell& cell) {
    return std::any_of(box.columns.begin(), box.columns.end(), [&](std::uint32_t c) {
        return c >= cell.column && c < cell.column + cell.column_span;
    });
}

CellEdges edges_of(const TableBox& box, const TableCell& cell) {
    CellEdges edges;
    bool first = true;
    for (std::size_t i = 0; i < box.columns.size(); ++i) {
        if (box.columns[i] < cell.column || box.columns[i] >= cell.column + cell.column_span) continue;
        if (first) edges.left = box.edges[i];
        first = false;
        edges.right = box.edges[i + 1];
    }
    return edges;
}

Length cell_measure(const TableBox& box, const Table& table, const TableCell& cell) {
    const CellEdges edges = edges_of(box, cell);
    return larger(edges.right - edges.left - table.look.padding_x * 2, points(1));
}

std::vector<TableBox> size_table(Matter& matter, std::uint32_t index, Length left, Length measure,
                                 const TypeArea& area) {
    Table& table = matter.styled().tables[index];
    if (table.columns.empty()) table.columns.resize(1);
    TableWant want = want_with_whole_words(matter, table, measure);
    const TablePlan plan = table_plan(table, want, measure, area);
    tell(matter, table, plan, want);
    table.look.padding_x = plan.type.padding;
    if (plan.type.permille < 1000) {
        shrink_table(matter, table, plan.type.permille);
        want = want_of(matter, table);
    }
    const Length wide = plan.turned ? area.turned_width : measure;
    const Length depth = plan.turned ? area.turned_depth : area.depth;
    std::vector<TableBox> boxes;
    for (const Columns& columns : plan.parts) {
        TableBox box;
        box.table = index;
        box.columns = columns;
        box.turned = plan.turned;
        box.first_part = boxes.empty();
        for (const CellWant& cell : want.cells) box.integers.push_back(cell.integer);
        const std::vector<Length> widths =
            column_widths(table, want, columns, room_for(table, columns.size(), wide));
        set_columns(box, table, want, widths, {});
        const Length x = aligned(table.align, plan.turned ? Length{} : left, wide - box.width());
        for (Length& edge : box.edges) edge += x;
        box.caption_left = plan.turned ? Length{} : left;
        box.caption = caption_depth(matter, table.caption, wide);
        box.continued = caption_depth(matter, table.continued, wide);
        box.unit = caption_depth(matter, table.unit, box.width());
        box.caption += box.unit;
        box.continued += box.unit;
        set_rows(matter, box, table, want, depth);
        boxes.push_back(std::move(box));
    }
    // Head rows that take half a page cannot be repeated: then they are rows like others.
    for (const TableBox& box : boxes)
        if (box.row_tops[std::min(table.header_rows, table.rows)] > depth / 2) table.header_rows = 0;
    table.header_rows = std::min(table.header_rows, table.rows);
    return boxes;
}

}  // namespace hanqing
