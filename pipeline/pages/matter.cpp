// SPDX-License-Identifier: Apache-2.0
// Breaking on demand, line boxes, and the words that pages add.
#include "pages/matter.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// A measure that nothing fills: for texts that stand on one line whatever happens.
constexpr Length endless = points(100'000);

}  // namespace

std::uint32_t main_style(const Paragraph& paragraph) {
    std::uint32_t style = paragraph.runs.empty() ? 0 : paragraph.runs.front().style, longest = 0, begin = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> bytes;
    for (const TextRun& run : paragraph.runs) {
        const std::uint32_t size = run.end - begin;
        begin = run.end;
        const auto found =
            std::find_if(bytes.begin(), bytes.end(), [&](auto& b) { return b.first == run.style; });
        const std::uint32_t sum = found == bytes.end() ? size : found->second += size;
        if (found == bytes.end()) bytes.emplace_back(run.style, size);
        if (sum > longest) {
            longest = sum;
            style = run.style;
        }
    }
    return style;
}

bool is_lone_picture(const Paragraph& paragraph) {
    return paragraph.objects.size() == 1 && paragraph.objects[0].kind == InlineObject::Kind::image &&
           paragraph.text == object_character;
}

Place place_of(const Paragraph& paragraph, std::uint32_t at) {
    Place place{paragraph.file, 0, 0};
    const auto after = std::upper_bound(paragraph.origins.begin(), paragraph.origins.end(), at,
                                        [](std::uint32_t a, const Origin& o) { return a < o.text; });
    if (after != paragraph.origins.begin())
        place.begin = place.end = (after - 1)->source + at - (after - 1)->text;
    return place;
}

const BrokenParagraph& Matter::break_to(std::uint32_t p, Length measure) {
    BrokenParagraph& known = lines_.paragraphs[p];
    if (known.solutions.empty() || known.measure != measure)
        known = break_paragraph(paragraph(p), shaped(p), styled(), measure, fonts_, notes_);
    return known;
}

Widths Matter::widths_of(std::uint32_t p) const { return widths(paragraph(p), shaped(p), styled(), fonts_); }

PlacedLine Matter::placed(std::uint32_t p, const Line& line) const {
    return place(paragraph(p), shaped(p), styled(), broken(p), line, fonts_);
}

const LineBox& Matter::box_of(std::uint32_t p) {
    if (boxes_.size() <= p) boxes_.resize(styled().paragraphs.size());
    LineBox& box = boxes_[p];
    if (box.size > Length{}) return box;
    if (is_lone_picture(paragraph(p))) {
        box.size = box.pitch = box.baseline = larger(paragraph(p).objects[0].height, Length{1});
        return box;
    }
    if (is_lone_formula(paragraph(p), styled()) && !shaped(p).formulas.empty()) {
        const FormulaBox& formula = shaped(p).formulas[0].box;
        box.size = box.pitch = larger(formula.height + formula.depth, Length{1});
        box.baseline = formula.height;
        return box;
    }
    const ParagraphStyle& style = style_of(p);
    const std::uint32_t main = main_style(paragraph(p));
    const bool styled_text = main < styled().characters.size();
    box.size = styled_text ? styled().characters[main].size : points(12);
    box.pitch = style.line_pitch > Length{} ? style.line_pitch : scaled(box.size, 3, 2);
    box.above = (box.pitch - box.size) / 2;
    box.below = box.pitch - box.size - box.above;
    std::int64_t ascender = 880, em = 1000;
    if (styled_text) {
        const CharacterStyle& character = styled().characters[main];
        const FaceId han = fonts_.faces_of(styled().roles[character.role], character.language).han;
        if (han != no_face) {
            const Face& face = fonts_.face(han);
            ascender = face.ascender;
            em = face.ascender - face.descender;
        }
    }
    box.baseline = box.above + scaled(box.size, ascender, std::max<std::int64_t>(em, 1));
    if (paragraph(p).measure == Length{}) make_room_for_formulas(p, box);
    return box;
}

