// SPDX-License-Identifier: Apache-2.0
// OpenTypeFace: a MathFont over HarfBuzz, for tests against a real face.
#pragma once

#include "math/math_font.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <string>
#include <vector>

namespace hanqing {

class OpenTypeFace : public MathFont {
public:
    /// The face of mathematics, and those of words in the order in which they are asked.
    OpenTypeFace(const std::string& math, const std::vector<std::string>& words);
    ~OpenTypeFace() override;
    OpenTypeFace(const OpenTypeFace&) = delete;
    OpenTypeFace& operator=(const OpenTypeFace&) = delete;

    [[nodiscard]] std::uint16_t face() const override { return 0; }
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

private:
    [[nodiscard]] hb_font_t* math() const { return fonts_[0]; }
    std::vector<hb_font_t*> fonts_;
};

/// TeX Gyre Termes Math where it is installed, or an empty name.
std::string termes_math();

}  // namespace hanqing
