// SPDX-License-Identifier: Apache-2.0
// One paragraph to a measure: the strictest pass that succeeds gives the lines.
#include "lines/composition.hpp"

#include "lines/optimum.hpp"
#include "lines/title.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

std::uint32_t glyph_at(const Setting& s, const Cells& all, std::size_t cell) {
    return cell < all.cells.size() ? all.cells[cell].glyph
                                   : static_cast<std::uint32_t>(s.shaped.glyphs.size());
}

Solution solution_of(const Setting& s, const Cells& all, const Fitter& fitter,
                     const std::vector<Break>& breaks, const Path& path) {
    Solution solution;
    solution.demerits = path.demerits;
    std::size_t start = 0;
    for (const std::uint32_t index : path.breaks) {
        const Break& to = breaks[index];
        const Fit fit = fitter.fit(start, to, Tolerance::any);
        Line line;
        line.begin = glyph_at(s, all, start);
        line.end = glyph_at(s, all, to.cell);
        line.natural = {fit.natural};
        line.set = {fit.set};
        line.adjustment = code_of(fit.adjustment);
        line.hyphen = to.by == Break::By::hyphen;
        line.last = to.by == Break::By::forced;
        line.overfull = fit.state == Fit::State::too_long;
        solution.lines.push_back(line);
        start = to.cell;
    }
    return solution;
}

/// Without hyphens, with them, and with whatever it takes: each only when the one before is not good enough.
/// What a pass finds is the best of all ways, since what it leaves out costs more than its result (see the
/// fit's ranks).
std::vector<Path> paths_of(const Setting& s, const Cells& all, const Fitter& fitter,
                           std::vector<Break>& breaks, std::int64_t measure) {
    const std::int64_t width = std::min(fitter.width_at(0), measure);
    breaks = breaks_of(s, all, false);
    if (s.style().wrap_anywhere) {
        breaks = with_emergencies(s, all, breaks, width);
        return best_paths(fitter, breaks, Tolerance::any, true);
    }
    std::vector<Path> paths = best_paths(fitter, breaks, Tolerance::strict, false);
    if (!paths.empty() && paths.front().demerits <= penalty_hyphen) return paths;
    std::vector<Break> more = breaks_of(s, all, true);
    const bool words =
        std::any_of(more.begin(), more.end(), [](const Break& b) { return b.by == Break::By::hyphen; });
    if (words) {
        breaks = std::move(more);
        paths = best_paths(fitter, breaks, Tolerance::strict, false);
    }
    if (!paths.empty() && paths.front().demerits <= penalty_anywhere) return paths;
    breaks = with_emergencies(s, all, breaks, width);
    paths = best_paths(fitter, breaks, Tolerance::strict, false);
    return paths.empty() ? best_paths(fitter, breaks, Tolerance::any, true) : paths;
}

/// Most headings, cells and items are one line: then no breaks need be looked for.
bool is_one_line(const Cells& all, const Fitter& fitter, const Break& end) {
    const bool hard = std::any_of(all.cells.begin(), all.cells.end(),
                                  [](const Cell& c) { return c.kind == Kind::hard_break; });
    if (hard) return false;
    const Fit fit = fitter.fit(0, end, Tolerance::strict);
    return fit.state == Fit::State::fits && fit.adjustment.tier >= 0;
}

}  // namespace

BrokenParagraph break_text(const Setting& setting, Length measure) {
    BrokenParagraph broken;
    broken.measure = measure;
    if (setting.shaped.glyphs.empty()) {
        broken.solutions.emplace_back();
        return broken;
    }
    Cells all;
    compose(setting, 0, static_cast<std::uint32_t>(setting.shaped.glyphs.size()), all);
    const Fitter fitter(setting, all, measure.raw);
    const Break end{static_cast<std::uint32_t>(all.cells.size()), Break::By::forced, 0};
    if (is_one_line(all, fitter, end)) {
        const Path path{{0}, demerits_of(fitter, {end}, {0}), false};
        broken.solutions.push_back(solution_of(setting, all, fitter, {end}, path));
        return broken;
    }
    if (setting.style().balance) {
        const std::vector<Break> words = word_breaks_of(setting, all);
        if (const std::optional<Path> title = title_path(all, fitter, words)) {
            broken.solutions.push_back(solution_of(setting, all, fitter, words, *title));
            return broken;
        }
    }
    std::vector<Break> breaks;
    for (const Path& path : paths_of(setting, all, fitter, breaks, measure.raw))
        broken.solutions.push_back(solution_of(setting, all, fitter, breaks, path));
    return broken;
}

Widths widths_of(const Setting& setting) {
    Widths widths;
    if (setting.shaped.glyphs.empty()) return widths;
    Cells all;
    compose(setting, 0, static_cast<std::uint32_t>(setting.shaped.glyphs.size()), all);
    const Fitter fitter(setting, all, std::int64_t{1} << 40);
    const std::int64_t indent = setting.style().first_indent.raw;
    std::size_t piece = 0, line = 0;
    for (const Break& to : breaks_of(setting, all, false)) {  // a column shows whole words when it can
        if (to.penalty >= penalty_hyphen) continue;
        const Break end{to.cell, Break::By::forced, 0};
        const auto width = [&](std::size_t from) {
            return Length{fitter.fit(from, end, Tolerance::any).natural + (from == 0 ? indent : 0)};
        };
        widths.least = larger(widths.least, width(piece));
        piece = to.cell;
        if (to.by != Break::By::forced) continue;
        widths.natural = larger(widths.natural, width(line));
        line = to.cell;
    }
    return widths;
}

}  // namespace hanqing
