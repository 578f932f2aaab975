// SPDX-License-Identifier: Apache-2.0
// The title as its author typed it, with its notes, pictures and line ends; and the issuer's head above it.
#include "style/title_heading.hpp"

#include "style/block_words.hpp"

#include <algorithm>
#include <string_view>

namespace hanqing {
namespace {

/// Without blanks and line ends around: these parted words from pictures.
BlockRange trimmed(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    for (const std::string_view blank : {std::string_view(" "), hard_break_mark, std::string_view(" ")}) {
        const auto size = static_cast<std::uint32_t>(blank.size());
        while (end - begin >= size && text.substr(begin, size) == blank) begin += size;
        while (end - begin >= size && text.substr(end - size, size) == blank) end -= size;
    }
    return {begin, end};
}

void add_words(Flow& flow, const Text& text, std::uint32_t begin, std::uint32_t end, FlowContext& context) {
    const BlockRange part = trimmed(text.utf8, begin, end);
    if (part.begin >= part.end) return;
    Build& build = flow.build;
    const TextRule& rule = build.sheet.rule("title");
    const Place place = build.document.blocks[build.title_block].place;
    const std::uint32_t tag = add_tag(build, TagKind::h1, context.tag, place);
    const std::uint32_t paragraph = add_text(build, text, rule, tag, {.begin = part.begin, .end = part.end});
    FlowBlock made = flow_of(rule, FlowKind::paragraph, paragraph, build);
    made.anchor = build.title_anchor;
    made.place = place;
    put_block(flow, std::move(made), context);
}

}  // namespace

void add_title_heading(Build& build, Sequence& to) {
    Flow flow{build, to, std::vector<bool>(build.document.blocks.size())};
    FlowContext context;
    context.tag = 0;
    const std::uint32_t index = build.title_block;
    const Block& block = build.document.blocks[index];
    const std::vector<Mark>& marks = block.text.marks;
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < marks.size();) {
        if (marks[i].kind != MarkKind::image || marks[i].begin < at ||
            !stands_alone(flow, marks[i], block.text)) {
            ++i;
            continue;
        }
        add_words(flow, block.text, at, marks[i].begin, context);
        i = add_pictures(flow, block, i, index, index + 1, context);
        at = marks[i - 1].end;
    }
    add_words(flow, block.text, at, static_cast<std::uint32_t>(block.text.utf8.size()), context);
}

bool says_more_than_words(const Build& build) {
    if (build.title_block == none) return false;
    const Text& text = build.document.blocks[build.title_block].text;
    return std::any_of(text.marks.begin(), text.marks.end(),
                       [](const Mark& mark) {
                           return mark.kind == MarkKind::footnote_reference || mark.kind == MarkKind::image;
                       }) ||
           title_words(text).size() != plain_text(text).size();
}

void add_red_head_line(Flow& flow, const Block& block, FlowContext& context) {
    Build& build = flow.build;
    TextRule rule = build.sheet.rule("heading1");
    rule.align = Align::centre;
    rule.first_indent = {};
    rule.break_before = FlowBlock::Break::none;
    const std::uint32_t tag = add_tag(build, TagKind::paragraph, context.tag, block.place);
    const std::uint32_t paragraph = add_text(build, block.text, rule, tag);
    FlowBlock made = flow_of(rule, FlowKind::paragraph, paragraph, build);
    made.place = block.place;
    put_block(flow, std::move(made), context);
}

void add_red_head(Build& build, Sequence& to) {
    Flow flow{build, to, std::vector<bool>(build.document.blocks.size())};
    FlowContext context;
    context.tag = 0;
    add_range(flow, 0, build.red_head_end, context);
    build.red_head_set = true;
}

}  // namespace hanqing
