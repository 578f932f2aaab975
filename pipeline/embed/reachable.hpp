// SPDX-License-Identifier: Apache-2.0
// Reachable glyphs: all that shaping may choose for some characters of a face.
#pragma once

#include "shape/fonts.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

/// Sorted, without 0: the characters' own glyphs and those that the substitutions in everyday use lead to.
/// A glyph that is missed costs time, never bytes: the whole face is taken then.
std::vector<std::uint16_t> reachable_glyphs(const Face& face, const std::vector<char32_t>& characters);

}  // namespace hanqing
