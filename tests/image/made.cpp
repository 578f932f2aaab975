// SPDX-License-Identifier: Apache-2.0
// Writers of pictures, as small as the formats allow.
#include "image/made.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
// jpeglib.h needs FILE from <cstdio> before it.
#include <jpeglib.h>

namespace hanqing::made {
namespace {

std::uint32_t crc32(std::string_view data) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : data) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

std::uint32_t adler32(std::string_view data) {
    std::uint32_t a = 1, b = 0;
    for (const char c : data) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

std::string little(std::uint32_t value, std::size_t bytes) {
    std::string out;
    for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
    return out;
}

}  // namespace

std::string big(std::uint32_t value) {
    std::string out = little(value, 4);
    return {out.rbegin(), out.rend()};
}

std::string chunk(std::string_view name, std::string_view data) {
    const std::string body = std::string(name) + std::string(data);
    return big(static_cast<std::uint32_t>(data.size())) + body + big(crc32(body));
}

std::string zlib_stored(std::string_view data) {
    std::string out = "\x78\x01";
    for (std::size_t at = 0; at == 0 || at < data.size(); at += 65535) {
        const std::string_view block = data.substr(at, 65535);
        const auto size = static_cast<std::uint32_t>(block.size());
        out += static_cast<char>(at + 65535 >= data.size() ? 1 : 0);
        out += little(size, 2) + little(~size & 0xFFFFU, 2);
        out += block;
    }
    return out + big(adler32(data));
}

std::string png(const Png& png) {
    std::string data;
    for (const std::string& row : png.rows) data += '\0' + row;
    const std::string head = big(png.width) + big(png.height) + static_cast<char>(png.depth) +
                             static_cast<char>(png.colour) + std::string(2, '\0') +
                             static_cast<char>(png.interlace);
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", head) + png.before + chunk("IDAT", zlib_stored(data)) +
           chunk("IEND", "");
}

std::string jpeg(const JpegOptions& o) {
    jpeg_compress_struct c{};
    jpeg_error_mgr errors{};
    c.err = jpeg_std_error(&errors);
    jpeg_create_compress(&c);
    unsigned char* to = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&c, &to, &size);
    c.image_width = static_cast<JDIMENSION>(o.width);
    c.image_height = static_cast<JDIMENSION>(o.height);
    c.input_components = o.channels;
    c.in_color_space = o.channels == 1 ? JCS_GRAYSCALE : o.channels == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&c);
    if (o.density != 0) {
        c.density_unit = 1;
        c.X_density = c.Y_density = static_cast<UINT16>(o.density);
    }
    c.arith_code = o.arithmetic ? TRUE : FALSE;
    if (o.progressive) jpeg_simple_progression(&c);
    jpeg_start_compress(&c, TRUE);
    const auto marker = [&](int number, const std::string& data) {
        if (!data.empty())
            jpeg_write_marker(&c, number, reinterpret_cast<const JOCTET*>(data.data()),
                              static_cast<unsigned>(data.size()));
    };
    marker(JPEG_APP0 + 1, o.exif.empty() ? "" : std::string("Exif\0\0", 6) + o.exif);
    marker(JPEG_APP0 + 2, o.icc.empty() ? "" : std::string("ICC_PROFILE\0\1\1", 14) + o.icc);
    marker(JPEG_COM, o.comment);
    while (c.next_scanline < c.image_height) {
        std::string row;
        for (int x = 0; x < o.width; ++x) {
            const bool left = x < o.width / 2;
            // Adobe's CMYK is inverted: 255 is no ink.
            if (o.channels == 4)
                row += left ? std::string("\xFF\0\0\xFF", 4) : "\xFF\xFF\xFF\xFF";
            else if (o.channels == 3)
                row += left ? std::string("\xFF\0\0", 3) : "\xFF\xFF\xFF";
            else
                row += left ? std::string("\0", 1) : "\xFF";
        }
        auto* scanline = reinterpret_cast<JSAMPROW>(row.data());
        jpeg_write_scanlines(&c, &scanline, 1);
    }
    jpeg_finish_compress(&c);
    jpeg_destroy_compress(&c);
    std::string out(reinterpret_cast<char*>(to), size);
    std::free(to);
    return out;
}

std::string exif(int orientation, std::uint32_t dpi, bool big_endian) {
    const auto number = [&](std::uint32_t value, std::size_t bytes) {
        std::string out = little(value, bytes);
        return big_endian ? std::string(out.rbegin(), out.rend()) : out;
    };
    const auto entry = [&](std::uint32_t tag, std::uint32_t type, std::string value) {
        value.resize(4);
        return number(tag, 2) + number(type, 2) + number(1, 4) + value;
    };
    const std::uint32_t after = 8 + 2 + 4 * 12 + 4;
    return (big_endian ? "MM" : "II") + number(42, 2) + number(8, 4) + number(4, 2) +
           entry(0x0112, 3, number(static_cast<std::uint32_t>(orientation), 2)) +
           entry(0x011A, 5, number(after, 4)) + entry(0x011B, 5, number(after, 4)) +
           entry(0x0128, 3, number(2, 2)) + number(0, 4) + number(dpi, 4) + number(1, 4);
}

std::string icc(std::string_view space, char version) {
    const std::uint32_t size = 128 + 4 + 12 + 4;
    std::string head = big(size) + "test" + version + std::string(3, '\0') + "mntr" + std::string(space) +
                       "XYZ " + std::string(12, '\0') + "acsp";
    head.resize(128);
    return head + big(1) + "desc" + big(128 + 16) + big(4) + "text";
}

Read read(std::string_view bytes, std::string_view path, const ImageLimits& limits,
          const VectorFonts& fonts) {
    Notes notes;
    Read result{image_from_bytes(bytes, path, {0, 3, 9}, notes, limits, fonts), "", {}};
    result.all = notes.all();
    for (const Note& note : result.all) result.notes += (result.notes.empty() ? "" : " ") + note.id;
    return result;
}

const Raster& raster_of(const Read& read) {
    REQUIRE(std::holds_alternative<Raster>(read.image.content));
    return std::get<Raster>(read.image.content);
}

}  // namespace hanqing::made
