// SPDX-License-Identifier: Apache-2.0
// Manner: how one face shapes one script in one language, and which of its glyphs shaping can ever touch.
#pragma once

#include "base/language.hpp"

#include <hb.h>

#include <cstdint>
#include <string>
#include <vector>

namespace hanqing {

struct Manner {
    hb_script_t script = HB_SCRIPT_COMMON;
    hb_language_t language = HB_LANGUAGE_INVALID;
    std::vector<hb_feature_t> features;
    std::vector<std::uint64_t> touched;  ///< One bit a glyph.

    /// A glyph that no active lookup reads, as input or as context, comes out of shaping as it went in, and
    /// so do its neighbours: text may be cut beside it, and the character map alone gives the right glyph.
    [[nodiscard]] bool touches(std::uint16_t glyph) const {
        return (touched[glyph >> 6U] >> (glyph & 63U) & 1U) != 0;
    }
};

/// `features` in HarfBuzz's notation; those it does not know are passed over.
Manner manner_of(hb_face_t* face, hb_script_t script, Language language,
                 const std::vector<std::string>& features);

}  // namespace hanqing
