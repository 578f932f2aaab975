// SPDX-License-Identifier: Apache-2.0
// Pages: everything at its final place, with its tag or its kind of artifact. Knows nothing of PDF, so that a
// writer of another fixed-layout format can stand beside `pdf`.
#pragma once

#include "lines/lines.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hanqing {

enum class Artifact : std::uint8_t {
    none,
    header,
    footer,
    page_number,
    background,
    layout,
    watermark,
    repeated_head
};

/// A glyph at a fixed x. `text` is what copying must give back for it.
struct PageGlyph {
    std::uint16_t glyph = 0;  ///< In the original face.
    std::uint16_t text_size =
        0;  ///< Bytes in Pages::text; 0: belongs to the glyph before (or stands for nothing).
    std::uint32_t text = 0;
    Length x;  ///< Of its origin, from the sheet's left edge.
    Length y;  ///< Raised above the item's baseline (mark attachment); usually 0.
};

/// Bytes of Pages::text.
struct TextSpan {
    std::uint32_t begin = 0, size = 0;
};

/// Glyphs of one face, size and colour on one baseline.
struct GlyphsItem {
    FaceId face = no_face;
    Length size;
    Colour colour;
    Length baseline;                   ///< y from the sheet's top.
    std::uint32_t begin = 0, end = 0;  ///< Into Pages::glyphs.
    bool added_hyphen = false;         ///< The last glyph is a hyphen that the source does not have.
    std::int32_t turn = 0;             ///< Degrees anticlockwise about the first glyph (watermark).
    /// What is heard and copied instead of the texts of these glyphs, and of the items that continue this one
    /// (a formula).
    std::optional<TextSpan> spoken;
    bool continues = false;
    [[nodiscard]] bool is_spoken_for() const { return spoken.has_value() || continues; }
};
struct RectangleItem {
    Rectangle area;
    Colour fill;
};
/// A polyline or curve stroked (wavy title lines, diagonal of a missing image): points, then weight.
struct StrokeItem {
    std::vector<Point> points;
    Length weight;
    Colour colour;
};
struct ImageItem {
    std::uint32_t image = 0;  ///< Into Pages::images.
    Rectangle area;
};

/// One mark on a page. `tag` for content, else the artifact kind.
struct PageItem {
    std::variant<GlyphsItem, RectangleItem, StrokeItem, ImageItem> shape;
    std::uint32_t tag = none;
    Artifact artifact = Artifact::none;
    Place place;  ///< In the source, for `check --layout`.
};

struct LinkArea {
    Rectangle area;
    std::uint32_t link = 0;    ///< Into Pages::links.
    std::uint32_t tag = none;  ///< The link element.
};

struct Page {
    Length width, height, bleed;
    Rectangle type_area;
    std::string label;            ///< As printed: "iii", "12"; empty: none.
    std::vector<PageItem> items;  ///< In reading order; artifacts anywhere.
    std::vector<LinkArea> links;
    bool blank = false;
    Length grid_pitch,
        grid_em;              ///< Of its lines, measured from the type area's head, and of their characters.
    bool grid_cells = false;  ///< Characters stand on the grid too.
};

struct AnchorPosition {
    std::uint32_t page = none;
    Length y;
};

/// What a line is to the checks of layout.
enum class LineKind : std::uint8_t {
    body,  ///< Running text in the size of the body.
    text,  ///< Other text of the flow: code, contents, quotations in another size.
    heading,
    label,
    cell,
    caption,
    note,
    fixed  ///< At a place of its own: covers, 版头.
};

/// What `check --layout` needs to know about one line and cannot derive from its glyphs.
struct LineRecord {
    std::uint32_t page = 0, paragraph = 0;
    LineKind kind = LineKind::text;
    Artifact artifact = Artifact::none;
    Rectangle area;                                ///< Of the em box.
    Length natural, set, measure;                  ///< As Line's; the measure of its paragraph…
    Length measure_left;                           ///< …begins here.
    Length pitch;                                  ///< Baseline to baseline.
    Length gap;                                    ///< Han–Latin, as the style has it.
    std::uint32_t glyph_begin = 0, glyph_end = 0;  ///< Into Pages::glyphs.
    bool first = false, last = false;              ///< Of the paragraph…
    bool begins = false, ends = false;             ///< …or of a part of it between hard breaks.
    bool justified = false;                        ///< Must end at the measure (P5).
    bool spaced = false;    ///< Has ruby, objects or letters spaced on purpose, which widen gaps.
    bool on_grid = false;   ///< Characters stand on a grid: gaps give way (J7).
    bool hangs = false;     ///< Marks may stand in the margin (H1).
    bool mirrored = false;  ///< Has text that runs from right to left.
    Prohibition prohibition = Prohibition::none;
    Language language = Language::zh_hans;
    Place place;
};

struct Pages {
    std::vector<Page> pages;
    std::vector<PageGlyph> glyphs;
    std::string text;
    std::vector<Tag> tags;
    std::vector<Link> links;
    std::vector<AnchorPosition> anchors;  ///< As Styled::anchors.
    std::vector<OutlineEntry> outline;
    std::vector<Image> images;
    std::vector<LineRecord> lines;
    Metadata metadata;
    Language language = Language::zh_hans;
    bool duplex = false;
};

/// Draws the type area, the grid and the boxes of lines and images over every page, for designers.
void show_grid(Pages& pages);

Pages paginate(Lines lines, const Fonts& fonts, Notes& notes);

std::string describe(const Pages& pages);

}  // namespace hanqing
