// SPDX-License-Identifier: Apache-2.0
// The pair rules (clreq 3.1.6 and 3.2.2, jlreq 3.1.4 and its tables 1, 3, 5).
//
// Spaces, soft hyphens and note marks are looked through: the gap between `。` and `”` is the same with a
// note mark or the end of a bold run between them (M5), and a typed space at a Han–Latin border is the gap,
// not one more (J5).
#include "lines/spacing.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// What was passed since the last solid cell.
struct Passed {
    std::int32_t spaces = 0;  ///< Width of typed spaces, which may give way.
    std::int32_t fixed = 0;   ///< Width of U+3000, thin and figure spaces.
    std::int32_t em = 0;
    bool any_space = false, in_code = false;
};

void add_shrink(Gap& gap, Tier tier, std::int32_t amount) {
    if (tier == Tier::none || amount <= 0) return;
    const std::size_t slot = gap.shrink[0] > 0 && gap.tier[0] != tier ? 1 : 0;
    gap.tier[slot] = tier;
    gap.shrink[slot] += amount;
}

Tier tier_of(const Cell& c) { return c.mark == nullptr || c.firm ? Tier::none : c.mark->tier; }

/// Letters, digits and signs that stand apart from Han by a gap. Code does as a whole, with its brackets.
bool takes_gap(const Cell& c) {
    if (c.wide || c.raised || c.kind == Kind::note || c.kind == Kind::object) return false;
    if (c.code_span) return true;
    return c.kind == Kind::formula || c.kind == Kind::letter || c.kind == Kind::digit ||
           c.kind == Kind::symbol || c.kind == Kind::prefix || c.kind == Kind::postfix;
}

bool is_han_side(const Cell& c) {
    return c.wide && is_ideographic(c.kind) && !c.raised && !is_wide_sign(c.code);
}

/// @, # and _ before a name belong to it. What is code stands as it was typed.
bool is_han_latin(const Cell& a, const Cell& b) {
    if (a.code_span && b.code_span) return false;
    if (a.code == U'@' || a.code == U'_' || (a.code == U'#' && a.kind == Kind::prefix)) return false;
    return (is_han_side(a) && takes_gap(b)) || (takes_gap(a) && is_han_side(b));
}

/// A typed space beside Han or beside a full-width mark is no word space.
bool is_border(const Cell& a, const Cell& b) {
    return (is_han_side(a) && !b.wide) || (!a.wide && is_han_side(b));
}
bool has_own_blank(const Cell& c) { return c.mark != nullptr && c.region != Region::korea; }

/// The last tier opens neither brackets from what they enclose, nor numbers, words, connectors or doubled
/// marks.
bool may_expand(const Cell& a, const Cell& b) {
    if (!a.wide && !b.wide) return false;
    if (a.kind == Kind::hangul || b.kind == Kind::hangul) return false;
    if (b.raised || b.kind == Kind::note || (a.ruby != none && a.ruby == b.ruby)) return false;
    switch (a.kind) {
        case Kind::opening:
        case Kind::prefix:
        case Kind::connector:
        case Kind::solidus:
        case Kind::middle_dot:
        case Kind::hyphen:
            return false;
        default:
            break;
    }
    if (a.kind == b.kind && (a.kind == Kind::dash || a.kind == Kind::ellipsis)) return false;
    if (is_mark(b.kind) && b.kind != Kind::opening) return false;
    return b.kind != Kind::connector && b.kind != Kind::solidus && b.kind != Kind::hyphen &&
           b.kind != Kind::postfix;
}

void set_word_space(Gap& gap, const Passed& passed, bool latin_text) {
    gap.natural += passed.spaces;
    gap.expands = true;
    if (passed.in_code) return;  // its spaces keep their width as long as anything else can give
    // Down to 1/4 em beside Han (tier 2); a face's own narrower space gives a fifth in Latin text.
    const std::int32_t least = latin_text ? std::min(passed.spaces * 4 / 5, passed.em / 4) : passed.em / 4;
    add_shrink(gap, Tier::word_space, passed.spaces - least);
    gap.stretch = Gap::Stretch::word_space;
    gap.stretch_limit = std::max(0, passed.em / 2 - passed.spaces);
}

void set_han_latin(Gap& gap, std::int32_t natural, std::int32_t em) {
    gap.natural += natural;
    add_shrink(gap, Tier::gap, natural - em / 8);
    gap.stretch = Gap::Stretch::han_latin;
    gap.stretch_limit = std::max(0, em / 2 - natural);
    gap.expands = true;
}

void set_letter_space(Gap& gap, std::int32_t em) {
    gap.stretch = Gap::Stretch::letters;
    gap.stretch_limit = em * 6 / 100;
}

/// Beside a relation inside a formula: gives way as far as a word space does.
void set_formula_space(Gap& gap, std::int32_t natural, std::int32_t em) {
    add_shrink(gap, Tier::word_space, natural / 3);
    gap.stretch = Gap::Stretch::word_space;
    gap.stretch_limit = std::max(0, em / 2 - natural);
    gap.expands = natural > 0;
}

/// Blanks of the marks on either side. Two adjacent ones share theirs; what stays gives way with the later
/// tier.
void set_blanks(Gap& gap, const Cell& a, const Cell& b, std::uint8_t adjacent_percent) {
    if (has_own_blank(a) && has_own_blank(b)) {
        const std::int32_t blank = pair_blank(a, b, adjacent_percent);
        gap.natural += blank;
        add_shrink(gap,
                   a.after == 0    ? tier_of(b)
                   : b.before == 0 ? tier_of(a)
                                   : std::max(tier_of(a), tier_of(b)),
                   blank);
        return;
    }
    gap.natural += a.after + b.before;
    add_shrink(gap, tier_of(a), a.after);
    add_shrink(gap, tier_of(b), b.before);
}

