// SPDX-License-Identifier: Apache-2.0
// The table of kinds and of marks.
#include "lines/classes.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

struct Entry {
    char32_t first, last;
    Kind kind;
};

/// Everything but letters, Han, kana and Hangul, which have ranges of their own. Sorted.
constexpr Entry entries[] = {
    {0x0020, 0x0020, Kind::space},      {0x0021, 0x0021, Kind::question},
    {0x0022, 0x0022, Kind::other},      {0x0023, 0x0024, Kind::prefix},
    {0x0025, 0x0025, Kind::postfix},    {0x0026, 0x0026, Kind::symbol},
    {0x0027, 0x0027, Kind::other},      {0x0028, 0x0028, Kind::opening},
    {0x0029, 0x0029, Kind::closing},    {0x002A, 0x002B, Kind::symbol},
    {0x002C, 0x002C, Kind::comma},      {0x002D, 0x002D, Kind::hyphen},
    {0x002E, 0x002E, Kind::stop},       {0x002F, 0x002F, Kind::solidus},
    {0x0030, 0x0039, Kind::digit},      {0x003A, 0x003A, Kind::colon},
    {0x003B, 0x003B, Kind::semicolon},  {0x003C, 0x003E, Kind::symbol},
    {0x003F, 0x003F, Kind::question},   {0x0040, 0x0040, Kind::symbol},
    {0x005B, 0x005B, Kind::opening},    {0x005C, 0x005C, Kind::symbol},
    {0x005D, 0x005D, Kind::closing},    {0x005E, 0x0060, Kind::symbol},
    {0x007B, 0x007B, Kind::opening},    {0x007C, 0x007C, Kind::symbol},
    {0x007D, 0x007D, Kind::closing},    {0x007E, 0x007E, Kind::symbol},
    {0x00A0, 0x00A0, Kind::space},      {0x00A2, 0x00A2, Kind::postfix},
    {0x00A3, 0x00A5, Kind::prefix},     {0x00A7, 0x00A7, Kind::symbol},
    {0x00A9, 0x00A9, Kind::symbol},     {0x00AB, 0x00AB, Kind::opening},
    {0x00AD, 0x00AD, Kind::invisible},  {0x00AE, 0x00AE, Kind::symbol},
    {0x00B0, 0x00B0, Kind::postfix},    {0x00B1, 0x00B1, Kind::symbol},
    {0x00B7, 0x00B7, Kind::middle_dot}, {0x00BB, 0x00BB, Kind::closing},
    {0x00D7, 0x00D7, Kind::symbol},     {0x00F7, 0x00F7, Kind::symbol},
    {0x2002, 0x200A, Kind::wide_space}, {0x200B, 0x200F, Kind::invisible},
    {0x2010, 0x2013, Kind::hyphen},     {0x2014, 0x2015, Kind::dash},
    {0x2018, 0x2018, Kind::opening},    {0x2019, 0x2019, Kind::closing},
    {0x201C, 0x201C, Kind::opening},    {0x201D, 0x201D, Kind::closing},
    {0x2022, 0x2022, Kind::middle_dot}, {0x2025, 0x2026, Kind::ellipsis},
    {0x2027, 0x2027, Kind::middle_dot}, {0x2028, 0x2029, Kind::hard_break},
    {0x202A, 0x202E, Kind::invisible},  {0x202F, 0x202F, Kind::wide_space},
    {0x2030, 0x2031, Kind::postfix},    {0x2032, 0x2033, Kind::postfix},
    {0x2039, 0x2039, Kind::opening},    {0x203A, 0x203A, Kind::closing},
    {0x203C, 0x203C, Kind::question},   {0x2044, 0x2044, Kind::solidus},
    {0x2047, 0x2049, Kind::question},   {0x205F, 0x205F, Kind::wide_space},
    {0x2060, 0x2064, Kind::invisible},  {0x2066, 0x2069, Kind::invisible},
    {0x20A0, 0x20CF, Kind::prefix},     {0x2103, 0x2103, Kind::postfix},
    {0x2109, 0x2109, Kind::postfix},    {0x2116, 0x2116, Kind::prefix},
    {0x2212, 0x2213, Kind::symbol},     {0x223C, 0x223C, Kind::connector},
    {0x2E3A, 0x2E3B, Kind::dash},       {0x3000, 0x3000, Kind::wide_space},
    {0x3001, 0x3001, Kind::comma},      {0x3002, 0x3002, Kind::stop},
    {0x3005, 0x3005, Kind::small_kana}, {0x3008, 0x3008, Kind::opening},
    {0x3009, 0x3009, Kind::closing},    {0x300A, 0x300A, Kind::opening},
    {0x300B, 0x300B, Kind::closing},    {0x300C, 0x300C, Kind::opening},
    {0x300D, 0x300D, Kind::closing},    {0x300E, 0x300E, Kind::opening},
    {0x300F, 0x300F, Kind::closing},    {0x3010, 0x3010, Kind::opening},
    {0x3011, 0x3011, Kind::closing},    {0x3014, 0x3014, Kind::opening},
    {0x3015, 0x3015, Kind::closing},    {0x3016, 0x3016, Kind::opening},
    {0x3017, 0x3017, Kind::closing},    {0x3018, 0x3018, Kind::opening},
    {0x3019, 0x3019, Kind::closing},    {0x301A, 0x301A, Kind::opening},
    {0x301B, 0x301B, Kind::closing},    {0x301C, 0x301C, Kind::connector},
    {0x301D, 0x301D, Kind::opening},    {0x301E, 0x301F, Kind::closing},
    {0x303B, 0x303B, Kind::small_kana}, {0x3041, 0x3041, Kind::small_kana},
    {0x3043, 0x3043, Kind::small_kana}, {0x3045, 0x3045, Kind::small_kana},
    {0x3047, 0x3047, Kind::small_kana}, {0x3049, 0x3049, Kind::small_kana},
    {0x3063, 0x3063, Kind::small_kana}, {0x3083, 0x3083, Kind::small_kana},
    {0x3085, 0x3085, Kind::small_kana}, {0x3087, 0x3087, Kind::small_kana},
    {0x308E, 0x308E, Kind::small_kana}, {0x3095, 0x3096, Kind::small_kana},
    {0x309B, 0x309E, Kind::small_kana}, {0x30A0, 0x30A0, Kind::connector},
    {0x30A1, 0x30A1, Kind::small_kana}, {0x30A3, 0x30A3, Kind::small_kana},
    {0x30A5, 0x30A5, Kind::small_kana}, {0x30A7, 0x30A7, Kind::small_kana},
    {0x30A9, 0x30A9, Kind::small_kana}, {0x30C3, 0x30C3, Kind::small_kana},
    {0x30E3, 0x30E3, Kind::small_kana}, {0x30E5, 0x30E5, Kind::small_kana},
    {0x30E7, 0x30E7, Kind::small_kana}, {0x30EE, 0x30EE, Kind::small_kana},
    {0x30F5, 0x30F6, Kind::small_kana}, {0x30FB, 0x30FB, Kind::middle_dot},
    {0x30FC, 0x30FE, Kind::small_kana}, {0x31F0, 0x31FF, Kind::small_kana},
    {0xFEFF, 0xFEFF, Kind::invisible},  {0xFF01, 0xFF01, Kind::question},
    {0xFF03, 0xFF04, Kind::prefix},     {0xFF05, 0xFF05, Kind::postfix},
    {0xFF08, 0xFF08, Kind::opening},    {0xFF09, 0xFF09, Kind::closing},
    {0xFF0C, 0xFF0C, Kind::comma},      {0xFF0D, 0xFF0D, Kind::connector},
    {0xFF0E, 0xFF0E, Kind::stop},       {0xFF0F, 0xFF0F, Kind::solidus},
    {0xFF1A, 0xFF1A, Kind::colon},      {0xFF1B, 0xFF1B, Kind::semicolon},
    {0xFF1F, 0xFF1F, Kind::question},   {0xFF3B, 0xFF3B, Kind::opening},
    {0xFF3D, 0xFF3D, Kind::closing},    {0xFF5B, 0xFF5B, Kind::opening},
    {0xFF5D, 0xFF5D, Kind::closing},    {0xFF5E, 0xFF5E, Kind::connector},
    {0xFF5F, 0xFF5F, Kind::opening},    {0xFF60, 0xFF60, Kind::closing},
    {0xFFE1, 0xFFE1, Kind::prefix},     {0xFFE5, 0xFFE6, Kind::prefix},
    {0xFFFC, 0xFFFC, Kind::object},
};

