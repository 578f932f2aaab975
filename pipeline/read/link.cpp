// SPDX-License-Identifier: Apache-2.0
// Which addresses become links, and how they are spelled (RFC 3986, RFC 3987 3.1).
#include "read/link.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

constexpr std::array<std::string_view, 4> schemes{"http", "https", "mailto", "tel"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_scheme_character(char c) {
    const char l = lower(c);
    return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

/// "http" of "HTTP://…"; empty when there is no scheme. Blanks and controls before the colon do not hide one,
/// as they do not in browsers ("java\tscript:").
std::string scheme_of(std::string_view address) {
    std::string scheme;
    for (const char c : address) {
        if (c == ':') return scheme;
        if (static_cast<unsigned char>(c) <= ' ') continue;
        if (!is_scheme_character(c)) return {};
        scheme += lower(c);
    }
    return {};
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char l = lower(c);
    return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

std::string encoded(std::string_view address) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri;
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && byte < 0x7F && std::string_view("<>\"{}|\\^`").find(c) == std::string_view::npos) {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4U];
            uri += digits[byte & 15U];
        }
    }
    return uri;
}

std::string_view trimmed(std::string_view s) {
    while (!s.empty() && static_cast<unsigned char>(s.front()) <= ' ') s.remove_prefix(1);
    while (!s.empty() && static_cast<unsigned char>(s.back()) <= ' ') s.remove_suffix(1);
    return s;
}

}  // namespace

SafeLink safe_link(std::string_view address) {
    address = trimmed(address);
    if (address.starts_with('#')) return {LinkVerdict::kept, "#" + percent_decoded(address.substr(1))};
    const std::string scheme = scheme_of(address);
    if (scheme.empty() && !address.starts_with("//")) return {LinkVerdict::relative, {}};
    if (!scheme.empty() && std::find(schemes.begin(), schemes.end(), scheme) == schemes.end())
        return {LinkVerdict::refused, {}};
    std::string uri = encoded(scheme.empty() ? "https:" + std::string(address) : std::string(address));
    if (uri.size() > uri_bytes_max) return {LinkVerdict::too_long, {}};
    return {LinkVerdict::kept, std::move(uri)};
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int high = text[at] == '%' && at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
        const int low = high >= 0 ? hex_digit(text[at + 2]) : -1;
        if (low >= 0) at += 2;
        out += low >= 0 ? static_cast<char>(high * 16 + low) : text[at];
    }
    return first_invalid_utf8(out) || out.find('\0') != std::string::npos ? std::string(text) : out;
}

}  // namespace hanqing
