// SPDX-License-Identifier: Apache-2.0
// Any text -> a name that every system keeps; a stranger's path -> whether it may be followed.
#include "archive/names.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hanqing {
namespace {

/// What vanishes from a name: controls, separators of lines, and marks that show nothing or turn the reading
/// direction, since two names that look alike must not differ in them. Variation selectors stay: 生僻字 need
/// them.
bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF0 && c <= 0xFFFB) || (c & 0xFFFEU) == 0xFFFEU;
}

/// sha512sum prefixes lines with a backslash, BagIt checkers disagree on %, Windows refuses the others.
char32_t safe(char32_t c) {
    constexpr std::u32string_view full_width = U"%\\/:*?\"<>|";
    return full_width.find(c) == std::u32string_view::npos ? c : c - 0x20 + 0xFF00;
}

bool is_blank_or_dot(char32_t c) { return c == ' ' || c == '.' || c == 0x3000 || c == 0xA0; }

bool is_bad_first(char32_t c) { return is_blank_or_dot(c) || c == '~' || c == '-'; }

/// Without blanks and dots at its end.
std::string trimmed(std::string_view name) {
    while (!name.empty() && is_blank_or_dot(code_point_before(name, name.size())))
        name.remove_suffix(name.ends_with(' ') || name.ends_with('.') ? 1 : name.ends_with("\u3000") ? 3 : 2);
    return std::string(name);
}

/// CON, nul.txt, COM1… name devices on Windows whatever the ending, and with blanks before it.
bool is_device(std::string_view name) {
    std::string stem = trimmed(name.substr(0, name.find('.')));
    for (char& c : stem)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    constexpr std::array<std::string_view, 4> devices{"CON", "PRN", "AUX", "NUL"};
    if (std::find(devices.begin(), devices.end(), stem) != devices.end()) return true;
    return stem.size() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")) && stem[3] >= '1' &&
           stem[3] <= '9';
}

std::string cut(std::string name) {
    if (name.size() <= name_bytes_max) return name;
    constexpr std::size_t ending_max = 16;
    const std::size_t dot = name.rfind('.');
    std::string ending;
    if (dot != std::string::npos && name.size() - dot <= ending_max) ending = name.substr(dot);
    std::size_t end = name_bytes_max - ending.size();
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    return name.substr(0, end) + ending;
}

}  // namespace

std::string safe_name(std::string_view text) {
    std::u32string kept;
    for (const char32_t c : utf32(nfc(text)))
        if (!is_invisible(c)) kept += safe(c);
    const auto first = std::find_if_not(kept.begin(), kept.end(), is_bad_first);
    std::string name = trimmed(nfc(utf8(std::u32string(first, kept.end()))));
    if (name.empty()) return "未命名";
    // Trimmed once more, since the cut may lay a blank bare; and only then is it seen whether a device is
    // left.
    name = trimmed(cut(std::move(name)));
    return is_device(name) ? trimmed(cut("_" + name)) : name;
}

std::string safe_path(std::string_view text) {
    std::string path;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('/', begin), text.size());
        const std::string_view part = text.substr(begin, end - begin);
        if (!part.empty() && part != "." && part != "..") path += (path.empty() ? "" : "/") + safe_name(part);
        begin = end + 1;
    }
    return path.empty() ? safe_name("") : path;
}

std::string clash_key(std::string_view name) { return nfkc_casefold(name); }

std::optional<std::string_view> hostile(std::string_view path) {
    if (path.empty()) return "empty";
    if (path.size() > member_path_bytes_max) return "long";
    if (first_invalid_utf8(path)) return "not-utf8";
    if (path[0] == '/') return "absolute";
    if (path[0] == '~') return "home";
    if (path.size() > 1 && path[1] == ':') return "drive";
    for (const char c : path) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return "control";
        if (c == '\\') return "backslash";
    }
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part == "..") return "parent";
        if (part.empty()) return "empty";
        begin = end + 1;
    }
    return {};
}

}  // namespace hanqing