Kind kind_by_search(char32_t c) {
    const auto after = std::upper_bound(std::begin(entries), std::end(entries), c,
                                        [](char32_t value, const Entry& e) { return value < e.first; });
    if (after != std::begin(entries) && c <= std::prev(after)->last) return std::prev(after)->kind;
    if (is_han(c)) return Kind::han;
    if (is_kana(c)) return Kind::kana;
    if (is_hangul(c)) return Kind::hangul;
    // Letters that take the gap beside Han: Latin, Greek, Cyrillic. Full-width forms stand like Han.
    if (c < 0x0530 || (c >= 0x1E00 && c < 0x2000)) return c < 0x41 ? Kind::other : Kind::letter;
    return is_wide(c) ? Kind::han : Kind::other;
}

/// By region, in the order of kinds from `opening`: opening, closing, comma, semicolon, colon, stop,
/// question, middle dot. Blanks as the faces' own `halt` feature has them (Noto CJK of each region).
constexpr MarkShape shapes[4][8] = {
    // mainland: marks stand lower left; every one is half an em at a line's end (GB/T 15834 5.1.10)
    {{2, 0, Tier::bracket},
     {0, 2, Tier::bracket},
     {0, 2, Tier::comma},
     {0, 2, Tier::comma},
     {0, 2, Tier::comma},
     {0, 2, Tier::stop},
     {0, 2, Tier::stop},
     {1, 1, Tier::none, 0, 0, true}},
    // Taiwan, Hong Kong: stops are centred; ？ and ！ are not adjustable (W5)
    {{2, 0, Tier::bracket},
     {0, 2, Tier::bracket},
     {1, 1, Tier::comma, 0, 1},
     {1, 1, Tier::comma, 0, 1},
     {1, 1, Tier::comma, 0, 1},
     {1, 1, Tier::stop, 0, 1},
     {0, 0, Tier::none},
     {1, 1, Tier::middle_dot, 0, 1}},
    // Japan: ： and ； are middle dots; 。 keeps its blank inside a line (J6), and at its end when there is
    // room (M8)
    {{2, 0, Tier::bracket},
     {0, 2, Tier::bracket},
     {0, 2, Tier::comma},
     {1, 1, Tier::middle_dot, 0, 1},
     {1, 1, Tier::middle_dot, 0, 1},
     {0, 2, Tier::none, 0, 2},
     {0, 0, Tier::none},
     {1, 1, Tier::middle_dot, 0, 1}},
    // Korea: full-width marks are rare; they stand as the mainland's, the stops as Japan's
    {{2, 0, Tier::bracket},
     {0, 2, Tier::bracket},
     {0, 2, Tier::comma},
     {1, 1, Tier::middle_dot, 0, 1},
     {1, 1, Tier::middle_dot, 0, 1},
     {0, 2, Tier::stop, 0, 2},
     {0, 0, Tier::none},
     {1, 1, Tier::middle_dot, 0, 1}},
};

}  // namespace

