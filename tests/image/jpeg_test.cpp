// SPDX-License-Identifier: Apache-2.0
#include "image/made.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace std::string_literals;

namespace {

const Jpeg& jpeg_of(const made::Read& read) {
    REQUIRE(std::holds_alternative<Jpeg>(read.image.content));
    return std::get<Jpeg>(read.image.content);
}
}  // namespace

TEST_CASE("jpeg: passes through, and nobody's metadata with it") {
    const std::string file =
        made::jpeg({16, 8, 3, false, false, made::exif(1, 300, false), made::icc("RGB "), "geheim", 0});
    const auto read = made::read(file + "trailing secrets", "a.jpg");
    const Jpeg& jpeg = jpeg_of(read);
    CHECK(read.notes.empty());
    CHECK((jpeg.width == 16 && jpeg.height == 8 && jpeg.channels == 3));
    CHECK(jpeg.icc == made::icc("RGB "));
    for (const std::string_view secret : {"geheim", "Exif", "ICC_PROFILE", "secrets"})
        CHECK(jpeg.bytes.find(secret) == std::string::npos);
    CHECK(jpeg.bytes.substr(jpeg.bytes.size() - 2) == "\xFF\xD9");
    const auto again = made::read(jpeg.bytes, "a.jpg");
    CHECK(jpeg_of(again).bytes == jpeg.bytes);  // what we wrote is what we accept
}

TEST_CASE("jpeg: grey and progressive pass through") {
    CHECK(jpeg_of(made::read(made::jpeg({16, 8, 1, false, false, "", "", "", 0}), "a.jpg")).channels == 1);
    CHECK(jpeg_of(made::read(made::jpeg({16, 8, 3, true, false, "", "", "", 0}), "a.jpg")).channels == 3);
}

TEST_CASE("jpeg: EXIF turns the picture and sizes it, in both byte orders") {
    for (const bool big_endian : {false, true}) {
        const auto read = made::read(
            made::jpeg({32, 16, 3, false, false, made::exif(6, 150, big_endian), "", "", 0}), "a.jpg");
        CHECK(jpeg_of(read).orientation == 6);
        CHECK(read.image.width < read.image.height);
        CHECK(read.image.height == scaled(points(1), 32 * 720'000LL, 5906 * 254LL));  // 32 pixels of 150 dpi
    }
}

TEST_CASE("jpeg: the resolution of JFIF counts before that of EXIF") {
    const auto read =
        made::read(made::jpeg({72, 8, 3, false, false, made::exif(1, 300, false), "", "", 144}), "a.jpg");
    CHECK((read.image.width > points(359, 10) && read.image.width < points(361, 10)));
}

TEST_CASE("jpeg: CMYK becomes RGB, with the inversion of Adobe undone") {
    const auto read = made::read(made::jpeg({16, 8, 4, false, false, "", "", "", 0}), "a.jpg");
    CHECK(read.notes == "image-converted");
    const Raster& raster = made::raster_of(read);
    CHECK(raster.channels + raster.palette.size() > 0U);
    const Raster& r = raster;
    const auto first = r.palette.empty() ? r.samples.substr(0, 3) : r.palette.substr(0, 3);
    CHECK(static_cast<unsigned char>(first[0]) > 240);  // no cyan, no black: red
    CHECK(static_cast<unsigned char>(first[1]) < 15);
}

TEST_CASE("jpeg: arithmetic coding, which PDF does not know, is decoded") {
    const auto read = made::read(made::jpeg({16, 8, 3, false, true, "", "", "", 0}), "a.jpg");
    CHECK(read.notes == "image-converted");
    CHECK(made::raster_of(read).width == 16);
}

TEST_CASE("jpeg: turned pixels when it had to be decoded") {
    // The left half is red; orientation 6 shows that half on top.
    const auto read =
        made::read(made::jpeg({16, 8, 3, false, true, made::exif(6, 96, false), "", "", 0}), "a.jpg");
    const Raster& raster = made::raster_of(read);
    CHECK((raster.width == 8 && raster.height == 16));
    REQUIRE(!raster.palette.empty());
    const auto colour_at = [&](std::size_t x, std::size_t y) {
        const std::size_t bit = x * raster.bits, row = (std::size_t{raster.width} * raster.bits + 7) / 8;
        const unsigned byte = static_cast<unsigned char>(raster.samples[y * row + bit / 8]);
        const unsigned index = byte >> (8 - raster.bits - bit % 8) & ((1U << raster.bits) - 1);
        return static_cast<unsigned char>(raster.palette[index * 3 + 1]);  // green: low in red, high in white
    };
    CHECK(colour_at(0, 0) < 60);
    CHECK(colour_at(7, 0) < 60);
    CHECK(colour_at(0, 15) > 200);
}

TEST_CASE("jpeg: twelve bits and lossless are refused by name") {
    std::string file = made::jpeg({16, 8, 3, false, false, "", "", "", 0});
    const std::size_t frame = file.find("\xFF\xC0");
    REQUIRE(frame != std::string::npos);
    file[frame + 4] = 12;
    const auto twelve = made::read(file, "a.jpg");
    CHECK(twelve.notes == "image-unsupported");
    CHECK(twelve.all[0].arguments[1] == "JPEG, 12 bit");
    file[frame + 1] = '\xC3';
    CHECK(made::read(file, "a.jpg").all[0].arguments[1] == "JPEG, lossless");
}

TEST_CASE("jpeg: cut off, it shows what there is and says so") {
    const std::string file = made::jpeg({160, 160, 3, false, false, "", "", "", 0});
    const auto cut = made::read(file.substr(0, file.size() - 40), "a.jpg");
    CHECK(cut.notes == "image-damaged");
    CHECK(made::raster_of(cut).width == 160);
    CHECK(made::read(file.substr(0, 30), "a.jpg").notes == "image-broken");
    CHECK(made::read("\xFF\xD8\xFF", "a.jpg").notes == "image-broken");
}

TEST_CASE("jpeg: a header that claims too much is stopped before memory is taken") {
    std::string file = made::jpeg({16, 8, 3, false, false, "", "", "", 0});
    const std::size_t frame = file.find("\xFF\xC0");
    file.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
    CHECK(made::read(file, "a.jpg").notes == "image-too-large");
}

TEST_CASE("jpeg: every single damaged byte gives a picture or a note, never a crash") {
    const std::string file = made::jpeg({24, 16, 3, true, false, made::exif(3, 96, true), "", "", 0});
    for (std::size_t i = 2; i < file.size(); ++i) {
        std::string damaged = file;
        damaged[i] = static_cast<char>(~damaged[i]);
        const auto read = made::read(damaged, "a.jpg", {1U << 20, 1'000'000, 1U << 20});
        CHECK((read.image.content.index() != 0 || !read.notes.empty()));
    }
}
