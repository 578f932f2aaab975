// SPDX-License-Identifier: Apache-2.0
// What may stand between the two marks, and before the first.
#include "read/script_mark.hpp"

namespace hanqing {
namespace {

/// Bytes of one sign of an index or exponent: letters, digits, ASCII's signs and the minus (− －); 0 for
/// others.
std::uint32_t script_sign_size(std::string_view rest, MarkKind kind) {
    if (rest.empty()) return 0;
    for (const std::string_view minus : {"\xE2\x88\x92", "\xEF\xBC\x8D"})
        if (rest.starts_with(minus)) return 3;
    const char c = rest.front();
    const bool is_sign = std::string_view("+-*,.()").find(c) != std::string_view::npos ||
                         (kind == MarkKind::superscript && (c == '[' || c == ']'));
    return is_sign || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 1 : 0;
}

}  // namespace

std::uint32_t script_end(std::string_view text, std::uint32_t at, MarkKind kind) {
    constexpr std::uint32_t bytes_max = 12, note_bytes_max = 2;
    const char mark = text[at];
    const auto at_or_null = [&](std::uint32_t place) { return place < text.size() ? text[place] : '\0'; };
    std::uint32_t end = at + 1;
    while (end - at <= bytes_max && end < text.size()) {
        const std::uint32_t size = script_sign_size(text.substr(end), kind);
        if (size == 0) break;
        end += size;
    }
    const char before = at == 0 ? ' ' : text[at - 1];
    const bool is_letter =
        (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') || before == ')';
    const bool is_note = at == 0 && end - at <= note_bytes_max + 1;
    const bool follows =
        kind == MarkKind::subscript ? is_letter : is_note || (before != ' ' && before != mark);
    return follows && end > at + 1 && at_or_null(end) == mark && at_or_null(end + 1) != mark ? end : 0;
}

}  // namespace hanqing
