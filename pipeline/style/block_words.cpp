// SPDX-License-Identifier: Apache-2.0
// Blanks, literal lines, marks of list items.
#include "style/block_words.hpp"

#include "base/unicode.hpp"
#include "read/text_edit.hpp"
#include "style/build.hpp"
#include "style/labels.hpp"

#include <algorithm>
#include <array>

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

bool is_all_strong(const Text& text) {
    constexpr std::size_t most = 120;  ///< Bytes: a line or so; a whole paragraph in bold is no heading.
    if (text.utf8.size() > most) return false;
    return std::any_of(text.marks.begin(), text.marks.end(), [&](const Mark& mark) {
        return mark.kind == MarkKind::strong && mark.begin == 0 && mark.end == text.utf8.size();
    });
}

std::size_t half_ems_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) width += is_wide(next_code_point(text, at)) ? 2 : 1;
    return width;
}

std::optional<Text> with_blanks_to_fit(const Text& text, std::size_t half_ems) {
    constexpr std::string_view blank = "　", run = "　　　　";
    if (text.utf8.find(hard_break_mark) != std::string::npos) return {};
    const std::size_t width = half_ems_of(text.utf8);
    if (width <= half_ems) return {};
    std::size_t excess = (width - half_ems + 1) / 2;
    std::vector<std::pair<std::size_t, std::size_t>> runs;  // where, and how many blanks
    std::size_t spare = 0;
    for (std::size_t at = text.utf8.find(run); at != std::string::npos; at = text.utf8.find(run, at)) {
        std::size_t count = 0;
        for (std::size_t end = at; text.utf8.compare(end, blank.size(), blank) == 0; end += blank.size())
            ++count;
        runs.emplace_back(at, count);
        spare += count - 1;
        at += count * blank.size();
    }
    if (excess > spare) return {};
    Text fitted = text;
    TextEdits edits;
    for (const auto& [at, count] : runs) {  // in proportion, the last one what is left
        const std::size_t own = std::min(count - 1, (excess * (count - 1) + spare - 1) / spare);
        spare -= count - 1;
        excess -= own;
        if (own > 0)
            edits.erase(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + own * blank.size()));
        if (spare == 0) break;
    }
    edits.apply(fitted);
    return fitted;
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
        if (end < rest.size()) text.utf8 += hard_break_mark;
        at = end + 1;
    }
    return text;
}

std::string numeral(const Block& list, std::int64_t number) {
    const char kind = list.number_kind;
    constexpr std::int64_t roman_max = 3999;
    if (kind == '1' || number < 1 || number > roman_max) return std::to_string(number);
    if ((kind | 0x20) == 'a') {
        std::string out;
        for (; number > 0; number = (number - 1) / 26)
            out.insert(out.begin(), static_cast<char>(kind + (number - 1) % 26));
        return out;
    }
    return roman_number(static_cast<std::uint32_t>(number), kind == 'I');
}

std::string item_label(const Block& list, const Block& item, std::uint8_t depth) {
    if (item.task != Task::none) return item.task == Task::done ? "☑" : "☐";
    if (!list.ordered) return std::string(bullet_of(depth));
    return numeral(list, item.number) + (list.parenthesis ? ")" : ".");
}

}  // namespace hanqing
