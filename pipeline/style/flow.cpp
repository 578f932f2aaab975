// SPDX-License-Identifier: Apache-2.0
// The document's blocks as a flow: what stands where, how far in, and under which tag.
#include "style/block_words.hpp"
#include "style/build.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// Where in lists and quotations a block is. Nesting is bounded by ReadLimits::depth, so recursion is safe.
struct Context {
    std::string_view rule = "body";
    Length inset;  ///< From the type area's left edge.
    std::uint32_t tag = none;
    bool in_list = false;
    std::uint8_t list_depth = 0;
    std::uint32_t label = none;  ///< To be set beside the next block, once.
    Length label_left, label_width;
};

struct Flow {
    Build& build;
    Sequence& to;
    std::vector<bool> used;  ///< Captions taken by their table or image.
};

void add_range(Flow& flow, std::uint32_t begin, std::uint32_t end, Context& context);

const std::vector<Block>& blocks_of(const Flow& flow) { return flow.build.document.blocks; }

TextRule rule_here(const Flow& flow, const Context& context) {
    TextRule rule = flow.build.sheet.rule(context.rule);
    if (context.in_list) rule.first_indent = {};
    rule.left += context.inset;
    return rule;
}

void put(Flow& flow, FlowBlock block, Context& context) {
    if (context.label != none) {
        block.label = context.label;
        block.label_left = context.label_left;
        block.label_width = context.label_width;
        context.label = none;
    }
    flow.to.flow.push_back(std::move(block));
    // A note may not stand inside a paragraph or table, so it follows the block of its mark.
    flush_notes(flow.build, context.tag);
}

void add_heading(Flow& flow, std::uint32_t index, Context& context) {
    Build& build = flow.build;
    const Block& block = blocks_of(flow)[index];
    const Target& target = build.targets[build.by_block.at(index)];
    TextRule rule = build.sheet.rule("heading" + std::to_string(target.level));
    rule.left += context.inset;
    // The title is H1; sections follow from H2 (6 is the deepest that PDF knows).
    const auto kind = static_cast<TagKind>(static_cast<int>(TagKind::h1) + std::min<int>(target.level, 5));
    const std::uint32_t tag = add_tag(build, kind, context.tag, block.place);
    const std::uint32_t paragraph = add_text(build, block.text, rule, tag, {.prefix = target.number});
    FlowBlock made = flow_of(rule, FlowKind::paragraph, paragraph, build);
    made.anchor = target.anchor;
    made.heading_level = target.level;
    made.heading_text = target.number + target.title;
    made.outline = static_cast<std::uint32_t>(build.styled.outline.size());
    made.place = block.place;
    build.styled.outline.push_back({made.heading_text, target.level, target.anchor});
    put(flow, std::move(made), context);
}

/// Worth a place of its own: taller than a line and a half. One that could not be read gets a frame when it
/// is alone in its paragraph; among others (a row of badges) its words do.
bool stands_alone(const Flow& flow, const Mark& mark, const Text& text) {
    const Image& image = flow.build.styled.images[mark.data];
    if (image.content.index() == 0) return has_only_objects(text) && images_in(text) == 1;
    const ImageReference& reference = flow.build.document.images[mark.data];
    return image_size(reference, image).height > scaled(flow.build.sheet.line_pitch, 3, 2);
}

void add_text_part(Flow& flow, const Block& block, std::uint32_t begin, std::uint32_t end, bool first,
                   Context& context) {
    if (is_blank(std::string_view(block.text.utf8).substr(begin, end - begin))) return;
    Build& build = flow.build;
    TextRule rule = rule_here(flow, context);
    if (block.alignment == Alignment::centre) rule.align = Align::centre, rule.first_indent = {};
    if (block.alignment == Alignment::right) rule.align = Align::right, rule.first_indent = {};
    const std::uint32_t tag = add_tag(build, TagKind::paragraph, context.tag, block.place);
    const std::uint32_t paragraph =
        add_text(build, block.text, rule, tag, {.indented = first, .begin = begin, .end = end});
    FlowBlock made = flow_of(rule, FlowKind::paragraph, paragraph, build);
    made.place = block.place;
    if (!block.attributes.id.empty()) {
        const auto target = build.by_id.find(block.attributes.id);
        if (target != build.by_id.end()) made.anchor = build.targets[target->second].anchor;
    }
    put(flow, std::move(made), context);
}

