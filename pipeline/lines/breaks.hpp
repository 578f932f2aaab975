// SPDX-License-Identifier: Apache-2.0
// Cells -> Breaks: where a line may end, and what it costs to end there. Chooses nothing.
#pragma once

#include "lines/cells.hpp"

namespace hanqing {

struct Break {
    std::uint32_t cell = 0;  ///< The line ends before it.
    enum class By : std::uint8_t { rule, hyphen, sign, anywhere, forced } by = By::rule;
    std::int32_t penalty = 0;
};

/// Every hyphen costs at least this, so a paragraph with fewer demerits needs none.
inline constexpr std::int32_t penalty_hyphen = 80;
inline constexpr std::int32_t penalty_last_word = 1000;  ///< A hyphen in the last word of a paragraph.
/// The same of the breaks that with_emergencies adds.
inline constexpr std::int32_t penalty_anywhere = 5000;

/// In order; the last one is forced and stands after the last cell. `hyphens`: inside words too (the patterns
/// are read when first wanted, which takes as long as setting twenty pages).
std::vector<Break> breaks_of(const Setting& setting, const Cells& cells, bool hyphens);

/// The same with breaks anywhere in addresses and in pieces wider than `width` (in all, where the style says
/// so).
std::vector<Break> with_emergencies(const Setting& setting, const Cells& cells,
                                    const std::vector<Break>& breaks, std::int64_t width);

/// Word boundaries only, for titles: by ICU's dictionary, never before a particle.
std::vector<Break> word_breaks_of(const Setting& setting, const Cells& cells);

}  // namespace hanqing
