// SPDX-License-Identifier: Apache-2.0
// Typed formulas to Formula, and paragraphs around displayed ones.
#include "read/formulas.hpp"

#include "base/unicode.hpp"
#include "read/simple_formula.hpp"
#include "read/text_edit.hpp"

#include <algorithm>
#include <string>

namespace hanqing {
namespace {

bool is_unlike_text(const MathList& list, int depth) {
    constexpr int depth_max = 60;  // as deep as they are read
    if (depth > depth_max) return true;
    return std::any_of(list.begin(), list.end(), [&](const MathNode& node) {
        const char32_t c = node.code;
        const bool is_letter =
            (c >= 0x1D400 && c < 0x1D7CE) || (c >= 0x391 && c <= 0x3F6) || (c >= 0x2100 && c <= 0x214F);
        const bool is_plain = node.kind == MathNode::Kind::symbol || node.kind == MathNode::Kind::words ||
                              node.kind == MathNode::Kind::list || node.kind == MathNode::Kind::space;
        return !is_plain || (node.kind == MathNode::Kind::symbol && is_letter) ||
               is_unlike_text(node.subscript, depth + 1) || is_unlike_text(node.superscript, depth + 1) ||
               std::any_of(node.parts.begin(), node.parts.end(),
                           [&](const MathList& part) { return is_unlike_text(part, depth + 1); });
    });
}

bool is_displayed(const Mark& mark, const Document& document) {
    return mark.kind == MarkKind::formula && document.formulas[mark.data].display;
}

/// Bytes of the breaks and blanks at `at`.
std::uint32_t blanks_at(std::string_view text, std::uint32_t at) {
    std::uint32_t end = at;
    while (end < text.size()) {
        if (text.substr(end).starts_with(hard_break_mark))
            end += static_cast<std::uint32_t>(hard_break_mark.size());
        else if (text[end] == ' ')
            ++end;
        else
            break;
    }
    return end - at;
}

/// A stop or comma, and what is blank before it; 0 where something else follows.
std::uint32_t stop_at(std::string_view text, std::uint32_t at) {
    const std::uint32_t blanks = blanks_at(text, at);
    std::size_t end = at + blanks;
    if (end >= text.size()) return 0;
    const char32_t c = next_code_point(text, end);
    const bool is_stop = std::u32string_view(U"，。；、：,.;").find(c) != std::u32string_view::npos;
    return is_stop ? static_cast<std::uint32_t>(end) - at : 0;
}

/// The formula with the mark behind it in its last line.
void append_stop(Formula& formula, std::string_view stop) {
    const std::size_t begin = stop.find_first_not_of(" \xE2\x80\xA8");
    if (begin == std::string_view::npos) return;
    const std::string words(stop.substr(begin));
    auto longer = read_formula(formula.tex + "\\text{" + words + "}", true);
    if (!longer) return;
    longer->source = formula.source + words;
    formula = std::move(*longer);
}

}  // namespace

std::string_view tex_of(std::string_view typed) {
    const std::size_t delimiter = typed.starts_with("$$") || typed.starts_with("\\") ? 2 : 1;
    return typed.size() < 2 * delimiter ? std::string_view{}
                                        : typed.substr(delimiter, typed.size() - 2 * delimiter);
}

std::optional<Formula> formula_from(std::string_view typed, bool display) {
    std::string source(typed);
    for (std::size_t at = source.find(hard_break_mark); at != std::string::npos;
         at = source.find(hard_break_mark, at))
        source.replace(at, hard_break_mark.size(), "\n");
    auto formula = read_formula(tex_of(source), display);
    if (formula) formula->source = std::move(source);
    return formula;
}

bool is_more_than_text(std::string_view typed, bool display) {
    return (display || !simple_formula(tex_of(typed))) && formula_from(typed, display).has_value();
}

bool looks_unlike_text(const Formula& formula) { return is_unlike_text(formula.list, 0); }

bool is_display(const Text& text, const Document& document) {
    return !text.marks.empty() && text.marks[0].begin == 0 && text.marks[0].end == text.utf8.size() &&
           is_displayed(text.marks[0], document);
}

std::vector<Text> parted_by_displays(Text text, Document& document) {
    const std::string_view utf8 = text.utf8;
    // Four places for each formula: the end of the words before it, where it begins and ends, and where words
    // go on behind its stop and the breaks.
    std::vector<std::uint32_t> places;
    std::uint32_t end = 0;
    for (const Mark& mark : text.marks) {
        if (!is_displayed(mark, document) || mark.begin < end) continue;
        std::uint32_t words_end = mark.begin;
        while (words_end > end && utf8[words_end - 1] == ' ') --words_end;
        while (words_end > end && utf8.substr(0, words_end).ends_with(hard_break_mark))
            words_end -= static_cast<std::uint32_t>(hard_break_mark.size());
        end = mark.end;
        if (const std::uint32_t stop = stop_at(utf8, end); stop > 0) {
            append_stop(document.formulas[mark.data], utf8.substr(end, stop));
            end += stop;
        }
        end += blanks_at(utf8, end);
        places.insert(places.end(), {words_end, mark.begin, mark.end, end});
    }
    std::vector<Text> parts;
    if (places.empty()) {
        parts.push_back(std::move(text));
        return parts;
    }
    std::vector<Text> all = parts_of(text, places);
    for (std::size_t i = 0; i < all.size(); i += 2)
        if (!all[i].utf8.empty()) parts.push_back(std::move(all[i]));
    return parts;
}

}  // namespace hanqing
