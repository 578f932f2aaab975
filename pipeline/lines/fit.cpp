// SPDX-License-Identifier: Apache-2.0
// The cost of a line. Orders of magnitude are the rules' ranks: an opened Han–Han gap (typesetting 5 A 1)
// outweighs every 孤字 (G3), that every penalty, those every difference of looks. Sums run in fixed order:
// doubles rank, they never become a coordinate.
#include "lines/fit.hpp"

#include "lines/code_lines.hpp"
#include "lines/grid.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr double demerits_open =
    1e7;  ///< A Han–Han gap above a tenth of an em, or a line that cannot be filled.
constexpr double demerits_orphan = 1e5;  ///< 孤字
constexpr double demerits_short = 500;   ///< Last line shorter than two ems.
constexpr double demerits_stub = 30;     ///< Last line shorter than the next indent.
constexpr double demerits_hang = 4;
constexpr double demerits_ragged = 1000;  ///< Times the square of the empty share.
/// Full use of each tier (§1.5): shrinking is cheaper than stretching, the later tier dearer than the
/// earlier.
constexpr std::array<double, tier_count> tier_cost{0, 0, 4, 4, 10, 14, 40, 50};
constexpr double cost_word_space_han = 20, cost_word_space_latin = 150, cost_han_latin = 30;
constexpr std::int64_t unseen_percent =
    8;                                ///< Of an em: a gap between Han that readers and extractors pass over.
constexpr double cost_letters = 800;  ///< Letters of addresses spaced as far as they may be.
constexpr double cost_han_gap = 800;  ///< At a tenth of an em.
constexpr double cost_latin_gap = 400;  ///< At a quarter of an em beyond the widest word space.

double ratio(std::int64_t part, std::int64_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

bool is_latin_text(const Setting& s) {
    return !is_han(s.styled.characters[s.paragraph.runs[0].style].language);
}

}  // namespace

std::int64_t first_em(const Setting& s) { return s.styled.characters[s.paragraph.runs[0].style].size.raw; }

std::int32_t code_of(Adjustment a) { return a.tier * 4 + (a.end_dropped ? 1 : 0) + (a.hangs ? 2 : 0); }
Adjustment adjustment_from(std::int32_t code) {
    const std::int32_t flags = code & 3;
    return {(code - flags) / 4, (flags & 1) != 0, (flags & 2) != 0};
}

Hyphen hyphen_of(const Setting& setting, const Cell& cell) {
    const GlyphRun& run = setting.shaped.runs[cell.run];
    if (setting.fonts == nullptr || run.face == no_face) return {cell.em / 3, 0};
    const std::uint16_t glyph = setting.fonts->glyph(run.face, U'-');
    const std::int64_t advance = setting.fonts->advance(run.face, glyph);
    return {scaled(run.size, advance, setting.fonts->face(run.face).upem).raw, glyph};
}

Widening widening_of(const Leeway& leeway, std::int64_t slack, std::int64_t em) {
    Widening by;
    const auto take = [&](std::int64_t limit) {
        const std::int64_t taken = std::min(slack, limit);
        slack -= taken;
        return taken;
    };
    by.word_space = take(leeway.word_space);
    by.han_latin = take(leeway.han_latin);
    by.rest = take(leeway.expands * em * unseen_percent / 100);
    by.letters = take(leeway.letters);
    by.rest += slack;
    return by;
}

Fitter::Fitter(const Setting& setting, const Cells& cells, std::int64_t measure)
    : setting_(setting),
      cells_(cells),
      measure_(measure),
      indent_(setting.style().first_indent.raw),
      em_(std::max<std::int64_t>(1, first_em(setting))),
      ragged_(setting.style().align != Align::justify),
      latin_(is_latin_text(setting)),
      hanging_(setting.style().hanging) {
    find_hangs();
    sums_.resize(cells.cells.size() + 1);
    tiers_.resize(cells.cells.size() + 1);
    for (std::size_t i = 0; i < cells.cells.size(); ++i) {
        const Gap& gap = cells.gaps[i];
        Sum next = sums_[i];
        tiers_[i + 1] = tiers_[i];
        next.width += gap.natural + cells.cells[i].body;
        next.shrink += static_cast<std::uint32_t>(gap.shrink[0] + gap.shrink[1]);
        for (std::size_t k = 0; k < 2; ++k)
            tiers_[i + 1][static_cast<std::size_t>(gap.tier[k])] += static_cast<std::uint32_t>(gap.shrink[k]);
        const auto limit = static_cast<std::uint32_t>(gap.stretch_limit);
        if (gap.stretch == Gap::Stretch::word_space) next.word_space += limit;
        if (gap.stretch == Gap::Stretch::han_latin) next.han_latin += limit;
        if (gap.stretch == Gap::Stretch::letters) next.letters += limit;
        next.expands += gap.expands ? 1 : 0;
        next.hans += gap.solid_han ? 1 : 0;
        sums_[i + 1] = next;
    }
}

