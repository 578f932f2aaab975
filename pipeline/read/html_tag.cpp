// SPDX-License-Identifier: Apache-2.0
// Taking one tag apart (HTML Living Standard 13.1.2, in the shape CommonMark 6.6 lets through).
#include "read/html_tag.hpp"

#include "read/entity.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lower_case(std::string_view s) {
    std::string out;
    for (const char c : s) out += lower(c);
    return out;
}

struct Cursor {
    std::string_view text;
    std::size_t at = 0;

    [[nodiscard]] bool is_end() const { return at >= text.size(); }
    [[nodiscard]] char peek() const { return text[at]; }
    void skip_space() {
        while (!is_end() && is_space(peek())) ++at;
    }
    std::string_view until(std::string_view stops) {
        const std::size_t begin = at;
        at = std::min(text.find_first_of(stops, at), text.size());
        return text.substr(begin, at - begin);
    }
};

/// Past an expression of JSX in braces.
std::string_view braces(Cursor& cursor) {
    const std::size_t begin = cursor.at;
    std::size_t depth = 0;
    while (!cursor.is_end()) {
        const char c = cursor.peek();
        ++cursor.at;
        if (c == '"' || c == '\'' || c == '`')
            cursor.at = std::min(cursor.text.find(c, cursor.at), cursor.text.size() - 1) + 1;
        if (c == '{') ++depth;
        if (c == '}' && --depth == 0) break;
    }
    return cursor.text.substr(begin, cursor.at - begin);
}

/// The text or number that an expression is; of all others nothing is known.
std::string value_in_braces(std::string_view expression) {
    if (!expression.ends_with('}')) return {};
    std::string_view inside = expression.substr(1, expression.size() - 2);
    while (!inside.empty() && is_space(inside.front())) inside.remove_prefix(1);
    while (!inside.empty() && is_space(inside.back())) inside.remove_suffix(1);
    const char first = inside.empty() ? '\0' : inside.front();
    if (inside.size() > 1 && (first == '"' || first == '\'' || first == '`') &&
        inside.find(first, 1) == inside.size() - 1)
        return std::string(inside.substr(1, inside.size() - 2));
    return inside.find_first_not_of("0123456789.") == std::string_view::npos ? std::string(inside)
                                                                             : std::string();
}

std::string value_of(Cursor& cursor) {
    if (!cursor.is_end() && cursor.peek() == '{') return value_in_braces(braces(cursor));
    const char quote = cursor.is_end() ? '\0' : cursor.peek();
    if (quote != '"' && quote != '\'') return without_entities(cursor.until(" \t\r\n\f>"));
    ++cursor.at;
    std::string value = without_entities(cursor.until(std::string_view(&quote, 1)));
    if (!cursor.is_end()) ++cursor.at;
    return value;
}

/// One attribute, or the end of the tag.
bool read_attribute(Cursor& cursor, HtmlTag& tag) {
    cursor.skip_space();
    if (cursor.is_end() || cursor.peek() == '>') return false;
    if (cursor.peek() == '{') return braces(cursor), true;
    if (cursor.peek() == '/') {
        ++cursor.at;
        tag.is_empty = !cursor.is_end() && cursor.peek() == '>';
        return true;
    }
    std::string name = lower_case(cursor.until(" \t\r\n\f=/>"));
    cursor.skip_space();
    std::string value;
    if (!cursor.is_end() && cursor.peek() == '=') {
        ++cursor.at;
        cursor.skip_space();
        value = value_of(cursor);
    }
    if (name.empty() && value.empty())
        ++cursor.at;  // a stray =
    else
        tag.attributes.emplace_back(std::move(name), std::move(value));
    return true;
}

/// "300" of "300px", "60%" kept, "" for anything else.
std::string dimension(std::string_view value) {
    const std::size_t digits = std::min(value.find_first_not_of("0123456789."), value.size());
    const std::string_view unit = value.substr(digits);
    if (digits == 0) return {};
    for (const std::string_view known : {"px", "%", "mm", "cm", "pt", "em", "in"})
        if (unit == known) return std::string(value);
    return unit.empty() ? std::string(value) + "px" : std::string();
}

}  // namespace

