// SPDX-License-Identifier: Apache-2.0
// PlainFace: a MathFont of round numbers, so that places can be computed by hand. At a size of 1000 raw units
// a font unit is one raw unit, and a mu is 1000/18.
#pragma once

#include "base/unicode.hpp"
#include "math/formula_setter.hpp"

#include <map>
#include <string>

namespace hanqing {

inline constexpr Length thousand{1000};

class PlainFace : public MathFont {
public:
    struct Glyph {
        std::int32_t advance, top, bottom, italic = 0;
    };
    static constexpr std::uint16_t tall_parenthesis = 1001, part_bottom = 1002, part_middle = 1003,
                                   part_top = 1004, large_sum = 1005, tall_root = 1006, wide_hat = 1007,
                                   large_integral = 1008;

    PlainFace() {
        for (const char32_t c : utf32("𝑎𝑏𝑐𝑥𝑦")) add(c, {500, 400, -100});
        for (const char32_t c : utf32("0123456789")) add(c, {500, 700, 0});
        add(U'𝑓', {400, 700, -200, 60});
        add(U'=', {800, 400, 100});
        add(U'+', {700, 500, 0});
        add(U',', {200, 100, -100});
        add(U'(', {300, 700, -200});
        add(U')', {300, 700, -200});
        add(U'∑', {1000, 700, -200});
        add(U'∫', {600, 700, -200, 100});
        add(U'√', {500, 500, 0});
        add(U'\u0302', {0, 700, 500});
        add(U'/', {300, 700, -200});
        glyphs_[tall_parenthesis] = {350, 1200, -400};
        glyphs_[part_bottom] = glyphs_[part_top] = {400, 600, 0};
        glyphs_[part_middle] = {400, 500, 0};
        glyphs_[large_sum] = {1400, 1000, -500};
        glyphs_[large_integral] = {900, 1200, -800, 200};
        glyphs_[tall_root] = {600, 1000, 0};
        glyphs_[wide_hat] = {900, 700, 500};
    }

