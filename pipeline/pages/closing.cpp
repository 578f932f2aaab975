// SPDX-License-Identifier: Apache-2.0
// 落款: signatures over the middle of the date, or the date two ems right of where they begin.
#include "pages/composer.hpp"

namespace hanqing {
namespace {

Length width_of(Matter& matter, const FlowBlock& block) {
    if (!matter.has_lines(block.index) || matter.lines_of(block.index).empty()) return {};
    return matter.placed(block.index, matter.lines_of(block.index)[0]).width;
}

/// Everything else moves to the left rather than out of the type area.
void centre_over_date(Matter& matter, std::vector<FlowBlock>& flow, const Closing& closing, Length width) {
    FlowBlock& date = flow[closing.end - 1];
    const Length date_width = width_of(matter, date);
    Length centre = width - closing.right - date_width / 2;
    for (std::uint32_t i = closing.begin; i + 1 < closing.end; ++i)
        centre = smaller(centre, width - width_of(matter, flow[i]) / 2);
    date.left = centre - date_width / 2;
    for (std::uint32_t i = closing.begin; i + 1 < closing.end; ++i) {
        flow[i].left = larger(centre - width_of(matter, flow[i]) / 2, Length{});
        // What stands beside is centred in boxes that were measured from the signature's centre leftwards.
        for (SideText& beside : flow[i].beside) beside.left = centre - beside.left - beside.width / 2;
    }
}

void step_to_date(Matter& matter, std::vector<FlowBlock>& flow, const Closing& closing, Length width) {
    FlowBlock& date = flow[closing.end - 1];
    const Length date_width = width_of(matter, date);
    Length longest;
    for (std::uint32_t i = closing.begin; i + 1 < closing.end; ++i)
        longest = larger(longest, width_of(matter, flow[i]));
    Length left = width - closing.right - longest;
    if (date_width > longest) left = width - closing.right - date_width - closing.step;
    left = larger(left, Length{});
    for (std::uint32_t i = closing.begin; i + 1 < closing.end; ++i) flow[i].left = left;
    date.left = left + closing.step;
}

}  // namespace

void align_closings(Matter& matter, Sequence& sequence) {
    const Length width = sequence.page.width - sequence.page.inner - sequence.page.outer;
    for (const Closing& closing : sequence.closings) {
        if (closing.begin >= closing.end || closing.end > sequence.flow.size()) continue;
        if (closing.centred)
            centre_over_date(matter, sequence.flow, closing, width);
        else
            step_to_date(matter, sequence.flow, closing, width);
    }
}

}  // namespace hanqing
