// SPDX-License-Identifier: Apache-2.0
// Tags of site generators that stand for themselves, or around Markdown, and are neither code nor callouts.
// For .cpp files of this folder.
#pragma once

#include "read/block_tag.hpp"

#include <optional>
#include <string>

namespace hanqing {

/// What `{{< figure src="a.png" … >}}` and `{{< pagebreak >}}` stand for; nothing for other tags.
std::optional<std::string> lone_tag_words(const TagParts& tag);

/// A picture of `src`, `alt`, `width`, `height` with `title` and `caption` below, as HTML.
std::string figure_words(const TagParts& tag);

/// `{% tabs %}`, `{% tab title="…" %}`: what one holds is Markdown, below its title in bold.
bool is_tab(const TagParts& tag);
std::string tab_title(const TagParts& tag);

/// Whether nothing is lost with the tag itself: a shortcode of Hugo, or a box of GitBook, with no words of a
/// reader's among its arguments.
bool may_be_left_out(const TagParts& tag);

}  // namespace hanqing
