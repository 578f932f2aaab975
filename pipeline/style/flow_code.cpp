// SPDX-License-Identifier: Apache-2.0
// Code in the flow: on its ground, lines as typed.
#include "style/block_words.hpp"
#include "style/flow.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// +------+ and | a | b |: a table that a program has drawn.
bool is_drawn_table(std::string_view code) {
    std::size_t rows = 0, lines = 0;
    for (std::size_t at = 0; at < code.size(); ++lines) {
        const std::size_t end = std::min(code.find('\n', at), code.size());
        const std::string_view line = code.substr(at, end - at);
        if ((line.starts_with('+') || line.starts_with('|')) && line.size() > 2) ++rows;
        at = end + 1;
    }
    return rows > 2 && rows * 2 > lines;
}

/// Wrapped, the rows of a drawn table say nothing: they are set smaller, as far as one can read.
void fit_drawn_table(const Build& build, std::string_view code, TextRule& rule) {
    if (!is_drawn_table(code)) return;
    constexpr Length smallest = points(5);
    std::size_t widest = 1;
    for (std::size_t at = 0; at < code.size();) {
        const std::size_t end = std::min(code.find('\n', at), code.size());
        widest = std::max(widest, half_ems_of(code.substr(at, end - at)));
        at = end + 1;
    }
    const Length room = build.measure - rule.left - rule.right;
    const Length size = room * 2 / static_cast<std::int64_t>(widest + 1);
    if (size >= rule.size || size < smallest) return;
    rule.line_pitch = scaled(rule.line_pitch, size.raw, rule.size.raw);
    rule.size = size;
}

}  // namespace

void add_code(Flow& flow, std::uint32_t index, FlowContext& context) {
    Build& build = flow.build;
    const Block& block = blocks_of(flow)[index];
    TextRule rule = build.sheet.rule("code");
    // The lines of a diagram meet from one line of text to the next at this pitch.
    if (block.text.utf8.find("│") != std::string::npos || block.text.utf8.find("║") != std::string::npos)
        rule.line_pitch = smaller(rule.line_pitch, scaled(rule.size, 5, 4));
    const Length padding = scaled(rule.size, 2, 3);
    rule.left += context.inset + padding;
    rule.right += padding;
    fit_drawn_table(build, block.text.utf8, rule);
    const std::uint32_t outer = add_tag(build, TagKind::paragraph, context.tag, block.place);
    const std::uint32_t tag = add_tag(build, TagKind::code, outer, block.place);
    const std::uint32_t paragraph =
        add_text(build, with_hard_breaks(block.text), rule, tag, {.indented = false});
    FlowBlock made = flow_of(rule, FlowKind::paragraph, paragraph, build);
    made.place = block.place;
    constexpr std::ptrdiff_t whole_lines_max = 8;  // a shorter piece of code is read at a glance
    made.keep_together = std::count(block.text.utf8.begin(), block.text.utf8.end(), '\n') < whole_lines_max;
    const auto at = static_cast<std::uint32_t>(flow.to.flow.size());
    put_block(flow, std::move(made), context);
    Decoration ground;
    ground.begin = at;
    ground.end = at + 1;
    ground.left = rule.left - padding;
    ground.right = rule.right - padding;
    ground.padding = scaled(rule.size, 1, 2);
    ground.fill = build.sheet.code_fill;
    flow.to.decorations.push_back(ground);
}

}  // namespace hanqing
