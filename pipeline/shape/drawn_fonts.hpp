// SPDX-License-Identifier: Apache-2.0
// Fonts -> where the faces for text inside SVG are looked for: the same folders, in the same order.
#pragma once

#include "image/image.hpp"
#include "shape/fonts.hpp"

namespace hanqing {

VectorFonts drawn_fonts(const Fonts& fonts);

}  // namespace hanqing
