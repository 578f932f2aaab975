// SPDX-License-Identifier: Apache-2.0
// Styled: every text with every property decided, in the order in which pages will take it, together with the
// tag tree. Nothing here needs the sheet or the document any more; numbers of sections, figures, tables and
// notes are text already, only page numbers are open.
#pragma once

#include "base/colour.hpp"
#include "base/language.hpp"
#include "base/length.hpp"
#include "base/notes.hpp"
#include "math/formula.hpp"
#include "read/pictures.hpp"
#include "style/face_role.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hanqing {

inline constexpr std::uint32_t none = 0xFFFFFFFF;

// ---- text
// ---------------------------------------------------------------------------------------------------

/// How characters look. Equal styles are stored once, in Styled::characters.
struct CharacterStyle {
    std::uint32_t role = 0;  ///< Index into Styled::roles.
    Length size;             ///< Of the em square of Han.
    Colour colour;
    Language language = Language::zh_hans;
    Length rise;      ///< Baseline shift upwards (super- and subscript).
    Length tracking;  ///< Added after each cluster.
    bool underline = false, strike = false;
    bool dots = false;        ///< 着重号 under each Han character.
    bool name_line = false;   ///< 专名号
    bool title_line = false;  ///< 书名号甲式
    bool code = false;        ///< No ligatures, no hyphenation, breaks only where code may break.
    std::optional<Colour> background;
    friend bool operator==(const CharacterStyle&, const CharacterStyle&) = default;
};

/// A stretch of a paragraph with one style and one tag. Runs cover the text without gaps.
struct TextRun {
    std::uint32_t end = 0;          ///< Byte in Paragraph::text, one past the last.
    std::uint32_t style = 0;        ///< Index into Styled::characters.
    std::uint32_t tag = none;       ///< Index into Styled::tags; `none`: the paragraph's own.
    std::uint32_t link = none;      ///< Index into Styled::links.
    std::uint32_t footnote = none;  ///< This run is the mark of that footnote (Styled::footnotes).
};

/// What stands at a U+FFFC.
struct InlineObject {
    enum class Kind : std::uint8_t {
        image,        ///< `index` into Styled::images; scaled to `width` × `height`, on the baseline.
        page_number,  ///< `index` into Styled::anchors: the number of its page, in a slot of `width`.
        formula,      ///< `index` into Styled::formulas, or its piece `piece`; as wide as shaping makes it.
    };
    Kind kind{};
    std::uint32_t at = 0;  ///< Byte of the U+FFFC.
    std::uint32_t index = 0;
    Length width, height;
    std::uint32_t piece = 0;
};

struct RubyText {
    std::uint32_t begin = 0, end = 0;  ///< Base, bytes in Paragraph::text.
    std::string annotation;
    std::uint32_t style = 0;
    std::uint32_t tag = none;  ///< Of the annotation (ruby_text).
};

enum class Align : std::uint8_t { justify, left, centre, right };
/// Line-start and line-end prohibition, typesetting's four levels (clreq).
enum class Prohibition : std::uint8_t { none, basic, gb, strict };

/// How a paragraph's lines are made. Equal ones are stored once, in Styled::paragraph_styles.
struct ParagraphStyle {
    Align align = Align::justify;
    Length first_indent;  ///< Of the first line; negative hangs.
    Length line_pitch;    ///< Baseline to baseline; constant through the paragraph.
    Prohibition prohibition = Prohibition::gb;
    bool grid = false;     ///< Han sits on the character grid; Han–Latin gaps give way (J7).
    bool hanging = false;  ///< Stops may hang in the margin (H1).
    bool hyphenate = true;
    bool word_breaks_ko = true;  ///< Korean breaks between words (true) or syllables.
    bool balance = false;        ///< Titles: lines of words in trapezium or diamond shape (GB/T 9704 7.3.1).
    bool whole_entries = false;  ///< A list of names: lines end behind 、 and blanks alone.
    bool wrap_anywhere = false;  ///< Code: a line too long is broken anywhere, with a mark.
    Length gap;                  ///< Han–Latin gap; 0: none. Usually 1/4 em.
    std::uint8_t adjacent_percent = 150;  ///< Width of two adjacent marks, in % of an em (M3): 150 or 100.
    friend bool operator==(const ParagraphStyle&, const ParagraphStyle&) = default;
};

