// SPDX-License-Identifier: Apache-2.0
// Private characters written into and taken out of prepared text.
#include "read/private_marks.hpp"

#include "base/unicode.hpp"

namespace hanqing {
namespace {

/// U+10FE00…U+10FEFF are F4 8F B8…BB xx; the 256 after them F4 8F BC…BF xx.
constexpr char lead = '\xF4';
constexpr char second_byte = '\x8F';

unsigned low_byte(std::string_view text, std::size_t at) {
    return (static_cast<unsigned char>(text[at + 2]) & 3U) << 6U |
           (static_cast<unsigned char>(text[at + 3]) & 0x3FU);
}

}  // namespace

PrivateFound private_at(std::string_view text, std::size_t at) {
    if (at + private_size > text.size() || text[at] != lead || text[at + 1] != second_byte) return {};
    const auto third = static_cast<unsigned char>(text[at + 2]);
    if (third < 0xB8 || third > 0xBB) return {};
    const unsigned value = low_byte(text, at);
    if (value == static_cast<unsigned>(PrivateMark::escape) && at + 2 * private_size <= text.size())
        return {static_cast<std::uint8_t>(low_byte(text, at + private_size)), true, 2 * private_size};
    return {static_cast<std::uint8_t>(value), false, private_size};
}

std::size_t find_private(std::string_view text, std::size_t at) {
    for (at = text.find(lead, at); at != std::string_view::npos; at = text.find(lead, at + 1))
        if (private_at(text, at).size > 0) return at;
    return std::string_view::npos;
}

void append_private(std::string& to, PrivateMark mark) {
    append_utf8(to, private_base + static_cast<char32_t>(mark));
}

void append_shielded(std::string& to, char ascii) {
    append_utf8(to, private_base + static_cast<char32_t>(static_cast<unsigned char>(ascii)));
}

std::string without_private(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t next = find_private(text, at);
        out += text.substr(at, next == std::string_view::npos ? next : next - at);
        if (next == std::string_view::npos) break;
        const PrivateFound found = private_at(text, next);
        if (found.escaped)
            append_utf8(out, private_base + found.value);
        else if (found.value >= 0x20 && found.value < 0x7F)
            out += static_cast<char>(found.value);
        at = next + found.size;
    }
    return out;
}

}  // namespace hanqing
