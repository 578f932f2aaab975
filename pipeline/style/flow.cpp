// SPDX-License-Identifier: Apache-2.0
// The document's blocks as a flow: what stands where, how far in, and under which tag.
#include "style/flow.hpp"

#include "style/block_words.hpp"
#include "style/figures.hpp"
#include "style/name_list.hpp"
#include "style/official.hpp"
#include "style/red_head.hpp"
#include "style/report_title.hpp"
#include "style/sign_off.hpp"
#include "style/title_heading.hpp"
#include "style/title_lines.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

void add_heading(Flow& flow, std::uint32_t index, FlowContext& context) {
    Build& build = flow.build;
    const Block& block = blocks_of(flow)[index];
    const Target& target = build.targets[build.by_block.at(index)];
    TextRule rule = build.sheet.rule("heading" + std::to_string(target.level));
    rule.left += context.inset;
    if (block.alignment == Alignment::centre) rule.align = Align::centre, rule.first_indent = {};
    // The title is H1; sections follow from H2 (6 is the deepest that PDF knows).
    const auto kind = static_cast<TagKind>(static_cast<int>(TagKind::h1) + std::min<int>(target.nesting, 5));
    const std::uint32_t tag = add_tag(build, kind, context.tag, block.place);
    if (build.sheet.official.used)
        if (const auto appendix = appendix_of(plain_text(block.text))) {
            close_official(build, flow.to);
            return add_appendix(build, flow.to, *appendix, target, tag);
        }
    const std::uint32_t paragraph = add_text(build, block.text, rule, tag, {.prefix = target.number});
    FlowBlock made = flow_of(rule, FlowKind::paragraph, paragraph, build);
    made.anchor = target.anchor;
    made.heading_level = target.level;
    made.heading_text = target.number + target.title;
    made.outline = static_cast<std::uint32_t>(build.styled.outline.size());
    made.place = block.place;
    build.styled.outline.push_back({made.heading_text, target.level, target.anchor});
    put_block(flow, std::move(made), context);
}

/// A paragraph that stands in the middle or on the right, by its author's hand or by what it is.
void place_on_line(const Build& build, const Block& block, TextRule& rule) {
    constexpr std::int64_t sign_off_ems = 2;
    const auto index = static_cast<std::uint32_t>(&block - build.document.blocks.data());
    const bool signs = !build.sheet.official.used && is_sign_off(build.document, index);
    if (stands_under_heading(build, index)) {
        rule = title_line_rule(build, index);
        const auto& next = build.document.blocks;
        if (index + 1 < next.size() && stands_under_heading(build, index + 1)) rule.after = {};
        return;
    }
    if (block.alignment == Alignment::centre || stands_under_title(build, index))
        rule.align = Align::centre;
    else if (block.alignment == Alignment::right || signs)
        rule.align = Align::right;
    else
        return;
    rule.first_indent = {};
    if (signs) rule.right += rule.size * sign_off_ems;
}

void add_text_part(Flow& flow, const Block& block, std::uint32_t begin, std::uint32_t end, bool first,
                   FlowContext& context) {
    if (is_blank(std::string_view(block.text.utf8).substr(begin, end - begin))) return;
    Build& build = flow.build;
    TextRule rule = rule_here(flow, context);
    if (flow.after_heading && !build.sheet.indent_after_heading) rule.first_indent = {};
    if (block.resumes && first) rule.first_indent = {};  // G1
    place_on_line(build, block, rule);
    const std::uint32_t tag = add_tag(build, TagKind::paragraph, context.tag, block.place);
    const bool is_whole = begin == 0 && end == block.text.utf8.size();
    const auto room =
        static_cast<std::size_t>((build.measure - rule.left - rule.right - rule.first_indent).raw * 2 /
                                 std::max<std::int64_t>(rule.size.raw, 1));
    const auto fitted = is_whole ? with_blanks_to_fit(block.text, room) : std::nullopt;
    const std::uint32_t paragraph = add_text(build, fitted ? *fitted : block.text, rule, tag,
                                             {.prefix = std::exchange(context.prefix, {}),
                                              .indented = first,
                                              .begin = begin,
                                              .end = fitted ? none : end});
    if (is_list_of_names(block.text.utf8)) keep_names_whole(build, paragraph);
    FlowBlock made = flow_of(rule, FlowKind::paragraph, paragraph, build);
    made.place = block.place;
    if (!block.attributes.id.empty()) {
        const auto target = build.by_id.find(block.attributes.id);
        if (target != build.by_id.end()) made.anchor = build.targets[target->second].anchor;
    }
    put_block(flow, std::move(made), context);
}