/// `2．`, `3）`, `（4）`: the number of an item that goes on within the paragraph.
bool begins_item(const std::vector<Cell>& cells, std::size_t at) {
    constexpr std::size_t digits_max = 3;
    const bool opens = cells[at].code == U'（' || cells[at].code == U'(';
    const std::size_t first = at + (opens ? 1 : 0);
    std::size_t end = first;
    while (end < cells.size() && end - first <= digits_max && cells[end].kind == Kind::digit) ++end;
    if (end == first || end == cells.size() || end - first > digits_max) return false;
    constexpr std::u32string_view brackets = U"）)", stops = U"．.、";
    if (brackets.find(cells[end].code) != std::u32string_view::npos) return true;
    const bool is_decimal = end + 1 < cells.size() && cells[end + 1].kind == Kind::digit;
    return !opens && stops.find(cells[end].code) != std::u32string_view::npos && !is_decimal;
}

/// A blank typed between such items is all that keeps them apart: a quarter of it stays beside the mark's
/// own.
bool parts_items(const std::vector<Cell>& cells, std::size_t left, std::size_t right, const Passed& passed) {
    constexpr std::u32string_view ends = U"）；。";
    return passed.any_space && !passed.in_code && has_own_blank(cells[left]) &&
           ends.find(cells[left].code) != std::u32string_view::npos && begins_item(cells, right);
}

Gap gap_between(const Setting& s, const Cell& a, const Cell& b, const Passed& passed) {
    const ParagraphStyle& style = s.style();
    Gap gap;
    gap.expands = may_expand(a, b);
    gap.solid_han = gap.expands && is_han_side(a) && is_han_side(b) && !passed.any_space && passed.fixed == 0;
    set_blanks(gap, a, b, style.adjacent_percent);
    gap.natural += passed.fixed;
    const std::int32_t em = a.wide ? a.em : b.em;
    if (a.kind == Kind::formula && b.kind == Kind::formula && !passed.any_space) {
        set_formula_space(gap, a.after, em);
        return gap;
    }
    if (has_own_blank(a) || has_own_blank(b)) return gap;
    if (passed.any_space && !(style.gap.raw > 0 && is_border(a, b) && !passed.in_code))
        set_word_space(gap, passed, !is_han(s.styled.characters[s.paragraph.runs[0].style].language));
    else if (a.loose && b.loose && !a.wide && !b.wide)
        set_letter_space(gap, b.em);
    else if (style.gap.raw > 0 && (passed.any_space || is_han_latin(a, b)))
        set_han_latin(gap, static_cast<std::int32_t>(style.gap.raw), em);
    return gap;
}

void pass(Passed& passed, const Cell& c) {
    if (c.kind == Kind::wide_space) passed.fixed += c.advance;
    if (c.kind != Kind::space) return;
    passed.spaces += c.advance;
    passed.em = c.em;
    passed.any_space = true;
    passed.in_code = passed.in_code || c.code_span;
}

/// W4, mainland: ？！ together take one em, three of them two.
bool is_doubled_question(const Cell& a, const Cell& b) {
    return a.region == Region::mainland && a.kind == Kind::question && b.kind == Kind::question && a.wide &&
           b.wide;
}

}  // namespace

std::int32_t pair_blank(const Cell& left, const Cell& right, std::uint8_t adjacent_percent) {
    const std::int32_t both = left.after + right.before;
    if (is_doubled_question(left, right)) return 0;
    if (!is_bracket(left.kind) && !is_bracket(right.kind)) return both;
    if (left.kind == Kind::middle_dot) return left.after;  // M7: a quarter stays beside the dot
    if (right.kind == Kind::middle_dot) return right.before;
    const std::int32_t half = (left.wide ? left.em : right.em) / 2;
    return adjacent_percent <= 100 ? 0 : std::max(0, both - half);
}

void set_gaps(const Setting& setting, Cells& all) {
    const std::vector<Cell>& cells = all.cells;
    all.gaps.assign(cells.size(), Gap{});
    Passed passed;
    std::size_t before = cells.size();        // the last solid cell…
    std::size_t before_notes = cells.size();  // …and the last that is no note mark
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& c = cells[i];
        if (c.kind == Kind::hard_break) {
            passed = {};
            before = before_notes = cells.size();
        } else if (!is_solid(c)) {
            pass(passed, c);
        } else {
            const bool note = c.kind == Kind::note;
            if (before == cells.size()) {
                all.gaps[i].natural = all.gaps[i].at_start = passed.spaces + passed.fixed;
            } else if (!note || passed.any_space) {
                const std::size_t left = before_notes == cells.size() ? before : before_notes;
                all.gaps[i] = gap_between(setting, cells[left], c, passed);
                if (parts_items(cells, left, i, passed)) all.gaps[i].natural += cells[left].em / 4;
            }
            if (before < cells.size()) all.gaps[i].natural += cells[before].tracking;
            if (c.kind != Kind::opening) all.gaps[i].at_start += c.before;
            passed = {};
            before = i;
            if (!note) before_notes = i;
        }
    }
}

}  // namespace hanqing
