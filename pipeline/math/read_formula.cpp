// SPDX-License-Identifier: Apache-2.0
// Source into Formula: what is wrong anywhere in it makes it unreadable as a whole.
#include "math/formula.hpp"

#include "base/unicode.hpp"
#include "math/formula_reader.hpp"

#include <utility>

namespace hanqing {
namespace {

constexpr std::size_t source_max = 20'000;
constexpr std::size_t ends_max = 1'000;

bool has_scripts(const MathNode& node) { return !node.subscript.empty() || !node.superscript.empty(); }

bool is_lone_group(const MathList& list) {
    return list.size() == 1 && list[0].kind == MathNode::Kind::list && !has_scripts(list[0]) &&
           (list[0].atom == AtomClass::ordinary || list[0].atom == AtomClass::inner);
}

/// Spaces and changes of style are no atoms.
bool is_atom(const MathNode& node) {
    return node.kind != MathNode::Kind::space && node.kind != MathNode::Kind::style;
}

/// What a binary sign cannot stand behind.
bool leaves_no_operand(AtomClass atom) {
    return atom == AtomClass::binary || atom == AtomClass::operation || atom == AtomClass::relation ||
           atom == AtomClass::opening || atom == AtomClass::punctuation;
}

bool is_wide_comma(const MathNode& node) {
    if (node.kind != MathNode::Kind::words) return false;
    for (const std::string_view mark : {"，", "、", "；", "。", "：", "！", "？"})
        if (node.text.ends_with(mark)) return true;
    return false;
}

/// Tags of an array that is only a part of its display belong to the whole.
void hoist_tags(Formula& formula) {
    if (formula.list.size() == 1) return;
    for (MathNode& node : formula.list)
        for (const std::string& tag : std::exchange(node.grid.tags, {})) {
            if (!formula.tag.empty() && !tag.empty()) formula.tag += ' ';
            formula.tag += tag;
        }
}

bool is_trailing_mark(const MathNode& node) {
    if (has_scripts(node)) return false;
    if (node.kind == MathNode::Kind::space || node.atom == AtomClass::punctuation) return true;
    return is_wide_comma(node) || (node.kind == MathNode::Kind::symbol && node.code == U'.');
}

/// What says \displaystyle first in a display says nothing.
void drop_display_style(MathList& list) {
    if (!list.empty() && list[0].kind == MathNode::Kind::style && list[0].style == MathStyle::display)
        list.erase(list.begin());
}

/// The comma or full stop behind a display of rows belongs to its last row: LaTeX would hang it half way up.
void join_trailing_marks(MathList& list) {
    if (list.size() < 2 || list[0].kind != MathNode::Kind::array || !list[0].grid.display ||
        list[0].grid.cases || has_scripts(list[0]))
        return;
    for (std::size_t i = 1; i < list.size(); ++i)
        if (!is_trailing_mark(list[i])) return;
    std::vector<MathList>& cells = list[0].parts;
    std::size_t last = cells.size() - 1;
    while (last > 0 && cells[last].empty() && (last % list[0].grid.columns) > 0) --last;
    for (std::size_t i = 1; i < list.size(); ++i) cells[last].push_back(std::move(list[i]));
    list.resize(1);
}

}  // namespace

void settle_binary_signs(MathList& list) {
    MathNode* before = nullptr;
    for (MathNode& node : list) {
        if (!is_atom(node)) continue;
        if (node.atom == AtomClass::binary && (before == nullptr || leaves_no_operand(before->atom)))
            node.atom = AtomClass::ordinary;
        if (before != nullptr && before->atom == AtomClass::binary &&
            (node.atom == AtomClass::relation || node.atom == AtomClass::closing ||
             node.atom == AtomClass::punctuation))
            before->atom = AtomClass::ordinary;
        before = &node;
    }
    if (before != nullptr && before->atom == AtomClass::binary) before->atom = AtomClass::ordinary;
}

std::vector<std::uint32_t> line_ends(const MathList& list) {
    std::vector<std::uint32_t> ends;
    std::int32_t brackets = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const MathNode& node = list[i];
        if (node.atom == AtomClass::opening) ++brackets;
        if (node.atom == AtomClass::closing) --brackets;
        const bool sign = node.atom == AtomClass::relation || node.atom == AtomClass::binary;
        const bool comma = node.atom == AtomClass::punctuation || is_wide_comma(node);
        const bool room = node.kind == MathNode::Kind::space && node.width >= 18;
        if (!sign && !(comma && brackets <= 0) && !room) continue;
        std::size_t next = i + 1;
        while (next < list.size() && !is_atom(list[next])) ++next;
        if (next == list.size()) break;
        const AtomClass follows = list[next].atom;
        if (follows == AtomClass::closing || follows == AtomClass::relation || follows == AtomClass::binary ||
            follows == AtomClass::punctuation || is_wide_comma(list[next]))
            continue;
        if (ends.size() + 1 < ends_max && (ends.empty() || ends.back() < next))
            ends.push_back(static_cast<std::uint32_t>(next));
    }
    if (!list.empty()) ends.push_back(static_cast<std::uint32_t>(list.size()));
    return ends;
}

std::string plain_text(const MathList& list) {
    std::string text;
    for (const MathNode& node : list) {
        text += node.text;
        if (node.code != 0) append_utf8(text, node.code);
        if (node.kind == MathNode::Kind::space && node.width > 0) text += ' ';
        for (const MathList& part : node.parts) text += plain_text(part);
        text += plain_text(node.superscript);
        text += plain_text(node.subscript);
    }
    return text;
}

std::optional<Formula> read_formula(std::string_view tex, bool display) {
    if (tex.size() > source_max || first_invalid_utf8(tex)) return std::nullopt;
    try {
        FormulaReader reader(tex, display, 0);
        Formula formula;
        formula.tex = tex;
        formula.display = display;
        formula.list = reader.read_all();
        formula.tag = reader.take_tag();
        while (is_lone_group(formula.list)) {
            MathList inside = std::move(formula.list[0].parts[0]);
            formula.list = std::move(inside);
        }
        if (display) drop_display_style(formula.list);
        if (!display && !formula.tag.empty()) {  // a line has no place for numbers, so it stands in it
            formula.list.push_back(space_node(18, 0));
            formula.list.push_back(words_node(std::exchange(formula.tag, {}), 0));
        }
        join_trailing_marks(formula.list);
        hoist_tags(formula);
        formula.ends = line_ends(formula.list);
        return formula;
    } catch (const UnreadableFormula&) {
        return std::nullopt;
    }
}

}  // namespace hanqing
