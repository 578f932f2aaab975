// SPDX-License-Identifier: Apache-2.0
// JPEG -> samples, by libjpeg; and whether its coded data can be read to the end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hanqing {

struct JpegSamples {
    std::uint32_t width = 0, height = 0;
    std::uint8_t channels = 3;  ///< 1 grey, 3 RGB, 4 CMYK as coded.
    std::string samples;        ///< Empty when nothing could be decoded.
    std::string complaint;      ///< libjpeg's first warning, or the error that ended it; empty when sound.
};

/// `eighth`: one pixel for each block of 8 × 8, which reads all coded data at little cost. Requires: the size
/// has been held against the limits.
JpegSamples decode_samples(std::string_view jpeg, bool eighth);

}  // namespace hanqing
