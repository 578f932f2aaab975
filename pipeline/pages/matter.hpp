// SPDX-License-Identifier: Apache-2.0
// Matter: the composed text of a report while it is paged. Paragraphs whose width only their place decides
// (cells, notes, running heads) get their lines here, and the few texts that pages add are shaped here.
#pragma once

#include "lines/lines.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {

/// How a line of a paragraph stands in its pitch: the em box in the middle of it.
struct LineBox {
    Length pitch;
    Length above, below;  ///< Leading over and under the em box.
    Length baseline;      ///< From the top of the line box.
    Length size;          ///< Of the em.
};

/// Room that a line with tall formulas takes besides its pitch, and what of it is above.
struct LineRoom {
    Length before, all;
};

class Matter {
public:
    Matter(Lines& lines, const Fonts& fonts, Notes& notes) : lines_(lines), fonts_(fonts), notes_(notes) {}

    [[nodiscard]] Styled& styled() { return lines_.shaped.styled; }
    [[nodiscard]] const Styled& styled() const { return lines_.shaped.styled; }
    [[nodiscard]] const Paragraph& paragraph(std::uint32_t p) const { return styled().paragraphs[p]; }
    [[nodiscard]] const ParagraphStyle& style_of(std::uint32_t p) const {
        return styled().paragraph_styles[paragraph(p).style];
    }
    [[nodiscard]] const ShapedParagraph& shaped(std::uint32_t p) const { return lines_.shaped.paragraphs[p]; }
    [[nodiscard]] const BrokenParagraph& broken(std::uint32_t p) const { return lines_.paragraphs[p]; }
    [[nodiscard]] const Fonts& fonts() const { return fonts_; }
    [[nodiscard]] Notes& notes() { return notes_; }

    /// Breaks the paragraph to the measure, unless it is broken so already.
    const BrokenParagraph& break_to(std::uint32_t p, Length measure);
    /// The lines of its best solution.
    [[nodiscard]] const std::vector<Line>& lines_of(std::uint32_t p) const {
        return broken(p).solutions[0].lines;
    }
    [[nodiscard]] bool has_lines(std::uint32_t p) const { return p != none && !broken(p).solutions.empty(); }
    [[nodiscard]] Widths widths_of(std::uint32_t p) const;
    [[nodiscard]] PlacedLine placed(std::uint32_t p, const Line& line) const;
    [[nodiscard]] const LineBox& box_of(std::uint32_t p);
    /// `step`: in whole lines of a grid; 0: none.
    [[nodiscard]] LineRoom room_of(std::uint32_t p, const Line& line, Length step);

    /// A paragraph made by pages, shaped and on one line; the same text in the same style is made once.
    std::uint32_t words(std::string_view text, std::uint32_t character_style);
    [[nodiscard]] Length width_of_words(std::uint32_t p) const;
    /// Sets the paragraph again in other character styles (a table in smaller type).
    void replace(std::uint32_t p, Paragraph paragraph);
    std::uint32_t character_style(const CharacterStyle& style);
    std::uint32_t paragraph_style(const ParagraphStyle& style);

private:
    std::uint32_t add(Paragraph paragraph);
    void make_room_for_formulas(std::uint32_t p, LineBox& box) const;

    Lines& lines_;
    const Fonts& fonts_;
    Notes& notes_;
    std::vector<LineBox> boxes_;
    std::map<std::pair<std::string, std::uint32_t>, std::uint32_t> words_;
};

/// A picture alone in its paragraph (in a cell): its line is as tall as it is.
bool is_lone_picture(const Paragraph& paragraph);
/// The character style most of a paragraph is set in.
std::uint32_t main_style(const Paragraph& paragraph);
/// Place in the source of a byte of the paragraph's text.
Place place_of(const Paragraph& paragraph, std::uint32_t at);

}  // namespace hanqing
