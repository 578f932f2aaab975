// SPDX-License-Identifier: Apache-2.0
// Turns: rotation matrices for whole degrees, without floating point.
#pragma once

#include <cstdint>
#include <string>

namespace hanqing {

/// sin of whole degrees, times 100,000, rounded.
std::int64_t sine(std::int32_t degrees);
inline std::int64_t cosine(std::int32_t degrees) { return sine(degrees + 90); }

/// The first four numbers of the matrix that turns anticlockwise, each with a blank after it.
void append_turn(std::string& to, std::int32_t degrees);

}  // namespace hanqing
