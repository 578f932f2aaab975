// SPDX-License-Identifier: Apache-2.0
// Word -> where it may be hyphenated, by libhyphen with Debian's English patterns (Liang's algorithm).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace hanqing {

inline constexpr std::size_t shortest_hyphenated = 6;

/// Numbers of letters after which the word may be cut: at least two before, three after. Nothing when the
/// patterns are not installed. Requires: ASCII letters.
std::vector<std::size_t> hyphenation_points(std::string_view word);

}  // namespace hanqing
