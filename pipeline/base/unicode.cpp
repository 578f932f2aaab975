// SPDX-License-Identifier: Apache-2.0
// UTF-8 and code point classes. Ranges are Unicode 15's blocks.
#include "base/unicode.hpp"

#include "base/notes.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <vector>

namespace hanqing {
namespace {

struct Range {
    char32_t first, last;
};

template <std::size_t n>
bool within(const std::array<Range, n>& ranges, char32_t c) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), c,
                                        [](char32_t value, const Range& r) { return value < r.first; });
    return after != ranges.begin() && c <= std::prev(after)->last;
}

constexpr std::array<Range, 7> han_ranges{{{0x3005, 0x3005},
                                           {0x3007, 0x3007},
                                           {0x3400, 0x4DBF},
                                           {0x4E00, 0x9FFF},
                                           {0xF900, 0xFAFF},
                                           {0x20000, 0x2FA1F},
                                           {0x30000, 0x323AF}}};
constexpr std::array<Range, 6> kana_ranges{{{0x3041, 0x3096},
                                            {0x3099, 0x309F},
                                            {0x30A1, 0x30FF},
                                            {0x31F0, 0x31FF},
                                            {0xFF66, 0xFF9F},
                                            {0x1B000, 0x1B16F}}};
constexpr std::array<Range, 4> hangul_ranges{
    {{0x1100, 0x11FF}, {0x3130, 0x318F}, {0xA960, 0xA97F}, {0xAC00, 0xD7FF}}};
/// Blocks whose characters stand on the em square: radicals, CJK punctuation, kana, bopomofo, enclosed and
/// compatibility forms, Yi, Hangul syllables, full-width forms, the supplementary ideographic planes.
constexpr std::array<Range, 10> wide_ranges{{{0x1100, 0x115F},
                                             {0x2E80, 0x303E},
                                             {0x3041, 0x4DBF},
                                             {0x4DC0, 0xA4CF},
                                             {0xA960, 0xA97F},
                                             {0xAC00, 0xD7FF},
                                             {0xF900, 0xFAFF},
                                             {0xFE30, 0xFE4F},
                                             {0xFF01, 0xFF60},
                                             {0x20000, 0x3FFFD}}};

/// Length of a lead byte's sequence and the range of its second byte (RFC 3629 table).
struct Lead {
    int size = 0;
    unsigned char low = 0x80, high = 0xBF;
};
Lead lead_of(unsigned char b) {
    if (b < 0x80) return {1};
    if (b < 0xC2) return {0};
    if (b < 0xE0) return {2};
    if (b == 0xE0) return {3, 0xA0, 0xBF};
    if (b == 0xED) return {3, 0x80, 0x9F};
    if (b < 0xF0) return {3};
    if (b == 0xF0) return {4, 0x90, 0xBF};
    if (b < 0xF4) return {4};
    if (b == 0xF4) return {4, 0x80, 0x8F};
    return {0};
}

}  // namespace

char32_t code_point_before(std::string_view s, std::size_t at) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(s[at]) & 0xC0U) == 0x80U);
    return next_code_point(s, at);
}

void append_utf8(std::string& to, char32_t c) {
    const auto byte = [&](char32_t value) { to += static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0U | c >> 6U), byte(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        byte(0xE0U | c >> 12U), byte(0x80U | (c >> 6U & 0x3FU)), byte(0x80U | (c & 0x3FU));
    } else {
        byte(0xF0U | c >> 18U), byte(0x80U | (c >> 12U & 0x3FU)), byte(0x80U | (c >> 6U & 0x3FU));
        byte(0x80U | (c & 0x3FU));
    }
}

std::u32string utf32(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
    return out;
}

std::string utf8(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const Lead lead = lead_of(static_cast<unsigned char>(bytes[at]));
        if (lead.size == 0 || at + static_cast<std::size_t>(lead.size) > bytes.size()) return at;
        for (int i = 1; i < lead.size; ++i) {
            const auto b = static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
            if (b < (i == 1 ? lead.low : 0x80) || b > (i == 1 ? lead.high : 0xBF)) return at;
        }
        at += static_cast<std::size_t>(lead.size);
    }
    return {};
}

bool is_han(char32_t c) {
    if (c >= 0x4E00 && c <= 0x9FFF) return true;
    return c >= 0x3005 && within(han_ranges, c);
}
bool is_kana(char32_t c) { return c >= 0x3041 && within(kana_ranges, c); }
bool is_hangul(char32_t c) { return c >= 0x1100 && within(hangul_ranges, c); }
bool is_wide(char32_t c) {
    if (c >= 0x4E00 && c <= 0x9FFF) return true;
    return c >= 0x1100 && (within(wide_ranges, c) || (c >= 0xFFE0 && c <= 0xFFE6));
}
bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

std::string nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw Failure("unicode-data", {u_errorName(status)});
    const auto input = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    const icu::UnicodeString composed = form->normalize(input, status);
    if (U_FAILURE(status)) throw Failure("unicode-data", {u_errorName(status)});
    std::string out;
    return composed.toUTF8String(out);
}

std::string code_point_name(char32_t c) {
    std::string digits;
    for (char32_t rest = c; rest > 0 || digits.size() < 4; rest >>= 4U)
        digits.insert(digits.begin(), "0123456789ABCDEF"[rest & 15U]);
    return "U+" + digits;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::u32string from = utf32(a);
    const std::u32string to = utf32(b);
    if (std::max(from.size(), to.size()) - std::min(from.size(), to.size()) > limit) return limit + 1;
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return std::min(row[to.size()], limit + 1);
}

}  // namespace hanqing