std::string_view HtmlTag::attribute(std::string_view key) const {
    for (const auto& [name_of, value] : attributes)
        if (name_of == key) return value;
    return {};
}

bool HtmlTag::has(std::string_view key) const {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const auto& pair) { return pair.first == key; });
}

std::optional<HtmlTag> html_tag(std::string_view source, std::size_t& size) {
    Cursor cursor{source, 1};
    if (source.size() < 3 || source.front() != '<') return {};
    HtmlTag tag;
    tag.is_end = cursor.peek() == '/';
    if (tag.is_end) ++cursor.at;
    if (cursor.is_end() || !is_letter(cursor.peek())) return {};
    tag.typed_name = cursor.until(" \t\r\n\f/>");
    tag.name = lower_case(tag.typed_name);
    while (read_attribute(cursor, tag)) {
    }
    if (cursor.is_end()) return {};
    size = cursor.at + 1;
    return tag;
}

std::string style_property(std::string_view style, std::string_view property) {
    const std::string lowered = lower_case(style);
    for (std::size_t at = lowered.find(property); at != std::string::npos;
         at = lowered.find(property, at + 1)) {
        const bool whole = at == 0 || lowered[at - 1] == ';' || is_space(lowered[at - 1]);
        const std::size_t colon = lowered.find_first_not_of(" \t", at + property.size());
        if (!whole || colon == std::string::npos || lowered[colon] != ':') continue;
        const std::size_t begin = lowered.find_first_not_of(" \t", colon + 1);
        if (begin == std::string::npos) return {};
        std::string value =
            lowered.substr(begin, std::min(lowered.find_first_of(";!", begin), lowered.size()) - begin);
        while (!value.empty() && is_space(value.back())) value.pop_back();
        return value;
    }
    return {};
}

Attributes attributes_of(const HtmlTag& tag) {
    Attributes known;
    known.id = tag.attribute("id");
    if (known.id.empty()) known.id = tag.attribute("name");
    std::string_view classes = tag.attribute("class");
    while (!classes.empty()) {
        const std::size_t end = std::min(classes.find_first_of(" \t\n"), classes.size());
        if (end > 0) known.classes.emplace_back(classes.substr(0, end));
        classes.remove_prefix(std::min(end + 1, classes.size()));
    }
    for (const std::string_view key : {"width", "height"}) {
        std::string value = dimension(style_property(tag.attribute("style"), key));
        if (value.empty()) value = dimension(tag.attribute(key));
        if (!value.empty()) known.values.emplace_back(key, std::move(value));
    }
    return known;
}

Alignment alignment_of(const HtmlTag& tag) {
    std::string value = style_property(tag.attribute("style"), "text-align");
    if (value.empty()) value = lower_case(tag.attribute("align"));
    if (value == "center" || value == "middle" || tag.name == "center") return Alignment::centre;
    if (value == "left") return Alignment::left;
    return value == "right" ? Alignment::right : Alignment::none;
}

bool is_block_name(std::string_view name) {
    constexpr std::array<std::string_view, 38> names{
        "address", "article", "aside",   "blockquote", "body",  "caption",  "center",     "dd",
        "details", "dir",     "div",     "dl",         "dt",    "fieldset", "figcaption", "figure",
        "footer",  "form",    "h1",      "h2",         "h3",    "h4",       "h5",         "h6",
        "header",  "hgroup",  "hr",      "li",         "main",  "menu",     "nav",        "ol",
        "p",       "pre",     "section", "summary",    "table", "ul"};
    return std::binary_search(names.begin(), names.end(), name);
}

bool breaks_page(const HtmlTag& tag) {
    const std::string_view style = tag.attribute("style");
    for (const std::string_view property :
         {"page-break-after", "page-break-before", "break-after", "break-before"}) {
        const std::string value = style_property(style, property);
        if (value == "always" || value == "page" || value == "left" || value == "right") return true;
    }
    const Attributes attributes = attributes_of(tag);
    return std::find(attributes.classes.begin(), attributes.classes.end(), "page-break") !=
           attributes.classes.end();
}

bool is_component_name(std::string_view typed_name) {
    return !typed_name.empty() && typed_name.front() >= 'A' && typed_name.front() <= 'Z' &&
           typed_name.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos;
}

}  // namespace hanqing
