// SPDX-License-Identifier: Apache-2.0
// Line -> PlacedLine: the gaps of one line opened or squeezed tier by tier in whole units, then every glyph
// at its x.
#include "lines/code_lines.hpp"
#include "lines/composition.hpp"
#include "lines/fit.hpp"
#include "lines/grid.hpp"
#include "lines/ruby.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// Deals out `used` over parts of `whole` so that the shares sum up exactly and equal parts differ by one
/// unit.
class Share {
public:
    Share(std::int64_t used, std::int64_t whole) : used_(used), whole_(whole) {}
    std::int64_t next(std::int64_t part) {
        if (whole_ <= 0) return 0;
        seen_ += part;
        const std::int64_t due = scaled({used_}, seen_, whole_).raw;
        const std::int64_t share = due - given_;
        given_ = due;
        return share;
    }

private:
    std::int64_t used_, whole_, seen_ = 0, given_ = 0;
};

Leeway leeway_of(const Cells& all, std::size_t end) {
    Leeway sum;
    for (std::size_t i = 1; i < end; ++i) {
        const Gap& gap = all.gaps[i];
        for (std::size_t k = 0; k < 2; ++k)
            sum.shrink[static_cast<std::size_t>(gap.tier[k])] += gap.shrink[k];
        if (gap.stretch == Gap::Stretch::word_space) sum.word_space += gap.stretch_limit;
        if (gap.stretch == Gap::Stretch::han_latin) sum.han_latin += gap.stretch_limit;
        if (gap.stretch == Gap::Stretch::letters) sum.letters += gap.stretch_limit;
        sum.expands += gap.expands ? 1 : 0;
    }
    return sum;
}

/// Widths of the gaps before the cells [1, end) so that the line comes out at `change` more (less) than
/// natural.
std::vector<std::int64_t> set_gaps_of_line(const Cells& all, std::size_t end, std::int64_t change,
                                           std::int64_t em) {
    const Leeway leeway = leeway_of(all, end);
    std::vector<Share> shrink;
    std::int64_t need = std::max<std::int64_t>(0, -change);
    for (std::size_t t = 0; t < tier_count; ++t) {
        const std::int64_t used = t == 0 ? 0 : std::min(need, leeway.shrink[t]);
        shrink.emplace_back(used, leeway.shrink[t]);
        need -= used;
    }
    const Widening by = widening_of(leeway, std::max<std::int64_t>(0, change), em);
    Share words(by.word_space, leeway.word_space), borders(by.han_latin, leeway.han_latin);
    Share letters(by.letters, leeway.letters), rest(by.rest, leeway.expands);
    std::vector<std::int64_t> widths(end, 0);
    for (std::size_t i = 1; i < end; ++i) {
        const Gap& gap = all.gaps[i];
        widths[i] = gap.natural;
        for (std::size_t k = 0; k < 2; ++k)
            if (gap.shrink[k] > 0)
                widths[i] -= shrink[static_cast<std::size_t>(gap.tier[k])].next(gap.shrink[k]);
        if (gap.stretch == Gap::Stretch::word_space) widths[i] += words.next(gap.stretch_limit);
        if (gap.stretch == Gap::Stretch::han_latin) widths[i] += borders.next(gap.stretch_limit);
        if (gap.stretch == Gap::Stretch::letters) widths[i] += letters.next(gap.stretch_limit);
        if (gap.expands) widths[i] += rest.next(1);
    }
    return widths;
}

/// Left edge of each cell's body, from the line's left end.
std::vector<std::int64_t> edges_of(const Cells& all, std::size_t end, Length change, std::int64_t em) {
    const std::vector<std::int64_t> gaps = set_gaps_of_line(all, end, change.raw, em);
    std::vector<std::int64_t> edges(all.cells.size());
    std::int64_t x = all.cells.empty() ? 0 : all.gaps[0].at_start;
    std::int64_t spaces = 0;
    for (std::size_t i = 0; i < all.cells.size(); ++i) {
        if (i > 0 && i < end) x += gaps[i];
        edges[i] = x + (is_solid(all.cells[i]) ? 0 : spaces);
        spaces =
            is_solid(all.cells[i]) ? 0 : spaces + (is_blank(all.cells[i].kind) ? all.cells[i].advance : 0);
        x += all.cells[i].body;
    }
    return edges;
}

/// Of the first line, of those after hard breaks, and of the rest of a line of code.
Length indent_of(const Setting& s, const Line& line, Length measure) {
    const Length indent = s.style().first_indent;
    if (line.begin == 0) return indent;
    const bool after_break = line_kind_of(s.shaped.glyphs[line.begin - 1].code) == Kind::hard_break;
    if (after_break) return larger(indent, Length{});
    return {code_hang(s, line.begin, measure.raw)};
}

