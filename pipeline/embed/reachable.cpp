// SPDX-License-Identifier: Apache-2.0
// Characters into the glyphs that shaping may choose for them, by closing over GSUB.
#include "embed/reachable.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <memory>

namespace hanqing {

namespace {

struct ReleaseSet {
    void operator()(hb_set_t* s) const { hb_set_destroy(s); }
};
using Set = std::unique_ptr<hb_set_t, ReleaseSet>;

/// What `shape` switches on, and the figures and forms that sheets ask for. Not vert, ruby, hwid…: they would
/// double the stage-1 face for glyphs that few reports use.
constexpr hb_tag_t features[] = {
    HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'), HB_TAG('r', 'l', 'i', 'g'),
    HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g'), HB_TAG('c', 'a', 'l', 't'),
    HB_TAG('r', 'c', 'l', 't'), HB_TAG('t', 'n', 'u', 'm'), HB_TAG_NONE};

}  // namespace

std::vector<std::uint16_t> reachable_glyphs(const Face& face, const std::vector<char32_t>& characters) {
    const Set glyphs(hb_set_create());
    for (const char32_t c : characters) {
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(face.font, c, &glyph) != 0 && glyph != 0)
            hb_set_add(glyphs.get(), glyph);
    }
    const Set lookups(hb_set_create());
    hb_ot_layout_collect_lookups(face.face, HB_OT_TAG_GSUB, nullptr, nullptr, features, lookups.get());
    hb_ot_layout_lookups_substitute_closure(face.face, lookups.get(), glyphs.get());
    std::vector<std::uint16_t> sorted;
    sorted.reserve(hb_set_get_population(glyphs.get()));
    for (hb_codepoint_t g = HB_SET_VALUE_INVALID; hb_set_next(glyphs.get(), &g) != 0;)
        if (g != 0) sorted.push_back(static_cast<std::uint16_t>(g));
    return sorted;
}

}  // namespace hanqing
