// SPDX-License-Identifier: Apache-2.0
// The private characters with which a text is made safe for the parser, and which never leave this stage.
// They are U+10FE00…U+10FEFF; a character of that range in the report itself is written as `escape` and a
// character of the next 256, so that every text comes out as it went in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hanqing {

inline constexpr char32_t private_base = 0x10FE00;

enum class PrivateMark : std::uint8_t {
    joint = 0x00,       ///< Between punctuation and a run of `*`: counts as a letter.
    math_begin = 0x01,  ///< Around $…$ and $$…$$, whose ASCII is shielded.
    math_end = 0x02,
    display_begin = 0x03,
    display_end = 0x04,
    template_begin = 0x05,  ///< Around {% … %} and {{ … }}.
    template_end = 0x06,
    excess_cell = 0x07,    ///< Before a shielded | beyond the table's columns.
    second = 0x08,         ///< In the label of a footnote's second definition.
    tail = 0x09,           ///< Begins what was added at the end of the text.
    comment_begin = 0x0A,  ///< Around {/* … */}.
    comment_end = 0x0B,
    table_part = 0x0C,  ///< A line that begins a cell of a drawn table; its digits are 0x10…0x19.
    escape = 0x80,      ///< The next character stands for one of this range.
    // 0x20…0x7E: the ASCII character of that value, kept from the parser.
};

/// Bytes of any private mark in UTF-8.
inline constexpr std::size_t private_size = 4;

/// A private character found in prepared text: its low byte, and how many bytes it and its operand take.
struct PrivateFound {
    std::uint8_t value = 0;
    bool escaped = false;  ///< `value` is the low byte of a character of the report itself.
    std::size_t size = 0;  ///< 0: there is none here.
};
PrivateFound private_at(std::string_view text, std::size_t at);
/// Offset of the next private character from `at` on, or npos.
std::size_t find_private(std::string_view text, std::size_t at);

void append_private(std::string& to, PrivateMark mark);
void append_shielded(std::string& to, char ascii);
/// The text as the author wrote it: marks removed, shields lifted.
std::string without_private(std::string_view text);

}  // namespace hanqing
