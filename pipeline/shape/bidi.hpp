// SPDX-License-Identifier: Apache-2.0
// Embedding levels of a paragraph that has right-to-left text (UAX #9).
#pragma once

#include "shape/character.hpp"

#include <vector>

namespace hanqing {

/// Whether the character can make a level other than 0.
bool is_right_to_left(char32_t c);

/// Sets `level` of each. The paragraph itself runs from left to right.
void set_levels(std::vector<Character>& characters);

}  // namespace hanqing
