// SPDX-License-Identifier: Apache-2.0
// Table pieces: which rows are seen, where, and each cell's lines in them. A cell whose rows a page break
// divides keeps on each page the lines that end there; one that was whole before the break is shown again as
// an artifact.
#include "pages/table_setter.hpp"
#include "pages/table_rules.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// A piece being set.
struct TableJob {
    Setter& setter;
    Matter& matter;
    const Table& table;
    const TableBox& box;
    const TablePiece& piece;
    std::vector<SeenRow> rows;  ///< Head rows, then body rows.
};

void set_paragraph(TableJob& job, std::uint32_t paragraph, Length x, Length y, Role role) {
    if (!job.matter.has_lines(paragraph)) return;
    const LineBox box = job.matter.box_of(paragraph);
    for (const Line& line : job.matter.lines_of(paragraph)) {
        job.setter.set_line(job.piece.page, paragraph, line, {x, y + box.baseline}, role);
        y += box.pitch;
    }
}

/// Sets the caption and gives the depth it takes.
Length set_caption(TableJob& job) {
    const bool whole_caption = job.piece.begins && job.box.first_part;
    const std::uint32_t caption = whole_caption ? job.table.caption : job.table.continued;
    const Role role{whole_caption ? Artifact::none : Artifact::repeated_head, LineKind::caption};
    const Length depth = whole_caption ? job.box.caption : job.box.continued;
    if (caption != none)
        set_paragraph(job, caption, job.piece.origin + job.box.caption_left, job.piece.top, role);
    if (job.table.unit != none)
        set_paragraph(job, job.table.unit, job.piece.origin + job.box.edges.front(),
                      job.piece.top + depth - job.box.unit, role);
    return depth;
}

/// The rows seen, one entry for all slices of a row.
void find_rows(TableJob& job, const Composition& composition, Length y) {
    const bool repeated = !job.piece.begins;
    for (std::uint32_t r = 0; r < job.table.header_rows; ++r) {
        const Length height = job.box.row_tops[r + 1] - job.box.row_tops[r];
        job.rows.push_back({r, {}, height, y, repeated});
        y += height;
    }
    for (std::uint32_t s = job.piece.slice_begin; s < job.piece.slice_end; ++s) {
        const RowSlice& slice = composition.slices[s];
        if (!job.rows.empty() && job.rows.back().row == slice.row && !job.rows.back().repeated)
            job.rows.back().to = slice.to;
        else
            job.rows.push_back({slice.row, slice.from, slice.to, y, false});
        y += slice.to - slice.from;
    }
}

/// What is seen of a cell on this page, in depths of the whole cell.
struct SeenCell {
    Length from, to, y, depth;
    bool head = false;  ///< In rows that are repeated.
};

SeenCell seen_of(const TableJob& job, const TableCell& cell) {
    const std::uint32_t end = std::min(cell.row + cell.row_span, job.table.rows);
    SeenCell seen;
    bool any = false;
    seen.depth = job.box.row_tops[end] - job.box.row_tops[cell.row];
    for (const SeenRow& row : job.rows) {
        if (row.row < cell.row || row.row >= end) continue;
        const Length base = job.box.row_tops[row.row] - job.box.row_tops[cell.row];
        if (!any) {
            seen.from = base + row.from;
            seen.y = row.y;
            seen.head = row.repeated;
        }
        any = true;
        seen.to = base + row.to;
    }
    return seen;
}

Length text_depth(Matter& matter, const TableCell& cell) {
    Length depth;
    for (const std::uint32_t p : cell.paragraphs) depth += depth_of_lines(matter, p);
    return depth;
}

/// A number's line moved so that its decimal point stands on the column's.
Length number_shift(const TableJob& job, std::size_t cell_index, const TableCell& cell, Length left) {
    const Length integer = job.box.integers[cell_index];
    if (integer < Length{} || cell.paragraphs.size() != 1) return {};
    const std::uint32_t p = cell.paragraphs[0];
    if (!job.matter.has_lines(p) || job.matter.lines_of(p).size() != 1) return {};
    const auto column = std::find(job.box.columns.begin(), job.box.columns.end(), cell.column);
    if (column == job.box.columns.end()) return {};
    const Length point = job.box.points[static_cast<std::size_t>(column - job.box.columns.begin())];
    const PlacedLine placed = job.matter.placed(p, job.matter.lines_of(p)[0]);
    return point - integer - (left + placed.left);
}

