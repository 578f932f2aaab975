// SPDX-License-Identifier: Apache-2.0
#include "image/made.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace std::string_literals;

namespace {

/// Many colours, so that nothing is reduced to a palette.
std::vector<std::string> colourful_rows(std::size_t width, std::size_t height) {
    std::vector<std::string> rows(height);
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x)
            rows[y] += {static_cast<char>(x * 7), static_cast<char>(y * 5), static_cast<char>(x ^ y)};
    return rows;
}

std::string joined(const std::vector<std::string>& rows) {
    std::string all;
    for (const std::string& row : rows) all += row;
    return all;
}

}  // namespace

TEST_CASE("png: colours come out as they went in") {
    const auto rows = colourful_rows(40, 30);
    const auto read = made::read(made::png({40, 30, 8, 2, 0, rows, ""}));
    CHECK(made::raster_of(read).samples == joined(rows));
    CHECK(made::raster_of(read).channels == 3);
    CHECK(made::raster_of(read).alpha.empty());
    CHECK(read.notes.empty());
    CHECK(read.image.width == points(30));  // 40 pixels of 96 dpi
}

TEST_CASE("png: few colours become a palette in the order in which they occur, packed") {
    const auto read = made::read(made::png({4, 1, 8, 2, 0, {"\xFF\0\0\0\0\xFF\xFF\0\0\0\xFF\0"s}, ""}));
    const Raster& raster = made::raster_of(read);
    CHECK(raster.palette == "\xFF\0\0\0\0\xFF\0\xFF\0"s);
    CHECK(raster.bits == 2);
    CHECK(raster.samples == "\x12"s);  // 00 01 00 10
}

TEST_CASE("png: grey stays grey at every depth") {
    CHECK(made::raster_of(made::read(made::png({8, 1, 1, 0, 0, {"\xA5"}, ""}))).samples == "\xA5");
    CHECK(made::raster_of(made::read(made::png({4, 1, 2, 0, 0, {"\x1B"}, ""}))).bits == 2);
    CHECK(made::raster_of(made::read(made::png({2, 1, 4, 0, 0, {"\x3C"}, ""}))).samples == "\x3C");
    CHECK(made::raster_of(made::read(made::png({2, 1, 8, 0, 0, {"\x12\x34"}, ""}))).samples == "\x12\x34");
    const auto sixteen = made::read(made::png({2, 1, 16, 0, 0, {"\x12\x34\xFF\xFE"}, ""}));
    CHECK(made::raster_of(sixteen).samples == "\x12\xFF");
    CHECK(made::raster_of(sixteen).bits == 8);
}

TEST_CASE("png: black and white in 24 bits takes one bit a pixel") {
    const auto read = made::read(made::png(
        {8, 1, 8, 2, 0, {"\xFF\xFF\xFF\0\0\0\xFF\xFF\xFF\0\0\0\xFF\xFF\xFF\0\0\0\xFF\xFF\xFF\0\0\0"s}, ""}));
    CHECK(made::raster_of(read).bits == 1);
    CHECK(made::raster_of(read).samples == "\xAA");
    CHECK(made::raster_of(read).palette.empty());
}

TEST_CASE("png: alpha stands apart, from a channel, a colour or a palette entry") {
    const auto rgba = made::read(made::png({1, 1, 8, 6, 0, {"\x01\x02\x03\x80"}, ""}));
    CHECK(made::raster_of(rgba).alpha == "\x80");
    const auto grey_alpha = made::read(made::png({2, 1, 8, 4, 0, {"\x10\xFF\x20\0"s}, ""}));
    CHECK(made::raster_of(grey_alpha).alpha == "\xFF\0"s);
    const auto colour_key =
        made::read(made::png({2, 1, 8, 0, 0, {"\x10\x20"}, made::chunk("tRNS", "\0\x20"s)}));
    CHECK(made::raster_of(colour_key).alpha == "\xFF\0"s);
    const std::string before = made::chunk("PLTE", "\x01\x02\x03\x04\x05\x06") + made::chunk("tRNS", "\x40");
    const auto palette = made::read(made::png({2, 1, 1, 3, 0, {"\x40"}, before}));
    CHECK(made::raster_of(palette).alpha == "\x40\xFF");
    CHECK(made::raster_of(palette).palette == "\x01\x02\x03\x04\x05\x06");
}

