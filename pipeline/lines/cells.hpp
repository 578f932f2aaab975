// SPDX-License-Identifier: Apache-2.0
// ShapedParagraph -> Cells: what a line is made of. Every blank of a full-width mark is taken out of its
// glyph and put into the gap beside it, so that compression, line ends and inline boundaries are one rule
// over gaps.
#pragma once

#include "lines/classes.hpp"
#include "shape/shaped.hpp"

#include <vector>

namespace hanqing {

/// What is being broken. `fonts` may be null in tests: then an added hyphen is a third of an em.
struct Setting {
    const Paragraph& paragraph;
    const ShapedParagraph& shaped;
    const Styled& styled;
    const Fonts* fonts = nullptr;
    const ParagraphStyle& style() const { return styled.paragraph_styles[paragraph.style]; }
};

/// One cluster.
struct Cell {
    std::uint32_t glyph = 0;  ///< Its first glyph.
    std::uint32_t text = 0;   ///< Byte in the paragraph.
    std::uint32_t run = 0;    ///< Glyph run.
    char32_t code = 0;
    std::int32_t em = 0;              ///< Size of its face; all widths in 1/65536 pt.
    std::int32_t advance = 0;         ///< As shaped (an object: its width).
    std::int32_t body = 0;            ///< Without the blanks; 0 for what is pure space.
    std::int32_t before = 0;          ///< Blank left of the body, moved into the gap before…
    std::int32_t after = 0;           ///< …and right of it, into the gap after.
    std::int32_t tracking = 0;        ///< Added after it, but not at a line's end.
    std::int32_t shift = 0;           ///< Where the glyph's origin stands from the body's left edge.
    const MarkShape* mark = nullptr;  ///< Of a full-width mark: how it gives way.
    std::uint32_t ruby = none;        ///< Index into Paragraph::rubies of its base.
    Kind kind = Kind::other;
    Region region = Region::mainland;
    bool wide = false;  ///< Stands on the em square: Han, kana, a full-width mark.
    bool code_span = false;
    bool loose = false;   ///< Of code or an address: its letters may be spaced where the line needs it.
    bool raised = false;  ///< Super- or subscript.
    bool firm = false;    ///< A mark whose blank never gives way.
};

/// What stands between two cells. Empty (zero) between most.
struct Gap {
    std::int32_t natural = 0;
    std::int32_t shrink[2] = {0, 0};  ///< At most so much in the tiers below.
    Tier tier[2] = {Tier::none, Tier::none};
    enum class Stretch : std::uint8_t { none, word_space, han_latin, letters } stretch = Stretch::none;
    bool expands = false;    ///< Takes part in the last tier: all remaining legal gaps.
    bool solid_han = false;  ///< Han–Han: where an opened gap is seen first.
    std::int32_t stretch_limit = 0;
    std::int32_t at_start = 0;  ///< What stays of it when the line starts here.
};

/// Cells of glyphs [begin, end) and the gap before each. A gap after the last cell does not exist.
struct Cells {
    std::vector<Cell> cells;
    std::vector<Gap> gaps;
};
void compose(const Setting& setting, std::uint32_t begin, std::uint32_t end, Cells& into);

/// Blank that stays right of the cell at a line's end: always, and unless the line needs it.
struct EndBlank {
    std::int32_t keep = 0, optional = 0;
};
EndBlank end_blank(const Cell& cell);

/// The last cell of [begin, end) that is neither space nor invisible; `begin` - 1 when there is none.
std::size_t last_solid(const Cells& cells, std::size_t begin, std::size_t end);

constexpr bool is_solid(const Cell& c) {
    return !is_blank(c.kind) && c.kind != Kind::invisible && c.kind != Kind::hard_break;
}

}  // namespace hanqing
