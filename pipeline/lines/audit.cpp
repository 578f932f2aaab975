// SPDX-License-Identifier: Apache-2.0
// Each line's first and last character, its gaps and its right edge.
#include "lines/audit.hpp"

#include "lines/optimum.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace hanqing {
namespace {

constexpr std::int64_t open_permille = 100;
constexpr std::int64_t rounding_permille = 1;

/// What one line is judged by.
struct Judged {
    const Setting& setting;
    const BrokenParagraph& broken;
    const Line& line;
    std::uint32_t paragraph = 0, number = 0;
};

void fault(LineAudit& audit, const Judged& j, LineFaultKind kind, std::int64_t permille = 0) {
    audit.faults.push_back({kind, j.paragraph, j.number, permille});
}

void judge_edges(const Judged& j, const Cells& all, bool starts_line, LineAudit& audit) {
    const Prohibition level = j.setting.style().prohibition;
    const std::size_t last = last_solid(all, 0, all.cells.size());
    if (last + 1 == 0) return;
    std::size_t first = 0;
    while (!is_solid(all.cells[first])) ++first;
    const Cell& a = all.cells[first];
    const Cell& z = all.cells[last];
    if (starts_line && a.wide && !may_start(a.kind, level)) fault(audit, j, LineFaultKind::forbidden_start);
    if (!j.line.last && z.wide && !may_end(z.kind, level)) fault(audit, j, LineFaultKind::forbidden_end);
}

/// Gaps between neighbouring Han, from where their glyphs stand.
void judge_gaps(const Judged& j, const Cells& all, const PlacedLine& placed, LineAudit& audit) {
    std::vector<std::int64_t> x_of(j.line.end - j.line.begin, 0);
    for (const PlacedGlyph& g : placed.glyphs)
        if (g.glyph != none) x_of[g.glyph - j.line.begin] = g.x.raw;
    std::int64_t widest = 0, narrowest = 0;
    for (std::size_t i = 1; i < all.cells.size(); ++i) {
        if (!all.gaps[i].solid_han || !is_solid(all.cells[i - 1]) || all.cells[i - 1].ruby != none ||
            all.cells[i].ruby != none)
            continue;
        const Cell& a = all.cells[i - 1];
        const Cell& b = all.cells[i];
        const std::int64_t natural = all.gaps[i].natural;
        const std::int64_t gap =
            x_of[b.glyph - j.line.begin] - x_of[a.glyph - j.line.begin] - a.advance - natural;
        widest = std::max(widest, gap * 1000 / b.em);
        narrowest = std::min(narrowest, gap * 1000 / b.em);
    }
    audit.figures.widest_gap_permille = std::max(audit.figures.widest_gap_permille, widest);
    if (widest > open_permille) fault(audit, j, LineFaultKind::open_gap, widest);
    if (narrowest < -rounding_permille) fault(audit, j, LineFaultKind::negative_gap, narrowest);
}

bool is_orphan(const Cells& all) {
    std::size_t characters = 0;
    for (const Cell& c : all.cells)
        if (is_solid(c) && !is_mark(c.kind) && c.kind != Kind::note && c.kind != Kind::dash &&
            c.kind != Kind::ellipsis)
            ++characters;
    return characters < 2;
}

void judge_line(const Judged& j, std::size_t of, LineAudit& audit) {
    Cells all;
    compose(j.setting, j.line.begin, j.line.end, all);
    const PlacedLine placed = place_line(j.setting, j.broken, j.line);
    const bool first = j.number == 0;
    const bool after_hard_break = !first && j.setting.shaped.glyphs[j.line.begin - 1].code == 0x2028;
    judge_edges(j, all, !first && !after_hard_break, audit);
    judge_gaps(j, all, placed, audit);
    if (j.line.overfull) fault(audit, j, LineFaultKind::overfull);
    const bool ends_paragraph = !first && j.number + 1 == of && !after_hard_break;
    audit.figures.last_lines += ends_paragraph ? 1 : 0;
    if (ends_paragraph && is_orphan(all)) fault(audit, j, LineFaultKind::orphan);
    const std::int64_t room = (j.broken.measure - placed.left - placed.width).raw;
    if (j.setting.style().align == Align::justify && !j.line.last && std::abs(room) > 1) {
        const bool fillable = room < 0 || std::any_of(all.gaps.begin() + 1, all.gaps.end(),
                                                      [](const Gap& g) { return g.expands; });
        if (fillable)
            fault(audit, j, LineFaultKind::not_filled, room * 1000 / std::max(1, all.cells.front().em));
        else
            ++audit.figures.unfillable;
    }
    audit.figures.glyphs += j.line.end - j.line.begin;
    audit.figures.hyphens += j.line.hyphen ? 1 : 0;
    audit.figures.squeezed += j.line.set < j.line.natural ? 1 : 0;
    audit.figures.stretched += j.line.natural < j.line.set ? 1 : 0;
}

/// Everything that may be broken, and the paragraph over it.
struct AllBreaks {
    Cells cells;
    std::vector<Break> breaks;
    std::optional<Fitter> fitter;

