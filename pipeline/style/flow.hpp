// SPDX-License-Identifier: Apache-2.0
// Flow: the document's blocks on their way into a sequence, and the calls by which its parts add to it.
#pragma once

#include "style/build.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// Where in lists and quotations a block is. Nesting is bounded by ReadLimits::depth, so recursion is safe.
struct FlowContext {
    std::string_view rule = "body";
    Length inset;  ///< From the type area's left edge.
    std::uint32_t tag = none;
    bool in_list = false;
    std::uint8_t list_depth = 0;
    std::uint32_t label = none;  ///< To be set beside the next block, once.
    Length label_left, label_width;
    std::string prefix;  ///< Of the next paragraph's text, once: the number of an item set as a paragraph.
};

struct Flow {
    Build& build;
    Sequence& to;
    std::vector<bool> used;     ///< Captions taken by their table or image.
    bool after_heading = true;  ///< Nothing but headings since the last heading or the title.
};

inline const std::vector<Block>& blocks_of(const Flow& flow) { return flow.build.document.blocks; }

/// The rule that holds in a context, with its inset.
TextRule rule_here(const Flow& flow, const FlowContext& context);
/// An inset deeper by `step`, that leaves lines of a dozen characters however deep things nest.
Length deeper(const Flow& flow, Length inset, Length step);
/// Adds a block, with the label that waits for it.
void put_block(Flow& flow, FlowBlock block, FlowContext& context);
/// Blocks [begin, end) of the document.
void add_range(Flow& flow, std::uint32_t begin, std::uint32_t end, FlowContext& context);
/// Worth a place of its own: taller than a line and a half. One that could not be read gets a frame when it
/// is alone in its paragraph; among others (a row of badges) its words do.
bool stands_alone(const Flow& flow, const Mark& mark, const Text& text);
/// A picture that stands alone, or the row it begins. The mark after it.
std::size_t add_pictures(Flow& flow, const Block& block, std::size_t first, std::uint32_t index,
                         std::uint32_t end, FlowContext& context);
/// The paragraph right after a block when it is the caption of such a thing.
std::uint32_t caption_after(const Flow& flow, std::uint32_t index, std::uint32_t end, Caption kind);
/// A caption typed above its picture, where it stays.
void add_caption_above(Flow& flow, std::uint32_t index, FlowContext& context);
/// A line on the source of a picture rather than of a table.
bool stands_under_picture(const Flow& flow, std::uint32_t index);
/// Whether a paragraph is nothing without what follows it: a heading in bold, "如下：" before a list, a label
/// over a table.
bool leads_on(const Flow& flow, const Block& block, std::uint32_t end);
/// The line on its source stays under what was added last.
void keep_source(Flow& flow, std::uint32_t index, std::uint32_t end);
/// A block of code or of HTML shown as source.
void add_code(Flow& flow, std::uint32_t index, FlowContext& context);
void add_list(Flow& flow, std::uint32_t index, const FlowContext& outer);

}  // namespace hanqing