struct Paragraph {
    std::string text;  ///< UTF-8; U+2028 hard break, U+FFFC object.
    std::vector<TextRun> runs;
    std::vector<Origin> origins;
    std::vector<InlineObject> objects;
    std::vector<RubyText> rubies;
    std::uint32_t style = 0;   ///< Index into Styled::paragraph_styles.
    std::uint32_t tag = none;  ///< `none`: an artifact.
    Length measure;            ///< Line width; 0: whoever places it breaks it (cells, running heads).
    std::uint32_t file = 0;
};

// ---- structure
// ----------------------------------------------------------------------------------------------

enum class TagKind : std::uint8_t {
    document,
    part,
    section,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    paragraph,
    list,
    item,
    label,
    item_body,
    table,
    caption,
    table_head,
    table_body,
    row,
    head_cell,
    cell,
    figure,
    note,
    reference,
    link,
    span,
    code,
    quote,
    contents,
    contents_item,
    ruby,
    ruby_base,
    ruby_text,
    division,
    formula,
};

/// One element of the tag tree, parents before children, siblings in reading order.
struct Tag {
    TagKind kind{};
    std::uint32_t parent = none;
    std::string alternative;  ///< Figure: Alt. Formula and the like: readable text.
    std::string actual_text;
    std::string identifier;            ///< note: ID
    std::optional<Language> language;  ///< Where it differs from the parent's.
    std::uint16_t row_span = 1, column_span = 1;
    bool scope_row = false, scope_column = false;  ///< head_cell
    enum class Numbering : std::uint8_t {
        none,
        disc,
        decimal,
        upper_roman,
        lower_roman,
        upper_alpha,
        lower_alpha
    };
    Numbering numbering = Numbering::none;  ///< list
    std::uint32_t refers_to = none;  ///< reference/label of a note: the other side, for links both ways.
    Place place;
};

/// Where a link goes: a URI, or an anchor of this document.
struct Link {
    std::string uri;  ///< Empty: inner.
    std::uint32_t anchor = none;
    std::string contents;  ///< What a reader hears: the link's text.
};

/// A point that may be referred to, stuck to a flow block (or a footnote).
struct Anchor {
    std::string name;
    std::uint32_t tag = none;
};

struct OutlineEntry {
    std::string title;
    std::uint8_t level = 1;
    std::uint32_t anchor = none;
};

// ---- flow
// ---------------------------------------------------------------------------------------------------

enum class FlowKind : std::uint8_t { paragraph, figure, table, rule, contents_entry, page_break };

/// A text beside the first line of a block, in a box of its own measured from the type area's left.
struct SideText {
    std::uint32_t paragraph = none;
    Length left, width;
};

/// One thing in the vertical flow. Consecutive spaces do not add up: the larger of after and before holds.
struct FlowBlock {
    FlowKind kind{};
    std::uint32_t index = none;  ///< Into paragraphs, figures or tables.
    Length left, right;  ///< Insets from the type area; the paragraph's measure already respects them.
    Length space_before, space_after;  ///< At the head of a page `space_before` vanishes unless `keep_space`.
    Length height;  ///< Fixed total height (a heading in whole lines, G5), text centred in it; 0: natural.
    bool keep_space = false;
    bool keep_with_next = false;  ///< Never the last thing on a page (headings, captions above).
    bool keep_together = false;   ///< Not split unless taller than a page.
    enum class Break : std::uint8_t { none, page, odd_page } break_before = Break::none;
    std::uint8_t orphans = 2, widows = 2;  ///< Least lines at the foot and at the head of a page.
    std::uint32_t label = none;            ///< Paragraph of a list marker, set before the first line…
    Length label_left,
        label_width;  ///< …in this box, measured from the type area's left, flush as its style says.
    std::vector<SideText> beside;
    bool off_grid = false;  ///< Stands exactly where the space before it ends.
    Length rule_weight;     ///< rule: across the measure, so thick; 0: an ornament in its middle.
    std::uint32_t anchor = none;
    std::uint32_t outline = none;    ///< Index into Styled::outline.
    std::uint8_t heading_level = 0;  ///< Sets the running head of this level.
    std::string heading_text;        ///< What the running head shows.
    std::uint32_t entry_anchor =
        none;  ///< contents_entry: whose page number; leader and number are set by pages.
    Place place;
};