    AllBreaks(const Setting& setting, Length measure) {
        compose(setting, 0, static_cast<std::uint32_t>(setting.shaped.glyphs.size()), cells);
        fitter.emplace(setting, cells, measure.raw);
        breaks = with_emergencies(setting, cells, breaks_of(setting, cells, true), fitter->width_at(0));
    }
};

/// Open gaps are a fault only where some set of breaks has none. `from`: the paragraph's first fault.
void excuse_open_gaps(const Setting& setting, const BrokenParagraph& broken, std::size_t from,
                      LineAudit& audit) {
    const auto is_open = [](const LineFault& f) { return f.kind == LineFaultKind::open_gap; };
    const auto begin = audit.faults.begin() + static_cast<std::ptrdiff_t>(from);
    const auto open = std::count_if(begin, audit.faults.end(), is_open);
    if (open == 0) return;
    const AllBreaks all(setting, broken.measure);
    if (!best_paths(*all.fitter, all.breaks, Tolerance::strict, false).empty()) {
        audit.figures.opened_unforced += static_cast<std::uint64_t>(open);
        return;
    }
    audit.faults.erase(std::remove_if(begin, audit.faults.end(), is_open), audit.faults.end());
    audit.figures.opened_for_want += static_cast<std::uint64_t>(open);
}

void compare_with_greedy(const Setting& setting, const BrokenParagraph& broken, LineAudit& audit) {
    const AllBreaks all(setting, broken.measure);
    const double greedy = greedy_path(*all.fitter, all.breaks).demerits;
    const double best = broken.solutions.front().demerits;
    audit.figures.demerits += best;
    audit.figures.greedy_demerits += greedy;
    if (best > greedy * (1 + 1e-9) + 1e-6) ++audit.figures.worse_than_greedy;
}

}  // namespace

void audit_paragraph(const Setting& setting, const BrokenParagraph& broken, std::uint32_t index, bool compare,
                     LineAudit& audit) {
    if (broken.solutions.empty()) return;
    const std::vector<Line>& lines = broken.solutions.front().lines;
    ++audit.figures.paragraphs;
    const std::size_t faults = audit.faults.size();
    audit.figures.lines += lines.size();
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        const Judged judged{setting, broken, lines[i], index, i};
        if (lines[i].begin != next) fault(audit, judged, LineFaultKind::lost_text);
        next = lines[i].end;
        if (lines[i].begin < lines[i].end) judge_line(judged, lines.size(), audit);
    }
    if (next != setting.shaped.glyphs.size())
        audit.faults.push_back(
            {LineFaultKind::lost_text, index, static_cast<std::uint32_t>(lines.size()), 0});
    excuse_open_gaps(setting, broken, faults, audit);
    // A title is judged by its shape, code by its signs; neither is comparable with first fit.
    const ParagraphStyle& style = setting.style();
    if (compare && !lines.empty() && !style.balance && !style.wrap_anywhere)
        compare_with_greedy(setting, broken, audit);
}

LineAudit audit(const Lines& lines, const Fonts& fonts, bool compare) {
    LineAudit found;
    const Styled& styled = lines.shaped.styled;
    for (std::size_t i = 0; i < lines.paragraphs.size(); ++i)
        audit_paragraph({styled.paragraphs[i], lines.shaped.paragraphs[i], styled, &fonts},
                        lines.paragraphs[i], static_cast<std::uint32_t>(i), compare, found);
    return found;
}

}  // namespace hanqing
