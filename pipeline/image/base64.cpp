// SPDX-License-Identifier: Apache-2.0
// Six bits a character.
#include "image/base64.hpp"

#include <cstdint>

namespace hanqing {

std::optional<std::string> bytes_from_base64(std::string_view text) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    unsigned bit_count = 0;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '=') continue;
        const std::size_t value = alphabet.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        bit_count += 6;
        if (bit_count < 8) continue;
        bit_count -= 8;
        out += static_cast<char>(bits >> bit_count & 0xFFU);
    }
    return out;
}

std::optional<std::string> bytes_of_data_uri(std::string_view uri) {
    constexpr std::string_view marker = ";base64,";
    const std::size_t at = uri.substr(0, 256).find(marker);
    if (uri.substr(0, 5) != "data:" || at == std::string_view::npos) return std::nullopt;
    return bytes_from_base64(uri.substr(at + marker.size()));
}

}  // namespace hanqing
