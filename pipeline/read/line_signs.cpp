// SPDX-License-Identifier: Apache-2.0
// Numbers of chapters, clauses and items, labels, leaders, dates.
#include "read/line_signs.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_han_digit(char32_t c) { return is_one_of(c, U"〇○零一二三四五六七八九十百"); }
bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_blank(char32_t c) { return c == U' ' || c == U'　'; }

/// What stands at `at`, a blank behind the end.
char32_t at_or_blank(Text32 head, std::size_t at) { return at < head.size() ? head[at] : U' '; }

std::size_t digits_end(Text32 head, std::size_t at) {
    while (at < head.size() && (is_digit(head[at]) || is_han_digit(head[at]))) ++at;
    return at;
}

/// 第一章　招标公告: a number, its word, and a blank behind it. 제1조(시행일).
std::size_t article_end(Text32 head) {
    const std::size_t at = digits_end(head, 1);
    if (at == 1 || at + 1 >= head.size() || !is_one_of(head[at], U"章节節条條編编篇款项回조장절편관"))
        return 0;
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

/// a)  A.1  A.1.1  and, where an item is a small letter, a.
std::size_t letter_end(Text32 head) {
    std::size_t at = 1;
    while (at < head.size() && (head[at] == U'.' || is_digit(head[at]))) ++at;
    const char32_t closing = at_or_blank(head, at);
    if (closing == U')' || closing == U'）') return at + 1;
    const bool small = head[0] >= U'a' && head[0] <= U'z';
    return at < head.size() && is_blank(closing) && (at > 2 || (at == 2 && small)) ? at : 0;
}

/// (a) (iv) （A）
std::size_t bracketed_letter_end(Text32 head) {
    constexpr std::size_t letters_max = 4;
    std::size_t at = 1;
    while (at < head.size() && at <= letters_max && is_latin(head[at])) ++at;
    const bool one_kind = at == 2 || head.substr(1, at - 1).find_first_not_of(U"ivx") == Text32::npos;
    return at > 1 && one_kind && is_one_of(at_or_blank(head, at), U"）)") ? at + 1 : 0;
}

/// 가. 나) 다): the order of Hangul's syllables.
std::size_t syllable_end(Text32 head) {
    const bool item = head.size() > 2 && is_one_of(head[0], U"가나다라마바사아자차카타파하");
    return item && is_one_of(head[1], U".)）") && is_blank(head[2]) ? 2 : 0;
}

/// 3.1 3.1.2: of a clause, with a blank behind it.
std::size_t clause_end(Text32 head) {
    std::size_t at = 0, dots = 0;
    while (at < head.size() &&
           (is_digit(head[at]) || (at > 0 && head[at] == U'.' && is_digit(at_or_blank(head, at + 1)))))
        dots += head[at++] == U'.' ? 1 : 0;
    return dots > 0 && at <= 8 && is_blank(at_or_blank(head, at)) ? at : 0;
}

}  // namespace

bool is_one_of(char32_t c, Text32 any) { return any.find(c) != Text32::npos; }

bool is_bullet(char32_t c) { return is_one_of(c, U"○●◎◦□■▫☐☑☒◇◆❖△▲▪▸▹▶▷►➤➢☞※★☆【〔"); }

std::u32string head_of(std::string_view line) {
    std::u32string head;
    for (std::size_t at = 0; at < line.size() && head.size() < label_letters_max + 4;) {
        const char32_t c = next_code_point(line, at);
        if (c == 0x2028) break;
        head += c;
    }
    return head;
}