std::uint32_t caption_after(const Flow& flow, std::uint32_t index, std::uint32_t end) {
    const std::uint32_t next = blocks_of(flow)[index].end;
    const bool is_caption =
        next < end && blocks_of(flow)[next].kind == BlockKind::paragraph && blocks_of(flow)[next].is_caption;
    return is_caption && !flow.used[next] ? next : none;
}

/// A frame with the picture's words in place of it.
void add_missing(Flow& flow, const Mark& mark, std::uint32_t index, std::uint32_t caption, Context& context) {
    const auto at = static_cast<std::uint32_t>(flow.to.flow.size());
    MissingFigure made = add_missing_figure(flow.build, mark, index, caption, context.tag, context.inset);
    put(flow, std::move(made.frame), context);
    made.ground.begin = at;
    made.ground.end = at + 1;
    flow.to.decorations.push_back(made.ground);
    if (made.caption) put(flow, *std::move(made.caption), context);
}

void add_paragraph(Flow& flow, std::uint32_t index, std::uint32_t end, Context& context) {
    const Block& block = blocks_of(flow)[index];
    std::uint32_t at = 0;
    bool first = true;
    for (const Mark& mark : block.text.marks) {
        if (mark.kind != MarkKind::image || mark.begin < at || !stands_alone(flow, mark, block.text))
            continue;
        add_text_part(flow, block, at, mark.begin, first, context);
        first = false;
        const std::uint32_t caption = caption_after(flow, index, end);
        if (caption != none) flow.used[caption] = true;
        if (flow.build.styled.images[mark.data].content.index() == 0)
            add_missing(flow, mark, index, caption, context);
        else
            put(flow, add_figure(flow.build, mark, index, caption, context.tag, context.inset), context);
        at = mark.end;
    }
    add_text_part(flow, block, at, static_cast<std::uint32_t>(block.text.utf8.size()), first, context);
}

void add_code(Flow& flow, std::uint32_t index, Context& context) {
    Build& build = flow.build;
    const Block& block = blocks_of(flow)[index];
    TextRule rule = build.sheet.rule("code");
    const Length padding = scaled(rule.size, 2, 3);
    rule.left += context.inset + padding;
    rule.right += padding;
    const std::uint32_t outer = add_tag(build, TagKind::paragraph, context.tag, block.place);
    const std::uint32_t tag = add_tag(build, TagKind::code, outer, block.place);
    const std::uint32_t paragraph =
        add_text(build, with_hard_breaks(block.text), rule, tag, {.indented = false});
    FlowBlock made = flow_of(rule, FlowKind::paragraph, paragraph, build);
    made.place = block.place;
    const auto at = static_cast<std::uint32_t>(flow.to.flow.size());
    put(flow, std::move(made), context);
    Decoration ground;
    ground.begin = at;
    ground.end = at + 1;
    ground.left = rule.left - padding;
    ground.right = rule.right - padding;
    ground.padding = scaled(rule.size, 1, 2);
    ground.fill = build.sheet.code_fill;
    flow.to.decorations.push_back(ground);
}

/// An inset deeper by `step`, that leaves lines of a dozen characters however deep things nest.
Length deeper(const Flow& flow, Length inset, Length step) {
    const Length most = flow.build.measure - flow.build.sheet.body_size * 12;
    return larger(smaller(inset + step, most), step);
}

/// Room for the widest label of a list, in whole body ems, at least two (G2).
Length label_room(const Flow& flow, const Block& list, std::uint32_t items) {
    if (!list.ordered) return flow.build.sheet.body_size * 2;
    const std::size_t digits = std::to_string(list.start + static_cast<std::int64_t>(items)).size();
    return flow.build.sheet.body_size * static_cast<std::int64_t>(std::max<std::size_t>(2, (digits + 3) / 2));
}

