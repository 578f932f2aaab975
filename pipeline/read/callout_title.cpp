// SPDX-License-Identifier: Apache-2.0
// What a callout is called: the words behind its kind, `title="…"` of Quarto, or a heading that it begins
// with.
#include "read/blocks.hpp"
#include "read/callouts.hpp"
#include "read/inlines.hpp"
#include "read/text_edit.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

/// The value of `title="…"` as the text it is in the line.
Text title_attribute(Attributes& attributes, const Text& line) {
    const auto found = std::find_if(attributes.values.begin(), attributes.values.end(),
                                    [](const auto& pair) { return pair.first == "title"; });
    if (found == attributes.values.end()) return {};
    const std::size_t begin = line.utf8.find("title=\"" + found->second + "\"");
    const auto at = static_cast<std::uint32_t>(begin == std::string::npos ? 0 : begin + 7);
    Text title = begin == std::string::npos
                     ? Text{}
                     : part_of(line, at, at + static_cast<std::uint32_t>(found->second.size()));
    attributes.values.erase(found);
    return title;
}

/// How a callout of Quarto is shown on a screen.
void drop_looks(Attributes& attributes) {
    std::erase_if(attributes.values, [](const auto& pair) {
        return pair.first == "collapse" || pair.first == "icon" || pair.first == "appearance";
    });
}

}  // namespace

void BlockWalk::open_callout(cmark_node* node, Extent around) {
    const Extent extent = extent_of(node, reading_.prepared, around);
    // A place marked above the callout is that of what it holds, since its head may leave no text.
    std::vector<std::uint32_t> anchors = std::exchange(reading_.loose_anchors, {});
    const Text line = text_of_inlines(node, extent, reading_);
    reading_.loose_anchors = std::move(anchors);
    CalloutHead head = callout_head(line.utf8).value_or(CalloutHead{});
    const bool is_division = (head.name.empty() && head.begin == head.end) || is_layout_name(head.name);
    Text title = part_of(line, head.begin, head.end);
    if (!is_division && title.utf8.empty()) title = title_attribute(head.attributes, line);
    drop_looks(head.attributes);
    Block& block = writer_.open(is_division ? BlockKind::division : BlockKind::callout, place(extent));
    if (!is_division) {
        if (head.name != "aside") block.info = head.name;  // whose sign is its first word
        block.text = std::move(title);
    }
    block.attributes = std::move(head.attributes);
}

/// `## 小标题` right below the head. Whether the callout that was opened last has taken it.
bool BlockWalk::take_callout_heading(cmark_node* node, Extent around) {
    Block& callout = writer_.top();
    if (callout.kind != BlockKind::callout || !callout.text.utf8.empty() || writer_.top_has_children() ||
        node == nullptr || kind_of(node) != TreeKind::heading)
        return false;
    Text title = text_of_inlines(node, extent_of(node, reading_.prepared, around), reading_);
    reading_.document.blocks[writer_.size() - 1].text = std::move(title);
    return true;
}

}  // namespace hanqing