std::size_t number_end(Text32 head) {
    if (head.empty()) return 0;
    if (head[0] >= U'①' && head[0] <= U'⑳') return 1;
    if (head[0] == U'第' || head[0] == U'제') return article_end(head);
    if (head.size() > 2 && is_latin(head[0])) return letter_end(head);
    for (const auto end_of : {day_end, clause_end, syllable_end})
        if (const std::size_t end = end_of(head); end > 0) return end;
    const bool bracket = is_one_of(head[0], U"（([〔");
    if (bracket && is_latin(at_or_blank(head, 1))) return bracketed_letter_end(head);
    const std::size_t begin = bracket ? 1 : 0;
    std::size_t at = begin;
    while (at < head.size() && at < begin + 3 && (is_digit(head[at]) || is_han_digit(head[at]))) ++at;
    if (at == begin || at == head.size()) return 0;
    if (bracket || is_digit(head[0]))
        if (is_one_of(head[at], U"）)]〕")) return at + 1;
    if (bracket) return 0;
    const bool stop = head[at] == U'、' || head[at] == U'．' || (head[at] == U'.' && is_digit(head[0]));
    return stop ? at + 1 : 0;
}

std::size_t label_end(Text32 head) {
    std::size_t at = 0, words = 0, han = 0;
    for (; at < head.size() && at <= label_letters_max; ++at) {
        const char32_t c = head[at];
        if (c == U'：') return at > 0 && han <= label_han_max ? at + 1 : 0;
        if (c == U':') {
            const char32_t next = at + 1 < head.size() ? head[at + 1] : U' ';
            const bool is_joined = at == 0 || head[at - 1] == U' ' || next == U'/' || next == U':';
            const bool ends = !is_joined && (next == U' ' || (han > 0 && !(next >= U'a' && next <= U'z')));
            return ends ? at + 1 : 0;
        }
        if (is_one_of(c, U"，。；！？、,;.!?“”\"|/=<>{}[]()#*&@$%`\\")) return 0;
        han += is_wide(c) && c != U'　' ? 1 : 0;
        words += c == U' ' ? 1 : 0;
        if (han > label_han_max || words >= label_words_max) return 0;
    }
    return 0;
}

bool is_date(std::string_view line) {
    const std::u32string whole = head_of(line);
    std::u32string head;
    for (const char32_t c : whole)
        if (!is_blank(c)) head += c;
    const std::size_t year = digits_end(head, 0);
    if (year != 4 || at_or_blank(head, year) != U'年') return false;
    const std::size_t month = digits_end(head, year + 1);
    if (month == year + 1 || at_or_blank(head, month) != U'月') return false;
    const std::size_t day = digits_end(head, month + 1);
    return month + 1 == head.size() || (day > month + 1 && day + 1 == head.size() && head[day] == U'日');
}

bool is_enactment(std::string_view line) {
    constexpr std::size_t bytes_max = 450;
    constexpr std::array<std::string_view, 18> acts{"通过", "通過", "公布", "发布",     "發布", "施行",
                                                    "实施", "批准", "修正", "修订",     "修改", "颁布",
                                                    "印发", "废止", "備案", "修正案》", "号",   "令"};
    if (line.size() > bytes_max || line.find("。") != std::string_view::npos) return false;
    const auto drop_end = [&](std::string_view end) {
        const bool has = line.ends_with(end);
        if (has) line.remove_suffix(end.size());
        return has;
    };
    while (drop_end(" ") || drop_end("　") || drop_end("）") || drop_end(")")) continue;
    const auto drop_head = [&](std::string_view head) {
        if (line.starts_with(head)) line.remove_prefix(head.size());
    };
    drop_head("（"), drop_head("("), drop_head("自");
    const std::u32string head = head_of(line);
    const std::size_t year = digits_end(head, 0);
    if (year != 4 || at_or_blank(head, year) != U'年') return false;
    const std::size_t month = digits_end(head, year + 1);
    return month > year + 1 && at_or_blank(head, month) == U'月' &&
           std::any_of(acts.begin(), acts.end(), [&](std::string_view act) { return line.ends_with(act); });
}

bool ends_with_leader(std::string_view line) {
    std::size_t end = line.size();
    const auto skip = [&](Text32 any) {
        const std::size_t from = end;
        while (end > 0 && is_one_of(code_point_before(line, end), any)) {
            do --end;
            while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U);
        }
        return from - end;
    };
    skip(U" 　\t");
    if (skip(U"0123456789ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVXivx-") == 0) return false;
    skip(U" 　\t");
    constexpr std::size_t dots_bytes_min = 4;
    return skip(U".…·．・‥") >= dots_bytes_min;
}

}  // namespace hanqing
