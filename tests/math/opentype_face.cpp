// SPDX-License-Identifier: Apache-2.0
// HarfBuzz's view of a face's MATH table as a MathFont.
#include "opentype_face.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <fstream>

namespace hanqing {
namespace {

hb_font_t* open_font(const std::string& path) {
    hb_blob_t* blob = hb_blob_create_from_file(path.c_str());
    hb_face_t* face = hb_face_create(blob, 0);
    hb_font_t* font = hb_font_create(face);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return font;
}

hb_direction_t direction(bool vertical) { return vertical ? HB_DIRECTION_BTT : HB_DIRECTION_LTR; }

}  // namespace

OpenTypeFace::OpenTypeFace(const std::string& math, const std::vector<std::string>& words) {
    fonts_.push_back(open_font(math));
    for (const std::string& path : words) fonts_.push_back(open_font(path));
}

OpenTypeFace::~OpenTypeFace() {
    for (hb_font_t* font : fonts_) hb_font_destroy(font);
}

std::int32_t OpenTypeFace::units_per_em() const {
    return static_cast<std::int32_t>(hb_face_get_upem(hb_font_get_face(math())));
}

std::int32_t OpenTypeFace::constant(MathConstant constant) const {
    // HarfBuzz counts MathLeading as its fifth, AccentBaseHeight follows; FlattenedAccentBaseHeight after it,
    // and SkewedFraction… before the bars.
    static constexpr hb_ot_math_constant_t constants[] = {
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
    return hb_ot_math_get_constant(math(), constants[static_cast<std::size_t>(constant)]);
}

std::uint16_t OpenTypeFace::glyph(char32_t code) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(math(), code, &glyph) ? static_cast<std::uint16_t>(glyph)
                                                           : std::uint16_t{0};
}

std::uint16_t OpenTypeFace::script_form(std::uint16_t glyph, std::uint8_t level) const {
    hb_face_t* face = hb_font_get_face(math());
    unsigned feature = 0;
    const hb_tag_t script = HB_TAG('m', 'a', 't', 'h'), ssty = HB_TAG('s', 's', 't', 'y');
    unsigned script_index = 0;
    hb_tag_t chosen = 0;
    hb_ot_layout_table_select_script(face, HB_OT_TAG_GSUB, 1, &script, &script_index, &chosen);
    if (!hb_ot_layout_language_find_feature(face, HB_OT_TAG_GSUB, script_index,
                                            HB_OT_LAYOUT_DEFAULT_LANGUAGE_INDEX, ssty, &feature))
        return glyph;
    unsigned lookup = 0, count = 1;
    hb_ot_layout_feature_get_lookups(face, HB_OT_TAG_GSUB, feature, 0, &count, &lookup);
    if (count == 0) return glyph;
    hb_codepoint_t forms[2] = {};
    unsigned have = 2;
    hb_ot_layout_lookup_get_glyph_alternates(face, lookup, glyph, 0, &have, forms);
    if (have == 0) return glyph;
    return static_cast<std::uint16_t>(forms[std::min<unsigned>(level - 1U, have - 1U)]);
}

std::int32_t OpenTypeFace::advance(std::uint16_t glyph) const {
    return hb_font_get_glyph_h_advance(math(), glyph);
}

MathFont::Extents OpenTypeFace::extents(std::uint16_t glyph) const {
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(math(), glyph, &ink);
    return {ink.x_bearing, ink.x_bearing + ink.width, ink.y_bearing, ink.y_bearing + ink.height};
}

std::int32_t OpenTypeFace::italic_correction(std::uint16_t glyph) const {
    return hb_ot_math_get_glyph_italics_correction(math(), glyph);
}

std::int32_t OpenTypeFace::accent_middle(std::uint16_t glyph) const {
    return hb_ot_math_get_glyph_top_accent_attachment(math(), glyph);
}

std::vector<MathFont::Variant> OpenTypeFace::variants(std::uint16_t glyph, bool vertical) const {
    hb_ot_math_glyph_variant_t found[64];
    unsigned count = 64;
    hb_ot_math_get_glyph_variants(math(), glyph, direction(vertical), 0, &count, found);
    std::vector<Variant> all;
    for (unsigned i = 0; i < count; ++i)
        all.push_back({static_cast<std::uint16_t>(found[i].glyph), found[i].advance});
    return all;
}

MathFont::Assembly OpenTypeFace::assembly(std::uint16_t glyph, bool vertical) const {
    hb_ot_math_glyph_part_t found[16];
    unsigned count = 16;
    hb_position_t italic = 0;
    hb_ot_math_get_glyph_assembly(math(), glyph, direction(vertical), 0, &count, found, &italic);
    Assembly assembly;
    assembly.overlap_min = hb_ot_math_get_min_connector_overlap(math(), direction(vertical));
    assembly.italic_correction = italic;
    for (unsigned i = 0; i < count; ++i)
        assembly.parts.push_back({static_cast<std::uint16_t>(found[i].glyph), found[i].start_connector_length,
                                  found[i].end_connector_length, found[i].full_advance,
                                  (found[i].flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER) != 0});
    return assembly;
}

MathFont::Words OpenTypeFace::words(std::string_view text, Length size) const {
    Words words;
    for (const char32_t c : utf32(text)) {
        for (std::size_t f = 1; f < fonts_.size(); ++f) {
            hb_codepoint_t glyph = 0;
            if (!hb_font_get_nominal_glyph(fonts_[f], c, &glyph)) continue;
            const std::int64_t upem = hb_face_get_upem(hb_font_get_face(fonts_[f]));
            hb_glyph_extents_t ink{};
            hb_font_get_glyph_extents(fonts_[f], glyph, &ink);
            words.glyphs.push_back(
                {static_cast<std::uint16_t>(f), static_cast<std::uint16_t>(glyph), size, words.width});
            words.width += scaled(size, hb_font_get_glyph_h_advance(fonts_[f], glyph), upem);
            words.height = larger(words.height, scaled(size, ink.y_bearing, upem));
            words.depth = larger(words.depth, scaled(size, -(ink.y_bearing + ink.height), upem));
            break;
        }
    }
    return words;
}

std::string termes_math() {
    const std::string path = "/usr/share/texmf/fonts/opentype/public/tex-gyre-math/texgyretermes-math.otf";
    return std::ifstream(path).good() ? path : "";
}

}  // namespace hanqing
