// SPDX-License-Identifier: Apache-2.0
// Formulas to items: their glyphs by size and baseline, which are heard as one, then their rules.
#include "pages/setter_job.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <tuple>

namespace hanqing {
namespace {

/// Fewest items: all of one face, size and baseline together, from left to right.
std::vector<FormulaGlyph> by_item(std::vector<FormulaGlyph> glyphs) {
    const auto key = [](const FormulaGlyph& g) { return std::tuple(-g.size.raw, -g.y.raw, g.face, g.x.raw); };
    std::stable_sort(glyphs.begin(), glyphs.end(),
                     [&](const FormulaGlyph& a, const FormulaGlyph& b) { return key(a) < key(b); });
    return glyphs;
}

bool share_item(const FormulaGlyph& a, const FormulaGlyph& b) {
    return a.face == b.face && a.size == b.size && a.y == b.y;
}

/// The source of a piece; its dollar signs go with the first and the last.
std::string_view source_of(const Formula& formula, std::uint32_t piece) {
    const std::string_view source = formula.source;
    if (formula.display || formula.ends.size() < 2) return piece == 0 ? source : std::string_view{};
    const std::size_t delimiter = (source.size() - formula.tex.size()) / 2;
    const auto begins = [&](std::size_t i) -> std::size_t {
        if (i == 0) return 0;
        if (i >= formula.ends.size() || formula.ends[i - 1] >= formula.list.size()) return source.size();
        return std::min(delimiter + formula.list[formula.ends[i - 1]].tex, source.size());
    };
    return source.substr(begins(piece), std::max(begins(piece + 1), begins(piece)) - begins(piece));
}

}  // namespace

/// Each piece of a formula says its part of the source.
void Setter::set_formula(const Job& job, std::uint32_t glyph, const InlineObject& object, Length x) {
    const FormulaBox* const box = job.shaped.formula_at(glyph);
    if (box == nullptr) return;
    const GlyphRun& run = job.shaped.runs[job.run_of(glyph)];
    const bool is_content = job.role.artifact == Artifact::none;
    const std::uint32_t tag = is_content ? tag_of(job.paragraph, job.paragraph.runs[run.text_run]) : none;
    const Colour colour = matter_.styled().characters[run.style].colour;
    const Place place = place_of(job.paragraph, job.shaped.glyphs[glyph].text);
    std::vector<PageItem>& items = pages_.pages[job.page_index].items;
    TextSpan spoken{static_cast<std::uint32_t>(pages_.text.size()), 0};
    pages_.text += source_of(matter_.styled().formulas[object.index], object.piece);
    spoken.size = static_cast<std::uint32_t>(pages_.text.size()) - spoken.begin;
    const std::vector<FormulaGlyph> glyphs = by_item(box->glyphs);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const auto position = static_cast<std::uint32_t>(pages_.glyphs.size());
        if (i == 0 || !share_item(glyphs[i - 1], glyphs[i])) {
            GlyphsItem item;
            item.face = glyphs[i].face;
            item.size = glyphs[i].size;
            item.colour = colour;
            item.baseline = job.baseline - glyphs[i].y;
            item.begin = item.end = position;
            item.continues = i > 0;
            if (i == 0) item.spoken = spoken;
            items.push_back({item, tag, job.role.artifact, place});
        }
        const auto text = static_cast<std::uint32_t>(pages_.text.size());
        if (glyphs[i].code != 0) append_utf8(pages_.text, glyphs[i].code);
        const auto size = static_cast<std::uint16_t>(pages_.text.size() - text);
        pages_.glyphs.push_back({glyphs[i].glyph, size, text, x + glyphs[i].x, {}});
        std::get<GlyphsItem>(items.back().shape).end = position + 1;
    }
    for (const FormulaRule& rule : box->rules) {
        const Rectangle area{{x + rule.x, job.baseline - rule.y - rule.height}, rule.width, rule.height};
        items.push_back({RectangleItem{area, colour}, tag, job.role.artifact, place});
    }
    fresh_ = true;
}

}  // namespace hanqing