/// As code_hang says, in one pass.
void Fitter::find_hangs() {
    if (code_hang(setting_, 0, measure_) == 0) return;
    std::int64_t hang = 0;
    bool leading = true;  // nothing but blanks in the line so far
    for (const Cell& cell : cells_.cells) {
        if (leading) hang = code_hang(setting_, cell.glyph, measure_);
        leading = cell.kind == Kind::hard_break || (leading && (cell.code == U' ' || cell.code == U'\t'));
        hangs_.push_back(hang);
    }
}

std::int64_t Fitter::hyphen_width(std::size_t last) const {
    return hyphen_of(setting_, cells_.cells[last]).width;
}

Leeway Fitter::leeway(std::size_t begin, std::size_t end) const {
    Leeway leeway;
    if (begin + 1 >= end) return leeway;
    const Sum& a = sums_[begin + 1];
    const Sum& b = sums_[end];
    leeway.word_space = b.word_space - a.word_space;
    leeway.han_latin = b.han_latin - a.han_latin;
    leeway.letters = b.letters - a.letters;
    leeway.expands = static_cast<std::int32_t>(b.expands - a.expands);
    leeway.hans = static_cast<std::int32_t>(b.hans - a.hans);
    for (std::size_t t = 0; t < tier_count; ++t) leeway.shrink[t] = tiers_[end][t] - tiers_[begin + 1][t];
    return leeway;
}

Fit Fitter::fit(std::size_t begin, const Break& to, Tolerance tolerance) const {
    Fit fit;
    const std::int64_t width = width_at(begin);
    if (begin >= to.cell) {  // a hard break right at the start: an empty line
        fit.set = 0;
        return fit;
    }
    if (setting_.style().grid) return on_grid(begin, to, tolerance);
    const Gap& first = cells_.gaps[begin];
    fit.natural = sums_[to.cell].width - sums_[begin].width - first.natural + first.at_start;
    const std::int64_t least =
        fit.natural - (begin + 1 < to.cell ? sums_[to.cell].shrink - sums_[begin + 1].shrink : 0);
    if (least > width + (hanging_ ? em_ : 0)) {
        fit.state = Fit::State::too_long;
        fit.is_far = true;
        return fit;
    }
    const std::size_t last = solid_end(begin, to.cell);
    if (last + 1 > begin) {
        const EndBlank blank = end_blank(cells_.cells[last]);
        fit.natural += blank.keep;
        if (to.by == Break::By::hyphen) fit.natural += hyphen_width(last);
        if (blank.optional > 0 || hanging_) return with_end(fit, begin, to, last, width, tolerance);
    }
    return judged(fit, begin, to, width, tolerance);
}

Fit Fitter::on_grid(std::size_t begin, const Break& to, Tolerance tolerance) const {
    const bool last = to.by == Break::By::forced;
    const GridRoom room{width_at(begin), em_, setting_.style().gap.raw, last || ragged_, hanging_, tolerance};
    Fit fit = fit_on_grid(cells_, begin, to.cell, room, nullptr);
    if (last && to.cell == cells_.cells.size()) fit.demerits += last_line_demerits(begin, to.cell, fit.set);
    fit.demerits += to.penalty;
    return fit;
}

/// Two more ways to end a line: the last mark with its optional blank (M8), or hung into the margin (H1).
Fit Fitter::with_end(const Fit& plain, std::size_t begin, const Break& to, std::size_t last,
                     std::int64_t width, Tolerance tolerance) const {
    const Cell& mark = cells_.cells[last];
    const EndBlank blank = end_blank(mark);
    Fit best = judged(plain, begin, to, width, tolerance);
    if (blank.optional > 0) {
        Fit kept = plain;
        kept.natural += blank.optional;
        kept = judged(kept, begin, to, width, tolerance);
        best.adjustment.end_dropped = true;
        if (best.adjustment.tier == 0) best.adjustment.tier = -static_cast<std::int32_t>(Tier::end_mark);
        const bool better = kept.state == Fit::State::fits &&
                            (best.state != Fit::State::fits || kept.demerits <= best.demerits);
        if (better) best = kept;
    }
    const bool alone = last > begin && !is_mark(cells_.cells[last - 1].kind);
    if (hanging_ && mark.wide && alone && may_hang(mark.kind, mark.region) && plain.natural > width) {
        Fit hung = plain;
        hung.natural -= mark.body + cells_.gaps[last].natural + blank.keep;
        hung = judged(hung, begin, to, width, tolerance);
        hung.demerits += demerits_hang;
        hung.adjustment.hangs = true;
        if (hung.state == Fit::State::fits &&
            (best.state != Fit::State::fits || hung.demerits < best.demerits))
            return hung;
    }
    return best;
}

