// SPDX-License-Identifier: Apache-2.0
// Their names are their authors' own, so it is the attributes that are known, as most of them use these.
#include "read/component.hpp"

#include "base/unicode.hpp"
#include "read/shortcode.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

constexpr std::size_t absent = std::string_view::npos;

std::string_view first_of(const TagParts& tag, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys)
        if (const std::string_view value = tag.argument(key); !value.empty()) return value;
    return {};
}

bool names_picture_file(std::string_view path) {
    path = path.substr(0, path.find_first_of("?#"));
    constexpr std::array<std::string_view, 10> ends{".png",  ".jpg", ".jpeg", ".gif",  ".svg",
                                                    ".webp", ".bmp", ".tif",  ".tiff", ".avif"};
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
        return path.size() > end.size() &&
               std::equal(end.begin(), end.end(), path.end() - static_cast<std::ptrdiff_t>(end.size()),
                          [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 0x20 : b); });
    });
}

bool is_named_picture(std::string_view name) {
    for (const std::string_view word :
         {"image", "img", "illustration", "figure", "picture", "photo", "screenshot"})
        if (name.find(word) != absent) return true;
    return false;
}

bool has_wide(std::string_view value) {
    return std::any_of(value.begin(), value.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// 林小满, Dan Abramov; but `tree` is a name for programs.
bool is_name_of_something(std::string_view value) { return has_wide(value) || value.find(' ') != absent; }

/// What a reader would see in words, beside titles and pictures.
bool is_key_of_words(std::string_view key) {
    constexpr std::array<std::string_view, 10> keys{"answer",  "content",  "desc",  "description",
                                                    "message", "question", "quote", "subtitle",
                                                    "summary", "text"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Neither code nor an address.
bool is_prose(std::string_view value) {
    return has_wide(value) || (value.find(' ') != absent && value.find_first_of("{}<>=;") == absent);
}

std::string bold(std::string_view words) { return words.empty() ? "" : "**" + std::string(words) + "**"; }

/// Its title in bold, as a link where it leads somewhere; a person's name with what he is.
std::string title_of(const TagParts& tag) {
    const std::string_view name = tag.argument("name");
    std::string_view title = first_of(tag, {"title", "label", "titletext", "heading"});
    if (title.empty() && (tag.name == "tabitem" || tag.name == "tab"))
        title = first_of(tag, {"value", "name"});
    const std::string_view link = component_link(tag);
    if (!link.empty() && !title.empty())
        return (tag.is_empty ? "" : "**") + ("[" + std::string(title) + "](<" + std::string(link) + ">)") +
               (tag.is_empty ? "" : "**");
    if (!is_name_of_something(name) || name == title) return bold(title);
    if (title.empty()) return bold(name);
    return bold(name) + (has_wide(title) ? "　" : ", ") + std::string(title);
}

/// Number, caption and file of what the component holds, be it code.
std::string listing_title(const TagParts& tag) {
    std::string words;
    for (const std::string_view part : {tag.argument("number"), first_of(tag, {"caption", "figcaption"}),
                                        first_of(tag, {"file-name", "filename"})})
        if (!part.empty()) words.append(words.empty() ? "" : "　").append(part);
    return bold(words);
}

}  // namespace

TagParts component_parts(const HtmlTag& tag) {
    TagParts parts;
    parts.is_component = true;
    parts.typed_name = tag.typed_name;
    parts.name = tag.name;
    parts.closes = tag.is_end;
    parts.is_empty = tag.is_empty;
    parts.arguments = tag.attributes;
    for (auto& [key, value] : parts.arguments) std::replace(value.begin(), value.end(), '\n', ' ');
    return parts;
}

std::string_view component_link(const TagParts& tag) { return first_of(tag, {"href", "url", "to", "path"}); }

std::string_view component_picture(const TagParts& tag) {
    const std::string_view source = first_of(tag, {"src", "image", "img"});
    return names_picture_file(source) || is_named_picture(tag.name) ? source : std::string_view();
}

std::string_view component_media(const TagParts& tag) {
    return component_picture(tag).empty() ? tag.argument("src") : std::string_view();
}

bool is_code_component(std::string_view name) { return name == "terminalblock" || name == "consoleblock"; }

std::vector<std::string> component_words(const TagParts& tag) {
    if (tag.closes) return {};
    std::vector<std::string> words;
    if (std::string title = title_of(tag); !title.empty()) words.push_back(std::move(title));
    TagParts figure;
    std::string_view picture = component_picture(tag);
    // A drawing that the site makes from its name: the page shows what is missing.
    if (picture.empty() && !tag.argument("alt").empty()) picture = first_of(tag, {"name", "id", "alt"});
    if (!picture.empty()) {
        figure.arguments = {{"src", std::string(picture)},
                            {"alt", std::string(tag.argument("alt"))},
                            {"caption", std::string(first_of(tag, {"caption", "figcaption"}))}};
        for (const std::string_view key : {"width", "height"})
            if (const std::string_view value = tag.argument(key); !value.empty())
                figure.arguments.emplace_back(key, value);
        words.push_back(figure_words(figure));
    } else if (std::string listing = listing_title(tag); !listing.empty()) {
        words.push_back(std::move(listing));
    }
    for (const auto& [key, value] : tag.arguments)
        if (is_key_of_words(key) && is_prose(value)) words.push_back(value);
    return words;
}

}  // namespace hanqing
