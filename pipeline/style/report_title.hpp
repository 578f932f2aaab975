// SPDX-License-Identifier: Apache-2.0
// Which block of a report is its title, when the front matter names none.
#pragma once

#include "style/build.hpp"

namespace hanqing {

/// A heading, or a first line that stands for one; none when the report has no title in its text.
std::uint32_t title_block_of(const Document& document);

/// Blocks before this stand over the title, which they are not: 某某人民政府文件, its number. 0: none do.
std::uint32_t red_head_end(const Document& document, std::uint32_t title);

/// What many sections are called and no report.
bool is_name_of_section(std::string_view words);

/// The title, the 附件2 above it, or a line set below it: before the body, where the title is.
bool stands_with_title(const Build& build, std::uint32_t index);

}  // namespace hanqing
