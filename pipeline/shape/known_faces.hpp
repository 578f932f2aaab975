// SPDX-License-Identifier: Apache-2.0
// Known faces: families that serve when nothing wished for is there, or when it lacks a character.
#pragma once

#include "base/language.hpp"

#include <string_view>
#include <vector>

namespace hanqing {

/// Families with Han for a language, the region's own first, then the other regions in the same style
/// (serif or sans), then the other style.
std::vector<std::string_view> known_han_families(Language language, bool serif);

/// Families for Latin text.
std::vector<std::string_view> known_latin_families(bool serif, bool fixed_pitch);

/// Families with what formulas need, nearest to Song's Latin first.
std::vector<std::string_view> known_math_families();

/// Families for rare Han and for symbols, tried after all others that have a name here.
std::vector<std::string_view> known_rare_families();

}  // namespace hanqing
