// SPDX-License-Identifier: Apache-2.0
// What a line end in the source becomes: nothing inside Chinese and Japanese, a blank elsewhere (after the
// segment break rules of CSS Text 4, 4.1.3; Hangul keeps its blanks).
#include "base/unicode.hpp"
#include "read/text_builder.hpp"

namespace hanqing {
namespace {

bool is_cjk_mark(char32_t c) {
    return (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x301F && c != 0x3012 && c != 0x3013) ||
           c == 0x30FB || (c >= 0xFF01 && c <= 0xFF0F) ||
           (c >= 0xFF1A && c <= 0xFF20 && c != 0xFF1C && c != 0xFF1E) || c == 0xFF3B || c == 0xFF3D ||
           c == 0xFF5B || c == 0xFF5D || c == 0xFF5E;
}
bool is_joining(char32_t c) { return is_wide(c) && !is_hangul(c); }

/// Marks that Chinese shares with Latin; their neighbours decide: “ ” ‘ ’ — … ·
bool is_shared_mark(char32_t c) {
    return c == 0x2014 || (c >= 0x2018 && c <= 0x201D) || c == 0x2026 || c == 0x00B7;
}

}  // namespace

std::string_view joined(char32_t before_last, char32_t last, char32_t next) {
    if (is_cjk_mark(last) || is_cjk_mark(next)) return is_hangul(last) || is_hangul(next) ? " " : "";
    const bool left =
        is_joining(last) || (is_shared_mark(last) && (is_joining(next) || is_joining(before_last)));
    const bool right = is_joining(next) || (is_shared_mark(next) && left);
    return left && right ? "" : " ";
}

}  // namespace hanqing
