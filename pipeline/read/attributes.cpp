// SPDX-License-Identifier: Apache-2.0
// Reading attributes in braces.
#include "read/attributes.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// Braces that hold more are prose.
constexpr std::size_t attributes_bytes_max = 1000;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// A word of attributes: up to a blank or the closing brace, nothing that belongs to prose.
std::string_view word_at(std::string_view text, std::size_t at, std::string_view stops) {
    const std::size_t end = std::min(text.find_first_of(stops, at), text.size());
    return text.substr(at, end - at);
}

bool is_key(std::string_view key) {
    return !key.empty() &&
           key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:") ==
               std::string_view::npos;
}

/// `key=value` or `key="a value"`; `at` moves behind it.
bool read_pair(std::string_view text, std::size_t& at, Attributes& attributes) {
    const std::string_view key = word_at(text, at, "= \t}{");
    std::size_t p = at + key.size();
    if (!is_key(key) || p >= text.size() || text[p] != '=') return false;
    ++p;
    const bool quoted = p < text.size() && text[p] == '"';
    const std::string_view value = quoted ? word_at(text, p + 1, "\"") : word_at(text, p, " \t}{\"");
    p += value.size() + (quoted ? 2 : 0);
    if (p > text.size() || (!quoted && value.empty())) return false;
    attributes.values.emplace_back(key, value);
    at = p;
    return true;
}

bool read_one(std::string_view text, std::size_t& at, Attributes& attributes) {
    const char kind = text[at];
    if (kind != '#' && kind != '.' && kind != '-') return read_pair(text, at, attributes);
    const std::string_view word = word_at(text, at + 1, " \t}{#\"=");
    at += word.size() + 1;
    if (kind == '-') attributes.classes.emplace_back("unnumbered");  // pandoc's {-}
    if (kind == '#') attributes.id = word;
    if (kind == '.') attributes.classes.emplace_back(word);
    return kind == '-' ? word.empty() : !word.empty();
}

}  // namespace

std::optional<AttributesFound> attributes_at(std::string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != '{') return {};
    text = text.substr(0, at + attributes_bytes_max);
    AttributesFound found;
    std::size_t p = at + 1;
    if (p < text.size() && text[p] == ':') ++p;  // kramdown's
    while (true) {
        while (p < text.size() && is_blank(text[p])) ++p;
        if (p >= text.size()) return {};
        if (text[p] == '}') break;
        if (!read_one(text, p, found.attributes)) return {};
        if (p < text.size() && text[p] != '}' && !is_blank(text[p])) return {};
    }
    found.size = p + 1 - at;
    const Attributes& read = found.attributes;
    if (read.id.empty() && read.classes.empty() && read.values.empty()) return {};
    return found;
}

std::string raw_format(std::string_view text) {
    const std::size_t end = text.find('}');
    if (!text.starts_with("{=") || end == std::string_view::npos || !is_key(text.substr(2, end - 2)))
        return {};
    return std::string(text.substr(2, end - 2));
}

void merge(Attributes& into, Attributes added) {
    if (!added.id.empty()) into.id = std::move(added.id);
    for (std::string& name : added.classes) into.classes.push_back(std::move(name));
    into.values.insert(into.values.begin(), added.values.begin(), added.values.end());
}

}  // namespace hanqing
