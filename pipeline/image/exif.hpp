// SPDX-License-Identifier: Apache-2.0
// EXIF -> the two things in it that change how a picture is placed.
#pragma once

#include "image/resolution.hpp"

#include <cstdint>
#include <string_view>

namespace hanqing {

struct Exif {
    std::uint8_t orientation = 1;
    Resolution resolution;
};

/// Takes the TIFF structure (EXIF 2.3, 4.5) without the "Exif\0\0" before it. What is broken is as if not
/// there.
Exif exif_from_bytes(std::string_view tiff);

}  // namespace hanqing
