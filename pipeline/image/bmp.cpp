// SPDX-License-Identifier: Apache-2.0
// BMP -> Raster: the uncompressed forms that Windows programs write; the others are refused by name.
#include "image/byte_order.hpp"
#include "image/decode.hpp"
#include "image/raster.hpp"

#include <array>
#include <bit>

namespace hanqing {
namespace {

struct Header {
    std::uint32_t data = 0, header_size = 0, width = 0, height = 0, bits = 0, compression = 0, colours = 0;
    bool top_down = false;
    Resolution resolution;
    std::array<std::uint32_t, 4> masks{};  ///< Red, green, blue, alpha.
};

constexpr std::uint32_t uncompressed = 0, bit_fields = 3, alpha_bit_fields = 6;
constexpr std::size_t file_header_size = 14;

/// BITMAPINFOHEADER and its longer descendants; the 12 bytes of OS/2 are told apart by their size.
Header header_of(std::string_view bytes) {
    Header h;
    h.data = little32(bytes, 10);
    h.header_size = little32(bytes, file_header_size);
    if (h.header_size < 40) refuse_unsupported("BMP, OS/2");
    if (h.header_size > 256 || bytes.size() < file_header_size + h.header_size)
        refuse_broken("BMP", "truncated");
    const auto height = static_cast<std::int32_t>(little32(bytes, 22));
    h.width = little32(bytes, 18);
    h.top_down = height < 0;
    h.height = h.top_down ? 0U - static_cast<std::uint32_t>(height) : static_cast<std::uint32_t>(height);
    h.bits = little16(bytes, 28);
    h.compression = little32(bytes, 30);
    h.resolution = {little32(bytes, 38), little32(bytes, 42)};
    h.colours = little32(bytes, 46);
    return h;
}

/// Where each channel lies in a word of 16 or 32 bits.
void set_masks(std::string_view bytes, Header& h) {
    if (h.compression == uncompressed)
        h.masks = h.bits == 16 ? std::array<std::uint32_t, 4>{0x7C00, 0x03E0, 0x001F, 0}
                               : std::array<std::uint32_t, 4>{0xFF0000, 0x00FF00, 0x0000FF, 0};
    else {
        const bool alpha = h.compression == alpha_bit_fields || h.header_size >= 56;
        const std::size_t at = file_header_size + 40;
        if (bytes.size() < at + (alpha ? 16U : 12U)) refuse_broken("BMP", "truncated");
        for (std::size_t i = 0; i < (alpha ? 4U : 3U); ++i) h.masks[i] = little32(bytes, at + i * 4);
    }
}

/// Rows are padded to four bytes and stand on their head.
struct Rows {
    std::string_view data;
    std::size_t stride = 0;
    const Header& h;
    [[nodiscard]] std::string_view operator[](std::size_t y) const {
        return data.substr((h.top_down ? y : h.height - 1 - y) * stride, stride);
    }
};

std::uint8_t channel(std::uint32_t word, std::uint32_t mask) {
    if (mask == 0) return 0;
    const int shift = std::countr_zero(mask);
    const std::uint64_t top = mask >> shift;
    return static_cast<std::uint8_t>((std::uint64_t{(word & mask) >> shift} * 255 + top / 2) / top);
}

Raster raster_from_words(const Header& h, const Rows& rows) {
    std::string rgba;
    rgba.reserve(std::size_t{h.width} * h.height * 4);
    for (std::size_t y = 0; y < h.height; ++y)
        for (std::size_t x = 0; x < h.width; ++x) {
            const std::string_view row = rows[y];
            const std::uint32_t word = h.bits == 16   ? little16(row, x * 2)
                                       : h.bits == 24 ? little16(row, x * 3) | byte_at(row, x * 3 + 2) << 16
                                                      : little32(row, x * 4);
            for (std::size_t c = 0; c < 3; ++c) rgba += static_cast<char>(channel(word, h.masks[c]));
            rgba += h.masks[3] == 0 ? '\xFF' : static_cast<char>(channel(word, h.masks[3]));
        }
    return raster_without_alpha_inside(h.width, h.height, 4, rgba);
}

Raster raster_from_indices(const Header& h, const Rows& rows, std::string_view bytes) {
    Raster raster{h.width, h.height, 1, static_cast<std::uint8_t>(h.bits), {}, {}, {}, {}};
    const std::size_t levels = std::size_t{1} << h.bits;
    const std::size_t count = h.colours == 0 || h.colours > levels ? levels : h.colours;
    const std::size_t table = file_header_size + h.header_size;
    if (bytes.size() < table + count * 4) refuse_broken("BMP", "truncated");
    for (std::size_t i = 0; i < count; ++i)
        for (const std::size_t c : {2U, 1U, 0U}) raster.palette += bytes[table + i * 4 + c];
    raster.palette.resize(levels * 3);
    const std::size_t row_bytes = (std::size_t{h.width} * h.bits + 7) / 8;
    for (std::size_t y = 0; y < h.height; ++y) raster.samples += rows[y].substr(0, row_bytes);
    return raster;
}

}  // namespace

Decoded decode_bmp(const ImageTask& task) {
    Header h = header_of(task.bytes);
    const bool words = h.bits == 16 || h.bits == 24 || h.bits == 32;
    const bool fields = (h.compression == bit_fields || h.compression == alpha_bit_fields) && h.bits != 24;
    if (!words && h.bits != 1 && h.bits != 4 && h.bits != 8)
        refuse_unsupported("BMP, " + std::to_string(h.bits) + " bit");
    if (h.compression != uncompressed && !(words && fields))
        refuse_unsupported("BMP, compression " + std::to_string(h.compression));
    require_size(task, "BMP", h.width, h.height);
    const std::size_t stride = (std::size_t{h.width} * h.bits + 31) / 32 * 4;
    if (h.data > task.bytes.size() || task.bytes.size() - h.data < stride * h.height)
        refuse_broken("BMP", "truncated");
    if (words) set_masks(task.bytes, h);

    const Rows rows{task.bytes.substr(h.data), stride, h};
    Raster raster = words ? raster_from_words(h, rows) : raster_from_indices(h, rows, task.bytes);
    reduce(raster);
    task.remark("image-converted", {"BMP"});
    return {std::move(raster), h.resolution, {}, {}};
}

}  // namespace hanqing
