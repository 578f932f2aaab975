// SPDX-License-Identifier: Apache-2.0
// Pixels and what a file says of their density -> natural size on paper.
#pragma once

#include "base/length.hpp"

#include <cstdint>

namespace hanqing {

/// Pixels per metre across and down; 0 where the file does not say.
struct Resolution {
    std::uint32_t across = 0, down = 0;
};

/// From a rational number of pixels per inch or centimetre, as JFIF, EXIF and TIFF have it.
std::uint32_t pixels_per_metre(std::uint64_t numerator, std::uint64_t denominator, bool per_centimetre);

/// Cameras and exporters write 1, 72 or 65535 for "I do not know": these and what lies outside 30…2400 dpi
/// on either axis are taken as 96 dpi, the pixel of the Web.
Length natural_size(std::uint32_t pixel_count, std::uint32_t per_metre);
Resolution believable(Resolution resolution);

}  // namespace hanqing
