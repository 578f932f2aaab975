// SPDX-License-Identifier: Apache-2.0
// Shortcodes by their names: Hugo's own, and those of its themes and of GitBook.
#include "read/shortcode.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

template <std::size_t N>
bool is_any(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string escaped(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

}  // namespace

std::string figure_words(const TagParts& tag) {
    std::string words = "<figure><img";
    for (const std::string_view key : {"src", "alt", "width", "height"})
        if (const std::string_view value = tag.argument(key); !value.empty())
            words += " " + std::string(key) + "=\"" + escaped(value) + "\"";
    const std::string title = escaped(tag.argument("title"));
    const std::string caption = escaped(tag.argument("caption"));
    words += ">";
    if (!title.empty() || !caption.empty())
        words += "<figcaption>" + title + (title.empty() || caption.empty() ? "" : "<br>") + caption +
                 "</figcaption>";
    return words + "</figure>";
}

std::optional<std::string> lone_tag_words(const TagParts& tag) {
    constexpr std::array<std::string_view, 3> pictures{"figure", "image", "img"};
    constexpr std::array<std::string_view, 4> breaks{"newpage", "page-break", "page_break", "pagebreak"};
    if (tag.closes) return {};
    if (is_any(tag.name, breaks)) return "\\pagebreak";
    if (is_any(tag.name, pictures) && !tag.argument("src").empty()) return figure_words(tag);
    return {};
}

bool is_tab(const TagParts& tag) {
    constexpr std::array<std::string_view, 4> names{"tab", "tabpane", "tabs", "tabset"};
    return is_any(tag.name, names);
}

std::string tab_title(const TagParts& tag) {
    if (tag.name != "tab") return {};
    std::string_view title;
    for (const std::string_view key : {"title", "header", "name", ""})
        if (title.empty()) title = tag.argument(key);
    return title.empty() ? "" : "**" + std::string(title) + "**";
}

bool may_be_left_out(const TagParts& tag) {
    constexpr std::array<std::string_view, 7> boxes{"column", "columns", "content-ref", "embed",
                                                    "file",   "step",    "stepper"};
    const bool says_words = std::any_of(tag.arguments.begin(), tag.arguments.end(), [](const auto& argument) {
        return std::any_of(argument.second.begin(), argument.second.end(),
                           [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    });
    const bool names_text = is_any(tag.name, std::array<std::string_view, 3>{"include", "readfile", "ref"});
    return !says_words && !names_text && (tag.is_shortcode || is_any(tag.name, boxes));
}

}  // namespace hanqing
