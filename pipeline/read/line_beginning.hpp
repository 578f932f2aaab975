// SPDX-License-Identifier: Apache-2.0
// Which line ends of a paragraph its author meant: Markdown joins lines, and Chinese minutes, forms and lists
// of sources are typed line by line all the same.
#pragma once

#include <cstddef>
#include <string_view>

namespace hanqing {

/// Whether the line that begins with `next` stands by itself below `above`, the line so far. Of `next` at
/// least the first words are there; `is_strong` when they are in bold.
bool begins_own_line(std::string_view above, std::string_view next, bool is_strong);

/// Whether a paragraph as typed is lines and no running text: verse, words spread by wide blanks, lines with
/// indents of their own that nobody wrapped. Each of its line ends is meant.
bool is_typed_by_lines(std::string_view paragraph);

/// 附件：1. … with 2. … below it: the ems by which the second stands below the first; 0 for other lines.
std::size_t indent_below_label(std::string_view first, std::string_view next);

/// Bytes of the wide spaces at the beginning (U+3000, U+2003, U+2002, U+00A0: what authors type, or &emsp;),
/// no more than `most` of them.
std::size_t typed_indent(std::string_view line, std::size_t most = std::string_view::npos);

}  // namespace hanqing
