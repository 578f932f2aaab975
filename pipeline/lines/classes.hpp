// SPDX-License-Identifier: Apache-2.0
// Code point -> Kind, and what each kind of mark does at a line's start, at its end and beside another mark.
// The one table from which breaking and spacing are made (clreq 3.1, jlreq 3.1, GB/T 15834 part 5).
#pragma once

#include "style/styled.hpp"

#include <cstdint>

namespace hanqing {

/// What a character is to a line. Full-width and proportional forms share a kind; Cell::wide tells them
/// apart.
enum class Kind : std::uint8_t {
    han,
    kana,
    small_kana,
    hangul,
    letter,
    digit,
    symbol,
    opening,
    closing,
    comma,
    semicolon,
    colon,
    stop,
    question,
    middle_dot,
    dash,
    ellipsis,
    connector,
    solidus,
    hyphen,
    prefix,
    postfix,
    space,
    wide_space,
    invisible,
    note,
    object,
    formula,  ///< Or a piece of one: among Latin words, whatever it begins and ends with.
    hard_break,
    other,
};
inline constexpr std::size_t kind_count = static_cast<std::size_t>(Kind::other) + 1;

/// Who draws the marks: Taiwan and Hong Kong centre their stops, whatever the script.
enum class Region : std::uint8_t { mainland, taiwan, japan, korea };

Kind line_kind_of(char32_t c);
Region region_of(Language language);

/// Order in which a line gives way (typesetting: clreq's seven steps). `end_mark` is all or nothing.
enum class Tier : std::uint8_t { none, end_mark, word_space, middle_dot, bracket, comma, gap, stop };
inline constexpr std::size_t tier_count = 8;

/// A full-width mark: half an em of ink and its blanks, in quarters of an em.
struct MarkShape {
    std::uint8_t before = 0, after = 0;  ///< Blank left and right of the ink.
    Tier tier = Tier::none;              ///< When the blanks may be squeezed; none: never.
    std::uint8_t end_keep = 0;           ///< Of `after`, what stays at a line's end…
    std::uint8_t end_optional = 0;  ///< …and what stays there unless the line needs it (M8: all or nothing).
    bool fixed_half = false;        ///< Always half an em (W3: the mainland's interpunct).
};
const MarkShape& mark_shape(Region region, Kind kind);

/// Kinds that carry blanks when full-width.
constexpr bool is_mark(Kind k) { return k >= Kind::opening && k <= Kind::middle_dot; }
constexpr bool is_bracket(Kind k) { return k == Kind::opening || k == Kind::closing; }
/// Characters of the em square between which lines break freely.
constexpr bool is_ideographic(Kind k) { return k <= Kind::small_kana; }
/// ＋ － ＜ ＝ ＞ ￥: on the em square like Han, but of the formula or number beside them.
constexpr bool is_wide_sign(char32_t c) {
    return c == 0xFF0B || c == 0xFF0D || (c >= 0xFF1C && c <= 0xFF1E) || c == 0xFFE5 || c == 0xFF04;
}
constexpr bool is_blank(Kind k) { return k == Kind::space || k == Kind::wide_space; }

/// B1–B4: whether a line may start or end with this kind at the level.
bool may_start(Kind kind, Prohibition level);
bool may_end(Kind kind, Prohibition level);

/// H1: marks that may stand in the margin.
bool may_hang(Kind kind, Region region);

}  // namespace hanqing
