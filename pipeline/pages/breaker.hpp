// SPDX-License-Identifier: Apache-2.0
// Breaker: the search for page breaks, as an object. For breaking*.cpp.
#pragma once

#include "pages/breaking.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace hanqing {

using Floats = PagePlan::Floats;
inline constexpr Floats no_floats{none, none, none};

struct BreakState {
    std::uint32_t at = 0;              ///< Strip that begins the page.
    std::uint32_t notes = 0, due = 0;  ///< Note lines set, and due, before it.
    Floats floats = no_floats;         ///< Strips that wait.
    std::int64_t cost = 0;
    std::uint32_t from = none;  ///< BreakState that began the page before, and how that page was made:
    std::uint32_t altered = none, other = 0;
    Floats head_floats = no_floats, skipped = no_floats;
    std::uint32_t next = none;  ///< In the list of states of this strip.
};

/// A way to have a page one line shorter or longer: one passage on it in another solution.
struct BreakVariant {
    std::uint32_t passage = none, other = 0;
    std::int32_t cost = 0;
};

/// A page being filled.
struct PageWalk {
    BreakState from;
    std::uint32_t index = 0;  ///< Of `from`.
    Stack stack;
    Length depth;
    std::uint32_t at = 0;
    std::uint32_t notes = 0, notes_least = 0;
    std::uint32_t lines = 0;  ///< About: see `lines_in`.
    std::int64_t cost = 0;
    Floats waiting = no_floats, set = no_floats, skipped = no_floats;
    std::array<BreakVariant, 2> variants{};  ///< One line fewer, one line more.
};

class Breaker {
public:
    explicit Breaker(const Galley& galley) : galley_(galley), first_(galley.size() + 1, none) {}
    std::vector<PagePlan> run();

private:
    void leave(std::uint32_t index);
    void set_waiting(PageWalk& walk) const;
    bool step(PageWalk& walk);
    bool put(PageWalk& walk, std::uint32_t strip) const;
    void try_others(const PageWalk& walk, const Passage& passage);
    void note_variants(PageWalk& walk, std::uint32_t passage_index) const;
    void offer(const PageWalk& walk, std::uint32_t end, bool forced);
    void offer_variant(const PageWalk& walk, std::uint32_t end, bool forced, const BreakVariant& variant,
                       Length shift);
    std::uint32_t note_lines_that_fit(std::uint32_t begin, std::uint32_t least, std::uint32_t end,
                                      Length room) const;
    std::int64_t ending_cost(const PageWalk& walk, std::uint32_t end, bool forced, Length unused) const;
    void offer_anyway(const PageWalk& walk);
    void flush_offers();
    void reach(const BreakState& state);
    bool is_turned(std::uint32_t strip) const {
        return strip < galley_.size() && galley_.strips[strip].turned;
    }
    bool begins_page(std::uint32_t strip) const {
        return strip < galley_.size() && galley_.strips[strip].begin != Strip::Begin::anywhere;
    }
    /// Nothing may come before it on this page.
    bool must_begin_page(const PageWalk& walk, std::uint32_t strip) const {
        return begins_page(strip) || is_turned(strip) != is_turned(walk.from.at);
    }
    std::uint32_t after(std::uint32_t strip) const;
    std::vector<PagePlan> trace(std::uint32_t last) const;

    const Galley& galley_;
    std::vector<BreakState> states_;
    std::vector<std::uint32_t> first_;  ///< By strip: head of its list of states.
    std::vector<BreakState> offers_;    ///< Of the page being filled.
};

}  // namespace hanqing
