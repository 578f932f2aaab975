// SPDX-License-Identifier: Apache-2.0
// The first image file directory of an EXIF block.
#include "image/exif.hpp"

#include "image/byte_order.hpp"

namespace hanqing {
namespace {

struct Directory {
    std::string_view bytes;
    bool big = false;

    [[nodiscard]] std::uint32_t u16(std::size_t at) const {
        return big ? big16(bytes, at) : little16(bytes, at);
    }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const {
        return big ? big32(bytes, at) : little32(bytes, at);
    }
};

struct Rational {
    std::uint32_t numerator = 0, denominator = 0;
};

Rational rational_at(const Directory& in, std::size_t entry) {
    const std::size_t at = in.u32(entry + 8);
    if (in.u16(entry + 2) != 5 || at > in.bytes.size() || in.bytes.size() - at < 8) return {};
    return {in.u32(at), in.u32(at + 4)};
}

}  // namespace

Exif exif_from_bytes(std::string_view tiff) {
    constexpr std::uint32_t tag_orientation = 0x0112, tag_x = 0x011A, tag_y = 0x011B, tag_unit = 0x0128;
    Exif exif;
    if (tiff.size() < 8 || (tiff.substr(0, 2) != "MM" && tiff.substr(0, 2) != "II")) return exif;
    const Directory in{tiff, tiff[0] == 'M'};
    const std::size_t start = in.u32(4);
    if (in.u16(2) != 42 || start > tiff.size() || tiff.size() - start < 2) return exif;
    Rational x, y;
    bool per_centimetre = false;
    const std::size_t count = in.u16(start);
    for (std::size_t i = 0; i < count && start + 2 + (i + 1) * 12 <= tiff.size(); ++i) {
        const std::size_t entry = start + 2 + i * 12;
        const std::uint32_t tag = in.u16(entry), value = in.u16(entry + 8);
        if (tag == tag_orientation && value >= 1 && value <= 8)
            exif.orientation = static_cast<std::uint8_t>(value);
        if (tag == tag_unit) per_centimetre = value == 3;
        if (tag == tag_x) x = rational_at(in, entry);
        if (tag == tag_y) y = rational_at(in, entry);
    }
    exif.resolution = {pixels_per_metre(x.numerator, x.denominator, per_centimetre),
                       pixels_per_metre(y.numerator, y.denominator, per_centimetre)};
    return exif;
}

}  // namespace hanqing
