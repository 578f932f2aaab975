// SPDX-License-Identifier: Apache-2.0
// What the line itself says: its first characters, its punctuation, its share of Han.
#include "read/typed_slips.hpp"

#include "base/unicode.hpp"
#include "read/line_signs.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

constexpr std::size_t marks_max = 6, heading_bytes_max = 150;

bool has_any(std::string_view line, Text32 any) {
    for (std::size_t at = 0; at < line.size();)
        if (is_one_of(next_code_point(line, at), any)) return true;
    return false;
}

std::string_view without_last_blanks(std::string_view line) {
    while (line.ends_with(' ') || line.ends_with('\t') || line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// Three of five characters or more are wide, blanks left out of account.
bool is_mostly_wide(std::string_view line) {
    std::size_t wide = 0, all = 0;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = next_code_point(line, at);
        if (c == U' ' || c == U'\t') continue;
        ++all;
        wide += is_wide(c) ? 1 : 0;
    }
    return all > 0 && wide * 5 >= all * 3;
}

}  // namespace

std::size_t marks_without_blank(std::string_view line, bool stands_alone) {
    line = without_last_blanks(line);
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    if (marks == 0 || marks > marks_max || marks == line.size() || line.size() > heading_bytes_max) return 0;
    std::size_t at = marks;
    const char32_t first = next_code_point(line, at);
    const bool begins = first == 0x3000 || (is_wide(first) && !is_one_of(first, U"，。；：！？、）》】”")) ||
                        (marks > 1 && first >= U'0' && first <= U'9');
    if (!begins) return 0;
    const std::string_view words = line.substr(marks);
    if (words.find('#') != std::string_view::npos ||
        is_one_of(code_point_before(line, line.size()), U"。；，！!;,"))
        return 0;
    return marks > 1 || (stands_alone && !has_any(words, U"。；")) ? marks : 0;
}

bool is_text_and_no_code(std::string_view line) {
    line = without_last_blanks(line);
    if (line.empty() || has_any(line, U"{}=<>|\\#$`│├└─┌┐┘") || line.find("  ") != std::string_view::npos ||
        line.find("//") != std::string_view::npos || !is_mostly_wide(line))
        return false;
    const std::u32string head = head_of(line);
    return has_any(line, U"，。；、？！") || number_end(head) > 0 || label_end(head) > 0 || is_date(line);
}

bool is_text_and_no_heading(std::string_view line) {
    line = without_last_blanks(line);
    std::size_t first = 0;
    if (has_any(line, U"，。；")) return is_wide(next_code_point(line, first));
    for (const std::string_view label :
         {"抄送", "主送", "联系人", "联系电话", "电话", "附件", "来源", "日期", "时间", "聯絡人", "電話"})
        if (line.starts_with(label) && label_end(head_of(line)) > 0) return true;
    return false;
}

bool is_rule_below(std::string_view line) {
    line = without_last_blanks(line);
    constexpr std::size_t rule_min = 3;
    return line.size() >= rule_min && (line.front() == '-' || line.front() == '=') &&
           line.find_first_not_of(line.front()) == std::string_view::npos;
}

}  // namespace hanqing
