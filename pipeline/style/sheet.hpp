// SPDX-License-Identifier: Apache-2.0
// Sheet: one style of styles/*.yaml with everything it extends, checked, complete and ready to be applied.
#pragma once

#include "base/notes.hpp"
#include "read/source.hpp"
#include "style/official_look.hpp"
#include "style/styled.hpp"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// The look of one kind of text. styles/README.md says what each property does and its units.
struct TextRule {
    std::string face = "body";
    Length size = points(12);
    Length line_pitch = points(20);
    Colour colour;
    Align align = Align::justify;
    Length first_indent, left, right, before, after;
    Length tracking;
    std::uint8_t lines = 0;  ///< Whole body lines that the block takes; 0: its own height.
    bool keep_with_next = false, balance = false;
    bool on_grid = true;  ///< False: stands exactly where the space before it ends.
    FlowBlock::Break break_before = FlowBlock::Break::none;
    std::uint8_t orphans = 2, widows = 2;
};

/// Kinds of text that a sheet may describe; the order is that of inheritance (a rule is like an earlier one).
inline constexpr std::array<std::string_view, 52> rule_names = {"body",
                                                                "heading1",
                                                                "heading2",
                                                                "heading3",
                                                                "heading4",
                                                                "heading5",
                                                                "heading6",
                                                                "title",
                                                                "subtitle",
                                                                "byline",
                                                                "abstract",
                                                                "quote",
                                                                "callout-title",
                                                                "code",
                                                                "list",
                                                                "table",
                                                                "table-head",
                                                                "caption",
                                                                "table-caption",
                                                                "footnote",
                                                                "contents-title",
                                                                "contents1",
                                                                "contents2",
                                                                "contents3",
                                                                "head",
                                                                "foot",
                                                                "colophon",
                                                                "cover-organization",
                                                                "cover-number",
                                                                "cover-title",
                                                                "cover-subtitle",
                                                                "cover-date",
                                                                "cover-note",
                                                                "watermark",
                                                                "addressee",
                                                                "signature",
                                                                "piece1",
                                                                "piece2",
                                                                "issuing-mark",
                                                                "copy-number",
                                                                "secrecy",
                                                                "document-number",
                                                                "signer",
                                                                "signer-name",
                                                                "attachments",
                                                                "signature-stamp",
                                                                "remarks",
                                                                "participants",
                                                                "participants-label",
                                                                "appendix-mark",
                                                                "appendix-title",
                                                                "imprint"};

/// A piece of text at a fixed place, or in the flow, made from a template: cover lines, 版头, 落款, 版记.
struct Piece {
    enum class Area : std::uint8_t { cover, head, before_body, after_body, foot } area = Area::cover;
    std::string text;  ///< Template; the piece is left out when a {field} in it is empty.
    std::string rule = "body";
    Length x, y, width;            ///< cover and head: from the sheet's corner; width 0: the type area's.
    Length rule_weight, rule_gap;  ///< A rule under (head, cover) or above (foot) the piece; 0: none.
    Colour rule_colour;
    std::string when;    ///< Also left out unless this field is given…
    std::string unless;  ///< …or if this one is.
    std::string image;   ///< A file of the collection instead of text (logo, ornament), which describes it.
    Length height;       ///< Of the image; 0: as its width asks.
};

enum class Choice : std::uint8_t { no, yes, automatic };

struct Sheet {
    std::string name;
    std::vector<Source> sources;  ///< The YAML it was made from, nearest first; notes' files index these.
    Digest digest;                ///< Of all sources: part of what decides a report's bytes.

    PageGeometry page;
    Length line_pitch, body_size;
    std::uint32_t lines = 0;  ///< Body lines in the type area.
    Length first_page_top;    ///< Where the flow begins on the first page when pieces stand at its head.
    bool grid = false;        ///< Character grid.
    bool duplex = true;

    std::vector<FaceRole> roles;
    std::map<std::string, TextRule, std::less<>> rules;
    std::vector<Piece> pieces;
    std::vector<Furniture> furniture;  ///< `style` is the index of their rule in rule_names.
    Length head_rule_gap, head_rule_weight;
    NumberStyle body_numbers = NumberStyle::arabic, front_numbers = NumberStyle::lower_roman;

    Choice cover = Choice::automatic, contents = Choice::automatic;
    std::uint8_t contents_depth = 3;
    bool list_figures = false, list_tables = false;  ///< Behind the contents.
    bool typed_signs = false;  ///< "…", don't and -- are shown as typed, not as “…”, don’t and –.
    bool byline = true;  ///< Who and when, under the title of a report without a cover.
    bool number_sections = false;
    std::vector<std::string>
        section_numbers;  ///< Template a level: "{han}、", "（{han}）", "{arabic}.", …; "decimal" for 1.1.
    bool chapter_numbers = false;  ///< Figures and tables by chapter: 图 1-1.
    std::string colophon;          ///< Template; empty: no line.

    Prohibition prohibition = Prohibition::gb;
    bool hanging = false, hyphenate = true, korean_words = true;
    std::int64_t gap_permille = 250;  ///< Han–Latin gap, of the size.
    std::uint8_t adjacent_percent = 150;
    bool emphasis_dots = false;  ///< Emphasis of Han by 着重号 instead of 楷体.
    bool link_colour = false;    ///< Links in blue instead of text colour.
    TableLook table_look;
    OfficialLook official;
    bool indent_after_heading = true;  ///< False as in English: the first paragraph is not indented.
    bool lists_as_paragraphs = false;  ///< Items as paragraphs with their number inside (公文).
    bool figures_float = false;
    bool footnotes_restart = false;
    std::string footnote_marks = "arabic";  ///< arabic, circled
    Colour code_fill{245, 245, 245};

    struct OfLanguage;
    struct OfForm;
    std::vector<OfLanguage> variants;  ///< `languages:` of the YAML laid over the rest.
    std::vector<OfForm> forms;         ///< `forms:`, the same for letter, order and minutes.

    [[nodiscard]] const TextRule& rule(std::string_view rule_name) const;
    /// The variant for a form of official document and a language, or this sheet itself.
    [[nodiscard]] const Sheet& in(Language language, std::string_view form = {}) const;
};

// Not pairs: Clang 14 asks whether a pair of an unfinished class can be made.
struct Sheet::OfLanguage {
    Language language;
    Sheet sheet;
};
struct Sheet::OfForm {
    std::string form;
    Sheet sheet;
};

/// Gives the text of a collection's own sheet, or nothing when it has none of that name.
using SheetFinder = std::function<std::optional<Source>(std::string_view name)>;

/// A sheet with all that it extends; own ones before shipped ones. Faults are error notes whose file indexes
/// `sources`: "sheet-unknown" {name, nearest}, "sheet-key" {key, nearest}, "sheet-value" {key, value,
/// expected}, "sheet-circle" {name}.
Sheet load_sheet(std::string_view name, const SheetFinder& own, Notes& notes);

/// The sheets that travel inside the program: name and YAML.
struct ShippedSheet {
    std::string_view name, yaml;
};
const std::vector<ShippedSheet>& shipped_sheets();

/// "2em", "15.75pt", "30mm", "1.5cm", "2line", "三号" in terms of an em and a line; nothing for other text.
std::optional<Length> length_from_text(std::string_view text, Length em, Length line);

}  // namespace hanqing
