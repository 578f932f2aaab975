// SPDX-License-Identifier: Apache-2.0
// Reads environments: matrices, cases, alignments.
#include "math/formula_reader.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

struct EnvironmentShape {
    std::string_view name;
    char32_t open, close;
    enum class Form : std::uint8_t {
        matrix,
        small,
        cases,
        display_cases,
        columns,      ///< array: its first argument says the columns.
        small_lines,  ///< subarray: its argument is an alignment.
        pairs,
        pairs_with_count,  ///< alignat: its first argument is dropped.
        centred,
        equation  ///< One formula.
    } form;
};
using Form = EnvironmentShape::Form;

constexpr EnvironmentShape shapes[] = {
    {"matrix", 0, 0, Form::matrix},
    {"pmatrix", U'(', U')', Form::matrix},
    {"bmatrix", U'[', U']', Form::matrix},
    {"Bmatrix", U'{', U'}', Form::matrix},
    {"vmatrix", U'|', U'|', Form::matrix},
    {"Vmatrix", U'‖', U'‖', Form::matrix},
    {"smallmatrix", 0, 0, Form::small},
    {"psmallmatrix", U'(', U')', Form::small},
    {"bsmallmatrix", U'[', U']', Form::small},
    {"Bsmallmatrix", U'{', U'}', Form::small},
    {"vsmallmatrix", U'|', U'|', Form::small},
    {"Vsmallmatrix", U'‖', U'‖', Form::small},
    {"cases", U'{', 0, Form::cases},
    {"dcases", U'{', 0, Form::display_cases},
    {"numcases", U'{', 0, Form::cases},
    {"rcases", 0, U'}', Form::cases},
    {"drcases", 0, U'}', Form::display_cases},
    {"array", 0, 0, Form::columns},
    {"darray", 0, 0, Form::columns},
    {"tabular", 0, 0, Form::columns},
    {"subarray", 0, 0, Form::small_lines},
    {"aligned", 0, 0, Form::pairs},
    {"align", 0, 0, Form::pairs},
    {"split", 0, 0, Form::pairs},
    {"flalign", 0, 0, Form::pairs},
    {"eqnarray", 0, 0, Form::columns},
    {"alignat", 0, 0, Form::pairs_with_count},
    {"alignedat", 0, 0, Form::pairs_with_count},
    {"xalignat", 0, 0, Form::pairs_with_count},
    {"gather", 0, 0, Form::centred},
    {"gathered", 0, 0, Form::centred},
    {"multline", 0, 0, Form::centred},
    {"multlined", 0, 0, Form::centred},
    {"equation", 0, 0, Form::equation},
    {"displaymath", 0, 0, Form::equation},
    {"math", 0, 0, Form::equation},
};

const EnvironmentShape* shape_named(std::string_view name) {
    for (const EnvironmentShape& shape : shapes)
        if (shape.name == name) return &shape;
    return nullptr;
}

MathNode::Grid grid_of(Form form) {
    MathNode::Grid grid;
    grid.align = "c";
    switch (form) {
        case Form::small:
        case Form::small_lines:
            grid.small = true;
            break;
        case Form::cases:
        case Form::display_cases:
            grid.cases = true;
            grid.display = form == Form::display_cases;
            grid.align = "l";
            break;
        case Form::pairs:
        case Form::pairs_with_count:
            grid.pairs = true;
            [[fallthrough]];
        case Form::centred:
            grid.display = true;
            break;
        default:
            break;
    }
    grid.close = form == Form::matrix || form == Form::pairs_with_count || form == Form::small_lines;
    return grid;
}

/// Between a pair's columns the relation keeps its space (amsmath: {} before each right cell).
void open_right_cells(MathNode& array) {
    const std::uint32_t columns = array.grid.columns;
    for (std::size_t i = 1; i < array.parts.size(); ++i)
        if ((i % columns) % 2 == 1 && !array.parts[i].empty()) {
            array.parts[i].insert(array.parts[i].begin(), grouped({}, array.parts[i][0].tex));
            settle_binary_signs(array.parts[i]);
        }
}

}  // namespace

