// SPDX-License-Identifier: Apache-2.0
// Galley -> PagePlans by dynamic programming (after Plass, "Optimal pagination techniques", 1981), forwards
// over the strips: a state is a strip that begins a page, with the note lines and figures still owed to the
// reader. From each state one page is filled, and every legal end on it offers a state. A page holds a
// bounded number of strips, so the whole is linear in their number.
#include "pages/breaking.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace hanqing {
namespace {

using Floats = PagePlan::Floats;
constexpr Floats no_floats{none, none, none};

struct State {
    std::uint32_t at = 0;              ///< Strip that begins the page.
    std::uint32_t notes = 0, due = 0;  ///< Note lines set, and due, before it.
    Floats floats = no_floats;         ///< Strips that wait.
    std::int64_t cost = 0;
    std::uint32_t from = none;  ///< State that began the page before, and how that page was made:
    std::uint32_t altered = none, other = 0;
    Floats head_floats = no_floats, skipped = no_floats;
    std::uint32_t next = none;  ///< In the list of states of this strip.
};

/// A way to have a page one line shorter or longer: one passage on it in another solution.
struct Variant {
    std::uint32_t passage = none, other = 0;
    std::int32_t cost = 0;
};

/// A page being filled.
struct Walk {
    State from;
    std::uint32_t index = 0;  ///< Of `from`.
    Stack stack;
    Length depth;
    std::uint32_t at = 0;
    std::uint32_t notes = 0, notes_least = 0;
    std::uint32_t strips = 0;
    std::int64_t cost = 0;
    Floats waiting = no_floats, set = no_floats, skipped = no_floats;
    std::array<Variant, 2> variants{};  ///< One line fewer, one line more.
};

bool append(Floats& floats, std::uint32_t strip) {
    for (std::uint32_t& place : floats)
        if (place == none) {
            place = strip;
            return true;
        }
    return false;
}

class Breaker {
public:
    explicit Breaker(const Galley& galley) : galley_(galley), first_(galley.size() + 1, none) {}
    std::vector<PagePlan> run();

private:
    void leave(std::uint32_t index);
    void set_waiting(Walk& walk) const;
    bool step(Walk& walk);
    bool put(Walk& walk, std::uint32_t strip) const;
    void try_others(const Walk& walk, const Passage& passage);
    void note_variants(Walk& walk, std::uint32_t passage_index) const;
    void offer(const Walk& walk, std::uint32_t end, bool forced);
    void offer_variant(const Walk& walk, std::uint32_t end, bool forced, const Variant& variant,
                       Length shift);
    std::uint32_t note_lines_that_fit(std::uint32_t begin, std::uint32_t least, std::uint32_t end,
                                      Length room) const;
    std::int64_t ending_cost(const Walk& walk, std::uint32_t end, bool forced, Length unused) const;
    void offer_anyway(Walk& walk);
    void flush_offers();
    void reach(const State& state);
    bool is_turned(std::uint32_t strip) const {
        return strip < galley_.size() && galley_.strips[strip].turned;
    }
    bool begins_page(std::uint32_t strip) const {
        return strip < galley_.size() && galley_.strips[strip].begin != Strip::Begin::anywhere;
    }
    std::uint32_t after(std::uint32_t strip) const;
    std::vector<PagePlan> trace(std::uint32_t last) const;

