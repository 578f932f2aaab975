// SPDX-License-Identifier: Apache-2.0
// Galleys made by hand for the tests of page breaking.
#pragma once

#include "pages/breaking.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

/// A page of `lines` lines of 20 pt, 10 pt type.
inline Galley galley_of_lines(std::uint32_t lines) {
    Galley galley;
    galley.pitch = points(20);
    galley.lead = points(5);
    galley.snap = true;
    galley.depth = points(20) * lines - points(10);
    galley.turned_depth = galley.depth;
    galley.notes.overhead = points(10);
    return galley;
}

inline Strip line_strip(std::uint32_t passage, std::uint32_t part) {
    Strip strip;
    strip.passage = passage;
    strip.part = part;
    strip.height = points(20);
    strip.above = strip.below = points(5);
    strip.grid = true;
    return strip;
}

inline void add_solution_strips(Galley& galley, std::uint32_t passage, std::uint32_t lines) {
    for (std::uint32_t i = 0; i < lines; ++i) {
        Strip strip = line_strip(passage, i);
        if (!galley.strips.empty()) {
            strip.notes = galley.strips.back().notes;
            strip.notes_least = galley.strips.back().notes_least;
        }
        if (i > 0 && i < 2) strip.penalty = cost::orphan;
        if (i > 0 && lines - i < 2) strip.penalty = cost::widow;
        galley.strips.push_back(strip);
    }
}

/// A paragraph of so many lines; `others` are line counts of further solutions, with what they cost.
inline void add_paragraph(Galley& galley, std::uint32_t lines,
                          const std::vector<std::pair<std::uint32_t, std::int32_t>>& others = {}) {
    const auto index = static_cast<std::uint32_t>(galley.passages.size());
    Passage passage;
    passage.begin = galley.size();
    add_solution_strips(galley, index, lines);
    passage.end = galley.size();
    for (const auto& [count, price] : others) {
        const std::uint32_t begin = galley.size();
        add_solution_strips(galley, index, count);
        passage.others[count < lines ? 0 : 1] = {begin, galley.size(), price};
    }
    passage.next = galley.size();
    galley.passages.push_back(passage);
}

/// One strip of any height, off the grid.
inline Strip& add_box(Galley& galley, Length height) {
    const auto index = static_cast<std::uint32_t>(galley.passages.size());
    Passage passage;
    passage.begin = galley.size();
    Strip strip;
    strip.passage = index;
    strip.height = height;
    if (!galley.strips.empty()) {
        strip.notes = galley.strips.back().notes;
        strip.notes_least = galley.strips.back().notes_least;
    }
    galley.strips.push_back(strip);
    passage.end = passage.next = galley.size();
    galley.passages.push_back(passage);
    return galley.strips.back();
}

/// Gives the last strip the mark of a note of so many lines of 15 pt.
inline void add_note(Galley& galley, std::uint32_t lines) {
    const std::uint32_t begin = galley.notes.size();
    for (std::uint32_t i = 0; i < lines; ++i) {
        galley.notes.tops.push_back(galley.notes.tops.back() + points(15));
        galley.notes.below.push_back(points(3));
    }
    galley.strips.back().notes = begin + lines;
    galley.strips.back().notes_least = begin + (lines <= 3 ? lines : 2);
}

inline std::vector<std::uint32_t> pages_begin_at(const Galley& galley) {
    std::vector<std::uint32_t> begins;
    for (const PagePlan& plan : break_pages(galley)) begins.push_back(plan.begin);
    return begins;
}

}  // namespace hanqing