void add_paragraph(Flow& flow, std::uint32_t index, std::uint32_t end, FlowContext& context) {
    const Block& block = blocks_of(flow)[index];
    const std::vector<Mark>& marks = block.text.marks;
    std::uint32_t at = 0;
    bool first = true;
    for (std::size_t i = 0; i < marks.size();) {
        if (marks[i].kind != MarkKind::image || marks[i].begin < at ||
            !stands_alone(flow, marks[i], block.text)) {
            ++i;
            continue;
        }
        add_text_part(flow, block, at, marks[i].begin, first, context);
        first = false;
        i = add_pictures(flow, block, i, index, end, context);
        at = marks[i - 1].end;
    }
    const std::size_t before = flow.to.flow.size();
    add_text_part(flow, block, at, static_cast<std::uint32_t>(block.text.utf8.size()), first, context);
    if (flow.to.flow.size() > before && leads_on(flow, block, end)) flow.to.flow.back().keep_with_next = true;
}

/// In the middle of the measure, on lines of its own; what comes before announces it.
void add_formula(Flow& flow, const Block& block, FlowContext& context) {
    Build& build = flow.build;
    TextRule rule = rule_here(flow, context);
    rule.align = Align::centre;
    rule.first_indent = {};
    const std::uint32_t tag = add_tag(build, TagKind::paragraph, context.tag, block.place);
    const std::uint32_t paragraph = add_text(build, block.text, rule, tag, {.indented = false});
    FlowBlock made = flow_of(rule, FlowKind::paragraph, paragraph, build);
    made.place = block.place;
    if (const auto target = build.by_id.find(block.attributes.id); target != build.by_id.end())
        made.anchor = build.targets[target->second].anchor;
    if (!flow.to.flow.empty() && context.label == none) flow.to.flow.back().keep_with_next = true;
    put_block(flow, std::move(made), context);
}

void add_quote(Flow& flow, std::uint32_t index, FlowContext& context) {
    const Block& block = blocks_of(flow)[index];
    FlowContext inner = context;
    const bool nested = context.rule == "quote";
    inner.rule = "quote";
    if (nested) inner.inset = deeper(flow, inner.inset, flow.build.sheet.body_size * 2);
    inner.tag = add_tag(flow.build, TagKind::quote, context.tag, block.place);
    add_range(flow, index + 1, block.end, inner);
    context.label = inner.label;
}

void add_callout_title(Flow& flow, const Block& block, FlowContext& context) {
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
    put_block(flow, std::move(made), context);
}

