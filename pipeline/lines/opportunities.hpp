// SPDX-License-Identifier: Apache-2.0
// Text -> boundaries by ICU: UAX 14 lines and dictionary words. The only file of this stage that sees ICU.
#pragma once

#include "base/language.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hanqing {

/// Bytes at which a boundary stands, in order; the start is not one, the end is.
std::vector<std::uint32_t> line_opportunities(std::string_view utf8, Language language);
std::vector<std::uint32_t> word_boundaries(std::string_view utf8, Language language);

}  // namespace hanqing
