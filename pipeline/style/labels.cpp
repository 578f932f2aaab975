// SPDX-License-Identifier: Apache-2.0
// Words and numerals by language.
#include "style/labels.hpp"

#include "base/unicode.hpp"

#include <array>
#include <utility>

namespace hanqing {
namespace {

constexpr Labels simplified{
    "图", "表", "第", "节",       "目　录", "续",     "修订记录", "图",
    "　", " ",  "　", "图片缺失", "摘　要", "图目录", "表目录",   {"版本", "日期", "说明"}};
constexpr Labels traditional{
    "圖", "表", "第", "節",       "目　錄", "續",     "修訂紀錄", "圖",
    "　", " ",  "　", "圖片缺失", "摘　要", "圖目錄", "表目錄",   {"版本", "日期", "說明"}};
constexpr Labels japanese{
    "図", "表", "第", "節",       "目　次", "続",     "改訂履歴", "図",
    "　", " ",  "　", "画像なし", "要　旨", "図目次", "表目次",   {"版", "日付", "内容"}};
constexpr Labels korean{
    "그림", "표", "제", "절",        "차례", "(계속) ",   "개정 이력", "그림",
    ", ",   " ",  "  ", "그림 없음", "요약", "그림 차례", "표 차례",   {"판", "날짜", "내용"}};
constexpr Labels english{"Figure",
                         "Table",
                         "Section ",
                         "",
                         "Contents",
                         "Continued: ",
                         "Revisions",
                         "Image",
                         ", ",
                         " ",
                         ". ",
                         "Image not available",
                         "Abstract",
                         "List of Figures",
                         "List of Tables",
                         {"Version", "Date", "Changes"}};

}  // namespace

const Labels& labels_of(Language language) {
    switch (language) {
        case Language::zh_hans:
            return simplified;
        case Language::zh_hant_tw:
        case Language::zh_hant_hk:
            return traditional;
        case Language::ja:
            return japanese;
        case Language::ko:
            return korean;
        case Language::en:
        case Language::other:
            break;
    }
    return english;
}

std::string han_number(std::uint32_t n) {
    constexpr std::array<std::string_view, 10> digits = {"零", "一", "二", "三", "四",
                                                         "五", "六", "七", "八", "九"};
    constexpr std::array<std::pair<std::uint32_t, std::string_view>, 4> units = {
        {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}};
    std::string out;
    bool gap = false;
    for (const auto& [unit, name] : units) {
        const std::uint32_t digit = n / unit % 10;
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += digits[0];
        gap = false;
        if (!(unit == 10 && digit == 1 && out.empty())) out += digits[digit];  // 十二, not 一十二
        out += name;
    }
    return out;
}

std::string circled_number(std::uint32_t n) {
    std::string out;
    if (n >= 1 && n <= 20)
        append_utf8(out, 0x2460 + (n - 1));
    else if (n <= 35)
        append_utf8(out, 0x3251 + (n - 21));
    else if (n <= 50)
        append_utf8(out, 0x32B1 + (n - 36));
    else
        out = std::to_string(n);
    return out;
}

std::string roman_number(std::uint32_t n, bool upper) {
    constexpr std::size_t letters_max = 40;  // a number beyond 10,000 is no page and no item
    constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> parts = {{{1000, "m"},
                                                                                   {900, "cm"},
                                                                                   {500, "d"},
                                                                                   {400, "cd"},
                                                                                   {100, "c"},
                                                                                   {90, "xc"},
                                                                                   {50, "l"},
                                                                                   {40, "xl"},
                                                                                   {10, "x"},
                                                                                   {9, "ix"},
                                                                                   {5, "v"},
                                                                                   {4, "iv"},
                                                                                   {1, "i"}}};
    std::string out;
    for (const auto& [value, letters] : parts)
        for (; n >= value && out.size() < letters_max; n -= value) out += letters;
    if (upper)
        for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
    return out;
}

}  // namespace hanqing
