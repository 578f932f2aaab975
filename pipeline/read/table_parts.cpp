// SPDX-License-Identifier: Apache-2.0
// Numbers written in private characters.
#include "read/table_parts.hpp"

#include "base/unicode.hpp"
#include "read/private_marks.hpp"

namespace hanqing {
namespace {

/// The low byte of the digit 0.
constexpr std::uint8_t zero = 0x10;

}  // namespace

std::string table_part_mark(std::size_t number) {
    std::string mark;
    append_private(mark, PrivateMark::table_part);
    for (const char digit : std::to_string(number))
        append_utf8(mark, private_base + zero + static_cast<char32_t>(digit - '0'));
    return mark;
}

std::optional<std::size_t> table_part_number(std::string_view line) {
    PrivateFound found = private_at(line, 0);
    if (found.size == 0 || found.escaped || found.value != static_cast<std::uint8_t>(PrivateMark::table_part))
        return {};
    std::size_t number = 0;
    for (std::size_t at = found.size; at < line.size(); at += found.size) {
        found = private_at(line, at);
        if (found.size == 0 || found.escaped || found.value < zero || found.value > zero + 9) break;
        number = number * 10 + found.value - zero;
    }
    return number;
}

}  // namespace hanqing