std::uint32_t count_items(const Flow& flow, std::uint32_t list) {
    std::uint32_t items = 0;
    for (std::uint32_t i = list + 1; i < blocks_of(flow)[list].end; i = blocks_of(flow)[i].end) ++items;
    return items;
}

void add_item(Flow& flow, std::uint32_t list, std::uint32_t index, const std::string& label, Context context,
              Length room, std::uint32_t list_tag) {
    Build& build = flow.build;
    const Block& item = blocks_of(flow)[index];
    const std::uint32_t item_tag = add_tag(build, TagKind::item, list_tag, item.place);
    const std::uint32_t label_tag = add_tag(build, TagKind::label, item_tag, item.place);
    TextRule label_rule = build.sheet.rule(context.rule);
    // The dots of Song are faint beside Han.
    if (!blocks_of(flow)[list].ordered && item.task == Task::none) label_rule.face = "heading";
    label_rule.align = Align::right;
    label_rule.first_indent = {};
    context.label = add_plain(build, label, label_rule, label_tag, false);
    const Length gap = scaled(build.sheet.body_size, 1, 2);
    context.inset = deeper(flow, context.inset, room);
    context.label_left = context.inset - room + label_rule.left;
    context.label_width = room - gap;
    build.styled.paragraphs[context.label].measure = context.label_width;
    context.in_list = true;
    context.tag = add_tag(build, TagKind::item_body, item_tag, item.place);
    add_range(flow, index + 1, item.end, context);
    if (context.label == none) return;
    const std::uint32_t tag =
        add_tag(build, TagKind::paragraph, context.tag, item.place);  // an item without text
    put(flow,
        flow_of(rule_here(flow, context), FlowKind::paragraph,
                add_plain(build, "", rule_here(flow, context), tag), build),
        context);
}

void add_list(Flow& flow, std::uint32_t index, const Context& outer) {
    Build& build = flow.build;
    const Block& list = blocks_of(flow)[index];
    Context context = outer;
    const std::uint32_t tag = add_tag(build, TagKind::list, context.tag, list.place);
    build.styled.tags[tag].numbering = list.ordered ? Tag::Numbering::decimal : Tag::Numbering::disc;
    if (context.rule == "body") context.rule = "list";
    const Length room = label_room(flow, list, count_items(flow, index));
    std::int64_t number = list.start;
    const std::uint8_t depth = context.list_depth++;
    context.label = none;
    for (std::uint32_t i = index + 1; i < list.end; i = blocks_of(flow)[i].end)
        add_item(flow, index, i, item_label(list, blocks_of(flow)[i], number++, depth), context, room, tag);
}

void add_quote(Flow& flow, std::uint32_t index, Context& context) {
    const Block& block = blocks_of(flow)[index];
    Context inner = context;
    const bool nested = context.rule == "quote";
    inner.rule = "quote";
    if (nested) inner.inset = deeper(flow, inner.inset, flow.build.sheet.body_size * 2);
    inner.tag = add_tag(flow.build, TagKind::quote, context.tag, block.place);
    add_range(flow, index + 1, block.end, inner);
    context.label = inner.label;
}

void add_callout_title(Flow& flow, const Block& block, Context& context) {
    Build& build = flow.build;
    TextRule rule = build.sheet.rule("callout-title");
    rule.left += context.inset;
    const std::string label(callout_label(block.info, build.styled.language));
    if (block.text.utf8.empty() && label.empty()) return;
    const std::uint32_t tag = add_tag(build, TagKind::paragraph, context.tag, block.place);
    const std::uint32_t paragraph =
        block.text.utf8.empty() ? add_plain(build, label, rule, tag) : add_text(build, block.text, rule, tag);
    FlowBlock made = flow_of(rule, FlowKind::paragraph, paragraph, build);
    made.place = block.place;
    put(flow, std::move(made), context);
}

