// SPDX-License-Identifier: Apache-2.0
// Output names. What Windows, a USB stick, a manifest or a terminal would stumble over never gets into one.
#include "batch/output_name.hpp"

#include "base/digest.hpp"
#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

constexpr std::array<std::string_view, 10> fields{
    "year", "folder", "name", "title", "identifier", "document-number", "date", "fonds", "class", "version"};

std::optional<std::int32_t> year_of_name(std::string_view name) {
    if (name.ends_with("年")) name.remove_suffix(std::string_view("年").size());
    if (name.size() != 4) return std::nullopt;
    std::int32_t year = 0;
    for (const char c : name) {
        if (c < '0' || c > '9') return std::nullopt;
        year = year * 10 + (c - '0');
    }
    return year >= 1000 ? std::optional(year) : std::nullopt;
}

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> names;
    std::size_t begin = 0;
    while (begin < path.size()) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (end > begin) names.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

/// Characters that a name may not carry: each is replaced or dropped.
bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF0 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}
bool is_refused(char32_t c) {
    return c < 0x80 && std::string_view("<>:\"|?*\\%/").find(static_cast<char>(c)) != std::string_view::npos;
}

bool is_reserved(std::string_view name) {
    std::string upper(name.substr(0, name.find('.')));
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (upper == "CON" || upper == "PRN" || upper == "AUX" || upper == "NUL") return true;
    return upper.size() == 4 && (upper.starts_with("COM") || upper.starts_with("LPT")) && upper[3] >= '0';
}

std::string_view trimmed(std::string_view name) {
    const auto first = name.find_first_not_of(" .-~");
    if (first == std::string_view::npos) return "";
    const auto last = name.find_last_not_of(" .");
    return name.substr(first, last - first + 1);
}

std::string shortened(std::string_view name, std::string_view original, std::size_t bytes_max) {
    const std::string mark = "~" + hex(sha256(original)).substr(0, 8);
    std::size_t end = bytes_max - mark.size();
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    return std::string(name.substr(0, end)) + mark;
}

std::string field(std::string_view key, const NameParts& parts) {
    const Metadata& m = *parts.metadata;
    if (key == "year") return parts.year ? std::to_string(*parts.year) : "";
    if (key == "folder") return parts.folder;
    if (key == "name") return parts.name;
    if (key == "title") return m.title;
    if (key == "identifier") return m.identifier;
    if (key == "document-number") return m.document_number;
    if (key == "date") return m.date ? iso_date(*m.date) : "";
    if (key == "fonds") return m.fonds;
    if (key == "class") return m.record_class;
    return m.version;
}

/// Calls `text` for what stands outside braces and `field` for what stands inside.
template <typename OnText, typename OnField>
void read_pattern(std::string_view pattern, OnText on_text, OnField on_field) {
    std::size_t at = 0;
    while (at < pattern.size()) {
        const std::size_t open = std::min(pattern.find('{', at), pattern.size());
        on_text(pattern.substr(at, open - at));
        if (open == pattern.size()) return;
        const std::size_t close = pattern.find('}', open);
        if (close == std::string_view::npos) return on_text(pattern.substr(open));
        on_field(pattern.substr(open + 1, close - open - 1));
        at = close + 1;
    }
}

}  // namespace

std::optional<std::int32_t> year_of(const Metadata& metadata, std::string_view path) {
    if (metadata.year) return metadata.year;
    const auto names = split(path.substr(0, path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/')));
    for (auto name = names.rbegin(); name != names.rend(); ++name)
        if (const auto year = year_of_name(*name)) return year;
    if (metadata.date) return metadata.date->year;
    return std::nullopt;
}

NameParts name_parts(std::string_view path, const std::vector<std::string>& sources,
                     const Metadata& metadata) {
    NameParts parts;
    parts.metadata = &metadata;
    parts.year = year_of(metadata, path);
    std::size_t below = 0;  // the longest source folder that holds the report
    for (const std::string& source : sources)
        if (path.starts_with(source + "/")) below = std::max(below, source.size() + 1);
    std::vector<std::string_view> names = split(path.substr(below));
    const std::string_view file = names.back();
    names.pop_back();
    parts.name = std::string(file.substr(0, file.rfind('.')));
    const auto is_the_year = [&](std::string_view name) {
        return parts.year && year_of_name(name) == parts.year;
    };
    if (const auto year = std::find_if(names.rbegin(), names.rend(), is_the_year); year != names.rend())
        names.erase(std::next(year).base());
    for (const std::string_view name : names)
        parts.folder += (parts.folder.empty() ? "" : "/") + std::string(name);
    return parts;
}

std::string output_name(std::string_view pattern, const NameParts& parts) {
    std::string filled;
    read_pattern(
        pattern, [&](std::string_view text) { filled += text; },
        [&](std::string_view key) {
            std::string value = field(key, parts);
            if (key != "folder") std::replace(value.begin(), value.end(), '/', '_');
            filled += value;
        });
    if (filled.ends_with(".pdf")) filled.resize(filled.size() - 4);
    std::string path;
    for (const std::string_view name : split(filled)) path += (path.empty() ? "" : "/") + portable_name(name);
    return (path.empty() ? portable_name(parts.name) : path) + ".pdf";
}

std::string portable_name(std::string_view name, std::size_t bytes_max) {
    const std::string composed = nfc(name);
    std::string visible;
    for (std::size_t at = 0; at < composed.size();) {
        const char32_t c = next_code_point(composed, at);
        if (is_refused(c))
            visible += '_';
        else if (!is_invisible(c))
            append_utf8(visible, c);
    }
    std::string safe(trimmed(visible));
    if (safe.empty()) safe = "_" + hex(sha256(name)).substr(0, 8);
    if (is_reserved(safe)) safe.insert(std::min(safe.find('.'), safe.size()), "_");
    return safe.size() > bytes_max ? shortened(safe, name, bytes_max) : safe;
}

std::optional<std::string> unknown_field(std::string_view pattern) {
    std::optional<std::string> unknown;
    read_pattern(
        pattern, [](std::string_view) {},
        [&](std::string_view key) {
            if (std::find(fields.begin(), fields.end(), key) == fields.end() && !unknown) unknown = key;
        });
    return unknown;
}

}  // namespace hanqing
