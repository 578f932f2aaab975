// SPDX-License-Identifier: Apache-2.0
// Face and glyphs into a smaller face, by hb-subset.
#include "embed/font_program.hpp"

#include "embed/charset.hpp"

#include <hb-subset.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace hanqing {

namespace {

struct ReleaseInput {
    void operator()(hb_subset_input_t* i) const { hb_subset_input_destroy(i); }
};
struct ReleasePlan {
    void operator()(hb_subset_plan_t* p) const { hb_subset_plan_destroy(p); }
};
struct ReleaseBlob {
    void operator()(hb_blob_t* b) const { hb_blob_destroy(b); }
};

/// All that a PDF viewer reads of a font program (ISO 32000-1, 9.9), and what hb-subset needs to make it.
constexpr std::array kept_tables = {HB_TAG('C', 'F', 'F', ' '), HB_TAG('g', 'l', 'y', 'f'),
                                    HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'e', 'a', 'd'),
                                    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
                                    HB_TAG('m', 'a', 'x', 'p')};

hb_blob_t* kept_table(hb_face_t*, hb_tag_t tag, void* face) {
    if (std::find(kept_tables.begin(), kept_tables.end(), tag) == kept_tables.end())
        return hb_blob_get_empty();
    return hb_face_reference_table(static_cast<hb_face_t*>(face), tag);
}

std::string bytes_of(hb_blob_t* owned) {
    const std::unique_ptr<hb_blob_t, ReleaseBlob> blob(owned);
    unsigned size = 0;
    const char* const data = hb_blob_get_data(blob.get(), &size);
    return {data, size};
}

}  // namespace

void ReleaseFace::operator()(hb_face_t* face) const { hb_face_destroy(face); }

OwnedFace bare_face(hb_face_t* face) {
    OwnedFace bare(hb_face_create_for_tables(kept_table, face, nullptr));
    hb_face_set_upem(bare.get(), hb_face_get_upem(face));
    hb_face_make_immutable(bare.get());
    return bare;
}

ReducedFace reduce(hb_face_t* face, const std::vector<std::uint16_t>& glyphs) {
    const std::unique_ptr<hb_subset_input_t, ReleaseInput> input(hb_subset_input_create_or_fail());
    if (!input) return {};
    hb_set_t* const wanted = hb_subset_input_glyph_set(input.get());
    hb_set_add(wanted, 0);
    for (const std::uint16_t g : glyphs) hb_set_add(wanted, g);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE |
                                               HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    const std::unique_ptr<hb_subset_plan_t, ReleasePlan> plan(
        hb_subset_plan_create_or_fail(face, input.get()));
    if (!plan) return {};
    ReducedFace reduced{OwnedFace(hb_subset_plan_execute_or_fail(plan.get())), {}};
    if (!reduced.face) return {};
    // Never the rank in the wanted set: composite glyphs of TrueType bring their parts along.
    const hb_map_t* const map = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    reduced.renumbered.reserve(glyphs.size());
    for (const std::uint16_t g : glyphs) {
        const hb_codepoint_t renumbered = hb_map_get(map, g);
        if (renumbered == HB_MAP_VALUE_INVALID) return {};
        reduced.renumbered.push_back(static_cast<std::uint16_t>(renumbered));
    }
    return reduced;
}

std::string font_program(const ReducedFace& reduced, Outlines outlines) {
    if (outlines == Outlines::truetype) return bytes_of(hb_face_reference_blob(reduced.face.get()));
    std::string cff = bytes_of(hb_face_reference_table(reduced.face.get(), HB_TAG('C', 'F', 'F', ' ')));
    const bool good =
        outlines == Outlines::name_cff || number_through(cff, hb_face_get_glyph_count(reduced.face.get()));
    return good ? cff : std::string();
}

}  // namespace hanqing
