// SPDX-License-Identifier: Apache-2.0
// The sequence and page a Composer has in hand.
#pragma once

#include "pages/composer.hpp"

namespace hanqing {

struct Composer::Job {
    const Sequence& sequence;
    std::uint32_t sequence_index = 0;
    const Composition& made;
    std::uint32_t number = 0;  ///< Of the last page.
    std::uint32_t page = 0;    ///< In hand.
    Point origin;              ///< The type area's upper left corner.
    Length depth;              ///< The type area's.
    Length notes_foot;         ///< Where the last note line ends: there, or above what is pinned to the foot.
    [[nodiscard]] const FlowBlock& block(std::uint32_t passage) const;
};

}  // namespace hanqing
