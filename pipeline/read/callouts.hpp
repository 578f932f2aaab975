// SPDX-License-Identifier: Apache-2.0
// Callouts: `::: tip 标题 … :::` (VuePress, Docusaurus, pandoc), `!!! note "标题"` (MkDocs, whose end the
// preparation has marked by `:::`) and `> [!NOTE]` (GitHub). For .cpp files of this folder.
#pragma once

#include "read/reading.hpp"
#include "read/tree.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

/// What the first line of a callout says.
struct CalloutHead {
    bool closes = false;               ///< `:::` alone.
    std::string name;                  ///< In small letters; empty: none given.
    Attributes attributes;             ///< `::: {#id .class}`
    std::uint32_t begin = 0, end = 0;  ///< The title, bytes of the line.
};
/// `::: columns` lays out and warns of nothing.
bool is_layout_name(std::string_view name);
/// The head in a line that begins with a mark of a callout; nothing for other lines.
std::optional<CalloutHead> callout_head(std::string_view line);

/// Bytes of `[!NOTE]` at the beginning of a quotation; 0: it is none.
std::size_t alert_size(std::string_view text);
/// "note" of `[!NOTE]`. Requires: alert_size(text) > 0.
std::string alert_name(std::string_view text);

/// Which children of a block open a callout, and which child closes it.
using CalloutEnds = std::map<cmark_node*, cmark_node*>;
CalloutEnds match_callouts(cmark_node* parent, Extent around, const Reading& reading);

}  // namespace hanqing
