// SPDX-License-Identifier: Apache-2.0
// Lists: items hanging beside their labels, or as paragraphs with their number inside.
#include "style/flow.hpp"

#include "style/block_words.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// As numbers of the third and fourth level of an official document (GB/T 9704 7.3.3).
std::string number_of(const Block& list, const Block& item, std::uint8_t depth) {
    if (item.task != Task::none) return item.task == Task::done ? "☑" : "☐";
    if (!list.ordered) return {};
    return depth == 0 ? numeral(list, item.number) + "." : "（" + numeral(list, item.number) + "）";
}

/// Room for the widest label of a list, in whole body ems, at least two (G2).
Length label_room(const Flow& flow, std::uint32_t index) {
    const Block& list = blocks_of(flow)[index];
    if (!list.ordered) return flow.build.sheet.body_size * 2;
    std::int32_t highest = 0;
    for (std::uint32_t i = index + 1; i < list.end; i = blocks_of(flow)[i].end)
        highest = std::max(highest, blocks_of(flow)[i].number);
    const std::size_t digits = std::to_string(highest).size();
    return flow.build.sheet.body_size * static_cast<std::int64_t>(std::max<std::size_t>(2, (digits + 3) / 2));
}

void add_item(Flow& flow, std::uint32_t list, std::uint32_t index, const std::string& label,
              FlowContext context, Length room, std::uint32_t list_tag) {
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
    put_block(flow,
              flow_of(rule_here(flow, context), FlowKind::paragraph,
                      add_plain(build, "", rule_here(flow, context), tag), build),
              context);
}

/// Items as paragraphs like any other, their number inside.
void add_plain_items(Flow& flow, std::uint32_t index, FlowContext context, std::uint32_t list_tag) {
    Build& build = flow.build;
    const Block& list = blocks_of(flow)[index];
    const std::uint8_t depth = context.list_depth++;
    for (std::uint32_t i = index + 1; i < list.end; i = blocks_of(flow)[i].end) {
        const Block& item = blocks_of(flow)[i];
        const std::uint32_t tag = add_tag(build, TagKind::item, list_tag, item.place);
        context.tag = add_tag(build, TagKind::item_body, tag, item.place);
        context.prefix = number_of(list, item, depth);
        add_range(flow, i + 1, item.end, context);
        if (context.prefix.empty() || item.end > i + 1) continue;
        const TextRule rule = rule_here(flow, context);  // an item without text
        put_block(
            flow,
            flow_of(rule, FlowKind::paragraph, add_plain(build, context.prefix, rule, context.tag), build),
            context);
    }
}

}  // namespace

/// An inset deeper by `step`, that leaves lines of a dozen characters however deep things nest.
Length deeper(const Flow& flow, Length inset, Length step) {
    const Length most = flow.build.measure - flow.build.sheet.body_size * 12;
    return larger(smaller(inset + step, most), step);
}

void add_list(Flow& flow, std::uint32_t index, const FlowContext& outer) {
    Build& build = flow.build;
    const Block& list = blocks_of(flow)[index];
    FlowContext context = outer;
    const std::uint32_t tag = add_tag(build, TagKind::list, context.tag, list.place);
    build.styled.tags[tag].numbering = list.ordered ? Tag::Numbering::decimal : Tag::Numbering::disc;
    if (context.rule == "body") context.rule = "list";
    if (build.sheet.lists_as_paragraphs) {
        build.styled.tags[tag].numbering = Tag::Numbering::none;
        return add_plain_items(flow, index, context, tag);
    }
    // Dots and numbers stand below the first characters of paragraphs, and the words of items apart from
    // these.
    if (context.list_depth == 0 && context.rule == "list" && build.sheet.rule("body").first_indent > Length{})
        context.inset += build.sheet.body_size;
    const Length room = label_room(flow, index);
    const std::uint8_t depth = context.list_depth++;
    context.label = none;
    for (std::uint32_t i = index + 1; i < list.end; i = blocks_of(flow)[i].end)
        add_item(flow, index, i, item_label(list, blocks_of(flow)[i], depth), context, room, tag);
}

}  // namespace hanqing
