// SPDX-License-Identifier: Apache-2.0
// FormulaBox: a formula set in a face, every glyph and rule at its place.
#pragma once

#include "math/formula.hpp"
#include "math/math_font.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

struct FormulaGlyph {
    std::uint16_t face = 0;  ///< As MathFont counts them.
    std::uint16_t glyph = 0;
    Length size;
    Length x, y;        ///< Of its origin, from the box's left end on the baseline; y upwards.
    char32_t code = 0;  ///< What it shows; 0: a part of something larger.
};
struct FormulaRule {
    Length x, y;  ///< Lower left corner; y upwards from the baseline.
    Length width, height;
};

struct FormulaBox {
    Length width, height, depth;  ///< Height above and depth below the baseline.
    Length after;                 ///< Of a piece: what of its width is the space before the next one.
    std::vector<FormulaGlyph> glyphs;
    std::vector<FormulaRule> rules;
    bool overfull = false;          ///< Wider than the measure whatever was tried.
    std::vector<char32_t> missing;  ///< Characters that no face has; a blank em stands for each.
};

/// One piece of a formula within a line, in text style; with the space that its neighbours ask for at its
/// end. As high and deep as its ink, but no less than a parenthesis, so that lines stand even. Requires:
/// piece < max(1, formula.ends.size()).
FormulaBox set_piece(const Formula& formula, std::uint32_t piece, const MathFont& font, Length size);

/// A formula on lines of its own, in display style; its baseline is that of its only row, of the first of
/// broken rows, or of the line on whose axis an array is centred. Numbers stand at the measure's right end,
/// the box is then as wide as the measure. One that is wider is broken before its relations, then set smaller
/// (to 60 % at least), then it is overfull. A measure of 0: as wide as it is.
FormulaBox set_display(const Formula& formula, const MathFont& font, Length size, Length measure);

}  // namespace hanqing