/// A coloured ground or bar behind consecutive blocks (code, quotations); redrawn on each page it spans.
struct Decoration {
    std::uint32_t begin = 0, end = 0;  ///< Flow blocks of the sequence.
    Length left, right;                ///< Insets of the box from the type area.
    Length padding;                    ///< Above the first and below the last line.
    std::optional<Colour> fill;
    std::optional<Colour> bar;  ///< At the left edge…
    Length bar_width;           ///< …this wide.
    Length frame;               ///< Weight of a frame around it, in `bar`'s colour or black; 0: none.
};

struct Figure {
    std::uint32_t image = 0;         ///< Into Styled::images.
    Length width, height;            ///< 0: natural, kept inside the type area.
    std::uint8_t width_percent = 0;  ///< Of the measure; 0: not given.
    Align align = Align::centre;
    std::uint32_t caption = none;  ///< Paragraph, set below.
    bool may_float = false;        ///< May move to the head of the next page (P9).
    std::uint32_t tag = none;      ///< `none`: decorative.
    std::uint32_t caption_tag = none;
    Colour frame;  ///< Of the box drawn for an image that could not be read.
};

struct TableCell {
    std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
    bool header = false;
    Align align = Align::left;
    std::vector<std::uint32_t> paragraphs;
    std::uint32_t tag = none;
};
struct TableColumn {
    bool numeric = false;       ///< Numbers stand on the decimal point.
    std::uint16_t percent = 0;  ///< Asked for by the author; 0: by content.
};
/// Rule weights by the look of the sheet: three-line tables have no inner rules.
struct TableLook {
    Length top, bottom, head, inner_horizontal, inner_vertical, side;
    Length padding_x, padding_y;
    Colour rule;
    std::optional<Colour> head_fill, stripe;
    Length size_min;  ///< Smallest type before a table is turned or split.
};
struct Table {
    std::vector<TableColumn> columns;
    std::uint32_t rows = 0, header_rows = 0;
    std::vector<TableCell> cells;  ///< By row, then column; a spanned-over place has none.
    std::vector<std::uint32_t> row_tags;
    std::vector<bool> leads;  ///< By row: labels and heads of the rows below them; empty: none.
    TableLook look;
    std::uint32_t caption = none;  ///< Paragraph, set above.
    std::uint32_t unit = none;  ///< Paragraph `单位：万元`, flush with the table's right edge over its head.
    std::uint32_t continued = none;  ///< Paragraph `续表 3 …`, set above each continuation; none: nothing.
    std::uint32_t tag = none, caption_tag = none;
    Align align = Align::centre;
    Place place;
};

struct FootnoteText {
    std::uint32_t label = none;  ///< Paragraph of the number before the note's text.
    std::vector<std::uint32_t> paragraphs;
    std::uint32_t tag = none;
    std::uint32_t anchor = none;       ///< Of the note; the mark's link goes there.
    std::uint32_t back_anchor = none;  ///< Of the mark.
    Place place;
};

// ---- pages
// --------------------------------------------------------------------------------------------------

struct PageGeometry {
    Length width = micrometres(210'000), height = micrometres(297'000);  ///< Trimmed sheet.
    Length top, bottom, inner, outer;  ///< Margins; inner is left on odd (right-hand) pages when `two_sided`.
    Length bleed;
    bool two_sided = true;
};

enum class NumberStyle : std::uint8_t { none, arabic, lower_roman, upper_roman, han };

