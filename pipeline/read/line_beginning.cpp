// SPDX-License-Identifier: Apache-2.0
// From the signs of two lines to whether they are two.
#include "read/line_beginning.hpp"

#include "base/unicode.hpp"
#include "read/line_signs.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

bool ends_a_sentence(std::string_view above) {
    std::size_t end = above.size();
    while (end > 0 && above[end - 1] == ' ') --end;
    return end == 0 || is_one_of(code_point_before(above, end), U"。；;：:！？!?.…”」』）)");
}

/// 時　　間　上午, 民　事　判　决　书, 事務所　　　　會計師: words set apart by hand.
bool has_spread_words(Text32 head) {
    std::size_t begin = 0;
    while (begin < head.size() && head[begin] == U'　') ++begin;
    std::size_t singles = 0;
    for (std::size_t i = begin; i + 2 < head.size(); ++i) {
        if (head[i + 1] != U'　' || head[i] == U'　' || !is_wide(head[i])) continue;
        if (head[i + 2] == U'　' && i <= begin + label_han_max) return true;
        const bool is_single = (i == begin || head[i - 1] == U'　') && head[i + 2] != U'　';
        if (is_single && ++singles == 2) return true;
    }
    return false;
}

/// So long a line of verse is: 20 Han and its stop.
constexpr std::size_t verse_bytes_max = 63, short_verse_bytes_max = 30;
/// A line of 32 Han that ends amid a sentence is wrapped: paragraphs with indents, and no blank lines
/// between.
constexpr std::size_t full_line_bytes = 96;

bool ends_a_verse(std::string_view line) {
    std::size_t at = 0;
    if (line.empty() || !is_wide(next_code_point(line, at))) return false;
    return is_one_of(code_point_before(line, line.size()), U"，。；！？、");
}

/// 单位：万元, 资料来源：…, 注1：…, （规范性）: no sentence goes on with one of these.
bool begins_as_apart(std::string_view next) {
    for (const std::string_view beginning :
         {":::", "单位：", "（单位：", "單位：", "（單位：", "资料来源：", "数据来源：", "資料來源：",
          "數據來源：", "来源：", "來源：", "出典：", "자료:", "출처:", "标引序号说明：", "式中：",
          "（规范性）", "（资料性）", "（規範性）"})
        if (next.starts_with(beginning)) return true;
    if (!next.starts_with("注") && !next.starts_with("註")) return false;
    const std::u32string note = head_of(next);
    const std::size_t at = note.find_first_not_of(U"0123456789", 1);
    return at != Text32::npos && at <= 3 && note[at] == U'：';
}

/// 3.1 农村生活污水 rural domestic sewage: the term of a standard, with its explanation below.
bool is_clause_title(Text32 before) {
    const std::size_t end = number_end(before);
    constexpr Text32 stops = U"。；，、：！？;,:!?";
    return end > 2 && before.substr(0, end).find(U'.') != Text32::npos && before.size() < label_letters_max &&
           before.substr(end).find_first_of(stops) == Text32::npos && before.back() != U'.';
}

/// 云水县自来水公司: who signs, below a whole sentence and above the date.
bool is_issuer(std::string_view above, std::string_view next) {
    const std::u32string name = head_of(next);
    return ends_a_sentence(above) && name.size() >= 4 && name.size() <= 24 &&
           name.find_first_of(U"，。；：、！？（") == Text32::npos &&
           is_one_of(name.back(), U"局司府会會厅廳部院室处處所署社校学學") && is_wide(name.front());
}

/// Q ——流量: what a letter of a formula means.
bool is_explained(Text32 head) {
    constexpr std::size_t sign_max = 8;
    const std::size_t dash = head.find(U"——");
    return dash != Text32::npos && dash > 0 && dash <= sign_max && !is_wide(head.front());
}

/// 附件：1. …: a number at the beginning, or behind a label.
bool is_numbered(Text32 before) {
    return number_end(before) > 0 || number_end(before.substr(label_end(before))) > 0;
}

}  // namespace

bool begins_own_line(std::string_view above, std::string_view next, bool is_strong) {
    const std::u32string head = head_of(next), before = head_of(above);
    if (head.empty() || before.empty()) return false;
    if (head[0] == U'　' || is_bullet(head[0])) return true;
    if (begins_as_apart(next) || is_date(next) || ends_with_leader(above)) return true;
    if (is_clause_title(before) || is_issuer(above, next)) return true;
    // Journals give captions twice, and words are explained below themselves.
    const bool is_caption = before[0] == U'表' || before[0] == U'图' || before[0] == U'圖';
    for (const std::string_view english : {"Table ", "Tab. ", "Fig. ", "Figure "})
        if (is_caption && next.starts_with(english)) return true;
    if (next.starts_with(": ") || above.ends_with("__")) return true;
    if (next.starts_with("——") && (above.starts_with("——") || ends_a_sentence(above))) return true;
    const bool short_strong = is_strong && head.size() <= label_han_max;
    if ((short_strong || label_end(head) > 0) && label_end(before) > 0) return true;
    if (is_explained(head)) return true;
    return number_end(head) > 0 && (is_numbered(before) || ends_a_sentence(above));
}

bool is_typed_by_lines(std::string_view paragraph) {
    std::size_t lines = 0, verses = 0, indented = 0, spread = 0, wrapped = 0, first_size = 0;
    while (!paragraph.empty()) {
        const std::size_t size = std::min(paragraph.find('\n'), paragraph.size());
        std::string_view line = paragraph.substr(0, size);
        while (line.ends_with(' ') || line.ends_with('\r')) line.remove_suffix(1);
        const std::u32string head = head_of(line);
        indented += lines > 0 && !head.empty() && head[0] == U'　' ? 1 : 0;
        spread += has_spread_words(head) ? 1 : 0;
        // Writers who put each clause on a line of its own write longer lines, and not equal ones.
        first_size = lines == 0 ? line.size() : first_size;
        const bool is_even = line.size() == first_size && line.size() <= verse_bytes_max;
        verses += (is_even || line.size() <= short_verse_bytes_max) && ends_a_verse(line) ? 1 : 0;
        const bool is_last = size == paragraph.size();
        wrapped += !is_last && line.size() >= full_line_bytes && !ends_a_sentence(line) ? 1 : 0;
        ++lines;
        paragraph.remove_prefix(std::min(size + 1, paragraph.size()));
    }
    return lines > 1 && (verses == lines || spread > 0 || (indented > 0 && wrapped == 0));
}

std::size_t indent_below_label(std::string_view first, std::string_view next) {
    const std::u32string head = head_of(first), item = head_of(next);
    const std::size_t end = label_end(head);
    constexpr std::size_t label_max = 5;  // 附件：, 附件目录：
    const bool wide = std::all_of(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(end), is_wide);
    const bool items = end > 0 && number_end(Text32(head).substr(end)) > 0 && number_end(item) > 0;
    return wide && items && end <= label_max ? end : 0;
}

std::size_t typed_indent(std::string_view line, std::size_t most) {
    constexpr std::array<std::string_view, 4> spaces{"\xE3\x80\x80", "\xE2\x80\x83", "\xE2\x80\x82",
                                                     "\xC2\xA0"};
    std::size_t size = 0;
    for (; most > 0; --most) {
        const std::string_view rest = line.substr(size);
        const auto space = std::find_if(spaces.begin(), spaces.end(),
                                        [&](std::string_view typed) { return rest.starts_with(typed); });
        if (space == spaces.end()) break;
        size += space->size();
    }
    return size;
}

}  // namespace hanqing
