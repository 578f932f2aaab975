// SPDX-License-Identifier: Apache-2.0
// Syntax: numbers, names, strings and references as PDF writes them (ISO 32000-1, 7.3), without floating
// point.
#pragma once

#include "base/colour.hpp"
#include "base/length.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace hanqing {

/// The number of an indirect object; 0 is none.
using Reference = std::uint32_t;

void append_integer(std::string& to, std::int64_t value);
/// `value` × 10^-decimals, without trailing zeros: 1250, 2 -> 12.5
void append_decimal(std::string& to, std::int64_t value, unsigned decimals);
/// "12 0 R"
void append_reference(std::string& to, Reference reference);
/// Two-byte codes or other bytes as a literal string, escaped where a reader would take them for syntax.
void append_literal(std::string& to, std::string_view bytes);

std::string reference_text(Reference reference);
/// "/Name", with #xx where needed.
std::string name(std::string_view utf8);
/// A text string (7.9.2.2): ASCII as it is, all else as UTF-16BE. Cut at 16,000 units: PDF/A 6.1.13 bounds
/// strings.
std::string text_string(std::string_view utf8);
std::string hex_string(std::string_view bytes);

/// UTF-16BE in hexadecimal, without mark and brackets, as CMaps want it.
void append_utf16_hex(std::string& to, std::string_view utf8);

/// Hundredths of a point: 3.5 µm, finer than any device.
constexpr std::int64_t hundredths(Length l) {
    const std::int64_t scaled = l.raw * 100;
    return (scaled + (scaled >= 0 ? units_per_point / 2 : -units_per_point / 2)) / units_per_point;
}
inline void append_hundredths(std::string& to, std::int64_t value) { append_decimal(to, value, 2); }

/// "0.5" of 0…255.
void append_share(std::string& to, std::uint8_t of_255);
/// Operands of g or rg, with the operator: equal channels are grey, so that black prints as black.
void append_colour(std::string& to, Colour colour, bool stroke);

}  // namespace hanqing