/// One running text. Fields in `text`: {page} {pages} {title} {h1} {h2} {date} {version} {organization}
/// {number}
struct Furniture {
    std::string text;
    std::uint32_t style = 0;      ///< Character style.
    Align align = Align::centre;  ///< left and right; with `outside`: outer edge instead of right.
    bool outside = false;
    Length inset;     ///< From the edge of the type area.
    Length baseline;  ///< Negative: so far above the type area's top (a head); positive: so far
                      ///< below its bottom (a foot).
    Length ink_top;   ///< Instead of it, below the foot: where the ink of the first character begins.
    enum class On : std::uint8_t { all, odd, even } on = On::all;
    bool skip_first = false;  ///< Not on the sequence's first page.
};

/// A text at a fixed place (cover, 版头): drawn on the first page of a sequence.
struct FixedText {
    std::uint32_t paragraph = none;  ///< Broken to its measure.
    Length x, y;                     ///< From the sheet's upper left corner to the top of the first line box.
    Length width;
    std::uint32_t anchor = none;
};
struct FixedRule {
    Rectangle area;
    Colour colour;
};
struct FixedImage {
    std::uint32_t image = 0;
    Rectangle area;
    std::uint32_t tag = none;
};

/// A 落款 (GB/T 9704 7.3.5): lines [begin, end) of the flow whose places depend on each other's widths. The
/// last one is the date; those before are signatures.
struct Closing {
    std::uint32_t begin = 0, end = 0;
    bool centred = false;  ///< Signatures stand centred over the date, `right` is the date's distance…
    Length right;          ///< …from the right edge; else the signatures', or the date's when it is longer.
    Length step;           ///< Not centred: the date begins so far right of the signatures.
};

/// Pages of one kind with one numbering: cover, front matter, body, appendix.
struct Sequence {
    PageGeometry page;
    NumberStyle numbering = NumberStyle::arabic;
    std::uint32_t first_number = 0;  ///< 0: goes on from the sequence before.
    bool begin_odd = false;          ///< A blank page is put in where needed.
    Length line_pitch;               ///< The grid of body lines (P3), measured from the type area's top.
    bool snap_to_grid = true;        ///< Blocks off the grid take up the remainder (P12).
    Length body_size;
    Length first_page_top;  ///< Extra depth at the head of the first page (版头).
    std::vector<FlowBlock> flow;
    std::vector<Decoration> decorations;
    std::vector<Closing> closings;
    std::vector<FlowBlock> foot;  ///< 版记: pinned to the foot of the last page.
    std::vector<Furniture> furniture;
    std::vector<Length> head_rule;  ///< {distance above the type area, weight}; empty: none.
    std::vector<FixedText> texts;
    std::vector<FixedRule> rules;
    std::vector<FixedImage> images;
    Length footnote_rule_weight, footnote_gap;  ///< Gap between body and rule at least this.
    std::uint8_t footnote_rule_percent = 33;
    bool footnotes_restart = false;  ///< Marks begin again on each page.
};

/// What the report says of itself, for furniture, colophon and the PDF's own metadata.
struct Styled {
    Metadata metadata;
    Language language = Language::zh_hans;
    std::vector<FaceRole> roles;
    std::vector<CharacterStyle> characters;
    std::vector<ParagraphStyle> paragraph_styles;
    std::vector<Paragraph> paragraphs;
    std::vector<Figure> figures;
    std::vector<Table> tables;
    std::vector<FootnoteText> footnotes;
    std::vector<Image> images;
    std::vector<Formula> formulas;
    std::vector<Tag> tags;  ///< tags[0] is the document.
    std::vector<Link> links;
    std::vector<Anchor> anchors;
    std::vector<OutlineEntry> outline;
    std::vector<Sequence> sequences;
    std::uint32_t watermark = none;            ///< Paragraph, set aslant over each page.
    bool duplex = false, typed_signs = false;  ///< typed_signs: "…" and -- are shown as typed.
};

std::string describe(const Styled& styled);

}  // namespace hanqing
