// SPDX-License-Identifier: Apache-2.0
// Components of JSX: what the attributes of one say to a reader. For .cpp files of this folder.
#pragma once

#include "read/block_tag.hpp"
#include "read/html_tag.hpp"

namespace hanqing {

TagParts component_parts(const HtmlTag& tag);

/// Lines of Markdown that stand for the tag: a picture of `src`, `alt` and `caption`, a link of `href`,
/// titles in bold. Empty where it says nothing.
std::vector<std::string> component_words(const TagParts& tag);

/// Its film, page or sound, which paper cannot show.
std::string_view component_media(const TagParts& tag);

/// Where it leads: `href`, `url`, `to`.
std::string_view component_link(const TagParts& tag);
/// The picture it shows: `src`, where that names one.
std::string_view component_picture(const TagParts& tag);

/// `<TerminalBlock>` holds code.
bool is_code_component(std::string_view name);

}  // namespace hanqing
