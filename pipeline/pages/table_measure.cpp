// SPDX-License-Identifier: Apache-2.0
// Cells -> wants of columns: the widest piece that cannot be broken, the text on one line, numbers by their
// point.
#include "pages/table_measure.hpp"

#include "base/unicode.hpp"
#include "read/cell_content.hpp"

#include <algorithm>

namespace hanqing {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Width of a one-paragraph number before its decimal point, or of what stands for a number (—, …) up to
/// where its units would end; negative when it takes more than a line.
Length integer_width(Matter& matter, std::uint32_t paragraph) {
    const ShapedParagraph& shaped = matter.shaped(paragraph);
    Length x, end{-1};
    for (std::size_t i = 0; i < shaped.glyphs.size(); ++i) {
        const Glyph& glyph = shaped.glyphs[i];
        if (glyph.code == 0x2028 || glyph.code == 0xFFFC) return Length{-1};
        const bool before = i > 0 && is_digit(shaped.glyphs[i - 1].code);
        if (glyph.code == U'.' && before && i + 1 < shaped.glyphs.size() &&
            is_digit(shaped.glyphs[i + 1].code))
            return x;
        x += Length{glyph.advance};
        if (is_digit(glyph.code)) end = x;
    }
    return end < Length{} ? x : end;
}

/// Hard breaks of a paragraph.
std::uint32_t breaks_in(const ShapedParagraph& shaped) {
    return static_cast<std::uint32_t>(std::count_if(shaped.glyphs.begin(), shaped.glyphs.end(),
                                                    [](const Glyph& g) { return g.code == 0x2028; }));
}

Length advances_of(const ShapedParagraph& shaped) {
    Length sum;
    for (const Glyph& glyph : shaped.glyphs) sum += Length{glyph.advance};
    return sum;
}

/// A picture may get smaller, but not so small that nobody can see what it shows.
void want_picture(Matter& matter, std::uint32_t paragraph, Length em, CellWant& want) {
    const Length width = matter.paragraph(paragraph).objects[0].width;
    want.least = larger(want.least, smaller(width, em * 6));
    want.natural = larger(want.natural, width);
    want.total += smaller(width, em * 6);
    ++want.pieces;
}

bool stands_on_point(const Matter& matter, const Table& table, const TableCell& cell) {
    if (cell.header || cell.column_span > 1 || cell.paragraphs.size() != 1) return false;
    return cell.column < table.columns.size() && table.columns[cell.column].numeric &&
           cell_content(matter.paragraph(cell.paragraphs[0]).text) != CellContent::words;
}

/// Whether a number ends in its unit (8.4%, 110.2 万).
bool has_unit(std::string_view number) {
    std::size_t end = number.size();
    while (end > 0 && number[end - 1] == ' ') --end;
    constexpr std::u32string_view others = U")）*†‡①②③④⑤⑥⑦⑧⑨\uFFFC-–—―−…";
    if (end == 0) return false;
    const char32_t last = code_point_before(number, end);
    return !is_digit(last) && others.find(last) == std::u32string_view::npos;
}

/// Columns in which units stand behind numbers: there the ends make the edge, not the points.
std::vector<bool> columns_with_units(const Matter& matter, const Table& table) {
    std::vector<bool> found(table.columns.size());
    for (const TableCell& cell : table.cells)
        if (stands_on_point(matter, table, cell) && has_unit(matter.paragraph(cell.paragraphs[0]).text))
            found[cell.column] = true;
    return found;
}

/// Ideographic spaces at the beginning.
std::int64_t indent_of(std::string_view text) {
    std::int64_t count = 0;
    for (; text.starts_with("　"); text.remove_prefix(3)) ++count;
    return count;
}

CellWant want_of_cell(Matter& matter, const Table& table, const TableCell& cell, Length em) {
    CellWant want;
    for (const std::uint32_t p : cell.paragraphs) {
        if (is_lone_picture(matter.paragraph(p))) {
            want_picture(matter, p, em, want);
            continue;
        }
        const Widths widths = matter.widths_of(p);
        want.indent = larger(want.indent, em * indent_of(matter.paragraph(p).text));
        want.least = larger(want.least, widths.least);
        want.natural = larger(want.natural, widths.natural);
        const std::uint32_t breaks = breaks_in(matter.shaped(p));
        want.pieces += 1 + breaks;
        want.total += breaks == 0 ? widths.natural : advances_of(matter.shaped(p));
    }
    if (stands_on_point(matter, table, cell)) want.integer = integer_width(matter, cell.paragraphs[0]);
    return want;
}

/// What a text can be read in. Han could stand one character below the other, which is legal and which nobody
/// can read: a text gets four ems at least, a column's head lines of two or three.
Length readable(const TableCell& cell, const CellWant& want, Length em) {
    if (!cell.header) return larger(want.least, smaller(want.natural, want.indent + em * 4));
    const Length line = em * 7 / 2;  // 2024年, 增长率
    const std::int64_t lines = std::max<std::int64_t>(1, (want.natural.raw + line.raw - 1) / line.raw);
    const std::int64_t half_ems = (want.natural.raw / lines * 2 + em.raw - 1) / em.raw;
    return larger(want.least, smaller(want.natural, em * half_ems / 2));
}

void widen_for(ColumnWant& column, const TableCell& cell_of_table, const CellWant& cell, Length em) {
    column.least = larger(column.least, readable(cell_of_table, cell, em));
    column.natural = larger(column.natural, cell.natural);
    if (cell.integer < Length{}) return;
    column.integer = larger(column.integer, cell.integer);
    column.fraction = larger(column.fraction, cell.natural - cell.integer);
    column.natural = larger(column.natural, column.integer + column.fraction);
    column.least = larger(column.least, column.integer + column.fraction);
}

/// Flush numbers and the flush words of the next column need an em between them even when the padding
/// shrinks.
void part_numbers_from_words(TableWant& want, const Table& table) {
    std::vector<bool> begins_left(table.columns.size());
    for (const TableCell& cell : table.cells)
        if (!cell.header && cell.column < begins_left.size() &&
            (cell.align == Align::left || cell.align == Align::justify))
            begins_left[cell.column] = true;
    for (std::size_t c = 0; c + 1 < want.columns.size(); ++c) {
        ColumnWant& column = want.columns[c];
        if (!column.numeric || want.columns[c + 1].numeric || !begins_left[c + 1]) continue;
        column.after = larger(want.em - table.look.padding_x, Length{});
        column.least += column.after;
        column.natural += column.after;
    }
}

/// What a spanning cell wants beyond its columns is shared among them.
void share(std::vector<ColumnWant>& columns, const TableCell& cell, const CellWant& want, Length em,
           Length padding) {
    const std::size_t begin = cell.column,
                      end = std::min<std::size_t>(begin + cell.column_span, columns.size());
    if (begin >= end) return;
    const auto count = static_cast<std::int64_t>(end - begin);
    Length least = padding * (2 * (count - 1)), natural = least;
    for (std::size_t c = begin; c < end; ++c) {
        least += columns[c].least;
        natural += columns[c].natural;
    }
    for (std::size_t c = begin; c < end; ++c) {
        columns[c].least += larger(readable(cell, want, em) - least, Length{}) / count;
        columns[c].natural += larger(want.natural - natural, Length{}) / count;
    }
}

Length em_of(Matter& matter, const Table& table) {
    for (auto cell = table.cells.rbegin(); cell != table.cells.rend(); ++cell)
        if (!cell->paragraphs.empty() && !is_lone_picture(matter.paragraph(cell->paragraphs[0])))
            return matter.box_of(cell->paragraphs[0]).size;
    return points(9);
}

}  // namespace