    [[nodiscard]] std::uint16_t face() const override { return 0; }
    [[nodiscard]] std::int32_t units_per_em() const override { return 1000; }
    [[nodiscard]] std::int32_t constant(MathConstant constant) const override {
        using C = MathConstant;
        static const std::map<C, std::int32_t> values{
            {C::script_percent, 50},
            {C::script_script_percent, 30},
            {C::delimited_min_height, 1500},
            {C::display_operator_min_height, 1500},
            {C::axis_height, 250},
            {C::accent_base_height, 300},
            {C::subscript_shift_down, 200},
            {C::subscript_top_max, 300},
            {C::subscript_baseline_drop_min, 50},
            {C::superscript_shift_up, 400},
            {C::superscript_shift_up_cramped, 300},
            {C::superscript_bottom_min, 100},
            {C::superscript_baseline_drop_max, 80},
            {C::sub_superscript_gap_min, 250},
            {C::superscript_bottom_max_with_subscript, 450},
            {C::space_after_script, 20},
            {C::upper_limit_gap_min, 100},
            {C::upper_limit_baseline_rise_min, 150},
            {C::lower_limit_gap_min, 100},
            {C::lower_limit_baseline_drop_min, 500},
            {C::stack_top_shift_up, 500},
            {C::stack_top_display_shift_up, 700},
            {C::stack_bottom_shift_down, 300},
            {C::stack_bottom_display_shift_down, 400},
            {C::stack_gap_min, 200},
            {C::stack_display_gap_min, 300},
            {C::stretch_stack_gap_above_min, 60},
            {C::stretch_stack_gap_below_min, 60},
            {C::fraction_numerator_shift_up, 350},
            {C::fraction_numerator_display_shift_up, 600},
            {C::fraction_denominator_shift_down, 350},
            {C::fraction_denominator_display_shift_down, 500},
            {C::fraction_numerator_gap_min, 50},
            {C::fraction_numerator_display_gap_min, 100},
            {C::fraction_rule_thickness, 40},
            {C::fraction_denominator_gap_min, 50},
            {C::fraction_denominator_display_gap_min, 100},
            {C::overbar_vertical_gap, 120},
            {C::overbar_rule_thickness, 40},
            {C::overbar_extra_ascender, 30},
            {C::underbar_vertical_gap, 110},
            {C::underbar_rule_thickness, 40},
            {C::underbar_extra_descender, 20},
            {C::radical_vertical_gap, 60},
            {C::radical_display_vertical_gap, 160},
            {C::radical_rule_thickness, 40},
            {C::radical_extra_ascender, 30},
            {C::radical_kern_before_degree, 100},
            {C::radical_kern_after_degree, -200},
            {C::radical_degree_bottom_raise_percent, 60},
        };
        return values.at(constant);
    }
    [[nodiscard]] std::uint16_t glyph(char32_t code) const override {
        const auto found = codes_.find(code);
        return found == codes_.end() ? std::uint16_t{0} : found->second;
    }
    [[nodiscard]] std::uint16_t script_form(std::uint16_t glyph, std::uint8_t) const override {
        return glyph;
    }
    [[nodiscard]] std::int32_t advance(std::uint16_t glyph) const override {
        return glyphs_.at(glyph).advance;
    }
    [[nodiscard]] Extents extents(std::uint16_t glyph) const override {
        const Glyph& g = glyphs_.at(glyph);
        return {0, g.advance, g.top, g.bottom};
    }
    [[nodiscard]] std::int32_t italic_correction(std::uint16_t glyph) const override {
        return glyphs_.at(glyph).italic;
    }
    /// In the middle; the hat's own stands 250 left of its origin, as combining marks do.
    [[nodiscard]] std::int32_t accent_middle(std::uint16_t glyph) const override {
        return glyph == this->glyph(U'\u0302') ? -250 : glyphs_.at(glyph).advance / 2;
    }
    [[nodiscard]] std::vector<Variant> variants(std::uint16_t glyph, bool) const override {
        if (glyph == this->glyph(U'(')) return {{glyph, 900}, {tall_parenthesis, 1600}};
        if (glyph == this->glyph(U'∑')) return {{glyph, 900}, {large_sum, 1500}};
        if (glyph == this->glyph(U'∫')) return {{glyph, 900}, {large_integral, 2000}};
        if (glyph == this->glyph(U'√')) return {{glyph, 500}, {tall_root, 1000}};
        if (glyph == this->glyph(U'\u0302')) return {{glyph, 300}, {wide_hat, 900}};
        return {};
    }
    /// 600 + 500 n + 600, less 50 to 200 at each joint.
    [[nodiscard]] Assembly assembly(std::uint16_t glyph, bool) const override {
        if (glyph != this->glyph(U'(')) return {};
        return {{{part_bottom, 0, 200, 600, false},
                 {part_middle, 200, 200, 500, true},
                 {part_top, 200, 0, 600, false}},
                50,
                0};
    }
    /// Half an em a character; Han of one em, as if by another face.
    [[nodiscard]] Words words(std::string_view text, Length size) const override {
        Words words;
        for (const char32_t c : utf32(text)) {
            if (c == U'♣') continue;  // no face has it
            words.glyphs.push_back({1, static_cast<std::uint16_t>(c & 0x7F), size, words.width});
            words.width += is_han(c) ? size : size / 2;
            words.height = scaled(size, 700, 1000);
            words.depth = scaled(size, 100, 1000);
        }
        return words;
    }

private:
    void add(char32_t code, Glyph glyph) {
        const auto id = static_cast<std::uint16_t>(codes_.size() + 1);
        codes_[code] = id;
        glyphs_[id] = glyph;
    }
    std::map<char32_t, std::uint16_t> codes_;
    std::map<std::uint16_t, Glyph> glyphs_;
};

}  // namespace hanqing
