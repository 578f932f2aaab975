// SPDX-License-Identifier: Apache-2.0
// Asks HarfBuzz for the lookups that a plan will apply and for the glyphs that they read.
#include "shape/manner.hpp"

#include <hb-ot.h>

#include <memory>
#include <string_view>

namespace hanqing {
namespace {

struct DestroySet {
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};
using Set = std::unique_ptr<hb_set_t, DestroySet>;

struct DestroyPlan {
    void operator()(hb_shape_plan_t* plan) const { hb_shape_plan_destroy(plan); }
};

std::vector<hb_feature_t> parsed(const std::vector<std::string>& features) {
    std::vector<hb_feature_t> result;
    for (const std::string& text : features) {
        hb_feature_t feature{};
        if (hb_feature_from_string(text.data(), static_cast<int>(text.size()), &feature) != 0)
            result.push_back(feature);
    }
    return result;
}

/// Kerning outside GPOS and Apple's tables, which cannot be asked for the glyphs they read.
bool has_opaque_tables(hb_face_t* face) {
    for (const char* tag : {"kern", "kerx", "morx", "mort"}) {
        hb_blob_t* const table = hb_face_reference_table(face, hb_tag_from_string(tag, 4));
        const bool present = hb_blob_get_length(table) > 0;
        hb_blob_destroy(table);
        if (present) return true;
    }
    return false;
}

void collect(hb_face_t* face, hb_shape_plan_t* plan, hb_tag_t table, hb_set_t* glyphs) {
    const Set lookups(hb_set_create());
    hb_ot_shape_plan_collect_lookups(plan, table, lookups.get());
    for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup) != 0;)
        hb_ot_layout_lookup_collect_glyphs(face, table, lookup, glyphs, glyphs, glyphs, nullptr);
}

}  // namespace

Manner manner_of(hb_face_t* face, hb_script_t script, Language language,
                 const std::vector<std::string>& features) {
    Manner manner{script, HB_LANGUAGE_INVALID, parsed(features), std::vector<std::uint64_t>(1024)};
    // Han and kana stand solid, each in its em (P4); some faces would kern kana.
    if (script == HB_SCRIPT_HAN || script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA)
        manner.features.push_back(
            {HB_TAG('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
    const std::string_view tag = tag_of(language);
    if (language != Language::other)
        manner.language = hb_language_from_string(tag.data(), static_cast<int>(tag.size()));
    if (has_opaque_tables(face)) {
        manner.touched.assign(1024, ~std::uint64_t{0});
        return manner;
    }
    hb_segment_properties_t properties = HB_SEGMENT_PROPERTIES_DEFAULT;
    properties.direction = HB_DIRECTION_LTR;
    properties.script = script;
    properties.language = manner.language;
    const std::unique_ptr<hb_shape_plan_t, DestroyPlan> plan(hb_shape_plan_create_cached(
        face, &properties, manner.features.data(), static_cast<unsigned>(manner.features.size()), nullptr));
    const Set glyphs(hb_set_create());
    collect(face, plan.get(), HB_OT_TAG_GSUB, glyphs.get());
    collect(face, plan.get(), HB_OT_TAG_GPOS, glyphs.get());
    for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs.get(), &glyph) != 0;)
        if (glyph < 0x10000) manner.touched[glyph >> 6U] |= std::uint64_t{1} << (glyph & 63U);
    return manner;
}

}  // namespace hanqing
