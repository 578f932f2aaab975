// SPDX-License-Identifier: Apache-2.0
// Ids and names of Obsidian's.
#include "read/obsidian.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

bool is_id_byte(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-';
}

/// A blank, the beginning of a line, or a stop: behind a letter `^` raises what follows.
bool may_stand_before_id(char32_t c) {
    return c == ' ' || c == 0x2028 ||
           std::u32string_view(U"。！？；：，、）」』”’》").find(c) != std::u32string_view::npos;
}

}  // namespace

std::size_t block_id_end(std::string_view text, std::size_t at) {
    if (at > 0 && !may_stand_before_id(code_point_before(text, at))) return 0;
    std::size_t end = at + 1;
    while (end < text.size() && is_id_byte(text[end])) ++end;
    const bool ends_line = end == text.size() || text.substr(end).starts_with(hard_break_mark);
    return ends_line && end > at + 2 ? end : 0;
}

bool names_picture(std::string_view words) {
    constexpr std::array<std::string_view, 9> kinds{"png",  "jpg", "jpeg", "gif", "svg",
                                                    "webp", "bmp", "tif",  "tiff"};
    words = words.substr(0, words.find('|'));
    const std::size_t dot = words.rfind('.');
    if (dot == std::string_view::npos || words.find('#') != std::string_view::npos) return false;
    std::string ending;
    for (const char c : words.substr(dot + 1))
        ending += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    return std::find(kinds.begin(), kinds.end(), ending) != kinds.end();
}

ImageReference picture_named(std::string_view words) {
    const std::size_t bar = std::min(words.find('|'), words.size());
    ImageReference image;
    image.path = words.substr(0, bar);
    const std::string_view size = words.substr(std::min(bar + 1, words.size()));
    const bool is_number =
        !size.empty() && std::all_of(size.begin(), size.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (is_number) image.attributes.values.emplace_back("width", size);
    return image;
}

}  // namespace hanqing
