// SPDX-License-Identifier: Apache-2.0
// Setter: lines at their place -> items of a page: glyphs, link areas, lines under characters, objects.
#pragma once

#include "pages/matter.hpp"
#include "pages/pages.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

/// What a line is set as.
struct Role {
    Artifact artifact = Artifact::none;  ///< Not `none`: its tags are not used.
    LineKind kind = LineKind::text;      ///< For `check --layout`.
};

/// A page number that is known only when all pages are set. Its item holds its place in the reading order.
struct OpenNumber {
    std::uint32_t page = 0, item = 0;
    std::uint32_t anchor = none, style = 0;
    Point at;  ///< Left end of the slot, baseline.
    Length width;
    bool leader = false;  ///< Dots up to the number, which stands at the slot's right end (contents)…
    Length leader_from;   ///< …from here.
};

/// A piece of a line in one style and of one tag: `from` to `to` without the gaps around it.
struct TextPiece {
    std::uint32_t run = 0;  ///< Index into Paragraph::runs.
    Length from, to;
    Length size;                 ///< Of the em it stands in.
    std::vector<Length> dotted;  ///< Centres of the characters that carry a dot (着重号).
};

class Setter {
public:
    Setter(Matter& matter, Pages& pages) : matter_(matter), pages_(pages) {}

    /// Sets one line of the paragraph on the page; `at` is the left end of the measure on the baseline.
    void set_line(std::uint32_t page, std::uint32_t paragraph, const Line& line, Point at, Role role);
    /// Sets a one-line text with its left end at the point; `turn` in degrees anticlockwise about that point.
    void set_words(std::uint32_t page, std::uint32_t words, Point at, Artifact artifact,
                   std::int32_t turn = 0, std::uint32_t tag = none);
    void add_rectangle(std::uint32_t page, Rectangle area, Colour fill, Artifact artifact);
    void add_frame(std::uint32_t page, Rectangle area, Length weight, Colour colour);

    /// Fills the place of a page number.
    void close_number(const OpenNumber& open, std::uint32_t words);
    /// By footnote: words instead of its mark on the page in hand, or none. Empty: marks stay as they are.
    std::vector<std::uint32_t> mark_words;
    std::vector<std::uint32_t> label_words;  ///< The same for the numbers before the notes' texts.

    struct MarkPosition {
        std::uint32_t footnote = 0, page = 0;
        Length y;
    };
    std::vector<OpenNumber> open_numbers;
    std::vector<MarkPosition> marks;  ///< Where the marks of footnotes came to stand.

private:
    struct Job;
    void find_texts(const Job& job);
    void find_pieces(const Job& job);
    void set_glyphs(const Job& job);
    void set_object(const Job& job, std::uint32_t glyph, Length x);
    void set_formula(const Job& job, std::uint32_t glyph, const InlineObject& object, Length x);
    void set_hyphen(const Job& job, Length x);
    void set_leader(const OpenNumber& open, Length to);
    [[nodiscard]] std::uint32_t renumbered(const Job& job, std::uint32_t run) const;
    void set_mark(const Job& job, std::uint32_t run, std::uint32_t words, Length x);
    void set_rubies(const Job& job);
    void set_ruby(std::uint32_t page, const RubyText& ruby, Length from, Length to, Length baseline);
    void add_links(const Job& job);
    [[nodiscard]] bool is_spaced(const Job& job) const;
    void record(const Job& job, std::uint32_t glyph_begin, std::uint32_t glyph_end);
    GlyphsItem* open_item(const Job& job, std::uint32_t run, std::uint32_t glyph);

    Matter& matter_;
    Pages& pages_;
    struct TextRange {
        std::uint32_t begin = 0, size = 0;
        bool placed = false;
    };
    std::vector<TextRange> texts_;  ///< By glyph of the line in hand.
    std::vector<TextPiece> pieces_;
    bool fresh_ = false;  ///< The next glyphs begin an item of their own.
};

/// Ground behind a piece; belongs before its glyphs.
void mark_ground(Page& page, const CharacterStyle& style, const TextPiece& piece, Length baseline);
/// Underline, strike, 专名号 and 书名号 (E2).
void mark_lines(Page& page, const CharacterStyle& style, const TextPiece& piece, Length baseline);
/// 着重号, one under each Han character (E1), below a line if there is one (E3).
void mark_dots(Pages& pages, Page& page, const Fonts& fonts, FaceId face, const CharacterStyle& style,
               const TextPiece& piece, Length baseline);

}  // namespace hanqing
