// SPDX-License-Identifier: Apache-2.0
// The colour profile of the output intent: sRGB, built into the program by CMake from Debian's
// icc-profiles-free (zlib licence), so that a machine that only runs the program needs no file.
#pragma once

#include <string_view>

namespace hanqing {

std::string_view srgb_profile();

}  // namespace hanqing