Fit Fitter::judged(Fit fit, std::size_t begin, const Break& to, std::int64_t width,
                   Tolerance tolerance) const {
    fit.set = fit.natural;
    const bool last = to.by == Break::By::forced;
    if (fit.natural > width) {
        fit = shrunk(fit, begin, to.cell, width);
    } else if (last) {
        if (to.cell == cells_.cells.size()) fit.demerits += last_line_demerits(begin, to.cell, fit.natural);
    } else if (ragged_) {
        const double empty = ratio(width - fit.natural, std::max<std::int64_t>(1, width));
        fit.demerits += demerits_ragged * empty * empty;
    } else {
        fit = stretched(fit, begin, to.cell, width, tolerance);
    }
    fit.demerits += to.penalty;
    return fit;
}

Fit Fitter::shrunk(Fit fit, std::size_t begin, std::size_t end, std::int64_t width) const {
    const Leeway leeway = this->leeway(begin, end);
    std::int64_t need = fit.natural - width;
    for (std::size_t t = 1; t < tier_count && need > 0; ++t) {
        if (leeway.shrink[t] <= 0) continue;
        const std::int64_t used = std::min(need, leeway.shrink[t]);
        const double share = ratio(used, leeway.shrink[t]);
        fit.demerits += tier_cost[t] * share * share;
        fit.adjustment.tier = -static_cast<std::int32_t>(t);
        need -= used;
    }
    fit.set = width;
    if (need > 0) fit.state = Fit::State::too_long;
    return fit;
}

Fit Fitter::stretched(Fit fit, std::size_t begin, std::size_t end, std::int64_t width,
                      Tolerance tolerance) const {
    if (width == fit.natural) return fit;
    const Leeway leeway = this->leeway(begin, end);
    const Widening by = widening_of(leeway, width - fit.natural, em_);
    fit.set = width;
    if (by.word_space > 0) {
        const double share = ratio(by.word_space, leeway.word_space);
        fit.demerits += (latin_ ? cost_word_space_latin : cost_word_space_han) * share * share * share;
        fit.adjustment.tier = 1;
    }
    if (by.han_latin > 0) {
        const double share = ratio(by.han_latin, leeway.han_latin);
        fit.demerits += cost_han_latin * share * share;
        fit.adjustment.tier = 2;
    }
    if (by.letters > 0) {
        const double share = ratio(by.letters, leeway.letters);
        fit.demerits += cost_letters * share * share;
        fit.adjustment.tier = 3;
    }
    const std::int64_t slack = by.rest;
    if (slack == 0) return fit;
    fit.adjustment.tier = 3;
    const std::int64_t gaps = leeway.expands;
    const bool han = leeway.hans > 0;
    if (gaps == 0) {  // one long word: nothing to open
        const double empty = ratio(slack, width);
        fit.set = width - slack;
        fit.demerits += demerits_open * (1 + 10 * empty * empty);
        if (tolerance == Tolerance::strict) fit.state = Fit::State::too_short;
        fit.is_far = slack > width / 2;
        return fit;
    }
    const double ems = ratio(slack, em_ * gaps);
    if (han)
        fit.demerits += cost_han_gap * (ems / 0.1) * (ems / 0.1);
    else
        fit.demerits += cost_latin_gap * (ems / 0.25) * (ems / 0.25);
    // Words an em farther apart than the widest word space tear a line as gaps of a tenth between Han do.
    const std::int64_t tenths = han ? 1 : 10;
    if (slack * 10 <= em_ * gaps * tenths) return fit;
    fit.demerits += demerits_open * (ems * 10 / static_cast<double>(tenths));
    if (tolerance == Tolerance::strict) {
        fit.state = Fit::State::too_short;
        fit.is_far = slack * 10 > em_ * (gaps + 20) * tenths;
    }
    return fit;
}

/// G3: at least two characters besides punctuation; better also longer than the next paragraph's indent.
double Fitter::last_line_demerits(std::size_t begin, std::size_t end, std::int64_t natural) const {
    if (begin == 0 || natural >= 3 * em_) return 0;
    std::size_t characters = 0;
    for (std::size_t i = begin; i < end && characters < 2; ++i) {
        const Kind k = cells_.cells[i].kind;
        if (is_solid(cells_.cells[i]) && !is_mark(k) && k != Kind::note && k != Kind::dash &&
            k != Kind::ellipsis)
            ++characters;
    }
    if (characters < 2) return demerits_orphan;
    return natural < 2 * em_ ? demerits_short : demerits_stub;
}

}  // namespace hanqing
