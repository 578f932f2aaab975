// SPDX-License-Identifier: Apache-2.0
// Tries one way after the other, from the best to read to the last that is left.
#include "pages/table_plan.hpp"

#include "pages/table_estimate.hpp"

#include <algorithm>
#include <numeric>

namespace hanqing {
namespace {

/// Smaller type (sizes go by half points) is harder to read than a page that is turned.
constexpr Length upright_size_min = points(27, 4);
/// So is text in columns of a few characters, when rows are taller for it than so many lines on the average…
constexpr std::size_t cramped_columns_min = 6;
constexpr std::int64_t cramped_lines = 5;
/// …unless the table is shorter than this part of a page: another page costs more than it gives.
constexpr std::int64_t cramped_part = 3;

/// Mostly figures, which leave few characters a line to the words beside them: those need the blanks more.
bool is_crowded(const TableWant& want, Length room) {
    Length natural;
    std::size_t numeric = 0;
    for (const ColumnWant& column : want.columns) {
        natural += larger(column.natural, column.least);
        numeric += column.numeric ? 1 : 0;
    }
    return natural > room && numeric * 2 >= want.columns.size();
}

/// Thousandths of its type at which the words beside the figures of a crowded table get eight ems a line; no
/// less than six sevenths, since smaller figures are worse than more lines.
std::int64_t relief_for(const TableWant& want, Length measure, Length padding) {
    constexpr std::int64_t line_ems = 8, short_head_ems = 4, steps = 3;
    Length figures;
    std::int64_t texts = 0;
    for (const ColumnWant& column : want.columns) {
        if (column.numeric)
            figures += larger(column.natural, column.least);
        else if (column.natural > want.em * line_ems)
            ++texts;
        else
            figures += larger(column.natural, column.least);
    }
    // Nothing but figures under heads of two short lines: there are no words to relieve.
    const bool only_figures = std::all_of(want.columns.begin(), want.columns.end(), [&](const ColumnWant& c) {
        return c.numeric && c.natural <= want.em * short_head_ems;
    });
    if (only_figures) return 1000;
    const Length half = points(1, 2), needed = figures + padding + want.em * (line_ems * texts);
    for (std::int64_t step = 0; step < steps; ++step) {
        const std::int64_t permille = (want.em - half * step).raw * 1000 / want.em.raw;
        if (scaled(needed, permille, 1000) <= measure) return permille;
    }
    return (want.em - half * steps).raw * 1000 / want.em.raw;
}

/// Until the least widths fit the measure: first half the padding goes, then type in half points down to the
/// look's limit, with the padding in proportion.
Shrinking shrink_for(const Table& table, const TableWant& want, Length measure) {
    const Columns columns = all_columns(table);
    const auto sides = 2 * static_cast<std::int64_t>(columns.size());
    const Length least = least_of(want, columns), padding = table.look.padding_x;
    if (least + padding * sides <= measure) {
        // Between vertical rules text needs its padding.
        const bool crowded =
            table.look.inner_vertical == Length{} && is_crowded(want, measure - padding * sides);
        return crowded ? Shrinking{relief_for(want, measure, padding / 2 * sides), padding / 2}
                       : Shrinking{1000, padding};
    }
    if (least + padding / 2 * sides <= measure)
        return {is_crowded(want, measure) ? relief_for(want, measure, padding / 2 * sides) : 1000,
                padding / 2};
    const Length half = points(1, 2);
    for (Length size = half * (want.em.raw / half.raw); size >= table.look.size_min && size >= half;
         size -= half) {
        const std::int64_t permille = size.raw * 1000 / want.em.raw;
        const Length narrow = scaled(padding / 2, permille, 1000);
        // Measured again at that size, each column may want a little more: advances are rounded.
        if (permille < 1000 && scaled(least, permille, 1000) + narrow * sides + size / 10 <= measure)
            return {permille, narrow};
    }
    return {0, padding};
}

/// The first column again beside as many of the others as fit, part by part.
std::vector<Columns> split_columns(const Table& table, const TableWant& want, Length measure) {
    std::vector<Columns> parts;
    const Length key = smaller(want.columns[0].natural, measure / 3);
    Columns part{0};
    Length used = key;
    for (std::uint32_t c = 1; c < table.columns.size(); ++c) {
        const Length need = want.columns[c].least;
        if (part.size() > 1 && used + need > room_for(table, part.size() + 1, measure)) {
            parts.push_back(std::move(part));
            part = {0};
            used = key;
        }
        part.push_back(c);
        used += need;
    }
    parts.push_back(std::move(part));
    return parts;
}

/// Whether an upright table in this type is one that should lie.
bool is_cramped(const Table& table, const TableWant& want, const Shrinking& type, Length measure,
                Length depth) {
    const Columns columns = all_columns(table);
    if (columns.size() < cramped_columns_min) return false;
    const Length room = measure - type.padding * (2 * static_cast<std::int64_t>(columns.size()));
    // The wants are those of the full size: the room grows instead of them.
    const std::vector<Length> widths = column_widths(table, want, columns, scaled(room, 1000, type.permille));
    const TableLines lines = TableEstimate(table, want, columns).lines(widths);
    const Length pitch = scaled(want.em, 7 * type.permille, 5 * 1000);
    return lines.of_narrow > cramped_lines * lines.rows && pitch * lines.of_rows > depth / cramped_part;
}

}  // namespace

Columns all_columns(const Table& table) {
    Columns columns(table.columns.size());
    std::iota(columns.begin(), columns.end(), 0U);
    return columns;
}

Length room_for(const Table& table, std::size_t columns, Length measure) {
    return measure - table.look.padding_x * (2 * static_cast<std::int64_t>(columns));
}

Length least_of(const TableWant& want, const Columns& columns) {
    Length least;
    for (const std::uint32_t c : columns) least += want.columns[c].least;
    return least;
}

TablePlan table_plan(const Table& table, const TableWant& want, Length measure, const TypeArea& area) {
    TablePlan upright{false, shrink_for(table, want, measure), {all_columns(table)}};
    const bool fits = upright.type.permille > 0;
    const bool legible =
        fits && scaled(want.em, upright.type.permille, 1000) >= smaller(upright_size_min, want.em);
    const bool cramped = legible && is_cramped(table, want, upright.type, measure, area.depth);
    if (legible && !cramped) return upright;
    TablePlan turned{true, shrink_for(table, want, area.turned_width), {all_columns(table)}};
    // Larger type would fill the columns that were widened for the lines' sake.
    if (cramped) turned.type = upright.type;
    if (turned.type.permille > 0) return turned;
    if (fits) return upright;
    upright.type = {1000, table.look.padding_x};
    upright.parts = split_columns(table, want, measure);
    return upright;
}

}  // namespace hanqing