Kind line_kind_of(char32_t c) {
    if (c >= 0x4E00 && c <= 0x9FFF) return Kind::han;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Kind::letter;
    return kind_by_search(c);
}

Region region_of(Language language) {
    switch (language) {
        case Language::zh_hant_tw:
        case Language::zh_hant_hk:
            return Region::taiwan;
        case Language::ja:
            return Region::japan;
        case Language::ko:
            return Region::korea;
        default:
            return Region::mainland;
    }
}

const MarkShape& mark_shape(Region region, Kind kind) {
    return shapes[static_cast<std::size_t>(region)]
                 [static_cast<std::size_t>(kind) - static_cast<std::size_t>(Kind::opening)];
}

bool may_start(Kind kind, Prohibition level) {
    if (level == Prohibition::none) return true;
    switch (kind) {
        case Kind::closing:
        case Kind::comma:
        case Kind::semicolon:
        case Kind::colon:
        case Kind::stop:
        case Kind::question:
        case Kind::middle_dot:
        case Kind::connector:
        case Kind::small_kana:
        case Kind::postfix:
            return false;
        case Kind::solidus:
            return level == Prohibition::basic;
        case Kind::dash:
        case Kind::ellipsis:
            return level != Prohibition::strict;
        default:
            return true;
    }
}

bool may_end(Kind kind, Prohibition level) {
    if (level == Prohibition::none) return true;
    if (kind == Kind::solidus) return level == Prohibition::basic;
    return kind != Kind::opening && kind != Kind::prefix;
}

bool may_hang(Kind kind, Region region) {
    if (region == Region::taiwan || region == Region::korea) return false;
    if (kind == Kind::comma || kind == Kind::stop) return true;
    return region == Region::mainland &&
           (kind == Kind::semicolon || kind == Kind::colon || kind == Kind::question);
}

}  // namespace hanqing
