// SPDX-License-Identifier: Apache-2.0
// Ink by HarfBuzz's glyph extents.
#include "shape/ink.hpp"

#include <hb.h>

namespace hanqing {

Ink ink_of(const Fonts& fonts, FaceId face, std::uint16_t glyph) {
    hb_glyph_extents_t extents{};
    if (hb_font_get_glyph_extents(fonts.face(face).font, glyph, &extents) == 0) return {};
    return {extents.x_bearing, extents.x_bearing + extents.width, extents.y_bearing};
}

}  // namespace hanqing
