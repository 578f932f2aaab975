// SPDX-License-Identifier: Apache-2.0
// Whether a colour profile found in a picture may travel into the PDF (PDF/A-3 6.2.4.2).
#pragma once

#include <cstdint>
#include <string_view>

namespace hanqing {

/// A profile of version 2 or 4, of an input, display, output or colour-space class, grey for one channel and
/// RGB for three, whose header and tag table lie within its bytes.
bool is_usable_profile(std::string_view icc, std::uint8_t channels);

}  // namespace hanqing
