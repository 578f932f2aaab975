// SPDX-License-Identifier: Apache-2.0
// Callouts of Docsy, Hugo's themes, Hexo's NexT and GitBook, by their tags.
#include "read/tag_callout.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

/// Names of tags, and of kinds and colours that other tags take, with the kind each is to us.
struct Kind {
    std::string_view name, kind;
    bool is_tag = true;
};
constexpr std::array kinds{
    Kind{"abstract", "abstract"},
    Kind{"admonition", "note"},
    Kind{"aside", "aside"},
    Kind{"alert", "note"},
    Kind{"attention", "attention"},
    Kind{"blockquote", "quote"},
    Kind{"callout", "note"},
    Kind{"caution", "caution"},
    Kind{"danger", "danger"},
    Kind{"default", "note", false},
    Kind{"details", "details"},
    Kind{"error", "error"},
    Kind{"example", "example"},
    Kind{"expand", "details"},
    Kind{"failure", "failure"},
    Kind{"hint", "hint"},
    Kind{"important", "important"},
    Kind{"info", "info"},
    Kind{"note", "note"},
    Kind{"notice", "note"},
    Kind{"pageinfo", "info"},
    Kind{"primary", "note", false},
    Kind{"question", "question"},
    Kind{"quote", "quote"},
    Kind{"secondary", "note", false},
    Kind{"spoiler", "details"},
    Kind{"success", "success"},
    Kind{"summary", "summary"},
    Kind{"tip", "tip"},
    Kind{"warning", "warning"},
};

const Kind* kind_named(std::string_view name) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

/// Words about the look: `{% note info no-icon %}`, an icon's name.
bool is_look(std::string_view word) {
    constexpr std::array<std::string_view, 9> words{"no-icon", "simple", "modern", "flat", "disabled",
                                                    "icon",    "true",   "false",  "open"};
    return std::find(words.begin(), words.end(), word) != words.end() || word.starts_with("fa-") ||
           word == "fas" || word == "fab";
}

}  // namespace

bool names_callout(std::string_view name) {
    const Kind* const kind = kind_named(name);
    return kind != nullptr && kind->is_tag;
}

std::string callout_words(const TagParts& tag) {
    const Kind* kind = kind_named(tag.name);
    std::string title;
    bool is_first = true;
    for (const auto& [key, value] : tag.arguments) {
        const Kind* const named = kind_named(value);
        const bool tells_kind = key == "type" || key == "style" || key == "color" || key == "kind";
        if (named != nullptr && (tells_kind || (key.empty() && is_first)))
            kind = named;
        else if (key == "title" || key == "header" || key == "summary" || (key.empty() && !is_look(value)))
            title += (title.empty() ? "" : " ") + value;
        is_first = is_first && !key.empty();
    }
    return std::string(kind->kind) + (title.empty() ? "" : " " + title);
}

}  // namespace hanqing
