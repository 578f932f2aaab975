// SPDX-License-Identifier: Apache-2.0
// Colour: device RGB in eight bits a channel; equal channels are written as grey.
#pragma once

#include <compare>
#include <cstdint>

namespace hanqing {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend constexpr auto operator<=>(Colour, Colour) = default;
};

inline constexpr Colour black{};

constexpr bool is_grey(Colour c) { return c.red == c.green && c.green == c.blue; }

}  // namespace hanqing
