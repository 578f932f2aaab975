// SPDX-License-Identifier: Apache-2.0
// One page filled from a state, every legal end of it offered.
#include "pages/breaker.hpp"

#include <algorithm>
#include <limits>

namespace hanqing {
namespace {

bool append(Floats& floats, std::uint32_t strip) {
    for (std::uint32_t& place : floats)
        if (place == none) {
            place = strip;
            return true;
        }
    return false;
}

/// How much it says, for a page that has little. A colophon is no company for a line alone.
std::uint32_t lines_in(const Strip& strip, Length pitch) {
    if (strip.pinned) return 0;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(strip.height.raw / pitch.raw, 1, 5));
}

/// Of a page that much too short. A large hole costs less than two of half its size: what cannot be filled is
/// not shared out among the pages before it.
std::int64_t cost_of_hole(std::int64_t sixteenths) {
    const std::int64_t evened = std::min(sixteenths, cost::short_lines_evened * 16);
    return evened * evened * cost::short_line / 256 + (sixteenths - evened) * cost::short_line_more / 16;
}

}  // namespace

std::uint32_t Breaker::note_lines_that_fit(std::uint32_t begin, std::uint32_t least, std::uint32_t end,
                                           Length room) const {
    for (std::uint32_t k = end; k >= least; --k) {
        if (galley_.notes.depth(begin, k) <= room) return k;
        if (k == 0) break;
    }
    return none;
}

std::int64_t Breaker::ending_cost(const PageWalk& walk, std::uint32_t end, bool forced, Length unused) const {
    if (forced || end == galley_.size()) {
        const bool is_meagre = walk.index > 0 && walk.lines > 0 && walk.lines < cost::meagre_page.size();
        return is_meagre ? cost::meagre_page[walk.lines] : 0;
    }
    const std::int64_t sixteenths = larger(unused, Length{}).raw * 16 / galley_.pitch.raw;
    return galley_.strips[end].penalty + cost_of_hole(sixteenths);
}