TableWant want_of(Matter& matter, const Table& table) {
    TableWant want;
    want.em = em_of(matter, table);
    want.columns.resize(table.columns.size());
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        want.columns[c].numeric = table.columns[c].numeric;
        want.columns[c].percent = table.columns[c].percent;
        want.columns[c].least = want.columns[c].natural = want.em;
    }
    want.cells.reserve(table.cells.size());
    const std::vector<bool> units = columns_with_units(matter, table);
    for (const TableCell& cell : table.cells) {
        CellWant& own = want.cells.emplace_back(want_of_cell(matter, table, cell, want.em));
        if (own.integer >= Length{} && units[cell.column]) own.integer = own.natural;
        if (cell.column_span == 1 && cell.column < want.columns.size())
            widen_for(want.columns[cell.column], cell, want.cells.back(), want.em);
    }
    part_numbers_from_words(want, table);
    for (std::size_t i = 0; i < table.cells.size(); ++i)
        if (table.cells[i].column_span > 1)
            share(want.columns, table.cells[i], want.cells[i], want.em, table.look.padding_x);
    return want;
}

void shrink_table(Matter& matter, const Table& table, std::int64_t permille) {
    for (const TableCell& cell : table.cells)
        for (const std::uint32_t p : cell.paragraphs) {
            Paragraph paragraph = matter.paragraph(p);
            for (TextRun& run : paragraph.runs) {
                CharacterStyle style = matter.styled().characters[run.style];
                style.size = scaled(style.size, permille, 1000);
                run.style = matter.character_style(style);
            }
            ParagraphStyle style = matter.style_of(p);
            style.line_pitch = scaled(style.line_pitch, permille, 1000);
            style.gap = scaled(style.gap, permille, 1000);
            style.first_indent = scaled(style.first_indent, permille, 1000);
            paragraph.style = matter.paragraph_style(style);
            matter.replace(p, std::move(paragraph));
        }
}

}  // namespace hanqing
