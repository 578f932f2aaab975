// SPDX-License-Identifier: Apache-2.0
// Galley: a sequence's flow as one endless column of strips, the form in which page breaks are chosen.
#pragma once

#include "base/length.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace hanqing {

/// A piece of the column that no page break cuts: a line, a table row, a figure with its caption.
/// Its box is `height` tall; the leading in the box above and below the em may stick out of the type area.
struct Strip {
    std::uint32_t passage = 0;  ///< The passage it belongs to…
    std::uint32_t part = 0;     ///< …and which part of it: the line or the row.
    Length height, above, below;
    Length before, after;  ///< Space to the neighbours; the larger of after and before holds.
    Length head;           ///< Room it needs above when a page begins with it (续表, head rows, padding).
    Length foot;           ///< Room it needs below when a page ends with it (rule, padding).
    std::int32_t penalty = 0;       ///< Cost of beginning a page with it.
    std::uint32_t notes = 0;        ///< Note lines due up to and with this strip…
    std::uint32_t notes_least = 0;  ///< …and how many of them must stand on this page (F1).
    bool grid = false;              ///< Stands on the grid of lines (P3).
    bool floats = false;            ///< May wait for the head of the next page…
    bool barrier = false;           ///< …but not past this: a heading, or what ends the text.
    bool turned = false;            ///< Stands on a page of its own kind, lying.
    bool pinned = false;            ///< At the foot of the type area (版记).
    enum class Begin : std::uint8_t { anywhere, page, odd_page } begin = Begin::anywhere;
};

/// What a flow block became: its strips, and for a paragraph the strips of its other solutions.
struct Passage {
    std::uint32_t begin = 0, end = 0;  ///< Strips of the first solution…
    struct Other {
        std::uint32_t begin = 0, end = 0;  ///< …and those of the others, right behind them.
        std::int32_t cost = 0;
        friend bool operator==(const Other&, const Other&) = default;
    };
    std::array<Other, 2> others{};  ///< One line fewer, one line more; empty ranges where there is none.
    std::uint32_t next = 0;         ///< First strip of the passage that follows.
};

/// Note lines in the order of their marks, as depths of a stack.
struct NoteColumn {
    std::vector<Length> tops{Length{}};  ///< Depth of line i; one more than there are lines.
    std::vector<Length> below;           ///< Leading under the em of line i.
    Length overhead;                     ///< Least gap to the body, and the rule.
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(below.size()); }
    /// Depth at the page's foot that lines [begin, end) take.
    [[nodiscard]] Length depth(std::uint32_t begin, std::uint32_t end) const {
        return begin == end ? Length{} : overhead + tops[end] - tops[begin] - below[end - 1];
    }
};

struct Galley {
    Length depth, turned_depth;  ///< Of the type area, upright and lying.
    Length first_head;           ///< Taken from the head of the first page (版头).
    Length pitch;                ///< Of the grid…
    Length lead;                 ///< …whose first line has its em box at the type area's top: half the gap.
    bool snap = false;
    std::vector<Strip> strips;
    std::vector<Passage> passages;
    NoteColumn notes;
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(strips.size()); }
};

/// Rounding of lengths must never cost a line.
inline constexpr Length tolerance{units_per_point / 50};

/// The strips of one page, put one below the other. Depths are from the type area's top. Choosing breaks and
/// setting pages both use this, so that they cannot disagree.
class Stack {
public:
    /// Room for `start` is left at the head.
    Stack(const Galley& galley, Length start) : galley_(&galley), start_(start), y_(start), foot_(start) {}
    /// Puts the strip; its box then begins at the returned depth.
    Length put(const Strip& strip);
    /// Where the ink of what was put ends, with the room it needs at a page's foot.
    [[nodiscard]] Length foot() const { return foot_; }
    /// Next free depth.
    [[nodiscard]] Length y() const { return y_; }
    [[nodiscard]] bool empty() const { return empty_; }

private:
    const Galley* galley_;
    Length start_, y_, after_, foot_;
    bool empty_ = true;
};

}  // namespace hanqing
