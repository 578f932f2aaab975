// SPDX-License-Identifier: Apache-2.0
// What stays on one page with what follows it: labels over a table or picture, and words on their source
// below it.
#include "style/flow.hpp"

#include "base/unicode.hpp"
#include "style/block_words.hpp"

namespace hanqing {
namespace {

constexpr std::size_t label_half_ems_max = 64;
constexpr int labels_max = 3;

/// A line of words (公开01表, 部门：某某局　金额单位：万元) that ends like none of running text.
bool is_label(const Block& block) {
    if (block.kind != BlockKind::paragraph || is_blank(block.text.utf8)) return false;
    const std::string& text = block.text.utf8;
    if (text.find(hard_break_mark) != std::string::npos || half_ems_of(text) > label_half_ems_max)
        return false;
    constexpr std::u32string_view ends = U"。．｡！？；.!?;";
    return ends.find(code_point_before(text, text.size())) == std::u32string_view::npos;
}

bool is_shown(const Block& block) {
    return block.kind == BlockKind::table ||
           (block.kind == BlockKind::paragraph && has_only_objects(block.text) && images_in(block.text) > 0);
}

/// One of the labels, at most a few, that stand over a table or picture.
bool stands_over(const Flow& flow, const Block& block, std::uint32_t end) {
    if (block.caption == Caption::source || !is_label(block)) return false;
    std::uint32_t next = block.end;
    for (int i = 0; i < labels_max && next < end; ++i, next = blocks_of(flow)[next].end) {
        if (is_shown(blocks_of(flow)[next])) return true;
        if (!is_label(blocks_of(flow)[next])) return false;
    }
    return false;
}

}  // namespace

bool leads_on(const Flow& flow, const Block& block, std::uint32_t end) {
    if (block.end >= end) return false;
    const Block& next = blocks_of(flow)[block.end];
    if (is_all_strong(block.text)) return next.kind != BlockKind::heading;
    const bool over_table = block.alignment == Alignment::centre && next.kind == BlockKind::table;
    const bool announces = block.text.utf8.ends_with("：") || block.text.utf8.ends_with(":");
    const bool shows = next.kind == BlockKind::paragraph && has_only_objects(next.text);  // 如下图：
    return over_table || stands_over(flow, block, end) ||
           (announces && (shows || next.kind == BlockKind::list || next.kind == BlockKind::table ||
                          next.kind == BlockKind::code || next.kind == BlockKind::quote));
}

void keep_source(Flow& flow, std::uint32_t index, std::uint32_t end) {
    const std::uint32_t next = blocks_of(flow)[index].end;
    if (next >= end || blocks_of(flow)[next].caption != Caption::source || flow.to.flow.empty()) return;
    FlowBlock& above = flow.to.flow.back();
    above.keep_with_next = true;
    if (above.kind == FlowKind::figure) flow.build.styled.figures[above.index].may_float = false;
}

}  // namespace hanqing
