// SPDX-License-Identifier: Apache-2.0
// Pictures made in code for the tests, sound and broken.
#pragma once

#include "image/image.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing::made {

std::string big(std::uint32_t value);
std::string chunk(std::string_view name, std::string_view data);

/// A PNG from its rows as they are before filtering, stored and not compressed. `before` goes before IDAT.
struct Png {
    std::uint32_t width = 2, height = 2;
    std::uint8_t depth = 8, colour = 2, interlace = 0;
    std::vector<std::string> rows;  ///< With interlace: the rows of all passes in order.
    std::string before;
};
std::string png(const Png& png);
std::string zlib_stored(std::string_view data);

struct JpegOptions {
    int width = 16, height = 8;
    int channels = 3;  ///< 4: CMYK with the Adobe marker.
    bool progressive = false, arithmetic = false;
    std::string exif;  ///< TIFF block, put into APP1.
    std::string icc;
    std::string comment;
    int density = 0;  ///< dpi in JFIF; 0: none stated.
};
/// Left half red (or black ink), right half white.
std::string jpeg(const JpegOptions& options);

/// EXIF with orientation and resolution, little- or big-endian.
std::string exif(int orientation, std::uint32_t dpi, bool big_endian);

/// The least that passes for a profile: header and one tag.
std::string icc(std::string_view space, char version = 2);

/// Reads it, with its notes' names in order of making, separated by blanks.
struct Read {
    Image image;
    std::string notes;
    std::vector<Note> all;
};
Read read(std::string_view bytes, std::string_view path = "a.png", const ImageLimits& limits = {},
          const VectorFonts& fonts = {});
/// The raster that was read; anything else fails the test.
const Raster& raster_of(const Read& read);

}  // namespace hanqing::made
