// SPDX-License-Identifier: Apache-2.0
// Values into PDF tokens.
#include "pdf/syntax.hpp"

#include "base/unicode.hpp"

#include <array>
#include <charconv>

namespace hanqing {

namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";
constexpr std::size_t text_units_max = 16'000;

void append_hex_unit(std::string& to, std::uint32_t unit) {
    for (int shift = 12; shift >= 0; shift -= 4) to += hex_digits[unit >> shift & 0xFU];
}

bool is_plain_ascii(std::string_view s) {
    for (const char c : s)
        if (c < 0x20 || c > 0x7E) return false;
    return true;
}

bool is_regular(char c) {
    return c > 0x20 && c < 0x7F && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos;
}

}  // namespace

void append_integer(std::string& to, std::int64_t value) {
    std::array<char, 24> digits{};
    to.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void append_decimal(std::string& to, std::int64_t value, unsigned decimals) {
    while (decimals > 0 && value % 10 == 0) {
        value /= 10;
        --decimals;
    }
    if (decimals == 0) return append_integer(to, value);
    std::int64_t unit = 1;
    for (unsigned i = 0; i < decimals; ++i) unit *= 10;
    if (value < 0) to += '-';
    const std::int64_t size = value < 0 ? -value : value;
    if (size >= unit) append_integer(to, size / unit);
    to += '.';
    for (std::int64_t rest = size % unit; unit > 1; rest %= unit) {
        unit /= 10;
        to += static_cast<char>('0' + rest / unit);
    }
}

void append_reference(std::string& to, Reference reference) {
    append_integer(to, reference);
    to += " 0 R";
}

void append_literal(std::string& to, std::string_view bytes) {
    to += '(';
    for (const char c : bytes) {
        if (c == '\r') {
            to += "\\r";  // a bare CR would be read as LF
            continue;
        }
        if (c == '(' || c == ')' || c == '\\') to += '\\';
        to += c;
    }
    to += ')';
}

std::string reference_text(Reference reference) {
    std::string out;
    append_reference(out, reference);
    return out;
}

std::string name(std::string_view utf8) {
    std::string out = "/";
    for (const char c : utf8) {
        if (is_regular(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += {'#', hex_digits[byte >> 4U], hex_digits[byte & 0xFU]};
    }
    return out;
}

void append_utf16_hex(std::string& to, std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = next_code_point(utf8, at);
        if (c < 0x10000) {
            append_hex_unit(to, c);
            continue;
        }
        append_hex_unit(to, 0xD800 + ((c - 0x10000) >> 10U));
        append_hex_unit(to, 0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
}

std::string text_string(std::string_view utf8) {
    std::string out;
    if (utf8.size() <= text_units_max && is_plain_ascii(utf8)) {
        append_literal(out, utf8);
        return out;
    }
    std::size_t end = 0;
    for (std::size_t units = 0; end < utf8.size();) {
        std::size_t next = end;
        units += next_code_point(utf8, next) < 0x10000 ? 1 : 2;
        if (units > text_units_max) break;
        end = next;
    }
    out = "<FEFF";
    append_utf16_hex(out, utf8.substr(0, end));
    out += '>';
    return out;
}

std::string hex_string(std::string_view bytes) {
    std::string out = "<";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += {hex_digits[byte >> 4U], hex_digits[byte & 0xFU]};
    }
    out += '>';
    return out;
}

void append_share(std::string& to, std::uint8_t of_255) {
    append_decimal(to, (of_255 * 1000 + 127) / 255, 3);
}

void append_colour(std::string& to, Colour colour, bool stroke) {
    append_share(to, colour.red);
    if (is_grey(colour)) {
        to += stroke ? " G\n" : " g\n";
        return;
    }
    to += ' ';
    append_share(to, colour.green);
    to += ' ';
    append_share(to, colour.blue);
    to += stroke ? " RG\n" : " rg\n";
}

}  // namespace hanqing
