// SPDX-License-Identifier: Apache-2.0
// Sets arrays: matrices, cases and alignments (LaTeX's array; amsmath's matrices and alignments).
#include "math/formula_setter.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

char alignment_of(const MathNode::Grid& grid, std::size_t column) {
    if (grid.pairs) return column % 2 == 0 ? 'r' : 'l';
    if (grid.align.empty()) return 'c';
    return grid.align[std::min(column, grid.align.size() - 1)];
}

MathManner cell_manner(const MathNode::Grid& grid, MathManner manner) {
    if (grid.small)
        return {manner.style == MathStyle::script_script ? MathStyle::script_script : MathStyle::script};
    return {grid.display ? MathStyle::display : is_script(manner.style) ? manner.style : MathStyle::text};
}

}  // namespace

/// What array puts into each row: .7 and .3 of 12 pt, with \arraystretch 1.2 in cases.
MathBox FormulaSetter::row_strut(const MathNode::Grid& grid) const {
    MathBox box;
    if (grid.small) return box;
    box.height = tenths_of_point(grid.cases ? 101 : 84);
    box.depth = tenths_of_point(grid.cases ? 43 : 36);
    return box;
}

Length FormulaSetter::column_gap(const MathNode::Grid& grid, std::size_t column) const {
    if (column == 0) return {};
    if (grid.pairs) return column % 2 == 1 || grid.close ? Length{} : tenths_of_point(200);
    if (grid.small) return mu(5, MathStyle::text);
    return tenths_of_point(100);
}

/// array's half column gap; a thin space beside matrices of scripts.
Length FormulaSetter::side_of(const MathNode::Grid& grid) const {
    if (grid.close || grid.pairs || grid.display || grid.cases) return {};
    return grid.small ? mu(3, MathStyle::text) : tenths_of_point(50);
}

Length FormulaSetter::row_gap(Length depth_above, Length height_below) const {
    // Baselines are 12 + 3 pt apart, or what is between them 4 pt where that would leave less than 3.
    const Length natural = tenths_of_point(150) - depth_above - height_below;
    return natural >= tenths_of_point(30) ? natural : tenths_of_point(40);
}

FormulaSetter::Cells FormulaSetter::set_cells(const MathNode& node, MathManner manner) const {
    const MathNode::Grid& grid = node.grid;
    const std::size_t columns = grid.columns, count = node.parts.size() / columns;
    const MathManner inner = cell_manner(grid, manner);
    const MathBox strut = row_strut(grid);
    Cells set;
    set.widths.resize(columns);
    set.rows.assign(count, Row{strut.height, strut.depth, {}});
    for (std::size_t i = 0; i < columns * count; ++i) {
        set.boxes.push_back(set_list(node.parts[i], inner));
        const MathBox& cell = set.boxes.back();
        Row& row = set.rows[i / columns];
        set.widths[i % columns] = larger(set.widths[i % columns], cell.width);
        row.height = larger(row.height, cell.height);
        row.depth = larger(row.depth, cell.depth);
    }
    return set;
}

Length FormulaSetter::gap_between(const MathNode::Grid& grid, const Row& above, const Row& below) const {
    if (grid.display && !grid.cases) return row_gap(above.depth, below.height);
    if (grid.small) {  // amsmath: \baselineskip 6 pt, \lineskip 1.5 pt
        const Length natural = tenths_of_point(60) - above.depth - below.height;
        return larger(natural, tenths_of_point(15));
    }
    const MathBox strut = row_strut(grid);
    const bool tall = above.depth > strut.depth || below.height > strut.height;
    return tall ? tenths_of_point(30) : Length{};  // LaTeX lets them touch
}

/// Baselines and rules from the array's top down; its whole height.
Length FormulaSetter::stack_rows(const MathNode::Grid& grid, Cells& set) const {
    Length down;
    for (std::size_t r = 0; r <= set.rows.size(); ++r) {
        for (const std::uint32_t at : grid.rules)
            if (at == r) {
                set.rules.push_back(down);
                down += tenths_of_point(4);
            }
        if (r == set.rows.size()) break;
        Row& row = set.rows[r];
        if (r > 0) down += gap_between(grid, set.rows[r - 1], row);
        if (r > 0 && r - 1 < grid.gaps.size()) down += mu(grid.gaps[r - 1], MathStyle::text);
        row.baseline = down + row.height;
        down = row.baseline + row.depth;
    }
    return down;
}

FormulaSetter::Rows FormulaSetter::set_rows(const MathNode& node, MathManner manner) const {
    const MathNode::Grid& grid = node.grid;
    const std::size_t columns = grid.columns;
    Cells set = set_cells(node, manner);
    const Length down = stack_rows(grid, set), top = axis(manner.style) + down / 2, rule = tenths_of_point(4);
    const Length side = side_of(grid);
    Rows all;
    std::vector<Length> lefts;  // of the columns
    Length x = side;
    for (std::size_t c = 0; c < columns; ++c) {
        x += column_gap(grid, c);
        lefts.push_back(x);
        x += set.widths[c];
    }
    all.box.width = x + side;
    for (std::size_t i = 0; i < set.boxes.size(); ++i) {
        const std::size_t c = i % columns;
        const char align = alignment_of(grid, c);
        const Length room = set.widths[c] - set.boxes[i].width;
        const Length left = lefts[c] + (align == 'r' ? room : align == 'c' ? room / 2 : Length{});
        place_part(all.box, std::move(set.boxes[i]), left, top - set.rows[i / columns].baseline);
    }
    for (const Row& row : set.rows) all.baselines.push_back(top - row.baseline);
    for (const Length at : set.rules) all.box.rules.push_back({{}, top - at - rule, all.box.width, rule});
    for (const std::uint32_t bar : grid.bars) {
        const Length left = bar == 0         ? Length{}
                            : bar >= columns ? all.box.width - rule
                                             : lefts[bar] - column_gap(grid, bar) / 2 - rule / 2;
        all.box.rules.push_back({left, top - down, rule, down});
    }
    all.box.height = larger(all.box.height, top);
    all.box.depth = larger(all.box.depth, down - top);
    return all;
}

MathBox FormulaSetter::set_array(const MathNode& node, MathManner manner) const {
    return set_rows(node, manner).box;
}

}  // namespace hanqing
