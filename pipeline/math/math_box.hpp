// SPDX-License-Identifier: Apache-2.0
// MathBox: a part of a formula while it is being set (The TeXbook, appendix G).
#pragma once

#include "math/formula_box.hpp"

#include <optional>

namespace hanqing {

/// One of TeX's eight styles.
struct MathManner {
    MathStyle style = MathStyle::text;
    bool cramped = false;
};

struct MathBox : FormulaBox {
    Length italic;        ///< Of its last glyph, not in its width: how far a superscript stands off.
    bool single = false;  ///< One glyph: scripts hang on its baseline, not on its edges (rule 18a).
    std::optional<Length> accent_middle;
};

/// Puts a part at a place of a box, whose height and depth grow with it; its width stays.
void place_part(MathBox& into, MathBox&& part, Length x, Length y);

/// The styles of scripts and of a fraction's halves (TeXbook, page 441).
MathManner superscript_manner(MathManner manner);
MathManner subscript_manner(MathManner manner);
MathManner numerator_manner(MathManner manner);
MathManner denominator_manner(MathManner manner);
MathManner cramped_manner(MathManner manner);
bool is_script(MathStyle style);

/// Space between neighbours in mu (TeXbook, page 170).
std::int32_t space_between(AtomClass left, AtomClass right, MathStyle style);

}  // namespace hanqing
