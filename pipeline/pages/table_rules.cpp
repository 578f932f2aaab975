// SPDX-License-Identifier: Apache-2.0
// Rows on a page -> rectangles: grounds, horizontal and vertical rules.
#include "pages/table_rules.hpp"

#include <algorithm>

namespace hanqing {
namespace {

struct RulesJob {
    Setter& setter;
    const Table& table;
    const TableBox& box;
    const std::vector<SeenRow>& rows;
    std::uint32_t page;
    Length origin;
    std::vector<std::uint32_t>
        spanning;  ///< Those of the table's cells of several rows that reach into `rows`.
};

void add_horizontal(const RulesJob& job, Length left, Length right, Length y, Length weight) {
    job.setter.add_rectangle(job.page, {{job.origin + left, y - weight / 2}, right - left, weight},
                             job.table.look.rule, Artifact::layout);
}

/// Rules between two rows, broken where a cell spans both.
void add_inner_horizontal(const RulesJob& job, std::uint32_t above, std::uint32_t below, Length y,
                          Length weight) {
    const std::vector<std::uint32_t>& columns = job.box.columns;
    const auto spanned = [&](std::uint32_t column) {
        return std::any_of(job.spanning.begin(), job.spanning.end(), [&](std::uint32_t i) {
            const TableCell& cell = job.table.cells[i];
            return cell.row <= above && cell.row + cell.row_span > below && column >= cell.column &&
                   column < cell.column + cell.column_span;
        });
    };
    for (std::size_t begin = 0; begin < columns.size();) {
        std::size_t end = begin;
        while (end < columns.size() && !spanned(columns[end])) ++end;
        if (end > begin) add_horizontal(job, job.box.edges[begin], job.box.edges[end], y, weight);
        begin = std::max(end, begin) + 1;
    }
}

/// Does a cell of the row reach over the edge left of `column`.
bool is_crossed(const RulesJob& job, std::uint32_t row, std::uint32_t column) {
    const auto crosses = [&](const TableCell& cell) {
        return cell.column < column && cell.column + cell.column_span > column;
    };
    const auto& cells = job.table.cells;
    auto cell = std::lower_bound(cells.begin(), cells.end(), row,
                                 [](const TableCell& c, std::uint32_t r) { return c.row < r; });
    for (; cell != cells.end() && cell->row == row; ++cell)
        if (crosses(*cell)) return true;
    return std::any_of(job.spanning.begin(), job.spanning.end(), [&](std::uint32_t i) {
        return cells[i].row <= row && cells[i].row + cells[i].row_span > row && crosses(cells[i]);
    });
}

void add_vertical(const RulesJob& job, std::size_t edge, Length weight, bool outer) {
    const Length x = job.origin + job.box.edges[edge] - weight / 2;
    for (std::size_t begin = 0; begin < job.rows.size();) {
        std::size_t end = begin;
        while (end < job.rows.size() && (outer || !is_crossed(job, job.rows[end].row, job.box.columns[edge])))
            ++end;
        if (end > begin)
            job.setter.add_rectangle(
                job.page, {{x, job.rows[begin].y}, weight, job.rows[end - 1].bottom() - job.rows[begin].y},
                job.table.look.rule, Artifact::layout);
        begin = std::max(end, begin) + 1;
    }
}

std::vector<std::uint32_t> reaching(const Table& table, const TableBox& box,
                                    const std::vector<SeenRow>& rows) {
    std::vector<std::uint32_t> cells;
    for (const std::uint32_t i : box.spanning) {
        const TableCell& cell = table.cells[i];
        const bool body = cell.row <= rows.back().row && cell.row + cell.row_span > rows.front().row;
        if (body || cell.row < table.header_rows) cells.push_back(i);
    }
    return cells;
}

/// Does a cell of several body rows end or begin between these two.
bool parts_labels(const RulesJob& job, std::uint32_t above, std::uint32_t below) {
    return std::any_of(job.spanning.begin(), job.spanning.end(), [&](std::uint32_t i) {
        const TableCell& cell = job.table.cells[i];
        return above >= job.table.header_rows &&
               (cell.row == below || (cell.row + cell.row_span == below && cell.row <= above));
    });
}

}  // namespace

void set_grounds(Setter& setter, const Table& table, const TableBox& box, const std::vector<SeenRow>& rows,
                 std::uint32_t page, Length origin) {
    for (const SeenRow& row : rows) {
        const bool head = row.row < table.header_rows;
        const bool striped = !head && (row.row - table.header_rows) % 2 == 1;
        const std::optional<Colour> fill = head      ? table.look.head_fill
                                           : striped ? table.look.stripe
                                                     : std::nullopt;
        if (fill)
            setter.add_rectangle(page, {{origin + box.edges.front(), row.y}, box.width(), row.to - row.from},
                                 *fill, Artifact::background);
    }
}

void set_rules(Setter& setter, const Table& table, const TableBox& box, const std::vector<SeenRow>& rows,
               std::uint32_t page, Length origin) {
    if (rows.empty()) return;
    const RulesJob job{setter, table, box, rows, page, origin, reaching(table, box, rows)};
    const TableLook& look = table.look;
    add_horizontal(job, box.edges.front(), box.edges.back(), rows.front().y, look.top);
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        const bool under_head = rows[i].row < table.header_rows && rows[i + 1].row >= table.header_rows;
        if (under_head)
            add_horizontal(job, box.edges.front(), box.edges.back(), rows[i].bottom(), look.head);
        else if (look.inner_horizontal > Length{})
            add_inner_horizontal(job, rows[i].row, rows[i + 1].row, rows[i].bottom(), look.inner_horizontal);
        // Rows under one label are set off by hair lines, or nobody sees where the label ends (T5's
        // thinnest).
        else if (parts_labels(job, rows[i].row, rows[i + 1].row))
            add_inner_horizontal(job, rows[i].row, rows[i + 1].row, rows[i].bottom(), micrometres(120));
        // A head of two rows is parted by a thin rule under its spanning cells even in a three-line table.
        else if (rows[i].row + 1 < table.header_rows)
            add_inner_horizontal(job, rows[i].row, rows[i + 1].row, rows[i].bottom(), look.head / 2);
    }
    add_horizontal(job, box.edges.front(), box.edges.back(), rows.back().bottom(), look.bottom);
    if (look.inner_vertical > Length{})
        for (std::size_t e = 1; e + 1 < box.edges.size(); ++e)
            add_vertical(job, e, look.inner_vertical, false);
    if (look.side > Length{}) {
        add_vertical(job, 0, look.side, true);
        add_vertical(job, box.edges.size() - 1, look.side, true);
    }
}

}  // namespace hanqing
