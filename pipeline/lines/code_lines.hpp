// SPDX-License-Identifier: Apache-2.0
// Lines of code that are longer than the measure.
#pragma once

#include "lines/breaks.hpp"

#include <cstdint>

namespace hanqing {

/// How far in the rest of a line of code stands that is broken before glyph `begin`: two columns deeper than
/// the line itself, so that it is taken neither for a line of its own nor for another depth of nesting. 0 for
/// what is no code.
std::int64_t code_hang(const Setting& setting, std::uint32_t begin, std::int64_t measure);

}  // namespace hanqing