/// A callout stands in by an em, with a bar at its side.
void add_callout(Flow& flow, std::uint32_t index, Context& context) {
    constexpr Colour grey{176, 176, 176};
    const Sheet& sheet = flow.build.sheet;
    const Block& block = blocks_of(flow)[index];
    const auto begin = static_cast<std::uint32_t>(flow.to.flow.size());
    Context inner = context;
    inner.tag = add_tag(flow.build, TagKind::division, context.tag, block.place);
    inner.inset = deeper(flow, inner.inset, sheet.body_size);
    add_callout_title(flow, block, inner);
    add_range(flow, index + 1, block.end, inner);
    context.label = inner.label;
    const auto end = static_cast<std::uint32_t>(flow.to.flow.size());
    if (begin == end) return;
    const Length space = scaled(sheet.line_pitch, 1, 2);
    FlowBlock& first = flow.to.flow[begin];
    FlowBlock& last = flow.to.flow[end - 1];
    first.space_before = larger(first.space_before, space);
    last.space_after = larger(last.space_after, space);
    Decoration bar;
    bar.begin = begin;
    bar.end = end;
    bar.left = context.inset;
    bar.bar = grey;
    bar.bar_width = points(2);
    flow.to.decorations.push_back(bar);
}

void add_rule(Flow& flow, const Block& block, Context& context) {
    FlowBlock made;
    made.kind = FlowKind::rule;
    made.left = context.inset;
    made.space_before = made.space_after = scaled(flow.build.sheet.line_pitch, 1, 2);
    made.place = block.place;
    put(flow, std::move(made), context);
}

void add_page_break(Flow& flow, const Block& block, Context& context) {
    FlowBlock made;
    made.kind = FlowKind::page_break;
    made.place = block.place;
    put(flow, std::move(made), context);
}

/// A caption paragraph waits for the table or image beside it; one that nobody takes is a paragraph.
bool waits_for_table(const Flow& flow, std::uint32_t index, std::uint32_t end) {
    if (index >= end) return false;
    const std::uint32_t next = blocks_of(flow)[index].end;
    return blocks_of(flow)[index].is_caption && next < end && blocks_of(flow)[next].kind == BlockKind::table;
}

void add_one(Flow& flow, std::uint32_t i, std::uint32_t end, std::uint32_t before, Context& context) {
    const Block& block = blocks_of(flow)[i];
    switch (block.kind) {
        case BlockKind::heading:
            if (i != flow.build.title_block) add_heading(flow, i, context);
            break;
        case BlockKind::paragraph:
            if (!flow.used[i] && !waits_for_table(flow, i, end)) add_paragraph(flow, i, end, context);
            break;
        case BlockKind::quote:
            add_quote(flow, i, context);
            break;
        case BlockKind::callout:
            add_callout(flow, i, context);
            break;
        case BlockKind::list:
            add_list(flow, i, context);
            break;
        case BlockKind::table: {
            std::uint32_t caption = before;
            // A caption between two tables is the second one's.
            if (caption == none && !waits_for_table(flow, block.end, end))
                caption = caption_after(flow, i, end);
            if (caption != none) flow.used[caption] = true;
            put(flow, add_table(flow.build, i, caption, context.tag, context.inset), context);
            break;
        }
        case BlockKind::code:
        case BlockKind::html:
            add_code(flow, i, context);
            break;
        case BlockKind::rule:
            add_rule(flow, block, context);
            break;
        case BlockKind::page_break:
            add_page_break(flow, block, context);
            break;
        case BlockKind::details:
        case BlockKind::division:
            add_range(flow, i + 1, block.end, context);
            break;
        case BlockKind::item:
        case BlockKind::row:
        case BlockKind::cell:
        case BlockKind::footnote:
            break;  // taken by their container
    }
}

void add_range(Flow& flow, std::uint32_t begin, std::uint32_t end, Context& context) {
    std::uint32_t before = none;  // the caption right before this block
    for (std::uint32_t i = begin; i < end;) {
        add_one(flow, i, end, before, context);
        before = waits_for_table(flow, i, end) ? i : none;
        i = blocks_of(flow)[i].end;
    }
}

}  // namespace

void add_body(Build& build, std::uint32_t parent_tag, Sequence& to) {
    Flow flow{build, to, std::vector<bool>(build.document.blocks.size())};
    Context context;
    context.tag = parent_tag;
    add_range(flow, 0, static_cast<std::uint32_t>(build.document.blocks.size()), context);
}

}  // namespace hanqing
