// SPDX-License-Identifier: Apache-2.0
// Decoded pixels -> Raster: colour and alpha apart, and no more bits than the picture needs.
#pragma once

#include "image/image.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace hanqing {

/// Splits interleaved grey-alpha (2) or RGBA (4) samples of 8 bits.
Raster raster_without_alpha_inside(std::uint32_t width, std::uint32_t height, std::uint8_t channels,
                                   std::string_view interleaved);

/// Undoes multiplication of RGB by alpha (cairo's and TIFF's associated alpha), in place, RGBA.
void unmultiply(std::string& rgba);

/// The same picture, smaller: an alpha that is opaque everywhere goes; RGB that is grey becomes grey, RGB of
/// at most 256 colours a palette, and samples are packed to 1, 2 or 4 bits where that loses nothing. A
/// profile keeps its channels.
void reduce(Raster& raster);

}  // namespace hanqing
