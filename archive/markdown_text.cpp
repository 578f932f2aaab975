// SPDX-License-Identifier: Apache-2.0
// CommonMark 2.4: a backslash before any ASCII punctuation makes it plain.
#include "archive/markdown_text.hpp"

namespace hanqing {

std::string markdown_text(std::string_view text) {
    constexpr std::string_view marks = "\\`*_{}[]()<>#+!|~&$:@^=\"'";
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            out += ' ';
            continue;
        }
        if (marks.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string markdown_row(std::initializer_list<std::string_view> cells) {
    std::string row = "|";
    for (const std::string_view cell : cells) row += " " + markdown_text(cell) + " |";
    return row + "\n";
}

}  // namespace hanqing