std::vector<std::int64_t> grid_edges(const Setting& s, const BrokenParagraph& broken, const Line& line,
                                     const Cells& all) {
    const ParagraphStyle& style = s.style();
    const Length width = broken.measure - indent_of(s, line, broken.measure);
    const std::int64_t em = first_em(s);
    const GridRoom room{width.raw,     em,
                        style.gap.raw, line.last || style.align != Align::justify,
                        style.hanging, Tolerance::any};
    std::vector<std::int64_t> edges;
    fit_on_grid(all, 0, all.cells.size(), room, &edges);
    return edges;
}

bool is_rtl(const Setting& s, const Cell& c) { return s.shaped.runs[c.run].right_to_left; }

/// UAX 9, rule L2: from the highest level down, every stretch of at least that level is mirrored.
void turn(const Setting& s, const Cells& all, std::vector<std::int64_t>& edges) {
    const auto level = [&](std::size_t i) { return s.shaped.runs[all.cells[i].run].level; };
    std::uint8_t highest = 0;
    for (std::size_t i = 0; i < all.cells.size(); ++i) highest = std::max(highest, level(i));
    for (std::uint8_t l = highest; l > 0; --l) {
        for (std::size_t i = 0; i < all.cells.size(); ++i) {
            std::size_t end = i;
            std::int64_t left = edges[i], right = left;
            for (; end < all.cells.size() && level(end) >= l; ++end) {
                left = std::min(left, edges[end]);
                right = std::max(right, edges[end] + all.cells[end].body);
            }
            for (std::size_t j = i; j < end; ++j) edges[j] = left + right - edges[j] - all.cells[j].body;
            i = std::max(i, end);
        }
    }
}

std::uint32_t end_of_cluster(const Cells& all, std::size_t i, std::uint32_t line_end) {
    return i + 1 < all.cells.size() ? all.cells[i + 1].glyph : line_end;
}

void put_cell(const Setting& s, const Cell& cell, std::int64_t edge, std::uint32_t end, PlacedLine& placed) {
    if (cell.kind == Kind::invisible || cell.kind == Kind::hard_break) return;
    std::int64_t pen = edge + cell.shift;
    const auto put = [&](std::uint32_t g) {
        placed.glyphs.push_back({g, {pen + s.shaped.glyphs[g].x_offset}});
        pen += s.shaped.glyphs[g].advance;
    };
    if (is_rtl(s, cell))
        for (std::uint32_t g = end; g-- > cell.glyph;) put(g);
    else
        for (std::uint32_t g = cell.glyph; g < end; ++g) put(g);
}

std::vector<PlacedRuby> rubies_of(const Setting& s, const Cells& all,
                                  const std::vector<std::int64_t>& edges) {
    std::vector<PlacedRuby> rubies;
    for (std::size_t i = 0; i < all.cells.size(); ++i) {
        const std::uint32_t ruby = all.cells[i].ruby;
        if (ruby == none) continue;
        const Length left{edges[i]}, right{edges[i] + all.cells[i].body};
        if (!rubies.empty() && rubies.back().ruby == ruby)
            rubies.back().base_width = right - rubies.back().base_left;
        else
            rubies.push_back({ruby, left, right - left, {annotation_width(s, s.paragraph.rubies[ruby])}});
    }
    return rubies;
}

Length left_of(const Setting& s, const BrokenParagraph& broken, const Line& line) {
    const Length indent = indent_of(s, line, broken.measure);
    const Length room = broken.measure - indent - line.set;
    switch (s.style().align) {
        case Align::centre:
            return indent + room / 2;
        case Align::right:
            return indent + room;
        default:
            return indent;
    }
}

}  // namespace

PlacedLine place_line(const Setting& setting, const BrokenParagraph& broken, const Line& line) {
    PlacedLine placed;
    placed.left = left_of(setting, broken, line);
    placed.width = line.set;
    if (line.begin == line.end) return placed;
    Cells all;
    compose(setting, line.begin, line.end, all);
    const std::size_t last = last_solid(all, 0, all.cells.size());
    std::vector<std::int64_t> edges =
        setting.style().grid ? grid_edges(setting, broken, line, all)
                             : edges_of(all, last + 1, line.set - line.natural, first_em(setting));
    turn(setting, all, edges);
    std::vector<std::size_t> order(all.cells.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return edges[a] < edges[b]; });
    for (const std::size_t i : order)
        put_cell(setting, all.cells[i], edges[i], end_of_cluster(all, i, line.end), placed);
    if (line.hyphen) {
        const Hyphen hyphen = hyphen_of(setting, all.cells[last]);
        placed.hyphen_run = all.cells[last].run;
        placed.hyphen_glyph = hyphen.glyph;
        placed.glyphs.push_back({none, {edges[last] + all.cells[last].body}});
    }
    placed.rubies = rubies_of(setting, all, edges);
    return placed;
}

}  // namespace hanqing