/// In cells and notes all lines stand as far apart as the tallest formula asks.
void Matter::make_room_for_formulas(std::uint32_t p, LineBox& box) const {
    for (const ShapedFormula& formula : shaped(p).formulas) {
        const Length over = formula.box.height - box.baseline;
        const Length under = formula.box.depth - (box.pitch - box.baseline);
        if (over > Length{}) box.above += over, box.baseline += over, box.pitch += over;
        if (under > Length{}) box.below += under, box.pitch += under;
    }
}

LineRoom Matter::room_of(std::uint32_t p, const Line& line, Length step) {
    const LineBox& box = box_of(p);
    Length over, under;
    const std::vector<ShapedFormula>& formulas = shaped(p).formulas;
    auto formula =
        std::lower_bound(formulas.begin(), formulas.end(), line.begin,
                         [](const ShapedFormula& f, std::uint32_t glyph) { return f.glyph < glyph; });
    for (; formula != formulas.end() && formula->glyph < line.end; ++formula) {
        over = larger(over, formula->box.height - box.baseline - box.above / 2);
        under = larger(under, formula->box.depth - (box.pitch - box.baseline) - box.below / 2);
    }
    LineRoom room{over, over + under};
    if (step > Length{} && room.all > Length{}) {
        room.all = step * ((room.all.raw + step.raw - 1) / step.raw);
        room.before += (room.all - over - under) / 2;
    }
    return room;
}

std::uint32_t Matter::add(Paragraph paragraph) {
    lines_.shaped.paragraphs.push_back(shape_paragraph(paragraph, styled(), fonts_, notes_));
    styled().paragraphs.push_back(std::move(paragraph));
    lines_.paragraphs.emplace_back();
    return static_cast<std::uint32_t>(styled().paragraphs.size() - 1);
}

void Matter::replace(std::uint32_t p, Paragraph paragraph) {
    lines_.shaped.paragraphs[p] = shape_paragraph(paragraph, styled(), fonts_, notes_);
    styled().paragraphs[p] = std::move(paragraph);
    lines_.paragraphs[p] = {};
    if (p < boxes_.size()) boxes_[p] = {};
}

std::uint32_t Matter::character_style(const CharacterStyle& style) {
    std::vector<CharacterStyle>& all = styled().characters;
    const auto found = std::find(all.begin(), all.end(), style);
    if (found != all.end()) return static_cast<std::uint32_t>(found - all.begin());
    all.push_back(style);
    return static_cast<std::uint32_t>(all.size() - 1);
}

std::uint32_t Matter::paragraph_style(const ParagraphStyle& style) {
    std::vector<ParagraphStyle>& all = styled().paragraph_styles;
    const auto found = std::find(all.begin(), all.end(), style);
    if (found != all.end()) return static_cast<std::uint32_t>(found - all.begin());
    all.push_back(style);
    return static_cast<std::uint32_t>(all.size() - 1);
}

std::uint32_t Matter::words(std::string_view text, std::uint32_t character_style) {
    const auto key = std::pair(std::string(text), character_style);
    const auto known = words_.find(key);
    if (known != words_.end()) return known->second;
    const Length size = styled().characters[character_style].size;
    ParagraphStyle style;
    style.align = Align::left;
    style.hyphenate = false;
    style.line_pitch = scaled(size, 3, 2);
    style.gap = size / 4;
    Paragraph paragraph;
    paragraph.text = text;
    paragraph.runs.push_back({static_cast<std::uint32_t>(text.size()), character_style});
    paragraph.style = paragraph_style(style);
    const std::uint32_t p = add(std::move(paragraph));
    break_to(p, endless);
    words_.emplace(key, p);
    return p;
}

Length Matter::width_of_words(std::uint32_t p) const {
    return has_lines(p) && !lines_of(p).empty() ? lines_of(p)[0].natural : Length{};
}

}  // namespace hanqing
