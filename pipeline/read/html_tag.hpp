// SPDX-License-Identifier: Apache-2.0
// One HTML tag taken apart, and what is known of its element.
#pragma once

#include "read/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {

struct HtmlTag {
    std::string name;        ///< In lower case.
    std::string typed_name;  ///< As typed: a capital letter means a component, not HTML.
    bool is_end = false;
    bool is_empty = false;  ///< <br/>
    std::vector<std::pair<std::string, std::string>>
        attributes;  ///< Names in lower case, references resolved.

    /// Value of an attribute, empty when it is not there.
    [[nodiscard]] std::string_view attribute(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const;
};

/// The tag that `source` begins with, nothing for comments and what is no tag. `size` becomes its length.
std::optional<HtmlTag> html_tag(std::string_view source, std::size_t& size);

enum class HtmlElement : std::uint8_t {
    unknown,  ///< No element of HTML: shown as typed.
    ignored,  ///< Its content stays, itself not: one note.
    plain,    ///< Its content stays and nothing is missing: span, a without href, tbody…
    silent,   ///< Neither it nor its content is text: script, style.
    mark,     ///< Becomes a mark over its content.
    line_break,
    image,
    ruby,
    ruby_text,
    ruby_fallback,
};
struct HtmlMeaning {
    HtmlElement element = HtmlElement::unknown;
    MarkKind mark{};
};
HtmlMeaning meaning_of(std::string_view name);
/// Elements whose content begins and ends lines: p, li, div…
bool is_block_name(std::string_view name);
/// br, img, hr and the like: no end tag.
bool is_void_element(std::string_view name);

/// The attributes of an element that Hanqing knows: id, class, width, height.
Attributes attributes_of(const HtmlTag& tag);
/// Value of a property in style="…", in small letters.
std::string style_property(std::string_view style, std::string_view property);
/// "left", "center", "right" of align="…" or style="text-align: …".
Alignment alignment_of(const HtmlTag& tag);

/// class="page-break", or a style that asks for one.
bool breaks_page(const HtmlTag& tag);
/// <Sandpack>: a component of some site generator, not HTML.
bool is_component_name(std::string_view typed_name);

}  // namespace hanqing
