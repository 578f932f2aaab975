// SPDX-License-Identifier: Apache-2.0
// A page plan -> depths of its strips.
#include "pages/composer.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// Blocks off the grid take up the remainder: half of what snapping the next line left goes above them.
void centre_loose(const Galley& galley, std::vector<PlacedStrip>& placed) {
    const auto strip = [&](std::size_t i) -> const Strip& { return galley.strips[placed[i].strip]; };
    std::size_t first = 0;  // what begins the page stays at its head
    while (first < placed.size() && !strip(first).grid) ++first;
    for (std::size_t begin = first; begin < placed.size();) {
        if (strip(begin).grid) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        while (end < placed.size() && !strip(end).grid) ++end;
        if (end < placed.size()) {
            const Strip& last = strip(end - 1);
            const Length next = placed[end - 1].y + last.height + larger(last.after, strip(end).before);
            const Length spare = placed[end].y - next;
            if (spare > tolerance)
                for (std::size_t i = begin; i < end; ++i) placed[i].y += spare / 2;
        }
        begin = end;
    }
}

void pin_foot(const Galley& galley, std::vector<PlacedStrip>& placed, Length foot) {
    const auto first = std::find_if(placed.begin(), placed.end(),
                                    [&](const PlacedStrip& p) { return galley.strips[p.strip].pinned; });
    if (first == placed.end()) return;
    const Strip& last = galley.strips[placed.back().strip];
    const Length down = foot - (placed.back().y + last.height - last.below);
    for (auto p = first; p != placed.end(); ++p) p->y += larger(down, Length{});
}

}  // namespace

std::vector<PlacedStrip> place_strips(const Galley& galley, const PagePlan& plan) {
    std::vector<PlacedStrip> placed;
    Stack stack(galley, plan.first ? galley.first_head : Length{});
    for (const std::uint32_t strip : plan.head_floats)
        if (strip != none) placed.push_back({strip, stack.put(galley.strips[strip])});
    for (const std::uint32_t strip : strips_of(galley, plan))
        placed.push_back({strip, stack.put(galley.strips[strip])});
    if (galley.snap) centre_loose(galley, placed);
    const bool turned = plan.begin < galley.size() && galley.strips[plan.begin].turned;
    const Length depth = turned ? galley.turned_depth : galley.depth;
    pin_foot(galley, placed, depth);
    return placed;
}

Length depth_above_pinned(const Galley& galley, const std::vector<PlacedStrip>& placed, Length depth) {
    for (const PlacedStrip& p : placed)
        if (galley.strips[p.strip].pinned) return p.y - galley.strips[p.strip].before;
    return depth;
}

}  // namespace hanqing
