// SPDX-License-Identifier: Apache-2.0
// UTF-8 in and out, and the few questions about code points that every stage asks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

/// Reads one code point at `at` and moves past it. Requires: well-formed UTF-8 (Source has checked) and at <
/// size.
inline char32_t next_code_point(std::string_view s, std::size_t& at) {
    const auto b = [&](std::size_t i) { return static_cast<unsigned char>(s[at + i]); };
    const unsigned lead = b(0);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    if (lead < 0xE0) {
        const char32_t c = (lead & 0x1FU) << 6 | (b(1) & 0x3FU);
        at += 2;
        return c;
    }
    if (lead < 0xF0) {
        const char32_t c = (lead & 0x0FU) << 12 | (b(1) & 0x3FU) << 6 | (b(2) & 0x3FU);
        at += 3;
        return c;
    }
    const char32_t c = (lead & 0x07U) << 18 | (b(1) & 0x3FU) << 12 | (b(2) & 0x3FU) << 6 | (b(3) & 0x3FU);
    at += 4;
    return c;
}

/// The code point that ends right before byte `at`. Requires: at > 0.
char32_t code_point_before(std::string_view s, std::size_t at);

void append_utf8(std::string& to, char32_t c);
std::u32string utf32(std::string_view utf8);
std::string utf8(std::u32string_view text);

/// Byte offset of the first byte that is not well-formed UTF-8 (RFC 3629: no surrogates, shortest form).
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Han ideographs of every block (URO, extensions A–I, compatibility), 〇 and 々.
bool is_han(char32_t c);
bool is_kana(char32_t c);
bool is_hangul(char32_t c);
/// Han, kana, Hangul syllables, bopomofo, and the full-width forms and CJK punctuation set on the em square.
bool is_wide(char32_t c);
bool is_private_use(char32_t c);

/// Canonical composition (UAX #15), by ICU.
std::string nfc(std::string_view utf8);
/// One key for names that differ only in case, width or normalisation (NFKC_Casefold).
std::string nfkc_casefold(std::string_view utf8);

/// "U+4E00", at least four digits.
std::string code_point_name(char32_t c);

/// Levenshtein distance over code points, stopping above `limit`: for "did you mean".
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace hanqing
