// SPDX-License-Identifier: Apache-2.0
// Composition: a sequence's flow as a galley, and what each strip of it stands for.
#pragma once

#include "pages/galley.hpp"
#include "pages/matter.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

/// The part of a strip that is a whole block of several lines (a heading in whole lines, GB/T 9704's foot).
inline constexpr std::uint32_t whole = none;

/// A figure at its final size.
struct FigureBox {
    std::uint32_t figure = 0;
    Length left;               ///< Of the image from the type area's left edge.
    Length width, height;      ///< Of the image.
    Length caption_left, gap;  ///< Caption's measure; space between image and caption.
};

/// A table, or those of its columns that stand side by side on one page.
struct TableBox {
    std::uint32_t table = 0;
    std::vector<std::uint32_t> columns;  ///< Of the table, left to right.
    std::vector<Length> edges;  ///< Left edge of each, and the right edge of the last, from the area's left.
    std::vector<Length> row_tops{Length{}};  ///< Depth of each row from the first, and of the end.
    std::vector<std::uint32_t> spanning;     ///< Cells of several rows.
    std::vector<Length>
        integers;                ///< By cell: width before the decimal point; negative: does not stand on it.
    std::vector<Length> points;  ///< By column in `columns`: decimal point from the column's left edge.
    Length caption_left;         ///< Of the captions' measure.
    Length caption, continued;   ///< Depth of what stands above the first and above later pieces…
    Length unit;                 ///< …of which the unit's line takes so much.
    bool turned = false;
    bool first_part = true;  ///< Has the caption; later parts of a split table are continuations.
    [[nodiscard]] Length width() const { return edges.back() - edges.front(); }
};

/// Part of a table's row, for rows taller than a page.
struct RowSlice {
    std::uint32_t row = 0;
    Length from, to;  ///< Depths in the row.
};

/// A note line of Galley::notes.
struct NoteLine {
    std::uint32_t footnote = 0, paragraph = 0, line = 0;
    bool first = false;  ///< Of the note: its label stands beside it.
};

/// A passage's block and what was decided for it.
struct PassageSource {
    std::uint32_t block = 0;              ///< Into Sequence::flow, or behind it into Sequence::foot.
    std::uint32_t box = none;             ///< Into figures or tables.
    std::uint8_t solutions[2] = {0, 0};   ///< Of BrokenParagraph, for Passage::others.
    Length padding_above, padding_below;  ///< Of the grounds that begin and end with it.
};

/// How many note lines are due with a mark, and how many of them must stand on the mark's page.
struct NotesDue {
    std::uint32_t all = 0, least = 0;
};

struct Composition {
    Galley galley;
    std::vector<PassageSource> sources;  ///< As Galley::passages.
    std::vector<FigureBox> figures;
    std::vector<TableBox> tables;
    std::vector<RowSlice> slices;      ///< Strip::part of a table's rows indexes here.
    std::vector<NoteLine> note_lines;  ///< As Galley::notes.
    std::vector<NotesDue> dues;        ///< By footnote; all 0: no mark met yet.
    Length note_indent;                ///< Left edge of the notes' text.
    Length width;                      ///< Of the type area.
};

/// Every mark among bytes [begin, end) of a paragraph makes its note join the column of notes, once.
void notes_in(Composition& composition, Matter& matter, std::uint32_t paragraph, std::uint32_t begin,
              std::uint32_t end, NotesDue& due);

/// Final size of a figure inside a measure and a depth.
FigureBox size_figure(Matter& matter, std::uint32_t figure, Length left, Length measure, Length depth);
/// Depth of image and caption.
Length depth_of(const FigureBox& box, Matter& matter);
/// Depth of a paragraph's lines.
Length depth_of_lines(Matter& matter, std::uint32_t paragraph);

struct TypeArea {
    Length width, depth;                ///< Upright pages.
    Length turned_width, turned_depth;  ///< Lying pages, for tables too wide.
};
/// Columns, rows and parts of a table. Never empty.
std::vector<TableBox> size_table(Matter& matter, std::uint32_t table, Length left, Length measure,
                                 const TypeArea& area);

/// Does any column of the cell stand in the box; where it begins and ends there; its text's measure.
bool stands_in(const TableBox& box, const TableCell& cell);
struct CellEdges {
    Length left, right;
};
CellEdges edges_of(const TableBox& box, const TableCell& cell);
Length cell_measure(const TableBox& box, const Table& table, const TableCell& cell);

/// The whole flow of a sequence.
Composition compose_flow(Matter& matter, const Sequence& sequence);

}  // namespace hanqing
