// SPDX-License-Identifier: Apache-2.0
// Signs at the beginning of a line: an indent, a bullet, a number, a label with its colon.
#include "read/line_beginning.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

using Text32 = std::u32string_view;

/// A label is no longer than this (出席委員：, Date of issue:).
constexpr std::size_t label_han_max = 16, label_letters_max = 28, label_words_max = 4;

bool is_one_of(char32_t c, Text32 any) { return any.find(c) != Text32::npos; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_han_digit(char32_t c) { return is_one_of(c, U"〇一二三四五六七八九十百"); }

/// The first characters: enough for every sign below.
std::u32string head_of(std::string_view line) {
    std::u32string head;
    for (std::size_t at = 0; at < line.size() && head.size() < label_letters_max + 4;) {
        const char32_t c = next_code_point(line, at);
        if (c == 0x2028) break;
        head += c;
    }
    return head;
}

/// Nobody begins a line of running text with one of these.
bool is_bullet(char32_t c) { return is_one_of(c, U"○●◎□■☐☑☒◇◆△▲▪※★☆【〔"); }

bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

std::size_t digits_end(Text32 head, std::size_t at) {
    while (at < head.size() && (is_digit(head[at]) || is_han_digit(head[at]))) ++at;
    return at;
}

/// 第一章　招标公告: a number, its word, and a blank behind it.
std::size_t article_end(Text32 head) {
    const std::size_t at = digits_end(head, 1);
    if (at == 1 || at + 1 >= head.size() || !is_one_of(head[at], U"章节節条條编編篇款项回")) return 0;
    return is_one_of(head[at + 1], U" 　（(") ? at + 1 : 0;
}

/// 5月3日　解放县城。
std::size_t day_end(Text32 head) {
    const std::size_t month = digits_end(head, 0);
    if (month == 0 || month >= head.size() || head[month] != U'月') return 0;
    const std::size_t day = digits_end(head, month + 1);
    if (day == month + 1 || day + 1 >= head.size() || head[day] != U'日') return 0;
    return head[day + 1] == U'　' ? day + 1 : 0;
}

/// 一、 （一） (1) 1、 1． ① [1]: where such a sign ends, 0 when there is none.
std::size_t number_end(Text32 head) {
    if (head.empty()) return 0;
    if (head[0] >= U'①' && head[0] <= U'⑳') return 1;
    if (head[0] == U'第') return article_end(head);
    if (head.size() > 2 && is_latin(head[0])) {
        std::size_t at = 1;  // a)  A.1  A.1.1
        while (at < head.size() && (head[at] == U'.' || is_digit(head[at]))) ++at;
        if (head[at == head.size() ? 0 : at] == U')' || head[at == head.size() ? 0 : at] == U'）')
            return at + 1;
        return at > 2 && at < head.size() && (head[at] == U' ' || head[at] == U'　') ? at : 0;
    }
    if (const std::size_t end = day_end(head); end > 0) return end;
    const bool bracket = is_one_of(head[0], U"（([〔");
    std::size_t at = bracket ? 1 : 0;
    const std::size_t begin = at;
    while (at < head.size() && at < begin + 3 && (is_digit(head[at]) || is_han_digit(head[at]))) ++at;
    if (at == begin || at == head.size()) return 0;
    if (bracket) return is_one_of(head[at], U"）)]〕") ? at + 1 : 0;
    const bool stop = head[at] == U'、' || head[at] == U'．' || (head[at] == U'.' && is_digit(head[0]));
    return stop ? at + 1 : 0;
}

/// 「時間：」 or 「Owner: 」 at the beginning: a few characters of Han, or a few words.
bool begins_with_label(Text32 head) {
    std::size_t at = 0, words = 0, han = 0;
    for (; at < head.size() && at <= label_letters_max; ++at) {
        const char32_t c = head[at];
        if (c == U'：') return at > 0 && han <= label_han_max;
        if (c == U':') {
            const char32_t next = at + 1 < head.size() ? head[at + 1] : U' ';
            const bool is_joined = at == 0 || head[at - 1] == U' ' || next == U'/' || next == U':';
            return !is_joined && (next == U' ' || (han > 0 && !(next >= U'a' && next <= U'z')));
        }
        if (is_one_of(c, U"，。；！？、,;.!?“”\"|/=<>{}[]()#*&@$%`\\")) return false;
        han += is_wide(c) && c != U'　' ? 1 : 0;
        words += c == U' ' ? 1 : 0;
        if (han > label_han_max || words >= label_words_max) return false;
    }
    return false;
}

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

}  // namespace

bool begins_own_line(std::string_view above, std::string_view next, bool is_strong) {
    const std::u32string head = head_of(next), before = head_of(above);
    if (head.empty() || before.empty()) return false;
    if (head[0] == U'　' || is_bullet(head[0])) return true;
    for (const std::string_view beginning : {":::", "单位：", "（单位：", "單位：", "（單位："})
        if (next.starts_with(beginning)) return true;
    // Journals give captions twice, and words are explained below themselves.
    const bool is_caption = before[0] == U'表' || before[0] == U'图' || before[0] == U'圖';
    for (const std::string_view english : {"Table ", "Tab. ", "Fig. ", "Figure "})
        if (is_caption && next.starts_with(english)) return true;
    if (next.starts_with(": ") || above.ends_with("__")) return true;
    if (next.starts_with("——") && (above.starts_with("——") || ends_a_sentence(above))) return true;
    const bool short_strong = is_strong && head.size() <= label_han_max;
    if ((short_strong || begins_with_label(head)) && begins_with_label(before)) return true;
    return number_end(head) > 0 && (number_end(before) > 0 || ends_a_sentence(above));
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
