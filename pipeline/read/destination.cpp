// SPDX-License-Identifier: Apache-2.0
// A destination with blanks ends at its closing parenthesis or before a title, and ends like a file's name.
#include "read/destination.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::string_view blanks = " ";
constexpr std::size_t extension_max = 5;

/// Of the parenthesis that closes the one before `begin`; npos: none before `limit`.
std::size_t closing(std::string_view text, std::size_t begin, std::size_t limit) {
    int open = 1;
    for (std::size_t at = begin; at < limit; ++at) {
        const char c = text[at];
        if (c == '\\') ++at;
        if (c == '(') ++open;
        if (c == ')' && --open == 0) return at;
        if (c == '<' || c == '`') break;
    }
    return std::string_view::npos;
}

/// A name's end: `.png`, `.md#part`.
bool ends_like_file(std::string_view name) {
    name = name.substr(0, name.find_first_of("?#"));
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return false;
    const std::string_view extension = name.substr(dot + 1);
    const auto is_alphanumeric = [](unsigned char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
    };
    return !extension.empty() && extension.size() <= extension_max &&
           std::all_of(extension.begin(), extension.end(), is_alphanumeric);
}

std::string_view without_blanks(std::string_view text) {
    const std::size_t last = text.find_last_not_of(blanks);
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// The text without a title in quotes behind it.
std::string_view without_title(std::string_view text) {
    const char quote = text.empty() ? '\0' : text.back();
    if (quote != '"' && quote != '\'') return text;
    const std::size_t open = text.rfind(quote, text.size() - 2);
    if (text.size() < 3 || open == std::string_view::npos || open == 0 ||
        blanks.find(text[open - 1]) == std::string_view::npos)
        return text;
    return text.substr(0, open);
}

}  // namespace

std::size_t blank_destination(std::string_view text, std::size_t begin, std::size_t limit) {
    const std::size_t close = closing(text, begin, limit);
    if (close == std::string_view::npos) return 0;
    const std::string_view inside =
        without_blanks(without_title(without_blanks(text.substr(begin, close - begin))));
    if (inside.find_first_of(blanks) == std::string_view::npos || !ends_like_file(inside)) return 0;
    return begin + inside.size();
}

}  // namespace hanqing
