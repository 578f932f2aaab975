// SPDX-License-Identifier: Apache-2.0
// Frame: the sheet and the type area of one page, and what the page is called.
#pragma once

#include "pages/pages.hpp"

#include <cstdint>
#include <string>

namespace hanqing {

/// A page without content. Odd sheets are right-hand pages; `turned` ones lie on their side.
Page page_frame(const PageGeometry& geometry, std::uint32_t sheet, bool turned);

/// 12, xii, XII, 十二; nothing for NumberStyle::none.
std::string page_label(std::uint32_t number, NumberStyle style);

/// What a page is, besides its items: for running heads and numbers, which come when all pages are set.
struct PageFacts {
    std::uint32_t sequence = 0;
    std::uint32_t number = 0;
    bool first = false;  ///< Of its sequence.
    bool turned = false;
    struct Heads {
        std::uint32_t first = none, last = none;  ///< Flow blocks of the sequence that set a running head.
    };
    Heads heads[7];  ///< By level.
    std::uint32_t running[7] = {none, none, none, none,
                                none, none, none};  ///< Headings that hold when it begins.
    std::uint32_t pages = 0;                        ///< Last number of the numbering it belongs to.
};

}  // namespace hanqing
