// SPDX-License-Identifier: Apache-2.0
// Alpha taken out of interleaved samples.
#include "image/raster.hpp"

#include <cassert>

namespace hanqing {

Raster raster_without_alpha_inside(std::uint32_t width, std::uint32_t height, std::uint8_t channels,
                                   std::string_view interleaved) {
    assert(channels == 2 || channels == 4);
    const std::size_t pixel_count = std::size_t{width} * height, colours = channels - 1U;
    assert(interleaved.size() == pixel_count * channels);
    Raster raster{width, height, static_cast<std::uint8_t>(colours), 8, {}, {}, {}, {}};
    raster.samples.resize(pixel_count * colours);
    raster.alpha.resize(pixel_count);
    for (std::size_t i = 0; i < pixel_count; ++i) {
        for (std::size_t c = 0; c < colours; ++c)
            raster.samples[i * colours + c] = interleaved[i * channels + c];
        raster.alpha[i] = interleaved[i * channels + colours];
    }
    return raster;
}

void unmultiply(std::string& rgba) {
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
        const auto alpha = static_cast<unsigned char>(rgba[i + 3]);
        if (alpha == 0 || alpha == 255) continue;
        for (std::size_t c = 0; c < 3; ++c) {
            const unsigned value = (static_cast<unsigned char>(rgba[i + c]) * 255U + alpha / 2U) / alpha;
            rgba[i + c] = static_cast<char>(value > 255 ? 255 : value);
        }
    }
}

}  // namespace hanqing
