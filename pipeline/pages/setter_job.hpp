// SPDX-License-Identifier: Apache-2.0
// The line that a Setter has in hand.
#pragma once

#include "pages/setter.hpp"

#include <algorithm>

namespace hanqing {

inline constexpr char32_t hard_break = 0x2028, object_mark = 0xFFFC;

struct Setter::Job {
    std::uint32_t page_index;
    std::uint32_t paragraph_index;
    const Paragraph& paragraph;
    const ShapedParagraph& shaped;
    const Line& line;
    PlacedLine placed;
    Length left, baseline;  ///< Left: of the first glyph's place.
    Role role;
    /// The glyph run of a glyph.
    [[nodiscard]] std::uint32_t run_of(std::uint32_t glyph) const {
        const auto found = std::upper_bound(shaped.runs.begin(), shaped.runs.end(), glyph,
                                            [](std::uint32_t g, const GlyphRun& r) { return g < r.end; });
        return static_cast<std::uint32_t>(found - shaped.runs.begin());
    }
};

/// The tag of a run: its own, or its paragraph's.
inline std::uint32_t tag_of(const Paragraph& paragraph, const TextRun& run) {
    return run.tag != none ? run.tag : paragraph.tag;
}

}  // namespace hanqing