void Breaker::offer_variant(const PageWalk& walk, std::uint32_t end, bool forced, const BreakVariant& variant,
                            Length shift) {
    const Length room = walk.depth + tolerance - walk.stack.foot() - shift;
    const std::uint32_t notes = note_lines_that_fit(walk.from.notes, walk.notes_least, walk.notes, room);
    if (notes == none || room < Length{}) return;
    const bool moves = end != walk.from.at || notes > walk.from.notes || walk.set != no_floats;
    if (!moves) return;
    BreakState state;
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

void Breaker::offer(const PageWalk& walk, std::uint32_t end, bool forced) {
    offer_variant(walk, end, forced, {}, {});
    if (walk.variants[0].passage != none) offer_variant(walk, end, forced, walk.variants[0], -galley_.pitch);
    if (walk.variants[1].passage != none) offer_variant(walk, end, forced, walk.variants[1], galley_.pitch);
}

/// Puts a strip on the page; false when it cannot fit there by any means.
bool Breaker::put(PageWalk& walk, std::uint32_t index) const {
    const Strip& strip = galley_.strips[index];
    walk.stack.put(strip);
    walk.notes = std::max(walk.notes, strip.notes);
    walk.notes_least = std::max(walk.notes_least, strip.notes_least);
    walk.lines += lines_in(strip, galley_.pitch);
    const Length gained = walk.variants[0].passage != none ? galley_.pitch : Length{};
    const Length notes = galley_.notes.depth(walk.from.notes, walk.notes_least);
    return walk.stack.foot() + notes <= walk.depth + tolerance + gained;
}

/// The passage that may have to be cut at the page's foot: cuts in its other solutions, which may avoid a
/// widow, and their own ends, which may just fit.
void Breaker::try_others(const PageWalk& walk, const Passage& passage) {
    const Strip& strip = galley_.strips[passage.begin];
    const Length end = walk.stack.y() + strip.height * (passage.end - passage.begin);
    if (end < walk.depth - galley_.pitch * 4) return;
    for (std::uint32_t k = 0; k < passage.others.size(); ++k) {
        const Passage::Other& other = passage.others[k];
        if (other.begin == other.end) continue;
        PageWalk branch = walk;
        branch.cost += other.cost;
        branch.variants = {};
        std::uint32_t i = other.begin;
        for (; i < other.end; ++i) {
            if (i > other.begin) offer(branch, i, false);
            if (!put(branch, i)) break;
        }
        if (i < other.end) continue;
        const bool forced = must_begin_page(walk, passage.next);
        if (walk.waiting != no_floats && (forced || passage.next == galley_.size()))
            branch.cost += cost::float_last;
        offer_variant(branch, passage.next, forced, {strip.passage, k, 0}, {});
    }
}

/// A passage was set whole: its other solutions are now ways to gain or to lose a line above what follows.
void Breaker::note_variants(PageWalk& walk, std::uint32_t index) const {
    const Passage& passage = galley_.passages[index];
    for (std::uint32_t i = 0; i < 2; ++i) {
        const Passage::Other& other = passage.others[i];
        if (other.begin == other.end) continue;
        BreakVariant& known = walk.variants[i];
        if (known.passage == none || other.cost < known.cost) known = {index, i, other.cost};
    }
}

/// Figures that waited come first on the page, as many as fit; one always does, so that the wait ends.
void Breaker::set_waiting(PageWalk& walk) const {
    for (const std::uint32_t strip : walk.from.floats) {
        if (strip == none) break;
        Stack probe = walk.stack;
        probe.put(galley_.strips[strip]);
        const bool fits = probe.foot() <= walk.depth + tolerance;
        if (walk.waiting == no_floats && (fits || walk.set == no_floats)) {
            walk.stack = probe;
            append(walk.set, strip);
            walk.lines += lines_in(galley_.strips[strip], galley_.pitch);
        } else {
            append(walk.waiting, strip);
            walk.cost += cost::float_waits;
        }
    }
}

/// Considers the break before the next strip, then sets it. False at the page's end.
bool Breaker::step(PageWalk& walk) {
    const std::uint32_t at = walk.at;
    const bool started = at != walk.from.at;
    const bool forced = must_begin_page(walk, at);
    const bool waits = walk.waiting != no_floats;
    if (waits && (forced || at == galley_.size())) walk.cost += cost::float_last;
    if (started || !walk.stack.empty()) offer(walk, at, forced && started);
    if (at == galley_.size() || (started && forced)) return false;
    if (waits && galley_.strips[at].barrier) return false;

    const Strip& strip = galley_.strips[at];
    const Passage& passage = galley_.passages[strip.passage];
    if (strip.floats && !walk.stack.empty()) {
        Stack probe = walk.stack;
        probe.put(strip);
        const Length notes = galley_.notes.depth(walk.from.notes, walk.notes_least);
        const bool fits = probe.foot() + notes <= walk.depth + tolerance;
        if (!fits || waits) {
            if (!append(walk.waiting, at)) return false;  // more figures than may wait
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

/// No end was legal: a page of note lines alone, of one figure that waited, or of the first strip, although
/// it is too tall.
void Breaker::offer_anyway(const PageWalk& walk) {
    const BreakState& from = walk.from;
    BreakState state;
    state.from = walk.index;
    state.cost = from.cost + cost::too_tall;
    state.due = std::max(from.due, from.notes);
    std::uint32_t fitting = note_lines_that_fit(from.notes, from.notes, state.due, walk.depth + tolerance);
    if (state.due > from.notes) {
        state.at = from.at;
        state.floats = from.floats;
        state.notes = fitting == none || fitting == from.notes ? from.notes + 1 : fitting;
    } else if (from.floats != no_floats) {
        state.at = from.at;
        state.notes = from.notes;
        state.head_floats[0] = from.floats[0];
        std::copy(from.floats.begin() + 1, from.floats.end(), state.floats.begin());
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
    constexpr std::int64_t worse_max = 1600;  // a page twelve lines short
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    for (const BreakState& state : offers_) best = std::min(best, state.cost);
    for (const BreakState& state : offers_)
        if (state.cost <= best + worse_max) reach(state);
    offers_.clear();
}

/// Fills the page that begins with the state, offering every end.
void Breaker::leave(std::uint32_t index) {
    const BreakState from = states_[index];
    const Length start = index == 0 ? galley_.first_head : Length{};
    const bool floats_only =
        from.floats != no_floats && (begins_page(from.at) || is_turned(from.at) || from.at == galley_.size());
    const bool turned = is_turned(from.at) && !floats_only;
    PageWalk walk{from, index, Stack(galley_, start), turned ? galley_.turned_depth : galley_.depth};
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

}  // namespace hanqing
