// SPDX-License-Identifier: Apache-2.0
// From the source of tags to what they show.
#include "read/component.hpp"

#include "read/html_tag.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

constexpr std::array<std::string_view, 6> shown{"number",  "label",     "title",
                                                "caption", "file-name", "filename"};

bool is_shown(std::string_view key) { return std::find(shown.begin(), shown.end(), key) != shown.end(); }

}  // namespace

Component bare_component(std::string_view literal) {
    Component found;
    for (;;) {
        const std::size_t at = literal.find_first_not_of(" \t\n");
        if (at == std::string_view::npos) return found.name.empty() ? Component{} : found;
        literal.remove_prefix(at);
        std::size_t size = 0;
        const auto tag = html_tag(literal.substr(0, 4096), size);
        if (!tag || !(is_component_name(tag->typed_name) || tag->name == "div")) return {};
        for (const auto& [key, value] : tag->attributes)
            if (!is_shown(key) &&
                std::any_of(value.begin(), value.end(), [](char c) { return c <= ' ' || c > '~'; }))
                return {};
        for (const std::string_view key : shown)
            if (const std::string_view value = tag->attribute(key); !value.empty())
                found.words.append(found.words.empty() ? "" : "　").append(value);
        if (found.name.empty() && tag->name != "div") found.name = tag->typed_name;
        literal.remove_prefix(size);
    }
}

}  // namespace hanqing
