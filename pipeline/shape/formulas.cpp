// SPDX-License-Identifier: Apache-2.0
// Formulas of a paragraph, set; or their source where no face can set them.
#include "shape/glyph_maker.hpp"
#include "shape/math_face.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// The source, in the face of the text around it and in one line each.
FormulaBox source_box(const Formula& formula, const MathFont& font, Length size) {
    FormulaBox box;
    const Length pitch = scaled(size, 3, 2);
    for (std::size_t begin = 0; begin < formula.source.size();) {
        const std::size_t end = std::min(formula.source.find('\n', begin), formula.source.size());
        const auto words = font.words(std::string_view(formula.source).substr(begin, end - begin), size);
        if (begin > 0) box.depth += pitch;
        for (const MathFont::WordGlyph& glyph : words.glyphs)
            box.glyphs.push_back({glyph.face, glyph.glyph, glyph.size, glyph.x, -box.depth});
        box.width = larger(box.width, words.width);
        begin = end + 1;
    }
    box.height = scaled(size, 88, 100);
    box.depth += scaled(size, 12, 100);
    return box;
}

Place place_of_object(const Paragraph& paragraph, std::uint32_t at) {
    const auto after = std::upper_bound(paragraph.origins.begin(), paragraph.origins.end(), at,
                                        [](std::uint32_t value, const Origin& o) { return value < o.text; });
    if (after == paragraph.origins.begin()) return {paragraph.file, 0, 0};
    return {paragraph.file, std::prev(after)->source, std::prev(after)->source};
}

}  // namespace

const FormulaBox* ShapedParagraph::formula_at(std::uint32_t glyph) const {
    const auto found = std::lower_bound(formulas.begin(), formulas.end(), glyph,
                                        [](const ShapedFormula& f, std::uint32_t g) { return f.glyph < g; });
    return found != formulas.end() && found->glyph == glyph ? &found->box : nullptr;
}

const InlineObject* object_at(const Paragraph& paragraph, std::uint32_t at) {
    const auto found =
        std::lower_bound(paragraph.objects.begin(), paragraph.objects.end(), at,
                         [](const InlineObject& o, std::uint32_t place) { return o.at < place; });
    return found != paragraph.objects.end() && found->at == at ? &*found : nullptr;
}

bool is_lone_formula(const Paragraph& paragraph, const Styled& styled) {
    return paragraph.objects.size() == 1 && paragraph.text == object_character &&
           paragraph.objects[0].kind == InlineObject::Kind::formula &&
           styled.formulas[paragraph.objects[0].index].display;
}

/// Requires: the object's glyph is the last one made.
void GlyphMaker::make_formula(const InlineObject& object, const FacePiece& piece,
                              const Paragraph& paragraph) {
    const Formula& formula = styled_.formulas[object.index];
    const std::uint32_t style = paragraph.runs[piece.run].style;
    const Length size = styled_.characters[style].size;
    const Place place = place_of_object(paragraph, object.at);
    if (!math_face_) math_face_ = math_face_of(styled_, fonts_);
    const bool is_set = *math_face_ != no_face;
    const FaceId face = is_set ? *math_face_ : items_.servings().of(style).faces->latin;
    const MathFace font(fonts_, face, items_.servings(), style);
    FormulaBox box;
    if (!is_set) {
        note_once(notes_, Weight::warning, place, "math-face-missing", {});
        if (object.piece == 0) box = source_box(formula, font, size);
    } else if (is_lone_formula(paragraph, styled_)) {
        box = set_display(formula, font, size, paragraph.measure);
    } else {
        box = set_piece(formula, object.piece, font, size);
    }
    std::set<char32_t> missing = font.missing();
    missing.insert(box.missing.begin(), box.missing.end());
    for (const char32_t c : missing)
        note_once(notes_, Weight::warning, place, "glyph-missing",
                  {utf8(std::u32string(1, c)), code_point_name(c)});
    if (box.overfull) note_once(notes_, Weight::warning, place, "formula-too-wide", {});
    made_.glyphs.back().advance = static_cast<std::int32_t>(box.width.raw);
    made_.formulas.push_back({static_cast<std::uint32_t>(made_.glyphs.size() - 1), std::move(box)});
}

}  // namespace hanqing
