// SPDX-License-Identifier: Apache-2.0
// Code points to kinds, by Unicode's properties.
#include "shape/character.hpp"

#include "base/unicode.hpp"

#include <unicode/uchar.h>

namespace hanqing {
namespace {

CharacterKind ascii_kind(char32_t c) {
    if (c == '\t') return CharacterKind::tab;
    if (c < 0x20 || c == 0x7F) return CharacterKind::control;
    if (c == ' ') return CharacterKind::space;
    if (c >= '0' && c <= '9') return CharacterKind::digit;
    const char32_t lower = c | 0x20U;
    return lower >= 'a' && lower <= 'z' ? CharacterKind::letter : CharacterKind::mark;
}

/// Combining marks, variation selectors, joiners, skin tones, tags; vowels and finals of conjoining Hangul.
bool extends(char32_t c, std::uint32_t category) {
    if ((category & U_GC_M_MASK) != 0 || c == 0x200C || c == 0x200D) return true;
    if (c >= 0x1160 && c <= 0x11FF) return true;
    return (c >= 0xD7B0 && c <= 0xD7FF) || (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F);
}

CharacterKind unlisted_kind(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    const std::uint32_t category = U_GET_GC_MASK(point);
    if (extends(c, category)) return CharacterKind::extend;
    const bool is_annotation = c >= 0xFFF9 && c <= 0xFFFB;
    if (is_annotation || u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0)
        return CharacterKind::invisible;
    if ((category & U_GC_CC_MASK) != 0) return CharacterKind::control;
    if (is_private_use(c)) return CharacterKind::private_use;
    if (is_hangul(c)) return CharacterKind::hangul;
    if (is_wide(c)) return CharacterKind::wide;
    if ((category & U_GC_ZS_MASK) != 0 && c != 0x1680) return CharacterKind::space;  // Ogham writes its blank
    if ((category & (U_GC_L_MASK | U_GC_ND_MASK)) != 0) return CharacterKind::letter;
    const bool is_ambiguous = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH) == U_EA_AMBIGUOUS;
    return is_ambiguous ? CharacterKind::either : CharacterKind::mark;
}

}  // namespace

CharacterKind kind_by_properties(char32_t c) {
    if (c < 0x80) return ascii_kind(c);
    if (c == 0xFFFC) return CharacterKind::object;
    if (c == 0x2028 || c == 0x2029) return CharacterKind::hard_break;
    return unlisted_kind(c);
}

bool fills_em(char32_t c) {
    return c == 0xB7 || c == 0x2014 || c == 0x2015 || c == 0x2018 || c == 0x2019 || c == 0x201C ||
           c == 0x201D || c == 0x2025 || c == 0x2026 || c == 0x2027;
}

}  // namespace hanqing
