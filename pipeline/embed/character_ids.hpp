// SPDX-License-Identifier: Apache-2.0
// Character ids: the CIDs under which a CID-keyed font keeps its glyphs.
#pragma once

#include "shape/fonts.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

/// The CID of each glyph, from the font's charset. Failure "font-subset" {name} when FreeType cannot read it.
std::vector<std::uint16_t> character_ids_of(const Face& face);

}  // namespace hanqing
