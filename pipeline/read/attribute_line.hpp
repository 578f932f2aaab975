// SPDX-License-Identifier: Apache-2.0
// A line that is nothing but attributes (`{: .table #id }`, kramdown and Python-Markdown): they belong to the
// block before it. For .cpp files of this folder.
#pragma once

#include "read/block_writer.hpp"

#include <string_view>

namespace hanqing {

/// `{: … }` alone, also `{:toc}`.
bool is_attribute_line(std::string_view line);

/// Gives the attributes of such a line to the last block written beside it; `{:toc}` asks for the contents in
/// place of a list. Whether it was one and there was such a block.
bool take_attribute_line(std::string_view line, BlockWriter& writer, Document& document);

/// Takes `{: … }` off the end of a paragraph, where it stands when the block around is indented.
Attributes take_trailing_attributes(Text& text);

/// ` :id=name` of docsify at the end of a heading: takes it off.
std::string take_heading_id(Text& text);

/// `{: .caption }` makes a paragraph beside a picture or table its caption.
void settle_caption_class(Document& document, std::uint32_t paragraph);

}  // namespace hanqing
