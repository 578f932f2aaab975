// SPDX-License-Identifier: Apache-2.0
// Galley -> PagePlans by dynamic programming (after Plass, "Optimal pagination techniques", 1981), forwards
// over the strips: a state is a strip that begins a page, with the note lines and figures still owed to the
// reader. From each state one page is filled, and every legal end on it offers a state. A page holds a
// bounded number of strips, so the whole is linear in their number.
#include "pages/breaker.hpp"

#include <algorithm>
#include <cassert>

namespace hanqing {

/// The strip that follows in the flow: inside the same solution, else the next passage's first.
std::uint32_t Breaker::after(std::uint32_t strip) const {
    const Passage& passage = galley_.passages[galley_.strips[strip].passage];
    const auto ends = [&](std::uint32_t end) { return strip + 1 == end; };
    if (ends(passage.end) || ends(passage.others[0].end) || ends(passage.others[1].end)) return passage.next;
    return strip + 1;
}

void Breaker::reach(const BreakState& state) {
    for (std::uint32_t i = first_[state.at]; i != none; i = states_[i].next) {
        BreakState& known = states_[i];
        if (known.notes != state.notes || known.floats != state.floats) continue;
        // No circle can come of this: only pages of nothing but notes or figures lead back to the same strip,
        // and after each of them less is owed. Of equal ways the one with the fuller first pages, found last.
        if (state.cost <= known.cost) {
            const std::uint32_t next = known.next;
            known = state;
            known.next = next;
        }
        return;
    }
    states_.push_back(state);
    states_.back().next = first_[state.at];
    first_[state.at] = static_cast<std::uint32_t>(states_.size() - 1);
}

std::vector<PagePlan> Breaker::trace(std::uint32_t last) const {
    std::vector<PagePlan> plans;
    for (std::uint32_t i = last; states_[i].from != none; i = states_[i].from) {
        const BreakState& end = states_[i];
        const BreakState& begin = states_[end.from];
        plans.push_back({begin.at, end.at, begin.notes, end.notes, end.altered, end.other, end.head_floats,
                         end.skipped, end.from == 0});
    }
    std::reverse(plans.begin(), plans.end());
    return plans;
}

std::vector<PagePlan> Breaker::run() {
    states_.reserve(galley_.size() + 1);
    reach(BreakState{});
    for (std::uint32_t strip = 0; strip <= galley_.size(); ++strip) {
        // Newest first, and new ones may come in front while we walk: see `reach`.
        std::vector<std::uint32_t> todo;
        for (std::uint32_t i = first_[strip]; i != none; i = states_[i].next) todo.push_back(i);
        for (std::size_t k = 0; k < todo.size(); ++k) {
            const BreakState state = states_[todo[k]];
            const bool done =
                strip == galley_.size() && state.notes == state.due && state.floats == no_floats;
            if (done) continue;
            const std::uint32_t known = static_cast<std::uint32_t>(states_.size());
            leave(todo[k]);
            for (std::uint32_t i = known; i < states_.size(); ++i)
                if (states_[i].at == strip) todo.push_back(i);
        }
    }
    std::uint32_t best = none;
    for (std::uint32_t i = first_[galley_.size()]; i != none; i = states_[i].next) {
        const bool done = states_[i].notes == states_[i].due && states_[i].floats == no_floats;
        if (done && (best == none || states_[i].cost < states_[best].cost)) best = i;
    }
    assert(best != none);
    return trace(best);
}

std::vector<PagePlan> break_pages(const Galley& galley) {
    if (galley.strips.empty()) return {PagePlan{.first = true}};
    return Breaker(galley).run();
}

std::vector<std::uint32_t> strips_of(const Galley& galley, const PagePlan& plan) {
    std::vector<std::uint32_t> strips;
    const auto is_skipped = [&](std::uint32_t s) {
        return std::find(plan.skipped.begin(), plan.skipped.end(), s) != plan.skipped.end();
    };
    for (std::uint32_t at = plan.begin; at != plan.end && at < galley.size();) {
        const Passage& passage = galley.passages[galley.strips[at].passage];
        std::uint32_t end = at < passage.end             ? passage.end
                            : at < passage.others[0].end ? passage.others[0].end
                                                         : passage.others[1].end;
        if (at == passage.begin)
            for (const Passage::Other& other : passage.others)
                if ((plan.altered == galley.strips[at].passage && other == passage.others[plan.other]) ||
                    (plan.end > other.begin && plan.end < other.end)) {
                    at = other.begin;
                    end = other.end;
                    break;
                }
        const bool cut = plan.end >= at && plan.end < end;
        for (; at < (cut ? plan.end : end); ++at)
            if (!is_skipped(at)) strips.push_back(at);
        if (!cut) at = passage.next;
    }
    return strips;
}

}  // namespace hanqing
