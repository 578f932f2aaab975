// SPDX-License-Identifier: Apache-2.0
// Reading tag files that others wrote.
#include "archive/tag_text.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace hanqing {
namespace {

constexpr std::string_view version_label = "BagIt-Version";
constexpr std::string_view encoding_label = "Tag-File-Character-Encoding";

/// The value after "label: "; with `strict` exactly one blank and none elsewhere.
std::optional<std::string> value_of(std::string_view line, std::string_view label, bool strict) {
    if (!line.starts_with(label)) return {};
    line.remove_prefix(label.size());
    if (strict) {
        if (!line.starts_with(": ") || line.find(' ', 2) != std::string_view::npos || line.ends_with('\t'))
            return {};
        return std::string(line.substr(2));
    }
    const std::size_t colon = line.find_first_not_of(" \t");
    if (colon == std::string_view::npos || line[colon] != ':') return {};
    line.remove_prefix(colon + 1);
    const std::size_t begin = line.find_first_not_of(" \t");
    const std::size_t end = line.find_last_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return std::string(line.substr(begin, end - begin + 1));
}

/// M.N
bool is_version(std::string_view text) {
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    const std::size_t dot = text.find('.');
    return dot != std::string_view::npos && digits(text.substr(0, dot)) && digits(text.substr(dot + 1));
}

std::string from_latin(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) append_utf8(out, static_cast<unsigned char>(c));
    return out;
}

/// RFC 2781: the byte order mark decides, big-endian without one.
std::optional<std::string> from_utf16(std::string_view bytes, bool little) {
    if (bytes.size() % 2 != 0) return {};
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little ? b << 8U | a : a << 8U | b);
    };
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t c = unit(at);
        if (at == 0 && c == 0xFEFF) continue;
        if (at == 0 && c == 0xFFFE) return from_utf16(bytes, !little);
        if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
            const char32_t low = unit(at += 2);
            if (low < 0xDC00 || low >= 0xE000) return {};
            c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        } else if (c >= 0xD800 && c < 0xE000) {
            return {};
        }
        append_utf8(out, c);
    }
    return out;
}

std::string upper(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return out;
}

}  // namespace

std::optional<Declaration> declaration_from(std::string_view text) {
    std::vector<std::string> lines;
    for_each_line(text, [&](std::string_view line) { lines.emplace_back(line); });
    if (lines.size() != 2) return {};
    const auto version = value_of(lines[0], version_label, false);
    if (!version || !is_version(*version)) return {};
    const bool strict = version->front() != '0';
    const auto strictly = value_of(lines[0], version_label, strict);
    const auto encoding = value_of(lines[1], encoding_label, strict);
    if (!strictly || !encoding) return {};
    return Declaration{*strictly, *encoding};
}

std::optional<std::string_view> tag_text_view(std::string_view bytes, std::string_view encoding,
                                              std::string& decoded) {
    const std::string name = upper(encoding);
    if (name == "UTF-8" || name == "UTF8" || name == "US-ASCII")
        return first_invalid_utf8(bytes) ? std::nullopt : std::optional(bytes);
    auto text = decoded_tag_text(bytes, encoding);
    if (!text) return {};
    decoded = std::move(*text);
    return decoded;
}

std::optional<std::string> decoded_tag_text(std::string_view bytes, std::string_view encoding) {
    const std::string name = upper(encoding);
    if (name == "UTF-8" || name == "UTF8" || name == "US-ASCII") {
        if (first_invalid_utf8(bytes)) return {};
        return std::string(bytes);
    }
    if (name == "ISO-8859-1") return from_latin(bytes);
    if (name == "UTF-16" || name == "UTF-16BE") return from_utf16(bytes, false);
    if (name == "UTF-16LE") return from_utf16(bytes, true);
    return {};
}

void for_each_line(std::string_view text, const std::function<void(std::string_view)>& use) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        use(text.substr(0, end));
        const bool pair = text.substr(end).starts_with("\r\n");
        text.remove_prefix(std::min(text.size(), end + (pair ? 2 : 1)));
    }
}

}  // namespace hanqing