/// A callout stands in by an em, with a bar at its side.
void add_callout(Flow& flow, std::uint32_t index, FlowContext& context) {
    constexpr Colour grey{176, 176, 176};
    const Sheet& sheet = flow.build.sheet;
    const Block& block = blocks_of(flow)[index];
    const auto begin = static_cast<std::uint32_t>(flow.to.flow.size());
    FlowContext inner = context;
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

/// A rule parts two texts: beside a heading, before another one or at the end there are none to part.
bool parts_nothing(const Flow& flow, const Block& rule) {
    if (flow.after_heading || flow.to.flow.empty() || rule.end >= blocks_of(flow).size()) return true;
    const BlockKind next = blocks_of(flow)[rule.end].kind;
    return next == BlockKind::heading || next == BlockKind::rule || next == BlockKind::page_break ||
           next == BlockKind::footnote;
}

void add_rule(Flow& flow, const Block& block, FlowContext& context) {
    if (parts_nothing(flow, block)) return;
    FlowBlock made;
    made.kind = FlowKind::rule;
    made.left = context.inset;
    made.space_before = made.space_after = scaled(flow.build.sheet.line_pitch, 1, 2);
    made.place = block.place;
    put_block(flow, std::move(made), context);
}

void add_page_break(Flow& flow, const Block& block, FlowContext& context) {
    FlowBlock made;
    made.kind = FlowKind::page_break;
    made.place = block.place;
    put_block(flow, std::move(made), context);
}

/// The paragraph stands over a table; one that nobody takes is a paragraph like others.
bool waits_for_table(const Flow& flow, std::uint32_t index, std::uint32_t end) {
    if (index >= end) return false;
    const Block& block = blocks_of(flow)[index];
    if (block.caption != Caption::table && block.caption != Caption::either && block.caption != Caption::unit)
        return false;
    std::uint32_t next = block.end;
    if (next < end && blocks_of(flow)[next].caption == Caption::unit) next = blocks_of(flow)[next].end;
    return next < end && blocks_of(flow)[next].kind == BlockKind::table;
}

void add_one(Flow& flow, std::uint32_t i, std::uint32_t end, OverTable over, FlowContext& context) {
    const Block& block = blocks_of(flow)[i];
    switch (block.kind) {
        case BlockKind::heading:
            if (i < flow.build.red_head_end)
                add_red_head_line(flow, block, context);
            else if (i != flow.build.title_block)
                add_heading(flow, i, context);
            break;
        case BlockKind::paragraph:
            if (block.caption == Caption::figure_below)
                add_caption_above(flow, i, context);
            else if (block.caption == Caption::source && stands_under_picture(flow, i))
                put_block(flow, add_typed_caption(flow.build, i, context.tag, context.inset), context);
            else if (i < flow.build.red_head_end && is_red_head(plain_text(block.text)))
                add_red_head_line(flow, block, context);
            else if (!flow.used[i] && !stands_with_title(flow.build, i) && !waits_for_table(flow, i, end))
                add_paragraph(flow, i, end, context);
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
            // A caption between two tables is the second one's.
            if (over.caption == none && !waits_for_table(flow, block.end, end))
                over.caption = caption_after(flow, i, end, Caption::table);
            if (over.caption != none) flow.used[over.caption] = true;
            put_block(flow, add_table(flow.build, i, over, context.tag, context.inset), context);
            break;
        }
        case BlockKind::code:
        case BlockKind::html:
            add_code(flow, i, context);
            break;
        case BlockKind::formula:
            add_formula(flow, block, context);
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

}  // namespace

TextRule rule_here(const Flow& flow, const FlowContext& context) {
    TextRule rule = flow.build.sheet.rule(context.rule);
    if (context.in_list) rule.first_indent = {};
    rule.left += context.inset;
    return rule;
}

void put_block(Flow& flow, FlowBlock block, FlowContext& context) {
    if (context.label != none) {
        block.label = context.label;
        block.label_left = context.label_left;
        block.label_width = context.label_width;
        context.label = none;
    }
    flow.after_heading = block.heading_level > 0;
    flow.to.flow.push_back(std::move(block));
    // A note may not stand inside a paragraph or table, so it follows the block of its mark.
    flush_notes(flow.build, context.tag);
}

void add_range(Flow& flow, std::uint32_t begin, std::uint32_t end, FlowContext& context) {
    OverTable over;
    for (std::uint32_t i = begin; i < end;) {
        if (flow.build.typed_contents.holds(i)) {
            i = flow.build.typed_contents.end;
            continue;
        }
        add_one(flow, i, end, over, context);
        if (!waits_for_table(flow, i, end))
            over = {};
        else if (blocks_of(flow)[i].caption == Caption::unit)
            over.unit = i;
        else
            over.caption = i;
        keep_source(flow, i, end);
        i = blocks_of(flow)[i].end;
    }
}

void add_body(Build& build, std::uint32_t parent_tag, Sequence& to) {
    Flow flow{build, to, std::vector<bool>(build.document.blocks.size())};
    FlowContext context;
    context.tag = parent_tag;
    const std::uint32_t begin = build.red_head_set ? build.red_head_end : 0;
    add_range(flow, begin, static_cast<std::uint32_t>(build.document.blocks.size()), context);
}

}  // namespace hanqing
