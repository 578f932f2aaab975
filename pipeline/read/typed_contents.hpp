// SPDX-License-Identifier: Apache-2.0
// Document -> the contents that its author typed, which pages with numbers can stand in for.
#pragma once

#include "read/document.hpp"

namespace hanqing {

/// Blocks [begin, end): a list of links to headings, and its own title; empty: there is none.
struct BlockRange {
    std::uint32_t begin = 0, end = 0;
    [[nodiscard]] bool holds(std::uint32_t block) const { return block >= begin && block < end; }
};
BlockRange typed_contents(const Document& document);

}  // namespace hanqing
