// SPDX-License-Identifier: Apache-2.0
// Callouts of Docsy, Hugo's themes, Hexo's NexT and GitBook, by their tags.
#include "read/tag_callout.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

/// Names of tags, and of kinds and colours that other tags take, with the kind each is to us.
struct CalloutName {
    std::string_view name, kind;
    bool is_tag = true;
};
constexpr std::array kinds{
    CalloutName{"abstract", "abstract"},
    CalloutName{"admonition", "note"},
    CalloutName{"aside", "aside"},
    CalloutName{"alert", "note"},
    CalloutName{"attention", "attention"},
    CalloutName{"blockquote", "quote"},
    CalloutName{"callout", "note"},
    CalloutName{"caution", "caution"},
    CalloutName{"danger", "danger"},
    CalloutName{"deepdive", "deepdive"},
    CalloutName{"default", "note", false},
    CalloutName{"details", "details"},
    CalloutName{"error", "error"},
    CalloutName{"example", "example"},
    CalloutName{"expand", "details"},
    CalloutName{"failure", "failure"},
    CalloutName{"hint", "hint"},
    CalloutName{"important", "important"},
    CalloutName{"info", "info"},
    CalloutName{"note", "note"},
    CalloutName{"notice", "note"},
    CalloutName{"pageinfo", "info"},
    CalloutName{"pitfall", "pitfall"},
    CalloutName{"primary", "note", false},
    CalloutName{"question", "question"},
    CalloutName{"quote", "quote"},
    CalloutName{"recap", "recap"},
    CalloutName{"secondary", "note", false},
    CalloutName{"solution", "solution"},
    CalloutName{"spoiler", "details"},
    CalloutName{"success", "success"},
    CalloutName{"summary", "summary"},
    CalloutName{"tip", "tip"},
    CalloutName{"warning", "warning"},
    CalloutName{"youwilllearn", "youwilllearn"},
};

const CalloutName* kind_named(std::string_view name) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const CalloutName& kind) { return kind.name == name; });
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
    const CalloutName* const kind = kind_named(name);
    return kind != nullptr && kind->is_tag;
}

std::string callout_words(const TagParts& tag) {
    const CalloutName* kind = kind_named(tag.name);
    std::string title;
    bool is_first = true;
    for (const auto& [key, value] : tag.arguments) {
        const CalloutName* const named = kind_named(value);
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
