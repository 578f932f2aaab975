// SPDX-License-Identifier: Apache-2.0
// Document: what the author wrote, as a flat list of blocks in source order and texts with marks over them.
// Inline nesting is ranges over one string, so that composition sees a paragraph whole, across every
// boundary.
#pragma once

#include "base/notes.hpp"
#include "math/formula.hpp"
#include "read/metadata.hpp"
#include "read/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

enum class MarkKind : std::uint8_t {
    emphasis,
    strong,
    strike,
    code,
    link,
    image,
    footnote_reference,
    cross_reference,
    subscript,
    superscript,
    underline,
    highlight,
    keyboard,
    emphasis_dots,  ///< 着重号
    name_line,      ///< 专名号
    title_line,     ///< 书名号甲式
    ruby,           ///< `data` indexes Document::rubies
    span,           ///< `data` indexes Document::attributes
    formula,        ///< Over its TeX, dollar signs included; `data` indexes Document::formulas
};

/// A property of a range of one Text. Ranges nest properly; an image, footnote or cross reference covers
/// exactly one U+FFFC.
struct Mark {
    MarkKind kind{};
    std::uint32_t begin = 0, end = 0;  ///< Bytes in Text::utf8.
    std::uint32_t data = 0;            ///< Index into the Document list of the kind, else 0.
    Place place;
};

/// From byte `text` of the text on, characters come from byte `source` of the file, one to one until the
/// next.
struct Origin {
    std::uint32_t text = 0, source = 0;
};

/// In a Text: where the author breaks the line (U+2028), and where an object of the line stands (U+FFFC).
inline constexpr std::string_view hard_break_mark = "\xE2\x80\xA8", object_character = "\xEF\xBF\xBC";

/// One paragraph's worth of text; soft breaks are already resolved: nothing between wide characters, a blank
/// elsewhere.
struct Text {
    std::string utf8;
    std::vector<Mark> marks;      ///< By begin, the outer before the inner.
    std::vector<Origin> origins;  ///< By text; never empty unless utf8 is.
    std::uint32_t file = 0;
};
/// Place of byte `at` of the text in its file.
Place place_of(const Text& text, std::uint32_t at);

struct Attributes {
    std::string id;                    ///< {#id}
    std::vector<std::string> classes;  ///< {.class}
    std::vector<std::pair<std::string, std::string>> values;
};

struct LinkTarget {
    std::string uri;  ///< As it will stand in the PDF; "#id" for inner links.
    std::string title;
};
struct ImageReference {
    std::string path;  ///< As typed, percent-decoded.
    std::string alternative, title;
    Attributes attributes;
    Place place;
};
struct FootnoteReference {
    std::uint32_t footnote = 0;  ///< Index into Document::footnotes.
};
struct Ruby {
    std::string annotation;
};
struct CrossReference {
    std::string id;  ///< Without the @.
};

enum class BlockKind : std::uint8_t {
    heading,
    paragraph,
    quote,
    list,
    item,
    code,
    table,
    row,
    cell,
    rule,
    html,      ///< Kept as source and shown readable.
    footnote,  ///< A definition; its blocks are its children.
    page_break,
    details,
    division,
    callout,  ///< `info` says of which kind (note, tip, …), `text` is its title.
    formula,  ///< A displayed one, its mark over the whole text.
};
enum class Alignment : std::uint8_t { none, left, centre, right };
enum class Task : std::uint8_t { none, open, done };

/// What a paragraph belongs to instead of standing for itself.
enum class Caption : std::uint8_t {
    none,
    table,         ///< `表 3 …`, `: 表题`
    figure,        ///< `图 2 …`
    figure_below,  ///< `图 2 …`, typed above its picture.
    either,        ///< Of HTML: of what stands beside it.
    unit,          ///< `单位：万元`: set over the right end of the table below it.
    source,        ///< `资料来源：…`: stays under the table or picture above it.
};
/// Whether the words stand with a table or picture rather than among paragraphs.
inline bool is_caption(Caption caption) { return caption != Caption::none && caption != Caption::source; }

/// Block::number of an item that has none.
inline constexpr std::int32_t none_given = -1;

/// One block; children are the blocks from the next one up to `end`.
struct Block {
    BlockKind kind{};
    std::uint32_t end = 0;    ///< Index one past the last block inside this one.
    std::uint32_t depth = 0;  ///< Containers around it.
    Place place;
    Text text;  ///< Heading, paragraph, cell, and the literal of code and html.
    Attributes attributes;
    std::string info;                 ///< code: the word after the fence; html table etc.: unused.
    std::uint8_t level = 0;           ///< heading: 1 to 6 as typed.
    bool resumes = false;  ///< paragraph: goes on after a displayed formula
    bool ordered = false;             ///< list
    bool tight = true;                ///< list
    bool header = false;              ///< row of the head; cell that is a head (also a first column by <th>)
    Caption caption = Caption::none;  ///< paragraph
    std::int32_t start = 1;           ///< ordered list
    bool parenthesis = false;         ///< ordered list: `1)` as typed, not `1.`
    char number_kind = '1';           ///< ordered list: 1, a, A, i or I
    Task task = Task::none;           ///< item
    Alignment alignment = Alignment::none;        ///< cell, paragraph from HTML
    std::uint32_t row_span = 1, column_span = 1;  ///< cell
    std::uint32_t column = 0;                     ///< cell: grid column after spans
    std::uint32_t columns = 0;                    ///< table: grid columns
    std::uint32_t footnote = 0;                   ///< footnote: its index

    std::int32_t number = none_given;  ///< item of an ordered list
};

struct Footnote {
    std::string label;
    std::uint32_t block = 0;       ///< Its definition in `blocks`; definitions stand after all other blocks.
    std::uint32_t references = 0;  ///< How often it is referred to.
};

struct Document {
    Record front_matter;  ///< As written; understood by metadata_from.
    std::vector<Block> blocks;
    std::vector<LinkTarget> links;
    std::vector<ImageReference> images;
    std::vector<Footnote> footnotes;  ///< In order of first reference.
    std::vector<FootnoteReference> footnote_references;
    std::vector<CrossReference> cross_references;
    std::vector<Ruby> rubies;
    std::vector<Attributes> attributes;
    std::vector<Formula> formulas;
    bool asks_contents = false;   ///< By `[TOC]`.
    std::vector<Place> comments;  ///< HTML comments: attached with the source, so worth a note.
};

/// One line a block, indented by depth, marks shown as <strong>…</strong>: for `inspect` and goldens.
std::string describe(const Document& document);

}  // namespace hanqing
