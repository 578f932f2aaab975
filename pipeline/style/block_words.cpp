// SPDX-License-Identifier: Apache-2.0
// Blanks, literal lines, marks of list items.
#include "style/block_words.hpp"

#include "base/unicode.hpp"
#include "style/build.hpp"

#include <algorithm>

namespace hanqing {
namespace {

std::string_view bullet_of(std::uint8_t depth) {
    constexpr std::string_view bullets[] = {"•", "–", "▪"};
    return bullets[std::min<std::uint8_t>(depth, 2)];
}

}  // namespace

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c != U' ' && c != U'\t' && c != U'\u2028' && c != U'\u3000' && c != U'\u00A0') return false;
    }
    return true;
}

bool has_only_objects(const Text& text) { return is_blank(plain_text(text)); }

std::uint32_t images_in(const Text& text) {
    return static_cast<std::uint32_t>(std::count_if(
        text.marks.begin(), text.marks.end(), [](const Mark& mark) { return mark.kind == MarkKind::image; }));
}

Text with_hard_breaks(const Text& literal) {
    Text text;
    text.file = literal.file;
    std::string_view rest = literal.utf8;
    while (!rest.empty() && rest.back() == '\n') rest.remove_suffix(1);
    for (std::size_t at = 0; at <= rest.size();) {
        const std::size_t end = std::min(rest.find('\n', at), rest.size());
        text.origins.push_back({static_cast<std::uint32_t>(text.utf8.size()),
                                place_of(literal, static_cast<std::uint32_t>(at)).begin});
        text.utf8 += rest.substr(at, end - at);
        if (end < rest.size()) text.utf8 += "\xE2\x80\xA8";
        at = end + 1;
    }
    return text;
}

std::string item_label(const Block& list, const Block& item, std::int64_t number, std::uint8_t depth) {
    if (item.task != Task::none) return item.task == Task::done ? "☑" : "☐";
    if (!list.ordered) return std::string(bullet_of(depth));
    return std::to_string(number) + (list.parenthesis ? ")" : ".");
}

}  // namespace hanqing
