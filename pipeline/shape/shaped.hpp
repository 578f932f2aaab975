// SPDX-License-Identifier: Apache-2.0
// Shaped: glyphs with clusters for every paragraph of a Styled. Nothing is laid out yet.
#pragma once

#include "math/formula_box.hpp"
#include "shape/fonts.hpp"
#include "style/styled.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// One glyph. Lengths already scaled to the run's size; x to the right, y upwards. Tracking is not in
/// `advance`: `lines` adds it, since it vanishes at a line's end.
struct Glyph {
    std::uint16_t glyph = 0;      ///< In the original face.
    std::uint16_t text_size = 0;  ///< Bytes of the cluster; 0 for its further glyphs.
    std::uint32_t text = 0;       ///< First byte of its cluster in the paragraph's text.
    std::int32_t advance = 0;     ///< 1/65536 pt.
    std::int32_t x_offset = 0, y_offset = 0;
    char32_t code = 0;             ///< First code point of the cluster.
    bool unsafe_to_break = false;  ///< HarfBuzz gives no promise for a cut before this glyph.
    bool substitute = false;       ///< No face has the character: a visible box stands for it.
    bool wide = false;  ///< Stands on the em square: Han, kana, full-width marks, and “ ” ‘ ’ — … ·
                        ///< in Han context, whose advance is then a whole em whatever the face says
                        ///< (a —— that the face joins is one glyph and one cluster of two ems).
};

/// Glyphs of one face, size, style and direction.
struct GlyphRun {
    std::uint32_t end = 0;       ///< Index into glyphs, one past the last.
    std::uint32_t style = 0;     ///< Character style.
    std::uint32_t text_run = 0;  ///< Index into Paragraph::runs.
    FaceId face = no_face;       ///< no_face: an InlineObject or a hard break stands here.
    Length size;                 ///< Of this face (Latin may be scaled).
    Length shift;                ///< Baseline shift upwards.
    bool right_to_left = false;  ///< Of odd `level`.
    std::uint8_t level = 0;      ///< Bidi embedding level (UAX #9), for ordering the runs of a line.
};

/// A formula, or a piece of one, that a glyph without a face stands for.
struct ShapedFormula {
    std::uint32_t glyph = 0;  ///< Index into glyphs.
    FormulaBox box;
};

struct ShapedParagraph {
    /// In logical order of clusters; the glyphs of a right-to-left run are reversed, one by one, when placed.
    std::vector<Glyph> glyphs;
    std::vector<GlyphRun> runs;
    std::vector<ShapedFormula> formulas;  ///< By glyph.

    /// Null where none stands.
    [[nodiscard]] const FormulaBox* formula_at(std::uint32_t glyph) const;
};

struct Shaped {
    Styled styled;
    std::vector<ShapedParagraph> paragraphs;  ///< As styled.paragraphs.
};

/// What stands at a byte of the paragraph; null where nothing does. Objects are in the order of their places.
const InlineObject* object_at(const Paragraph& paragraph, std::uint32_t at);

/// A displayed formula alone in its paragraph, which is as tall as it.
bool is_lone_formula(const Paragraph& paragraph, const Styled& styled);

/// A character no face has: warning "glyph-missing" {character, U+…} at its place, once per character;
/// letters of a script other than Han "script-missing" {script}, once per script.
Shaped shape(Styled styled, const Fonts& fonts, Notes& notes);

/// One paragraph alone: for running heads, numbers and cells made later.
ShapedParagraph shape_paragraph(const Paragraph& paragraph, const Styled& styled, const Fonts& fonts,
                                Notes& notes);

std::string describe(const Shaped& shaped);

}  // namespace hanqing
