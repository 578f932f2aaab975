// SPDX-License-Identifier: Apache-2.0
// MathFace: a face with a MATH table (OpenType 1.9) as formulas ask it.
#pragma once

#include "math/math_font.hpp"
#include "shape/serving.hpp"

#include <hb.h>

#include <set>
#include <vector>

namespace hanqing {

/// The face for formulas: that of the sheet's role `math`, or a known one; no_face when none is here.
FaceId math_face_of(const Styled& styled, const Fonts& fonts);

class MathFace : public MathFont {
public:
    /// `style` is the character style of the text around, whose faces set what words there are.
    MathFace(const Fonts& fonts, FaceId id, Servings& servings, std::uint32_t style);

    [[nodiscard]] std::uint16_t face() const override { return id_; }
    [[nodiscard]] std::int32_t units_per_em() const override;
    [[nodiscard]] std::int32_t constant(MathConstant constant) const override;
    [[nodiscard]] std::uint16_t glyph(char32_t code) const override;
    [[nodiscard]] std::uint16_t script_form(std::uint16_t glyph, std::uint8_t level) const override;
    [[nodiscard]] std::int32_t advance(std::uint16_t glyph) const override;
    [[nodiscard]] Extents extents(std::uint16_t glyph) const override;
    [[nodiscard]] std::int32_t italic_correction(std::uint16_t glyph) const override;
    [[nodiscard]] std::int32_t accent_middle(std::uint16_t glyph) const override;
    [[nodiscard]] std::vector<Variant> variants(std::uint16_t glyph, bool vertical) const override;
    [[nodiscard]] Assembly assembly(std::uint16_t glyph, bool vertical) const override;
    [[nodiscard]] Words words(std::string_view text, Length size) const override;

    /// Characters of words that no face has.
    [[nodiscard]] const std::set<char32_t>& missing() const { return missing_; }

private:
    [[nodiscard]] Served served(char32_t c) const;

    const Fonts* fonts_;
    FaceId id_;
    Servings* servings_;
    std::uint32_t style_;
    hb_font_t* font_;
    std::vector<unsigned> script_lookups_;
    mutable std::set<char32_t> missing_;
};

}  // namespace hanqing
