// SPDX-License-Identifier: Apache-2.0
// The MATH table by HarfBuzz.
#include "shape/math_face.hpp"

#include "base/unicode.hpp"
#include "shape/known_faces.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

/// In the order of MathConstant.
constexpr std::array constants_of_table{
    HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN,
    HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN,
    HB_OT_MATH_CONSTANT_DELIMITED_SUB_FORMULA_MIN_HEIGHT,
    HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT,
    HB_OT_MATH_CONSTANT_AXIS_HEIGHT,
    HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT,
    HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN,
    HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX,
    HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN,
    HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP,
    HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED,
    HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN,
    HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX,
    HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN,
    HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT,
    HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT,
    HB_OT_MATH_CONSTANT_UPPER_LIMIT_GAP_MIN,
    HB_OT_MATH_CONSTANT_UPPER_LIMIT_BASELINE_RISE_MIN,
    HB_OT_MATH_CONSTANT_LOWER_LIMIT_GAP_MIN,
    HB_OT_MATH_CONSTANT_LOWER_LIMIT_BASELINE_DROP_MIN,
    HB_OT_MATH_CONSTANT_STACK_TOP_SHIFT_UP,
    HB_OT_MATH_CONSTANT_STACK_TOP_DISPLAY_STYLE_SHIFT_UP,
    HB_OT_MATH_CONSTANT_STACK_BOTTOM_SHIFT_DOWN,
    HB_OT_MATH_CONSTANT_STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN,
    HB_OT_MATH_CONSTANT_STACK_GAP_MIN,
    HB_OT_MATH_CONSTANT_STACK_DISPLAY_STYLE_GAP_MIN,
    HB_OT_MATH_CONSTANT_STRETCH_STACK_GAP_ABOVE_MIN,
    HB_OT_MATH_CONSTANT_STRETCH_STACK_GAP_BELOW_MIN,
    HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP,
    HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP,
    HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN,
    HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN,
    HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN,
    HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN,
    HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS,
    HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN,
    HB_OT_MATH_CONSTANT_FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN,
    HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP,
    HB_OT_MATH_CONSTANT_OVERBAR_RULE_THICKNESS,
    HB_OT_MATH_CONSTANT_OVERBAR_EXTRA_ASCENDER,
    HB_OT_MATH_CONSTANT_UNDERBAR_VERTICAL_GAP,
    HB_OT_MATH_CONSTANT_UNDERBAR_RULE_THICKNESS,
    HB_OT_MATH_CONSTANT_UNDERBAR_EXTRA_DESCENDER,
    HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP,
    HB_OT_MATH_CONSTANT_RADICAL_DISPLAY_STYLE_VERTICAL_GAP,
    HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS,
    HB_OT_MATH_CONSTANT_RADICAL_EXTRA_ASCENDER,
    HB_OT_MATH_CONSTANT_RADICAL_KERN_BEFORE_DEGREE,
    HB_OT_MATH_CONSTANT_RADICAL_KERN_AFTER_DEGREE,
    HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT,
};
static_assert(constants_of_table.size() ==
              static_cast<std::size_t>(MathConstant::radical_degree_bottom_raise_percent) + 1);

hb_direction_t direction(bool vertical) { return vertical ? HB_DIRECTION_BTT : HB_DIRECTION_LTR; }

bool has_math(const Fonts& fonts, FaceId id) {
    return id != no_face && hb_ot_math_has_data(fonts.face(id).face) != 0;
}

/// Lookups of ssty, the forms for scripts.
std::vector<unsigned> script_lookups(hb_face_t* face) {
    const hb_tag_t features[] = {HB_TAG('s', 's', 't', 'y'), HB_TAG_NONE};
    const std::unique_ptr<hb_set_t, decltype(&hb_set_destroy)> found(hb_set_create(), hb_set_destroy);
    hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, nullptr, nullptr, features, found.get());
    std::vector<unsigned> lookups;
    for (hb_codepoint_t at = HB_SET_VALUE_INVALID; hb_set_next(found.get(), &at) != 0;) lookups.push_back(at);
    return lookups;
}

}  // namespace

FaceId math_face_of(const Styled& styled, const Fonts& fonts) {
    const auto role = std::find_if(styled.roles.begin(), styled.roles.end(),
                                   [](const FaceRole& r) { return r.name == "math"; });
    if (role != styled.roles.end())
        if (const FaceId id = fonts.faces_of(*role, styled.language).latin; has_math(fonts, id)) return id;
    for (const std::string_view family : known_math_families()) {
        FaceRole known{"math"};
        known.latin.push_back({std::string(family)});
        if (const FaceId id = fonts.faces_of(known, styled.language).latin; has_math(fonts, id)) return id;
    }
    return no_face;
}

