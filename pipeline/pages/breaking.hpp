// SPDX-License-Identifier: Apache-2.0
// Galley -> where its pages begin: the choice of breaks that is best over the whole sequence.
#pragma once

#include "pages/galley.hpp"
#include "style/styled.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace hanqing {

/// Costs, in one currency: a page one line short is 50, n lines short 50 n² up to five, and 40 for each line
/// more.
namespace cost {
inline constexpr std::int32_t page = 10;  ///< Of any page, so that fewer are better.
inline constexpr std::int32_t short_line = 50, short_line_more = 40;
inline constexpr std::int64_t short_lines_evened = 5;
inline constexpr std::int32_t float_waits = 60;     ///< A figure stands one page after its place.
inline constexpr std::int32_t float_last = 30'000;  ///< It stands behind the end of the text.
inline constexpr std::int32_t note_split = 800;     ///< A footnote goes over two pages (F1).
/// So few lines alone on the last page of a text (G4); a picture or a heading counts as lines as tall.
inline constexpr std::array<std::int32_t, 5> meagre_page{3000, 3000, 1200, 600, 100};
inline constexpr std::int32_t span_cut = 1500;       ///< A break through cells that span rows.
inline constexpr std::int32_t lonely_row = 1300;     ///< First or last row of a table alone.
inline constexpr std::int32_t few_rows = 600;        ///< Two of them.
inline constexpr std::int32_t label_alone = 50'000;  ///< The label or head of rows without any of them.
inline constexpr std::int32_t short_table =
    1450;  ///< A break in a table of two fifths of a page: as a quarter left empty.
inline constexpr std::int32_t foot_alone = 5000;  ///< 版记 on a page without text.
inline constexpr std::int32_t orphan = 100'000;
inline constexpr std::int32_t widow = 200'000;        ///< 孤行 (G4)
inline constexpr std::int32_t together = 400'000;     ///< keep_together
inline constexpr std::int32_t with_next = 1'000'000;  ///< A heading at the foot (G6).
inline constexpr std::int32_t too_tall = 10'000'000;  ///< What cannot be set without leaving the type area.
}  // namespace cost

/// Strips [begin, end) of a page: `end` lies in the solution of its paragraph that was chosen there.
struct PagePlan {
    static constexpr std::size_t floats_max = 3;
    using Floats = std::array<std::uint32_t, floats_max>;

    std::uint32_t begin = 0, end = 0;
    std::uint32_t notes_begin = 0, notes_end = 0;  ///< Note lines at its foot.
    std::uint32_t altered = none;                  ///< Passage set in another solution…
    std::uint32_t other = 0;                       ///< …this one of Passage::others.
    Floats head_floats{none, none, none};          ///< Strips that waited for its head.
    Floats skipped{none, none, none};              ///< Strips that wait for a later head.
    bool first = false;                            ///< Of the sequence.
};

/// Linear in the number of strips. Ensures: every strip of one solution of each passage, and every note line,
/// is on exactly one page; always ends. Never empty.
std::vector<PagePlan> break_pages(const Galley& galley);

/// The strips that stand on a page in the flow's order, without those that waited for its head.
std::vector<std::uint32_t> strips_of(const Galley& galley, const PagePlan& plan);

}  // namespace hanqing
