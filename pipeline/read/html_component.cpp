// SPDX-License-Identifier: Apache-2.0
// Components of JSX in running text: the tag goes, what it holds stays.
#include "read/component.hpp"
#include "read/html_inline.hpp"
#include "read/inlines.hpp"

#include <algorithm>

namespace hanqing {

/// `<Badge text="新" />` and `<CodeStep step={1}>…</CodeStep>`; but `<Name>` alone, or `Map<Key, Value>`, is
/// text.
bool InlineTags::is_component(const HtmlTag& tag) const {
    if (!is_component_name(tag.typed_name)) return false;
    const bool has_value = std::any_of(tag.attributes.begin(), tag.attributes.end(),
                                       [](const auto& attribute) { return !attribute.second.empty(); });
    return tag.is_empty || has_value || ends_.contains(tag.typed_name);
}

void InlineTags::component(const HtmlTag& tag, Place place) {
    Reading& reading = builder_.reading();
    reading.prepared.components.emplace_back(tag.typed_name, place);
    if (tag.is_end) {
        const auto found =
            std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.name == tag.name; });
        if (found == open_.rend()) return;
        builder_.close(found->mark);
        open_.erase(std::prev(found.base()), open_.end());
        return;
    }
    const TagParts parts = component_parts(tag);
    if (const std::string_view media = component_media(parts); !media.empty())
        reading.notes.warning(place, "html-media", {tag.typed_name, std::string(media)});
    if (const std::string_view picture = component_picture(parts); !picture.empty()) {
        HtmlTag shown = tag;
        shown.attributes.insert(shown.attributes.begin(), {"src", std::string(picture)});
        return image(shown, place);
    }
    const std::string_view address = component_link(parts);
    if (tag.is_empty)
        return linked_words(address, address.empty() ? tag.attribute("text") : tag.attribute("title"), place);
    if (address.empty()) return;
    if (const auto link = add_link(reading, address, {}, place)) open(tag, MarkKind::link, *link);
}

void InlineTags::linked_words(std::string_view address, std::string_view words, Place place) {
    if (words.empty()) return;
    const auto link = address.empty() ? std::nullopt : add_link(builder_.reading(), address, {}, place);
    if (!link) return builder_.append_bare(words);
    const std::uint32_t mark = builder_.open(MarkKind::link, *link);
    builder_.append_bare(words);
    builder_.close(mark);
}

}  // namespace hanqing
