// SPDX-License-Identifier: Apache-2.0
// The SVG that cairo writes -> Drawing. cairo has reduced everything to paths, clips, pictures and a few
// kinds of group by then; a strict reader of just that is small.
#pragma once

#include "image/image.hpp"

#include <string>
#include <string_view>

namespace hanqing {

struct CairoDrawing {
    Drawing drawing;
    std::string beyond;  ///< What a Drawing cannot hold ("gradient", "mask", …); empty: all of it is there.
};

CairoDrawing drawing_from_cairo_svg(std::string_view svg, const ImageLimits& limits);

}  // namespace hanqing
