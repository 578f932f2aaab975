// SPDX-License-Identifier: Apache-2.0
// 版记 (GB/T 9704 7.4): rules as wide as the type area, thick at its ends and thin inside; the last one on
// the foot of the type area.
#include "style/official.hpp"

#include <algorithm>

namespace hanqing {
namespace {

void put_rule(Sequence& to, Length weight) {
    if (weight <= Length{}) return;
    FlowBlock block;
    block.kind = FlowKind::rule;
    block.height = block.rule_weight = weight;
    block.off_grid = true;
    to.foot.push_back(block);
}

FlowBlock& put_in_foot(Build& build, Sequence& to, std::string text, const TextRule& rule) {
    const std::uint32_t tag = add_tag(build, TagKind::paragraph, 0);
    const std::uint32_t paragraph = add_plain(build, std::move(text), rule, tag, false);
    to.foot.push_back(flow_of(rule, FlowKind::paragraph, paragraph, build));
    to.foot.back().off_grid = true;
    return to.foot.back();
}

void put_beside(Build& build, FlowBlock& block, std::string text, TextRule rule, Align align, Length left,
                Length width) {
    rule.align = align;
    rule.left = rule.right = {};
    const std::uint32_t tag = add_tag(build, TagKind::paragraph, 0);
    const std::uint32_t paragraph = add_plain(build, std::move(text), rule, tag, false);
    build.styled.paragraphs[paragraph].measure = width;
    block.beside.push_back({paragraph, left, width});
}

/// 抄送： one em in from both sides, turned lines after the colon, a full stop at the end (7.4.2).
void put_receivers(Build& build, Sequence& to, const std::vector<std::string>& receivers,
                   std::string_view word) {
    std::string all;
    for (const std::string& one : receivers) all += (all.empty() ? "" : "，") + one;
    while (all.ends_with("：")) all.resize(all.size() - std::string_view("：").size());
    if (!all.ends_with("。")) all += "。";
    TextRule rule = build.sheet.rule("imprint");
    const Length em = rule.size;
    rule.left += em * 4;
    rule.right += em;
    FlowBlock& block = put_in_foot(build, to, std::move(all), rule);
    put_beside(build, block, std::string(word), rule, Align::left, em, em * 4);
}

/// Printing organ one em from the left, date and 印发 one em from the right (7.4.3).
void put_printing(Build& build, Sequence& to, const std::string& organ, const std::string& date) {
    TextRule rule = build.sheet.rule("imprint");
    const Length em = rule.size;
    rule.align = Align::right;
    rule.right += em;
    std::string printed = date;
    if (!printed.empty() && !printed.ends_with("印发")) printed += "印发";
    // The longer of the two wraps beside the other.
    const Length date_width = em * (half_ems(printed) + 4) / 2;
    FlowBlock& block = put_in_foot(build, to, printed, rule);
    if (!organ.empty())
        put_beside(build, block, organ, rule, Align::left, em,
                   larger(build.measure - em * 2 - date_width, em * 4));
}

}  // namespace

bool addressee_moves(const Build& build) {
    const Sheet& sheet = build.sheet;
    std::int64_t typed = 1;
    for (const std::string& one : element_of(build, "addressee")) typed += half_ems(one) + 2;
    if (!sheet.official.used || element_of(build, "addressee").empty()) return false;
    const auto lines_of = [&](std::int64_t halves, Length size) {
        const std::int64_t room = (build.measure.raw * 2) / size.raw;
        return (halves + room - 1) / room;
    };
    const std::int64_t head = 1 + build.first_page_top.raw / sheet.line_pitch.raw;
    const std::int64_t title =
        sheet.official.title ? lines_of(half_ems(build.styled.metadata.title), sheet.rule("title").size) + 1
                             : 0;
    const std::int64_t depth = (sheet.page.height - sheet.page.top - sheet.page.bottom).raw;
    return head + title + lines_of(typed, sheet.rule("addressee").size) >= depth / sheet.line_pitch.raw;
}

void add_imprint(Build& build, Sequence& to) {
    const OfficialLook& look = build.sheet.official;
    const auto& copies = element_of(build, "copy-to");
    const bool moved = addressee_moves(build);
    const auto& organ = element_of(build, "printing-organization");
    const auto& date = element_of(build, "printing-date");
    const bool printing = look.imprint && !(organ.empty() && date.empty());
    if (copies.empty() && !moved && !printing) return;
    put_rule(to, look.thick);
    if (moved) put_receivers(build, to, element_of(build, "addressee"), "主送：");
    if (!copies.empty()) put_receivers(build, to, copies, "抄送：");
    if (printing) {
        if (moved || !copies.empty()) put_rule(to, look.thin);
        put_printing(build, to, organ.empty() ? "" : organ.front(),
                     date.empty() ? "" : official_date(build, date.front()));
    }
    put_rule(to, look.thick);
}

}  // namespace hanqing
