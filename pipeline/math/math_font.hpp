// SPDX-License-Identifier: Apache-2.0
// MathFont: what setting a formula asks of its face (OpenType 1.9, MATH table). All lengths in font units,
// y upwards.
#pragma once

#include "base/length.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hanqing {

/// Constants of the MATH table, named as there.
enum class MathConstant : std::uint8_t {
    script_percent,         ///< ScriptPercentScaleDown
    script_script_percent,  ///< ScriptScriptPercentScaleDown
    delimited_min_height,
    display_operator_min_height,
    axis_height,
    accent_base_height,
    subscript_shift_down,
    subscript_top_max,
    subscript_baseline_drop_min,
    superscript_shift_up,
    superscript_shift_up_cramped,
    superscript_bottom_min,
    superscript_baseline_drop_max,
    sub_superscript_gap_min,
    superscript_bottom_max_with_subscript,
    space_after_script,
    upper_limit_gap_min,
    upper_limit_baseline_rise_min,
    lower_limit_gap_min,
    lower_limit_baseline_drop_min,
    stack_top_shift_up,
    stack_top_display_shift_up,
    stack_bottom_shift_down,
    stack_bottom_display_shift_down,
    stack_gap_min,
    stack_display_gap_min,
    stretch_stack_gap_above_min,
    stretch_stack_gap_below_min,
    fraction_numerator_shift_up,
    fraction_numerator_display_shift_up,
    fraction_denominator_shift_down,
    fraction_denominator_display_shift_down,
    fraction_numerator_gap_min,
    fraction_numerator_display_gap_min,
    fraction_rule_thickness,
    fraction_denominator_gap_min,
    fraction_denominator_display_gap_min,
    overbar_vertical_gap,
    overbar_rule_thickness,
    overbar_extra_ascender,
    underbar_vertical_gap,
    underbar_rule_thickness,
    underbar_extra_descender,
    radical_vertical_gap,
    radical_display_vertical_gap,
    radical_rule_thickness,
    radical_extra_ascender,
    radical_kern_before_degree,
    radical_kern_after_degree,
    radical_degree_bottom_raise_percent
};

class MathFont {
public:
    struct Extents {
        std::int32_t left = 0, right = 0;  ///< Of the ink, from the origin.
        std::int32_t top = 0, bottom = 0;  ///< Of the ink; bottom is negative below the baseline.
    };
    struct Variant {
        std::uint16_t glyph = 0;
        std::int32_t size = 0;  ///< In the direction in which it grows.
    };
    /// A piece of a glyph built as tall or wide as wanted.
    struct Part {
        std::uint16_t glyph = 0;
        std::int32_t start = 0, end = 0;  ///< Connectors: how far it may overlap its neighbours.
        std::int32_t size = 0;
        bool repeats = false;
    };
    struct Assembly {
        std::vector<Part> parts;  ///< Bottom to top, left to right.
        std::int32_t overlap_min = 0;
        std::int32_t italic_correction = 0;
    };
    /// A glyph of a text face, in its place.
    struct WordGlyph {
        std::uint16_t face = 0;  ///< As `face()` counts them.
        std::uint16_t glyph = 0;
        Length size, x;
        char32_t code = 0;
    };
    struct Words {
        std::vector<WordGlyph> glyphs;
        Length width, height, depth;
    };

    virtual ~MathFont() = default;
    [[nodiscard]] virtual std::uint16_t face() const = 0;
    [[nodiscard]] virtual std::int32_t units_per_em() const = 0;
    [[nodiscard]] virtual std::int32_t constant(MathConstant constant) const = 0;
    /// 0: the face lacks the character.
    [[nodiscard]] virtual std::uint16_t glyph(char32_t code) const = 0;
    /// The form for scripts of the first or second level (feature ssty), or the glyph itself.
    [[nodiscard]] virtual std::uint16_t script_form(std::uint16_t glyph, std::uint8_t level) const = 0;
    [[nodiscard]] virtual std::int32_t advance(std::uint16_t glyph) const = 0;
    [[nodiscard]] virtual Extents extents(std::uint16_t glyph) const = 0;
    [[nodiscard]] virtual std::int32_t italic_correction(std::uint16_t glyph) const = 0;
    /// Where an accent's middle stands over the glyph.
    [[nodiscard]] virtual std::int32_t accent_middle(std::uint16_t glyph) const = 0;
    /// Small to large, the glyph itself among them.
    [[nodiscard]] virtual std::vector<Variant> variants(std::uint16_t glyph, bool vertical) const = 0;
    /// No parts: it cannot be built.
    [[nodiscard]] virtual Assembly assembly(std::uint16_t glyph, bool vertical) const = 0;
    /// Words in the face of the text around; characters that no face has are left out and told to whoever
    /// made this font.
    [[nodiscard]] virtual Words words(std::string_view text, Length size) const = 0;
};

}  // namespace hanqing
