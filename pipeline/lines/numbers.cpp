// SPDX-License-Identifier: Apache-2.0
// Han that counts, and the groups of digits that ISO 80000-1 parts by blanks.
#include "lines/numbers.hpp"

#include <string_view>

namespace hanqing {
namespace {

constexpr std::size_t group = 3;

/// Han after a number: dates, units, measure words, parts of a book.
constexpr std::u32string_view measures =
    U"年月日时時分秒号號元角万萬亿億千百十个個章节節条條款项項页頁卷期届屆次人名户戶家件倍度岁歲周天种種级級"
    U"类類"
    U"座辆台吨亩米里克升版层層回季批轮輪组組场場所处處篇部本支套";
/// Han before a number: 第3章, 图2, 表2, 式2, 附2.
constexpr std::u32string_view ordinals = U"第图圖表式附";
constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百千万萬亿億两兩";

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

/// Digits from `at` on, or before it.
std::size_t digits_from(const Cells& all, std::size_t at) {
    std::size_t n = 0;
    while (at + n < all.cells.size() && all.cells[at + n].kind == Kind::digit) ++n;
    return n;
}
std::size_t digits_until(const Cells& all, std::size_t at) {
    std::size_t n = 0;
    while (n <= at && all.cells[at - n].kind == Kind::digit) ++n;
    return n;
}

}  // namespace

bool is_blank_of_number(const Cells& all, std::size_t left, std::size_t right) {
    const Cell& a = all.cells[left];
    const Cell& b = all.cells[right];
    if (a.kind == Kind::digit && b.kind == Kind::postfix) return true;
    if (a.kind == Kind::prefix && b.kind == Kind::digit) return a.code != U'#';
    if (a.kind != Kind::digit || b.kind != Kind::digit || right != left + 2) return false;
    const std::size_t before = digits_until(all, left);
    return before <= group && digits_from(all, right) == group;
}

Bond number_bond(const Cell& left, const Cell& right) {
    if (left.kind == Kind::digit && right.kind == Kind::han)
        return is_one_of(measures, right.code) ? Bond::close : Bond::loose;
    if (left.kind == Kind::han && right.kind == Kind::digit)
        return is_one_of(ordinals, left.code) ? Bond::close : Bond::loose;
    return Bond::none;
}

bool splits_counted_word(const Cell& left, const Cell& right) {
    if (number_bond(left, right) == Bond::close) return true;
    if (left.code == U'第') return is_one_of(numerals, right.code);
    return is_one_of(numerals, left.code) &&
           (is_one_of(numerals, right.code) || is_one_of(measures, right.code));
}

}  // namespace hanqing
