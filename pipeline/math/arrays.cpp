// SPDX-License-Identifier: Apache-2.0
// Sets arrays: matrices, cases and alignments (LaTeX's array; amsmath's matrices and alignments).
#include "math/formula_setter.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

struct ArrayRow {
    Length height, depth;
    Length baseline;  ///< Down from the array's top.
};

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

/// What array puts into each row (.7 and .3 of 12 pt), or matrices of scripts (amsmath: 6 pt).
MathBox FormulaSetter::row_strut(const MathNode::Grid& grid) const {
    MathBox box;
    box.height = tenths_of_point(grid.small ? 50 : grid.cases ? 101 : 84);
    box.depth = tenths_of_point(grid.small ? 15 : grid.cases ? 43 : 36);
    return box;
}

Length FormulaSetter::column_gap(const MathNode::Grid& grid, std::size_t column) const {
    if (column == 0) return {};
    if (grid.pairs) return column % 2 == 1 || grid.close ? Length{} : tenths_of_point(200);
    if (grid.small) return mu(5, MathStyle::text);
    return tenths_of_point(100);
}

Length FormulaSetter::row_gap(Length depth_above, Length height_below) const {
    // Baselines are 12 + 3 pt apart, or what is between them 4 pt where that would leave less than 3.
    const Length natural = tenths_of_point(150) - depth_above - height_below;
    return natural >= tenths_of_point(30) ? natural : tenths_of_point(40);
}

FormulaSetter::Rows FormulaSetter::set_rows(const MathNode& node, MathManner manner) const {
    const MathNode::Grid& grid = node.grid;
    const std::size_t columns = grid.columns, count = node.parts.size() / columns;
    const MathManner inner = cell_manner(grid, manner);
    const MathBox strut = row_strut(grid);
    const Length rule = tenths_of_point(4);
    std::vector<MathBox> cells;
    std::vector<Length> widths(columns);
    std::vector<ArrayRow> rows(count, ArrayRow{strut.height, strut.depth, {}});
    for (std::size_t i = 0; i < columns * count; ++i) {
        cells.push_back(set_list(node.parts[i], inner));
        widths[i % columns] = larger(widths[i % columns], cells[i].width);
        rows[i / columns].height = larger(rows[i / columns].height, cells[i].height);
        rows[i / columns].depth = larger(rows[i / columns].depth, cells[i].depth);
    }
    std::vector<Length> rules;  // tops, down from the array's
    Length down;
    for (std::size_t r = 0; r <= count; ++r) {
        for (const std::uint32_t at : grid.rules)
            if (at == r) {
                rules.push_back(down);
                down += rule;
            }
        if (r == count) break;
        if (r > 0 && grid.display && !grid.cases)
            down += row_gap(rows[r - 1].depth, rows[r].height);
        else if (r > 0 && (rows[r - 1].depth > strut.depth || rows[r].height > strut.height))
            down += tenths_of_point(grid.small ? 10 : 20);  // LaTeX lets tall rows touch
        if (r > 0 && r - 1 < grid.gaps.size()) down += mu(grid.gaps[r - 1], MathStyle::text);
        rows[r].baseline = down + rows[r].height;
        down = rows[r].baseline + rows[r].depth;
    }
    const bool open_sides = !grid.close && !grid.pairs && !grid.display && !grid.small && !grid.cases;
    const Length side = open_sides ? tenths_of_point(50) : Length{};
    const Length top = axis(manner.style) + down / 2;
    Rows set;
    std::vector<Length> lefts;  // of the columns, and the array's end
    Length x = side;
    for (std::size_t c = 0; c < columns; ++c) {
        x += column_gap(grid, c);
        lefts.push_back(x);
        x += widths[c];
    }
    set.box.width = x + side;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t c = i % columns;
        const char align = alignment_of(grid, c);
        const Length room = widths[c] - cells[i].width;
        const Length left = lefts[c] + (align == 'r' ? room : align == 'c' ? room / 2 : Length{});
        place_part(set.box, std::move(cells[i]), left, top - rows[i / columns].baseline);
    }
    for (const ArrayRow& row : rows) set.baselines.push_back(top - row.baseline);
    for (const Length at : rules) set.box.rules.push_back({{}, top - at - rule, set.box.width, rule});
    for (const std::uint32_t bar : grid.bars) {
        const Length middle = bar == 0         ? Length{}
                              : bar >= columns ? set.box.width - rule
                                               : lefts[bar] - column_gap(grid, bar) / 2 - rule / 2;
        set.box.rules.push_back({middle, top - down, rule, down});
    }
    set.box.height = larger(set.box.height, top);
    set.box.depth = larger(set.box.depth, down - top);
    return set;
}

MathBox FormulaSetter::set_array(const MathNode& node, MathManner manner) const {
    return set_rows(node, manner).box;
}

}  // namespace hanqing