Length first_line_depth(const TableJob& job, const TableCell& cell, const SeenCell& seen, Length text) {
    const Length padding = job.table.look.padding_y;
    const bool in_middle = cell.header || cell.row_span > 1;
    if (!in_middle) return padding;
    const Length seen_depth = seen.to - seen.from;
    // The label of cut rows stands in the middle of what is seen, as long as it fits there whole.
    const Length inside = text + padding * 2 <= seen_depth ? seen_depth : seen.depth;
    const Length start = text + padding * 2 <= seen_depth ? seen.from : Length{};
    return start + (inside - text) / 2;
}

void set_cell(TableJob& job, std::size_t index) {
    const TableCell& cell = job.table.cells[index];
    if (!stands_in(job.box, cell)) return;
    const SeenCell seen = seen_of(job, cell);
    if (seen.to == seen.from) return;
    const Length text = text_depth(job.matter, cell);
    const bool whole_here = text + job.table.look.padding_y * 2 <= seen.to - seen.from + tolerance;
    const std::vector<std::uint32_t>& columns = job.box.columns;
    // What labels a cut row is set again on each page, as an artifact; all else stands once.
    const bool set_before = text + job.table.look.padding_y <= seen.from + tolerance;
    const bool labels = cell.row_span > 1 || (cell.column == columns.front() && set_before);
    const bool again = seen.from > Length{} && whole_here && labels;
    const bool starts_here = std::find(columns.begin(), columns.end(), cell.column) != columns.end();
    const bool other_part = !starts_here || (!job.box.first_part && cell.column == columns.front());
    Role role;
    role.kind = LineKind::cell;
    if (seen.head || again || other_part) role.artifact = Artifact::repeated_head;
    const Length left = edges_of(job.box, cell).left + job.table.look.padding_x;
    const Length shift = number_shift(job, index, cell, job.table.look.padding_x);
    Length depth = first_line_depth(job, cell, seen, text);
    Length free = seen.y;
    for (const std::uint32_t p : cell.paragraphs) {
        job.matter.break_to(p, cell_measure(job.box, job.table, cell));
        if (!job.matter.has_lines(p)) continue;
        const LineBox box = job.matter.box_of(p);
        for (const Line& line : job.matter.lines_of(p)) {
            const Length end = depth + box.pitch;
            const bool here = again || (whole_here && seen.from == Length{}) ||
                              (end > seen.from + tolerance && end <= seen.to + tolerance);
            const Length y = larger(seen.y + depth - seen.from, free);
            if (here) {
                job.setter.set_line(job.piece.page, p, line,
                                    {job.piece.origin + left + shift, y + box.baseline}, role);
                free = y + box.pitch;
            }
            depth = end;
        }
    }
}

void set_cells(TableJob& job) {
    const auto& cells = job.table.cells;
    const auto by_row = [](const TableCell& c, std::uint32_t row) { return c.row < row; };
    // Cells from rows above that reach into the first body row seen.
    const auto body = std::find_if(job.rows.begin(), job.rows.end(),
                                   [&](const SeenRow& r) { return r.row >= job.table.header_rows; });
    for (auto row = job.rows.begin(); row != job.rows.end(); ++row) {
        if (row == body)
            for (const std::uint32_t i : job.box.spanning)
                if (cells[i].row < row->row && cells[i].row + cells[i].row_span > row->row &&
                    cells[i].row >= job.table.header_rows)
                    set_cell(job, i);
        auto cell = std::lower_bound(cells.begin(), cells.end(), row->row, by_row);
        for (; cell != cells.end() && cell->row == row->row; ++cell)
            set_cell(job, static_cast<std::size_t>(cell - cells.begin()));
    }
}

}  // namespace

void set_table(Setter& setter, Matter& matter, const Composition& composition, const TablePiece& piece) {
    const TableBox& box = composition.tables[piece.box];
    const Table& table = matter.styled().tables[box.table];
    TableJob job{setter, matter, table, box, piece, {}};
    const Length caption = set_caption(job);
    find_rows(job, composition, piece.top + caption);
    set_grounds(setter, table, box, job.rows, piece.page, piece.origin);
    set_cells(job);
    set_rules(setter, table, box, job.rows, piece.page, piece.origin);
}

}  // namespace hanqing
