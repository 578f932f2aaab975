// SPDX-License-Identifier: Apache-2.0
// Reads one number, with what may stand around it.
#include "read/cell_content.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// No number with its signs is longer.
constexpr std::size_t number_bytes_max = 80;

bool is_one_of(char32_t c, std::u32string_view any) { return any.find(c) != std::u32string_view::npos; }

}  // namespace

CellContent cell_content(std::string_view text) {
    if (text.size() > number_bytes_max) return CellContent::words;
    const std::u32string all = utf32(text);
    std::u32string_view rest = all;
    const auto skip = [&](std::u32string_view any, std::size_t most) {
        std::size_t taken = 0;
        while (taken < most && taken < rest.size() && is_one_of(rest[taken], any)) ++taken;
        rest.remove_prefix(taken);
        return taken;
    };
    constexpr std::u32string_view digits = U"0123456789", blanks = U" \u00A0\u2009\u202F　";
    skip(blanks, 8);
    while (!rest.empty() && is_one_of(rest.back(), blanks)) rest.remove_suffix(1);
    if (rest.empty()) return CellContent::nothing;
    if (std::all_of(rest.begin(), rest.end(), [](char32_t c) { return is_one_of(c, U"-–—―−…·./／"); }))
        return CellContent::nothing;
    const bool bracket = skip(U"(（", 1) > 0;
    skip(U"+-−–±＋－△▲▼<>≤≥≈~约", 1);
    skip(U"¥￥$€£", 1);
    skip(blanks, 1);
    if (skip(digits, 15) == 0) return CellContent::words;
    while (!rest.empty() && is_one_of(rest[0], U", ，\u00A0\u2009\u202F") && rest.size() > 3 &&
           std::all_of(rest.begin() + 1, rest.begin() + 4, [&](char32_t c) { return is_one_of(c, digits); }))
        rest.remove_prefix(4);
    if (!rest.empty() && rest[0] == U'.') {
        rest.remove_prefix(1);
        if (skip(digits, 15) == 0) return CellContent::words;
    }
    skip(blanks, 1);
    skip(U"%％‰", 1);
    skip(U"元万亿倍℃°", 2);
    if (bracket && skip(U")）", 1) == 0) return CellContent::words;
    skip(U"*†‡①②③④⑤⑥⑦⑧⑨\uFFFC", 3);
    return rest.empty() ? CellContent::number : CellContent::words;
}

}  // namespace hanqing
