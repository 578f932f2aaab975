// SPDX-License-Identifier: Apache-2.0
// Running heads, page numbers and what else each page carries outside the text: set when all pages are known.
#pragma once

#include "pages/page_frame.hpp"
#include "pages/setter.hpp"

#include <string>
#include <vector>

namespace hanqing {

/// Fills the fields of a running text for one page; nothing when a field in it has no value there.
std::string running_text(const std::string& text, const Styled& styled, const Pages& pages,
                         const std::vector<PageFacts>& facts, std::uint32_t page);

/// All running texts and head rules of all pages but the blank ones (G8).
void set_furniture(Matter& matter, Setter& setter, Pages& pages, const std::vector<PageFacts>& facts);

}  // namespace hanqing