MathFace::MathFace(const Fonts& fonts, FaceId id, Servings& servings, std::uint32_t style)
    : fonts_(&fonts),
      id_(id),
      servings_(&servings),
      style_(style),
      font_(fonts.face(id).font),
      script_lookups_(script_lookups(fonts.face(id).face)) {}

std::int32_t MathFace::units_per_em() const { return static_cast<std::int32_t>(fonts_->face(id_).upem); }

std::int32_t MathFace::constant(MathConstant constant) const {
    return hb_ot_math_get_constant(font_, constants_of_table[static_cast<std::size_t>(constant)]);
}

std::uint16_t MathFace::glyph(char32_t code) const { return fonts_->glyph(id_, code); }

std::uint16_t MathFace::script_form(std::uint16_t glyph, std::uint8_t level) const {
    for (const unsigned lookup : script_lookups_) {
        unsigned count = 1;
        hb_codepoint_t form = 0;
        const unsigned from = level > 1 ? 1 : 0;
        const unsigned all = hb_ot_layout_lookup_get_glyph_alternates(fonts_->face(id_).face, lookup, glyph,
                                                                      from, &count, &form);
        if (all > 0 && count == 0) {  // one form for all levels
            count = 1;
            hb_ot_layout_lookup_get_glyph_alternates(fonts_->face(id_).face, lookup, glyph, 0, &count, &form);
        }
        if (count == 1 && form != 0 && form <= 0xFFFF) return static_cast<std::uint16_t>(form);
    }
    return glyph;
}

std::int32_t MathFace::advance(std::uint16_t glyph) const { return fonts_->advance(id_, glyph); }

MathFont::Extents MathFace::extents(std::uint16_t glyph) const {
    hb_glyph_extents_t found{};
    if (hb_font_get_glyph_extents(font_, glyph, &found) == 0) return {};
    return {found.x_bearing, found.x_bearing + found.width, found.y_bearing, found.y_bearing + found.height};
}

std::int32_t MathFace::italic_correction(std::uint16_t glyph) const {
    return hb_ot_math_get_glyph_italics_correction(font_, glyph);
}

std::int32_t MathFace::accent_middle(std::uint16_t glyph) const {
    return hb_ot_math_get_glyph_top_accent_attachment(font_, glyph);
}

std::vector<MathFont::Variant> MathFace::variants(std::uint16_t glyph, bool vertical) const {
    std::array<hb_ot_math_glyph_variant_t, 16> found{};
    unsigned count = found.size();
    hb_ot_math_get_glyph_variants(font_, glyph, direction(vertical), 0, &count, found.data());
    std::vector<Variant> variants;
    for (unsigned i = 0; i < count; ++i)
        if (found[i].glyph <= 0xFFFF)
            variants.push_back({static_cast<std::uint16_t>(found[i].glyph), found[i].advance});
    return variants;
}

MathFont::Assembly MathFace::assembly(std::uint16_t glyph, bool vertical) const {
    std::array<hb_ot_math_glyph_part_t, 16> found{};
    unsigned count = found.size();
    Assembly made;
    hb_position_t correction = 0;
    hb_ot_math_get_glyph_assembly(font_, glyph, direction(vertical), 0, &count, found.data(), &correction);
    made.italic_correction = correction;
    made.overlap_min = hb_ot_math_get_min_connector_overlap(font_, direction(vertical));
    for (unsigned i = 0; i < count; ++i)
        made.parts.push_back({static_cast<std::uint16_t>(found[i].glyph), found[i].start_connector_length,
                              found[i].end_connector_length, found[i].full_advance,
                              (found[i].flags & HB_MATH_GLYPH_PART_FLAG_EXTENDER) != 0});
    return made;
}

/// Letters of alphabets come from the formula's own face, so that sin and \text{if} look like the rest.
Served MathFace::served(char32_t c) const {
    if (!is_wide(c))
        if (const std::uint16_t own = glyph(c); own != 0) return {id_, own};
    return servings_->served(servings_->of(style_), c, is_wide(c));
}

MathFont::Words MathFace::words(std::string_view text, Length size) const {
    Words words;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const Served found = served(c);
        if (found.face == no_face) {
            missing_.insert(c);
            words.width += size;
            continue;
        }
        const auto upem = static_cast<std::int64_t>(fonts_->face(found.face).upem);
        hb_glyph_extents_t ink{};
        hb_font_get_glyph_extents(fonts_->face(found.face).font, found.glyph, &ink);
        words.glyphs.push_back({found.face, found.glyph, size, words.width, c});
        words.width += scaled(size, fonts_->advance(found.face, found.glyph), upem);
        words.height = larger(words.height, scaled(size, ink.y_bearing, upem));
        words.depth = larger(words.depth, scaled(size, -(ink.y_bearing + ink.height), upem));
    }
    return words;
}

}  // namespace hanqing
