// SPDX-License-Identifier: Apache-2.0
// Running texts at their places: the same place of the sheet on every page, lying ones too (N1, GB/T 9704
// clause 8).
#include "pages/furniture.hpp"

#include "base/unicode.hpp"
#include "shape/ink.hpp"

namespace hanqing {
namespace {

struct Job {
    Matter& matter;
    Setter& setter;
    Pages& pages;
    const std::vector<PageFacts>& facts;
};

bool is_shown(const Furniture& furniture, const PageFacts& facts, std::uint32_t page) {
    const bool odd = (page + 1) % 2 == 1;
    if (furniture.skip_first && facts.first) return false;
    return furniture.on == Furniture::On::all || (furniture.on == Furniture::On::odd) == odd;
}

/// Words no wider than `room`: what does not fit ends in an ellipsis.
std::uint32_t fitted_words(Matter& matter, const std::string& text, std::uint32_t style, Length room) {
    const std::uint32_t words = matter.words(text, style);
    const Length width = matter.width_of_words(words);
    if (width <= room || width == Length{}) return words;
    std::u32string cut = utf32(text);
    auto keep = static_cast<std::size_t>(room.raw * static_cast<std::int64_t>(cut.size()) / width.raw);
    for (; keep > 1; --keep) {
        const std::uint32_t shorter = matter.words(utf8(cut.substr(0, keep - 1) + U"…"), style);
        if (matter.width_of_words(shorter) <= room) return shorter;
    }
    return words;
}

/// How far the ink of the first character rises above the baseline.
Length rise_of(const Matter& matter, std::uint32_t words) {
    const ShapedParagraph& shaped = matter.shaped(words);
    if (shaped.glyphs.empty() || shaped.runs.empty() || shaped.runs[0].face == no_face) return {};
    const GlyphRun& run = shaped.runs[0];
    const Ink ink = ink_of(matter.fonts(), run.face, shaped.glyphs[0].glyph);
    return scaled(run.size, ink.top, matter.fonts().face(run.face).upem);
}

/// The frame of the page as it lies in the stack of sheets: lying pages are turned back.
Page upright_frame(const Job& job, std::uint32_t page) {
    const Sequence& sequence = job.matter.styled().sequences[job.facts[page].sequence];
    return page_frame(sequence.page, page + 1, false);
}

Point turned_point(const Page& upright, Point p) { return {upright.height - p.y, p.x}; }

/// False when there is nothing to say on this page.
bool set_text(const Job& job, const Furniture& furniture, std::uint32_t page) {
    const Styled& styled = job.matter.styled();
    const std::string text = running_text(furniture.text, styled, job.pages, job.facts, page);
    if (text.empty()) return false;
    const Page frame = upright_frame(job, page);
    const Rectangle& area = frame.type_area;
    const std::uint32_t words =
        fitted_words(job.matter, text, furniture.style, area.width - furniture.inset * 2);
    const Length spare = area.width - job.matter.width_of_words(words);
    const bool mirrored =
        furniture.outside && (page + 1) % 2 == 0 && styled.sequences[job.facts[page].sequence].page.two_sided;
    const bool left = mirrored ? furniture.align == Align::right : furniture.align == Align::left;
    const bool right = mirrored ? furniture.align == Align::left : furniture.align == Align::right;
    Point at{area.corner.x + spare / 2, area.corner.y + furniture.baseline};
    if (left) at.x = area.corner.x + furniture.inset;
    if (right) at.x = area.corner.x + spare - furniture.inset;
    if (furniture.ink_top > Length{}) at.y = area.corner.y + furniture.ink_top + rise_of(job.matter, words);
    if (furniture.baseline > Length{} || furniture.ink_top > Length{}) at.y += area.height;
    Artifact artifact = furniture.baseline < Length{} ? Artifact::header : Artifact::footer;
    if (furniture.text.find("{page}") != std::string::npos) artifact = Artifact::page_number;
    const bool turned = job.facts[page].turned;
    job.setter.set_words(page, words, turned ? turned_point(frame, at) : at, artifact, turned ? -90 : 0);
    return true;
}

/// Below a head; on a page whose head is empty there is none.
void set_head_rule(const Job& job, const Sequence& sequence, std::uint32_t page) {
    if (sequence.head_rule.size() < 2 || sequence.head_rule[1] <= Length{}) return;
    const Page frame = upright_frame(job, page);
    Rectangle rule{
        {frame.type_area.corner.x, frame.type_area.corner.y - sequence.head_rule[0] - sequence.head_rule[1]},
        frame.type_area.width,
        sequence.head_rule[1]};
    if (job.facts[page].turned) {
        const Point corner = turned_point(frame, {rule.corner.x, rule.corner.y + rule.height});
        rule = {corner, rule.height, rule.width};
    }
    job.setter.add_rectangle(page, rule, black, Artifact::header);
}

}  // namespace

void set_furniture(Matter& matter, Setter& setter, Pages& pages, const std::vector<PageFacts>& facts) {
    const Job job{matter, setter, pages, facts};
    for (std::uint32_t page = 0; page < pages.pages.size(); ++page) {
        if (pages.pages[page].blank) continue;
        const Sequence& sequence = matter.styled().sequences[facts[page].sequence];
        bool has_head = false;
        for (const Furniture& furniture : sequence.furniture) {
            if (!is_shown(furniture, facts[page], page)) continue;
            const bool is_set = set_text(job, furniture, page);
            has_head = has_head || (is_set && furniture.baseline < Length{});
        }
        if (has_head) set_head_rule(job, sequence, page);
    }
}

}  // namespace hanqing