TEST_CASE("png: an alpha that hides nothing is dropped") {
    CHECK(made::raster_of(made::read(made::png({1, 1, 8, 6, 0, {"\x01\x02\x03\xFF"}, ""}))).alpha.empty());
}

TEST_CASE("png: an index beyond the palette has a colour all the same") {
    const auto read =
        made::read(made::png({2, 1, 8, 3, 0, {"\x00\x05"s}, made::chunk("PLTE", "\x01\x02\x03")}));
    const Raster& raster = made::raster_of(read);
    CHECK(raster.palette.size() >= 6U * 3);
}

TEST_CASE("png: interlaced gives the same picture") {
    // 2 × 2 has Adam7 passes 1 (pixel 0,0), 6 (1,0) and 7 (row 1).
    const auto read = made::read(made::png({2, 2, 8, 0, 1, {"\x01", "\x02", "\x03\x04"}, ""}));
    CHECK(made::raster_of(read).samples == "\x01\x02\x03\x04");
}

TEST_CASE("png: resolution gives the size on paper, unless nobody can believe it") {
    const auto sized = [](std::uint32_t per_metre) {
        const std::string phys = made::chunk("pHYs", made::big(per_metre) + made::big(per_metre) + "\x01");
        return made::read(made::png({300, 1, 8, 0, 0, {std::string(300, '\x7F')}, phys})).image.width;
    };
    CHECK(sized(11811) == scaled(points(1), 300 * 720'000LL, 11811 * 254LL));  // 300 dpi: about an inch
    CHECK(sized(2835) == sized(3780));                                         // 72 dpi says nothing: as 96
    CHECK(sized(2834) == sized(3780));
    CHECK((sized(11811) > points(71) && sized(11811) < points(73)));
    CHECK(sized(1) == points(225));
    CHECK(sized(4'000'000) == points(225));
}

TEST_CASE("png: a usable profile stays, another is left out with a remark") {
    const auto with = [](const std::string& icc, std::uint8_t colour, const std::string& row) {
        return made::read(
            made::png({1, 1, 8, colour, 0, {row}, made::chunk("iCCP", "p\0\0"s + made::zlib_stored(icc))}));
    };
    CHECK(made::raster_of(with(made::icc("RGB "), 2, "\x01\x02\x03")).icc.size() == made::icc("RGB ").size());
    CHECK(made::raster_of(with(made::icc("RGB "), 2, "\x01\x01\x01")).channels == 3);
    CHECK(made::raster_of(with(made::icc("GRAY"), 2, "\x01\x02\x03")).icc.empty());
}

TEST_CASE("png: broken by its sum, cut off, or a bomb") {
    const std::string sound = made::png({200, 90, 8, 2, 0, colourful_rows(200, 90), ""});
    std::string bad_crc = sound;
    bad_crc[20] = static_cast<char>(bad_crc[20] ^ 1);
    CHECK(made::read(bad_crc).notes == "image-broken");
    CHECK(made::read(sound.substr(0, 20)).notes == "image-broken");

    const auto cut = made::read(sound.substr(0, sound.size() / 2));
    CHECK(cut.notes == "image-damaged");
    CHECK(made::raster_of(cut).samples.substr(0, 600) == colourful_rows(200, 90)[0]);

    const auto huge = made::read(made::png({65535, 65535, 8, 2, 0, {"x"}, ""}));
    CHECK(huge.notes == "image-too-large");
    CHECK(huge.all[0].arguments == std::vector<std::string>{"a.png", "65535 × 65535", "100000000"});
    CHECK(huge.image.content.index() == 0);
    CHECK(made::read(made::png({9000, 9000, 8, 2, 0, {"x"}, ""})).notes == "image-broken");
    CHECK(made::read(made::png({0, 5, 8, 2, 0, {"x"}, ""})).notes == "image-broken");
}

TEST_CASE("png: of an animation the first frame is shown and said so") {
    const std::string control = made::chunk("acTL", made::big(2) + made::big(0));
    CHECK(made::read(made::png({1, 1, 8, 0, 0, {"\x11"}, control})).notes == "image-first-frame");
}