    const Galley& galley_;
    std::vector<State> states_;
    std::vector<std::uint32_t> first_;  ///< By strip: head of its list of states.
    std::vector<State> offers_;         ///< Of the page being filled.
};

/// The strip that follows in the flow: inside the same solution, else the next passage's first.
std::uint32_t Breaker::after(std::uint32_t strip) const {
    const Passage& passage = galley_.passages[galley_.strips[strip].passage];
    const auto ends = [&](std::uint32_t end) { return strip + 1 == end; };
    if (ends(passage.end) || ends(passage.others[0].end) || ends(passage.others[1].end)) return passage.next;
    return strip + 1;
}

void Breaker::reach(const State& state) {
    for (std::uint32_t i = first_[state.at]; i != none; i = states_[i].next) {
        State& known = states_[i];
        if (known.notes != state.notes || known.floats != state.floats) continue;
        // No circle can come of this: only pages of nothing but notes or figures lead back to the same strip,
        // and after each of them less is owed.
        if (state.cost < known.cost) {
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

std::uint32_t Breaker::note_lines_that_fit(std::uint32_t begin, std::uint32_t least, std::uint32_t end,
                                           Length room) const {
    for (std::uint32_t k = end; k >= least; --k) {
        if (galley_.notes.depth(begin, k) <= room) return k;
        if (k == 0) break;
    }
    return none;
}

std::int64_t Breaker::ending_cost(const Walk& walk, std::uint32_t end, bool forced, Length unused) const {
    if (forced || end == galley_.size()) {
        if (walk.index == 0 || walk.strips == 0 || walk.strips > 4) return 0;
        return walk.strips == 1 ? cost::meagre_page : cost::meagre_page / 10 / (walk.strips - 1);
    }
    const std::int64_t sixteenths = larger(unused, Length{}).raw * 16 / galley_.pitch.raw;
    return galley_.strips[end].penalty + sixteenths * sixteenths * cost::short_line / 256;
}

void Breaker::offer_variant(const Walk& walk, std::uint32_t end, bool forced, const Variant& variant,
                            Length shift) {
    const Length room = walk.depth + tolerance - walk.stack.foot() - shift;
    const std::uint32_t notes = note_lines_that_fit(walk.from.notes, walk.notes_least, walk.notes, room);
    if (notes == none || room < Length{}) return;
    const bool moves = end != walk.from.at || notes > walk.from.notes || walk.set != no_floats;
    if (!moves) return;
    State state;
    state.at = end;
    state.notes = notes;
    state.due = walk.notes;
    state.floats = walk.waiting;
    const Length unused = room - tolerance - galley_.notes.depth(walk.from.notes, notes);
    state.cost = walk.from.cost + cost::page + walk.cost + variant.cost +
                 (notes < walk.notes ? cost::note_split : 0) + ending_cost(walk, end, forced, unused);
    state.from = walk.index;
    state.altered = variant.passage;
    state.other = variant.other;
    state.head_floats = walk.set;
    state.skipped = walk.skipped;
    offers_.push_back(state);
}

void Breaker::offer(const Walk& walk, std::uint32_t end, bool forced) {
    offer_variant(walk, end, forced, {}, {});
    if (walk.variants[0].passage != none) offer_variant(walk, end, forced, walk.variants[0], -galley_.pitch);
    if (walk.variants[1].passage != none) offer_variant(walk, end, forced, walk.variants[1], galley_.pitch);
}

/// Puts a strip on the page; false when it cannot fit there by any means.
bool Breaker::put(Walk& walk, std::uint32_t index) const {
    const Strip& strip = galley_.strips[index];
    walk.stack.put(strip);
    walk.notes = std::max(walk.notes, strip.notes);
    walk.notes_least = std::max(walk.notes_least, strip.notes_least);
    ++walk.strips;
    const Length gained = walk.variants[0].passage != none ? galley_.pitch : Length{};
    const Length notes = galley_.notes.depth(walk.from.notes, walk.notes_least);
    return walk.stack.foot() + notes <= walk.depth + tolerance + gained;
}

/// The passage that may have to be cut at the page's foot: cuts in its other solutions, which may avoid a
/// widow.
void Breaker::try_others(const Walk& walk, const Passage& passage) {
    const Strip& strip = galley_.strips[passage.begin];
    const Length end = walk.stack.y() + strip.height * (passage.end - passage.begin);
    if (end < walk.depth - galley_.pitch * 4) return;
    for (const Passage::Other& other : passage.others) {
        if (other.begin == other.end) continue;
        Walk branch = walk;
        branch.cost += other.cost;
        branch.variants = {};
        for (std::uint32_t i = other.begin; i < other.end; ++i) {
            if (i > other.begin) offer(branch, i, false);
            if (!put(branch, i)) break;
        }
    }
}

/// A passage was set whole: its other solutions are now ways to gain or to lose a line above what follows.
void Breaker::note_variants(Walk& walk, std::uint32_t index) const {
    const Passage& passage = galley_.passages[index];
    for (std::uint32_t i = 0; i < 2; ++i) {
        const Passage::Other& other = passage.others[i];
        if (other.begin == other.end) continue;
        Variant& known = walk.variants[i];
        if (known.passage == none || other.cost < known.cost) known = {index, i, other.cost};
    }
}

/// Figures that waited come first on the page, as many as fit; one always does, so that the wait ends.
void Breaker::set_waiting(Walk& walk) const {
    for (const std::uint32_t strip : walk.from.floats) {
        if (strip == none) break;
        Stack probe = walk.stack;
        probe.put(galley_.strips[strip]);
        const bool fits = probe.foot() <= walk.depth + tolerance;
        if (walk.waiting == no_floats && (fits || walk.set == no_floats)) {
            walk.stack = probe;
            append(walk.set, strip);
        } else {
            append(walk.waiting, strip);
            walk.cost += cost::float_waits;
        }
    }
}

/// Considers the break before the next strip, then sets it. False at the page's end.
bool Breaker::step(Walk& walk) {
    const std::uint32_t at = walk.at;
    const bool started = at != walk.from.at;
    const bool forced = begins_page(at) || is_turned(at) != is_turned(walk.from.at);
    if (started || !walk.stack.empty()) offer(walk, at, forced && started);
    if (at == galley_.size() || (started && forced)) return false;

    const Strip& strip = galley_.strips[at];
    const Passage& passage = galley_.passages[strip.passage];
    if (strip.floats && !walk.stack.empty()) {
        Stack probe = walk.stack;
        probe.put(strip);
        const Length notes = galley_.notes.depth(walk.from.notes, walk.notes_least);
        const bool fits = probe.foot() + notes <= walk.depth + tolerance;
        if ((!fits || walk.waiting != no_floats) && append(walk.waiting, at)) {
            append(walk.skipped, at);
            walk.cost += cost::float_waits;
            walk.at = after(at);
            return true;
        }
    }
    if (at == passage.begin) try_others(walk, passage);
    if (!put(walk, at)) return false;
    walk.at = after(at);
    if (at + 1 == passage.end && passage.begin >= walk.from.at) note_variants(walk, strip.passage);
    return true;
}

/// No end was legal: a page of note lines alone, or the first strip although it is too tall.
void Breaker::offer_anyway(Walk& walk) {
    const State& from = walk.from;
    State state;
    state.from = walk.index;
    state.cost = from.cost + cost::too_tall;
    state.due = std::max(from.due, from.notes);
    std::uint32_t fitting = note_lines_that_fit(from.notes, from.notes, state.due, walk.depth + tolerance);
    if (state.due > from.notes) {
        state.at = from.at;
        state.floats = from.floats;
        state.notes = fitting == none || fitting == from.notes ? from.notes + 1 : fitting;
    } else {
        const Strip& strip = galley_.strips[from.at];
        state.at = after(from.at);
        state.due = std::max(state.due, strip.notes);
        Stack stack(galley_, {});
        stack.put(strip);
        fitting = note_lines_that_fit(from.notes, from.notes, state.due, walk.depth - stack.foot());
        state.notes = fitting == none ? from.notes : fitting;
    }
    offers_.push_back(state);
}

/// Ends much worse than the page's best are left out: nothing on later pages can repay them.
void Breaker::flush_offers() {
    constexpr std::int64_t worse_max = 8000;
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    for (const State& state : offers_) best = std::min(best, state.cost);
    for (const State& state : offers_)
        if (state.cost <= best + worse_max) reach(state);
    offers_.clear();
}

/// Fills the page that begins with the state, offering every end.
void Breaker::leave(std::uint32_t index) {
    const State from = states_[index];
    const Length start = index == 0 ? galley_.first_head : Length{};
    const bool floats_only =
        from.floats != no_floats && (begins_page(from.at) || is_turned(from.at) || from.at == galley_.size());
    const bool turned = is_turned(from.at) && !floats_only;
    Walk walk{from, index, Stack(galley_, start), turned ? galley_.turned_depth : galley_.depth};
    walk.at = from.at;
    walk.notes = from.due;
    walk.notes_least = from.notes;
    set_waiting(walk);
    if (floats_only || from.at == galley_.size())
        offer(walk, from.at, true);
    else
        while (step(walk)) {
        }
    if (offers_.empty()) offer_anyway(walk);
    flush_offers();
}

std::vector<PagePlan> Breaker::trace(std::uint32_t last) const {
    std::vector<PagePlan> plans;
    for (std::uint32_t i = last; states_[i].from != none; i = states_[i].from) {
        const State& end = states_[i];
        const State& begin = states_[end.from];
        plans.push_back({begin.at, end.at, begin.notes, end.notes, end.altered, end.other, end.head_floats,
                         end.skipped, end.from == 0});
    }
    std::reverse(plans.begin(), plans.end());
    return plans;
}

std::vector<PagePlan> Breaker::run() {
    states_.reserve(galley_.size() + 1);
    reach(State{});
    for (std::uint32_t strip = 0; strip <= galley_.size(); ++strip) {
        // Newest first, and new ones may come in front while we walk: see `reach`.
        std::vector<std::uint32_t> todo;
        for (std::uint32_t i = first_[strip]; i != none; i = states_[i].next) todo.push_back(i);
        for (std::size_t k = 0; k < todo.size(); ++k) {
            const State state = states_[todo[k]];
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

}  // namespace

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
