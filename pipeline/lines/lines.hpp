// SPDX-License-Identifier: Apache-2.0
// Lines: each paragraph with its best ways to be broken, of which pages choose one.
#pragma once

#include "shape/shaped.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hanqing {

/// One line of one solution. Glyphs [begin, end) of the paragraph, those trimmed at its ends included.
struct Line {
    std::uint32_t begin = 0, end = 0;
    Length natural;  ///< Width before adjustment, trimmed ends excluded.
    Length set;      ///< Width after it; the measure (less indent) in a justified line.
    std::int32_t adjustment =
        0;                  ///< Tier-wise shrink (negative) or stretch, as break_lines' own code for place().
    bool hyphen = false;    ///< A hyphen is added at the end.
    bool last = false;      ///< Of the paragraph, or before a hard break.
    bool overfull = false;  ///< Nothing could make it fit; noted.
};

struct Solution {
    std::vector<Line> lines;
    double demerits = 0;
};

/// Where a glyph stands, from the line's left end (after indent).
struct PlacedGlyph {
    std::uint32_t glyph =
        0;     ///< Index into ShapedParagraph::glyphs; `none`: the added hyphen (see PlacedLine).
    Length x;  ///< Of its origin, Glyph::x_offset included (y_offset is left to whoever draws).
};
/// An annotation over its base: `width` wide, centred over the base when that is wider.
struct PlacedRuby {
    std::uint32_t ruby = 0;        ///< Index into Paragraph::rubies.
    Length base_left, base_width;  ///< From the line's left end; room for the annotation included.
    Length width;                  ///< Of the annotation as shaped.
};
struct PlacedLine {
    std::vector<PlacedGlyph> glyphs;  ///< In visual order.
    std::uint32_t hyphen_run = none;  ///< Run whose face and size draw the added hyphen.
    std::uint16_t hyphen_glyph = 0;
    Length left;  ///< From the measure's left edge (indent, alignment, hanging).
    Length width;
    std::vector<PlacedRuby> rubies;
};

struct BrokenParagraph {
    std::vector<Solution>
        solutions;  ///< Best first; then those one line shorter and longer, where they exist.
    Length measure;
};

struct Lines {
    Shaped shaped;
    std::vector<BrokenParagraph> paragraphs;  ///< As shaped.paragraphs; empty where measure is 0.
};

Lines break_lines(Shaped shaped, const Fonts& fonts, Notes& notes);

/// For cells, notes and heads: one paragraph to a given measure.
BrokenParagraph break_paragraph(const Paragraph& paragraph, const ShapedParagraph& shaped,
                                const Styled& styled, Length measure, const Fonts& fonts, Notes& notes);

/// The annotation of a ruby as a paragraph of its own, for shape_paragraph.
Paragraph annotation_of(const Paragraph& paragraph, const RubyText& ruby);

/// Least and natural width of a paragraph, for table columns: the widest unbreakable piece, and one line.
struct Widths {
    Length least, natural;
};
Widths widths(const Paragraph& paragraph, const ShapedParagraph& shaped, const Styled& styled,
              const Fonts& fonts);

/// Final positions of a line's glyphs: trimming, gaps and justification applied.
PlacedLine place(const Paragraph& paragraph, const ShapedParagraph& shaped, const Styled& styled,
                 const BrokenParagraph& broken, const Line& line, const Fonts& fonts);

std::string describe(const Lines& lines);

}  // namespace hanqing
