// SPDX-License-Identifier: Apache-2.0
// Bytes -> Source: checked once to be UTF-8; what they are instead is guessed for the message.
#include "read/source.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// How much of a file is looked at to guess its encoding.
constexpr std::size_t guess_bytes = 64U << 10;

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// UTF-16 has a byte order mark, or a NUL in at least every fourth byte of Latin text.
bool looks_like_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    const std::string_view head = bytes.substr(0, guess_bytes);
    return std::count(head.begin(), head.end(), '\0') * 4 > static_cast<std::ptrdiff_t>(head.size());
}

/// Length of the GB18030 character at `at`, 0 when it is none (GB 18030-2022, 4: one, two or four bytes).
std::size_t gb18030_length(std::string_view bytes, std::size_t at) {
    const unsigned first = byte_at(bytes, at);
    if (first < 0x80) return 1;
    if (first == 0x80 || first == 0xFF || at + 1 >= bytes.size()) return 0;
    const unsigned second = byte_at(bytes, at + 1);
    if (second >= 0x40 && second <= 0xFE && second != 0x7F) return 2;
    if (second < 0x30 || second > 0x39 || at + 3 >= bytes.size()) return 0;
    const unsigned third = byte_at(bytes, at + 2);
    const unsigned fourth = byte_at(bytes, at + 3);
    return third >= 0x81 && third <= 0xFE && fourth >= 0x30 && fourth <= 0x39 ? 4 : 0;
}

bool looks_like_gb18030(std::string_view bytes) {
    const std::size_t end = std::min(bytes.size(), guess_bytes);
    std::size_t at = 0;
    while (at < end) {
        const std::size_t length = gb18030_length(bytes, at);
        if (length == 0) return at + 3 >= bytes.size() && at > 0;  // a file cut inside its last character
        at += length;
    }
    return true;
}

std::string guessed_encoding(std::string_view bytes) {
    if (looks_like_utf16(bytes)) return "UTF-16";
    return looks_like_gb18030(bytes) ? "GB18030" : "";
}

Place point(std::uint32_t file, std::size_t at) {
    return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at)};
}

bool is_blank(std::string_view bytes) { return bytes.find_first_not_of(" \t\r\n") == std::string_view::npos; }

void check(const Source& source, Notes& notes, std::uint32_t file) {
    const std::string_view bytes = source.bytes;
    if (const auto invalid = first_invalid_utf8(bytes)) {
        notes.error(point(file, *invalid), "invalid-utf8",
                    {std::to_string(*invalid), guessed_encoding(bytes)});
        return;
    }
    const std::size_t nul = bytes.find('\0');
    if (nul != std::string_view::npos) {
        if (looks_like_utf16(bytes))
            notes.error(point(file, nul), "invalid-utf8", {std::to_string(nul), "UTF-16"});
        else
            notes.error(point(file, nul), "nul-byte", {std::to_string(nul)});
        return;
    }
    if (is_blank(bytes.substr(source.text_begin))) notes.warning(point(file, 0), "source-empty");
}

}  // namespace

Source make_source(std::string name, std::string bytes, Notes& notes, std::uint32_t file) {
    Source source;
    source.name = std::move(name);
    source.bytes = std::move(bytes);
    source.digest = sha256(source.bytes);
    if (std::string_view(source.bytes).starts_with(byte_order_mark))
        source.text_begin = byte_order_mark.size();
    if (source.bytes.size() > source_size_max)
        notes.error({file, 0, 0}, "source-too-large",
                    {std::to_string(source.bytes.size()), std::to_string(source_size_max)});
    else
        check(source, notes, file);
    return source;
}

LineColumn line_column(const Source& source, std::uint32_t byte) {
    const std::string_view bytes = source.bytes;
    const std::size_t end = std::min<std::size_t>(byte, bytes.size());
    LineColumn found;
    std::size_t line_begin = source.text_begin;
    for (std::size_t at = line_begin; at < end; ++at) {
        const bool lone_return = bytes[at] == '\r' && (at + 1 == bytes.size() || bytes[at + 1] != '\n');
        if (bytes[at] != '\n' && !lone_return) continue;
        ++found.line;
        line_begin = at + 1;
    }
    for (std::size_t at = line_begin; at < end; ++at)
        if ((byte_at(bytes, at) & 0xC0U) != 0x80U) ++found.column;
    return found;
}

}  // namespace hanqing