void FormulaReader::environment(MathList& to, const TexToken& command) {
    const std::string_view full = raw_argument();
    std::string_view name = full;
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ') || name.ends_with('*')) name.remove_suffix(1);
    const EnvironmentShape* shape = shape_named(name);
    if (shape == nullptr) throw UnreadableFormula{};
    MathNode::Grid grid = grid_of(shape->form);
    if (shape->form != Form::equation) raw_option();
    if (shape->form == Form::pairs_with_count) raw_argument();
    if (name == "eqnarray") {
        grid.align = "rcl";
        grid.display = true;
    } else if (shape->form == Form::columns || shape->form == Form::small_lines) {
        grid.align.clear();
        read_columns(grid, raw_argument());
        if (grid.align.empty()) grid.align = "c";
    } else if (shape->form == Form::matrix && full.find('*') != std::string_view::npos) {
        raw_option();
    }
    if (shape->form == Form::equation) {
        MathList inside = read_list();
        if (!at_command("end")) throw UnreadableFormula{};
        take();
        raw_argument();
        for (MathNode& node : inside) to.push_back(std::move(node));
        return;
    }
    MathNode array = read_array(std::move(grid), "end");
    array.tex = command.begin;
    take();
    raw_argument();
    if (shape->open == 0 && shape->close == 0) return to.push_back(std::move(array));
    MathNode node;
    node.kind = MathNode::Kind::delimited;
    node.atom = AtomClass::inner;
    node.open = shape->open;
    node.close = shape->close;
    node.tex = command.begin;
    node.parts.emplace_back().push_back(std::move(array));
    to.push_back(std::move(node));
}

void FormulaReader::substack(MathList& to, const TexToken& command) {
    if (peek().kind != TexToken::Kind::open) return to.push_back(grouped(read_argument(), command.begin));
    take();
    MathNode::Grid grid = grid_of(Form::small_lines);
    MathNode array = read_array(std::move(grid), "}");
    array.tex = command.begin;
    take();
    to.push_back(std::move(array));
}

/// \matrix{a & b \cr c & d}, of plain TeX.
void FormulaReader::matrix_command(MathList& to, const TexToken& command) {
    if (peek().kind != TexToken::Kind::open) throw UnreadableFormula{};
    take();
    const bool cases = command.name == "cases", plain = command.name == "eqalign";
    MathNode array = read_array(grid_of(cases ? Form::cases : plain ? Form::pairs : Form::matrix), "}");
    array.tex = command.begin;
    take();
    if (command.name != "pmatrix" && !cases) return to.push_back(std::move(array));
    MathNode node;
    node.kind = MathNode::Kind::delimited;
    node.atom = AtomClass::inner;
    node.open = cases ? U'{' : U'(';
    node.close = cases ? 0 : U')';
    node.tex = command.begin;
    node.parts.emplace_back().push_back(std::move(array));
    to.push_back(std::move(node));
}

void FormulaReader::read_rules(MathNode& array, std::uint32_t row) {
    while (at_command("hline") || at_command("hdashline") || at_command("cline") || at_command("toprule") ||
           at_command("midrule") || at_command("bottomrule")) {
        if (take().name == "cline") {
            raw_argument();
            continue;
        }
        array.grid.rules.push_back(row);
    }
}

/// The room of `\\[3pt]`. Brackets that hold no length are the next row's first cell.
void FormulaReader::take_row_gap(MathNode& array, std::uint32_t row) {
    take_character(U'*');
    const std::size_t before = next_;
    const auto raw = raw_option();
    if (!raw) return;
    const auto gap = tex_length(*raw);
    if (!gap) {
        next_ = before;
        return;
    }
    array.grid.gaps.resize(row + 1);
    array.grid.gaps[row] = *gap;
}

MathNode FormulaReader::read_array(MathNode::Grid grid, std::string_view end) {
    MathNode array;
    array.kind = MathNode::Kind::array;
    array.grid = std::move(grid);
    const auto ended = [&] {
        if (end.empty()) return peek().kind == TexToken::Kind::end;
        return end == "}" ? peek().kind == TexToken::Kind::close : at_command(end);
    };
    std::vector<std::vector<MathList>> rows;
    const std::string outer_tag = std::exchange(tag_, {});
    for (std::uint32_t row = 0;; ++row) {
        read_rules(array, row);
        if (ended() && row > 0) break;  // the last \\ ends a row and begins none
        std::vector<MathList>& cells = rows.emplace_back();
        cells.push_back(read_list());
        while (peek().kind == TexToken::Kind::cell) {
            take();
            cells.push_back(read_list());
        }
        if (!tag_.empty() && display_ && array.grid.display && depth_ <= 1) {
            array.grid.tags.resize(row + 1);
            array.grid.tags[row] = std::exchange(tag_, {});
        }
        if (ended()) break;
        if (!at_command("\\") && !at_command("cr") && !at_command("newline")) throw UnreadableFormula{};
        take();
        take_row_gap(array, row);
    }
    if (!outer_tag.empty()) tag_ = tag_.empty() ? outer_tag : outer_tag + " " + tag_;
    std::size_t columns = 1;
    for (const auto& cells : rows) columns = std::max(columns, cells.size());
    // Empty cells cost little each; a matrix of thousands of columns and rows is no formula.
    if (columns * rows.size() > 20'000) throw UnreadableFormula{};
    array.grid.columns = static_cast<std::uint32_t>(columns);
    for (auto& cells : rows) {
        cells.resize(columns);
        for (MathList& cell : cells) array.parts.push_back(std::move(cell));
    }
    if (array.grid.pairs) open_right_cells(array);
    return array;
}

}  // namespace hanqing
