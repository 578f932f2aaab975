// SPDX-License-Identifier: Apache-2.0
// Natural size of a picture in whole units, never through floating point.
#include "image/resolution.hpp"

namespace hanqing {
namespace {

constexpr std::uint32_t per_metre_96_dpi = 3780;  // 96 / 0.0254, as PNG writers round it
constexpr std::uint32_t per_metre_min = 1181;     // 30 dpi
constexpr std::uint32_t per_metre_max = 94488;    // 2400 dpi

bool is_believable(std::uint32_t per_metre) {
    if (per_metre == 2834 || per_metre == 2835) return false;  // 72 dpi, by either rounding
    return per_metre >= per_metre_min && per_metre <= per_metre_max;
}

}  // namespace

std::uint32_t pixels_per_metre(std::uint64_t numerator, std::uint64_t denominator, bool per_centimetre) {
    if (denominator == 0 || numerator > UINT32_MAX || denominator > UINT32_MAX) return 0;
    const std::uint64_t value = per_centimetre
                                    ? (numerator * 100 + denominator / 2) / denominator
                                    : (numerator * 10'000 + denominator * 127) / (denominator * 254);
    return value > UINT32_MAX ? 0 : static_cast<std::uint32_t>(value);
}

Resolution believable(Resolution resolution) {
    if (is_believable(resolution.across) && is_believable(resolution.down)) return resolution;
    return {per_metre_96_dpi, per_metre_96_dpi};
}

Length natural_size(std::uint32_t pixel_count, std::uint32_t per_metre) {
    if (per_metre == per_metre_96_dpi)
        return points(std::int64_t{pixel_count} * 3, 4);  // exact, not 95.99 dpi
    return scaled(points(1), std::int64_t{pixel_count} * 720'000, std::int64_t{per_metre} * 254);
}

}  // namespace hanqing
