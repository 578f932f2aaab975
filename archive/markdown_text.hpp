// SPDX-License-Identifier: Apache-2.0
// Any text -> Markdown that shows it as it is: for the reports that the archive writes itself.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace hanqing {

/// One line, every ASCII mark escaped that Markdown or a table cell could take for its own.
std::string markdown_text(std::string_view text);
/// "| a | b |\n" with escaped cells.
std::string markdown_row(std::initializer_list<std::string_view> cells);

}  // namespace hanqing
