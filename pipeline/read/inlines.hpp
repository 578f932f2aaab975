// SPDX-License-Identifier: Apache-2.0
// The parser's inline nodes of one block -> one Text. For .cpp files of this folder.
#pragma once

#include "read/text_builder.hpp"
#include "read/tree.hpp"

namespace hanqing {

/// Content of a paragraph, heading or cell that stands in `extent`.
Text text_of_inlines(cmark_node* block, Extent extent, Reading& reading);

/// An address the author gave: a link's index in Document::links, or nothing with a note saying why.
std::optional<std::uint32_t> add_link(Reading& reading, std::string_view address, std::string_view title,
                                      Place place);

}  // namespace hanqing
