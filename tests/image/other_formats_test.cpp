// SPDX-License-Identifier: Apache-2.0
#include "image/made.hpp"

#include <webp/encode.h>
#include <catch2/catch.hpp>

using namespace hanqing;
using namespace std::string_literals;

namespace {

/// 2 × 1: colour 1, then the transparent colour 0; then a second frame.
std::string gif(bool second_frame) {
    const std::string head = "GIF89a\x02\0\x01\0\x80\0\0"s + "\x10\x20\x30\x40\x50\x60"s;
    const std::string control = "\x21\xF9\x04\x01\0\0\0\0"s;
    // LZW of 2 bits: clear (4), 1, 0, end (5) in codes of 3 bits, least bit first.
    const std::string frame = "\x2C\0\0\0\0\x02\0\x01\0\0\x02\x02\x0C\x0A\0"s;
    return head + control + frame + (second_frame ? control + frame : "") + ";";
}

std::string tiff() {
    // Little-endian, one strip, 2 × 1 RGB.
    const auto entry = [](const std::string& tag, char type, char count, const std::string& value) {
        std::string v = value;
        v.resize(4);
        return tag + type + "\0"s + count + "\0\0\0"s + v;
    };
    std::string directory;
    directory += entry("\x00\x01"s, 3, 1, "\x02");
    directory += entry("\x01\x01"s, 3, 1, "\x01");
    directory += entry("\x02\x01"s, 3, 1, "\x08");
    directory += entry("\x03\x01"s, 3, 1, "\x01");
    directory += entry("\x06\x01"s, 3, 1, "\x02");
    directory += entry("\x11\x01"s, 4, 1, "\x08");
    directory += entry("\x15\x01"s, 3, 1, "\x03");
    directory += entry("\x16\x01"s, 3, 1, "\x01");
    directory += entry("\x17\x01"s, 4, 1, "\x06");
    return "II*\0\x0E\0\0\0"s + "\x01\x02\x03\x04\x05\x06"s + "\x09\0"s + directory + std::string(4, '\0');
}

std::string bmp(std::uint16_t bits, const std::string& palette, const std::string& pixels) {
    const auto le = [](std::uint32_t v) { return made::big(v); };
    const auto little = [&](std::uint32_t v) {
        const std::string b = le(v);
        return std::string(b.rbegin(), b.rend());
    };
    const auto start = static_cast<std::uint32_t>(14 + 40 + palette.size());
    return "BM" + little(start + static_cast<std::uint32_t>(pixels.size())) + little(0) + little(start) +
           little(40) + little(2) + little(2) + "\x01\0"s + static_cast<char>(bits) + '\0' + little(0) +
           little(0) + little(0) + little(0) + little(static_cast<std::uint32_t>(palette.size() / 4)) +
           little(0) + palette + pixels;
}

}  // namespace

TEST_CASE("gif: the first frame, its transparent colour as alpha") {
    const auto read = made::read(gif(false), "a.gif");
    CHECK(read.notes == "image-converted");
    CHECK(made::raster_of(read).alpha == "\xFF\0"s);
    CHECK(made::read(gif(true), "a.gif").notes == "image-converted image-first-frame");
    CHECK(made::read(gif(false).substr(0, 25), "a.gif").notes == "image-broken");
}

TEST_CASE("webp: lossless gives its very pixels") {
    std::string rgba;
    for (int i = 0; i < 600; ++i)
        rgba += {static_cast<char>(i), static_cast<char>(i / 3), static_cast<char>(i / 7),
                 static_cast<char>(255 - i % 9)};
    std::uint8_t* out = nullptr;
    const std::size_t size =
        WebPEncodeLosslessRGBA(reinterpret_cast<const std::uint8_t*>(rgba.data()), 30, 20, 120, &out);
    const std::string file(reinterpret_cast<char*>(out), size);
    WebPFree(out);
    const auto read = made::read(file, "a.webp");
    CHECK(read.notes == "image-converted");
    CHECK(made::raster_of(read).alpha[5] == rgba[5 * 4 + 3]);
    CHECK(made::raster_of(read).width == 30);
    CHECK(made::read(file.substr(0, file.size() / 2), "a.webp").notes == "image-broken");
}

TEST_CASE("tiff: the first page") {
    const auto read = made::read(tiff(), "a.tif");
    CHECK(read.notes == "image-converted");
    CHECK(made::raster_of(read).palette == "\x01\x02\x03\x04\x05\x06");
    CHECK(made::read(tiff().substr(0, 40), "a.tif").notes == "image-broken");
}

TEST_CASE("bmp: rows from the bottom, colours as blue green red") {
    const std::string bottom = "\x03\x02\x01\x06\x05\x04\0\0"s, top = "\x09\x08\x07\x0C\x0B\x0A\0\0"s;
    const auto read = made::read(bmp(24, "", bottom + top), "a.bmp");
    CHECK(read.notes == "image-converted");
    CHECK(made::raster_of(read).palette == "\x07\x08\x09\x0A\x0B\x0C\x01\x02\x03\x04\x05\x06");
    const auto indexed = made::read(bmp(1, "\0\0\xFF\0\xFF\0\0\0"s, "\x40\0\0\0\x80\0\0\0"s), "a.bmp");
    CHECK(made::raster_of(indexed).palette == "\xFF\0\0\0\0\xFF"s);
    CHECK(made::raster_of(indexed).samples == "\x80\x40");
    CHECK(made::read(bmp(24, "", bottom), "a.bmp").notes == "image-broken");
    CHECK(made::read(bmp(5, "", bottom), "a.bmp").notes == "image-unsupported");
}

TEST_CASE("image: content counts, not the name") {
    CHECK(made::read(made::jpeg({}), "a.png").notes == "image-name-lies");
    CHECK(made::read("", "a.png").notes == "image-empty");
    CHECK(made::read("<html></html>", "a.png").notes == "image-unknown");
    CHECK(made::read("\0"s, "a.png").notes == "image-unknown");
    CHECK(made::read(std::string(2000, 'x'), "a.png", {1000, 1000, 1000}).notes == "image-too-large");
}

TEST_CASE("image: a note carries the place of the reference") {
    CHECK(made::read("", "图/甲.png").all[0] ==
          Note{Weight::warning, {0, 3, 9}, "image-empty", {"图/甲.png"}});
}
