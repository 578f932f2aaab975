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
constexpr std::size_t label_han_max = 10, label_letters_max = 28, label_words_max = 4;

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

/// 一、 （一） (1) 1、 1． ① [1]: where such a sign ends, 0 when there is none.
std::size_t number_end(Text32 head) {
    if (head.empty()) return 0;
    if (head[0] >= U'①' && head[0] <= U'⑳') return 1;
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
    if (next.starts_with(": ")) return true;
    const bool short_strong = is_strong && head.size() <= label_han_max;
    if ((short_strong || begins_with_label(head)) && begins_with_label(before)) return true;
    return number_end(head) > 0 && (number_end(before) > 0 || ends_a_sentence(above));
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
