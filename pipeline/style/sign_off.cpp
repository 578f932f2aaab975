// SPDX-License-Identifier: Apache-2.0
// Told by the date: a line of nothing else.
#include "style/sign_off.hpp"

#include "base/unicode.hpp"
#include "read/line_signs.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace hanqing {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(hard_break_mark), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + hard_break_mark.size(), text.size()));
    }
    return lines;
}

bool is_plain_paragraph(const Block& block) {
    return block.kind == BlockKind::paragraph && block.depth == 0 && block.caption == Caption::none &&
           block.alignment == Alignment::none && !block.text.utf8.empty();
}

/// 云水县人民政府办公室: Han throughout, and no sentence.
bool is_name(std::string_view line) {
    constexpr std::size_t characters_max = 24, characters_min = 2;
    const std::u32string name = head_of(line);
    return name.size() >= characters_min && name.size() <= characters_max &&
           name.find_first_of(U"，。；：、！？（「“《") == Text32::npos && is_wide(name.front()) &&
           std::all_of(name.begin(), name.end(), [](char32_t c) { return is_wide(c) || c == U' '; });
}

/// Names and, in the last line, the date.
bool ends_with_date(std::string_view text) {
    constexpr std::size_t lines_max = 4;
    const std::vector<std::string_view> lines = lines_of(text);
    return !lines.empty() && lines.size() <= lines_max && is_date(lines.back()) &&
           std::all_of(lines.begin(), lines.end() - 1, is_name);
}

/// A heading, an appendix, who gets a copy: the text itself goes on no more.
bool ends_before(const Document& document, std::uint32_t index) {
    if (index >= document.blocks.size()) return true;
    const Block& next = document.blocks[index];
    if (next.kind != BlockKind::paragraph)
        return next.kind != BlockKind::list && next.kind != BlockKind::quote;
    for (const std::string_view word : {"附", "抄送", "（", "联系人", "聯絡人", "注：", "（此件"})
        if (next.text.utf8.starts_with(word)) return true;
    return is_plain_paragraph(next) && (ends_with_date(next.text.utf8) || is_name(next.text.utf8));
}

}  // namespace

bool is_sign_off(const Document& document, std::uint32_t index) {
    const auto& blocks = document.blocks;
    if (index == 0 || !is_plain_paragraph(blocks[index])) return false;
    const bool below_text = blocks[index - 1].kind != BlockKind::heading;
    if (!below_text) return false;
    if (ends_with_date(blocks[index].text.utf8)) return ends_before(document, index + 1);
    const bool before_date = index + 1 < blocks.size() && is_plain_paragraph(blocks[index + 1]) &&
                             ends_with_date(blocks[index + 1].text.utf8);
    return before_date && is_name(blocks[index].text.utf8) && ends_before(document, index + 2);
}

}  // namespace hanqing
