// SPDX-License-Identifier: Apache-2.0
// Where a glyph's ink lies: whether a face draws its stops in the corner or in the middle is asked of the
// face.
#pragma once

#include "shape/fonts.hpp"

namespace hanqing {

/// In font units, from the glyph's origin; both 0 for a glyph without ink.
struct Ink {
    std::int32_t left = 0, right = 0;
    std::int32_t top = 0;  ///< Upwards.
};
Ink ink_of(const Fonts& fonts, FaceId face, std::uint16_t glyph);

}  // namespace hanqing
