// SPDX-License-Identifier: Apache-2.0
// Pages -> what is measured on them, check by check: for `check --layout` and the tests. Nothing is believed
// from the stages before; only positions on finished pages count.
#pragma once

#include "pages/pages.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hanqing {

/// The checks of pages, by their names in the layout rules, in the order in which they are reported.
inline constexpr std::array<std::string_view, 25> layout_checks{
    "P1",    // type area a whole number of ems wide
    "P2",    // line gap 0.5 to 1 em
    "P3",    // every body line on the grid
    "P5",    // justified lines begin and end at the measure
    "P6",    // measure at most 40 characters (advice)
    "area",  // nothing outside the type area
    "fit",   // no line longer than its measure
    "B2",    // no forbidden mark begins or ends a line, by level:
    "B3",    //
    "B4",    //
    "W2",    // dashes and ellipses whole and without a gap
    "M1",    // mark at a line's end half an em
    "M2",    // opening mark at a line's start without its blank
    "J2",    // no gap between Han is negative
    "J3",    // gaps between Han of one line are equal
    "J4",    // gap between Han and Latin 1/8 to 1/2 em
    "gap",   // gap between Han at most a tenth of an em
    "G3",    // two characters on a paragraph's last line
    "G4",    // no page begins with a last line or holds one line alone
    "G6",    // no heading ends a page
    "G8",    // blank pages are empty
    "F1",    // note on the page of its mark
    "F2",    // last note line at the foot
    "T1",    // head rows on every page of a table
    "T2",    // caption, head and first row together
};

struct LayoutFault {
    std::string_view id;
    std::uint32_t page = 0;
    Place place;
    Length measured, limit, em;
};

struct LayoutCheck {
    std::string_view id;
    std::uint64_t tested = 0, failed = 0;
    Length worst, limit;     ///< The worst measured, passed or not. Plain numbers in `raw` where em is 0.
    Length em;               ///< Of the text that was measured; 0: things are counted, not measured.
    std::uint32_t page = 0;  ///< Where the worst was.
    Place place;
    bool advice = false;  ///< Failing it is worth a look, no more.
};

struct LayoutReport {
    std::vector<LayoutCheck> checks;  ///< In the order of `layout_checks`, each that had something to test.
    std::vector<LayoutFault> faults;  ///< In that order, then by page.
    std::uint64_t paragraphs = 0;     ///< Of body text.
};

LayoutReport audit_pages(const Pages& pages, const Fonts& fonts);

}  // namespace hanqing
