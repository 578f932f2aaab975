// SPDX-License-Identifier: Apache-2.0
// JPEG -> its segments: what the picture is, what may stay, and what is metadata. Decodes nothing.
#pragma once

#include "image/exif.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

struct JpegSegments {
    std::uint8_t frame = 0;  ///< Last byte of the SOF marker: C0 baseline, C1, C2 progressive, …
    std::uint8_t precision = 8;
    std::uint32_t width = 0, height = 0;
    std::string component_ids;
    std::uint32_t scan_count = 0;
    std::optional<std::uint8_t> adobe_transform;  ///< APP14: 0 RGB or CMYK, 1 YCbCr, 2 YCCK.
    bool has_jfif = false;
    Resolution resolution;  ///< JFIF's, else EXIF's.
    std::uint8_t orientation = 1;
    std::string icc;        ///< Joined from its APP2 segments; empty when a piece is missing.
    bool complete = false;  ///< Ends with EOI.
    std::string stripped;   ///< The file without metadata, thumbnails and what follows EOI.
};

/// Nothing when there is no frame header and scan to be found.
std::optional<JpegSegments> jpeg_segments(std::string_view bytes);

}  // namespace hanqing
