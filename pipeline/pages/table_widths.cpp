// SPDX-License-Identifier: Apache-2.0
// Wants -> column widths (typesetting §5 C 11): natural where there is room; else the widths that make the
// table least tall, found by moving an em at a time from column to column.
#include "pages/table_measure.hpp"

#include <algorithm>
#include <numeric>

namespace hanqing {
namespace {

using Lengths = std::vector<Length>;

Length sum_of(const Lengths& lengths) { return std::accumulate(lengths.begin(), lengths.end(), Length{}); }

/// Rows looked at when heights are estimated: enough to know a table by.
constexpr std::uint32_t sample_rows = 150;
/// Beyond so many columns, widths by proportion are as good and much faster.
constexpr std::size_t searched_columns_max = 16;
constexpr int moves_max = 60;

/// Natural widths of the sampled rows' cells, row by row, one for each listed column.
std::vector<Lengths> sample(const Table& table, const TableWant& want,
                            const std::vector<std::uint32_t>& columns) {
    const std::uint32_t step = std::max(1U, table.rows / sample_rows);
    std::vector<Lengths> rows;
    std::uint32_t row = none;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TableCell& cell = table.cells[i];
        if (cell.row % step != 0 || cell.column_span > 1) continue;
        const auto column = std::find(columns.begin(), columns.end(), cell.column);
        if (column == columns.end()) continue;
        if (cell.row != row || rows.empty()) {
            row = cell.row;
            rows.emplace_back(columns.size());
        }
        rows.back()[static_cast<std::size_t>(column - columns.begin())] = want.cells[i].natural;
    }
    return rows;
}

std::int64_t lines_of(const std::vector<Lengths>& rows, const Lengths& widths) {
    std::int64_t lines = 0;
    for (const Lengths& row : rows) {
        std::int64_t most = 1;
        for (std::size_t c = 0; c < widths.size(); ++c)
            most =
                std::max(most, (row[c].raw + widths[c].raw - 1) / std::max<std::int64_t>(widths[c].raw, 1));
        lines += most;
    }
    return lines;
}

/// Moves an em from one column to another as long as the table gets shorter by it.
void improve(Lengths& widths, const Lengths& least, const std::vector<Lengths>& rows, Length em) {
    if (widths.size() > searched_columns_max) return;
    std::int64_t best = lines_of(rows, widths);
    for (int move = 0; move < moves_max; ++move) {
        std::size_t giver = none, taker = none;
        Length step = em;
        for (const Length amount : {em, em * 3})
            for (std::size_t g = 0; g < widths.size(); ++g)
                for (std::size_t t = 0; t < widths.size(); ++t) {
                    if (g == t || widths[g] - amount < least[g]) continue;
                    Lengths tried = widths;
                    tried[g] -= amount;
                    tried[t] += amount;
                    const std::int64_t lines = lines_of(rows, tried);
                    if (lines >= best) continue;
                    best = lines;
                    giver = g;
                    taker = t;
                    step = amount;
                }
        if (giver == none) return;
        widths[giver] -= step;
        widths[taker] += step;
    }
}

/// Neighbours of one kind that want about the same get the same (T3).
void equalise(Lengths& widths, const Lengths& least, const Lengths& natural, const TableWant& want,
              const std::vector<std::uint32_t>& columns) {
    for (std::size_t begin = 0; begin < widths.size();) {
        std::size_t end = begin + 1;
        Length narrowest = natural[begin], widest = natural[begin];
        while (end < widths.size() &&
               want.columns[columns[end]].numeric == want.columns[columns[begin]].numeric) {
            const Length low = smaller(narrowest, natural[end]), high = larger(widest, natural[end]);
            if (high * 3 > low * 4) break;
            narrowest = low;
            widest = high;
            ++end;
        }
        const auto count = static_cast<std::int64_t>(end - begin);
        Length all, need;
        for (std::size_t c = begin; c < end; ++c) {
            all += widths[c];
            need = larger(need, least[c]);
        }
        if (count > 1 && all / count >= need)
            std::fill(widths.begin() + static_cast<std::ptrdiff_t>(begin),
                      widths.begin() + static_cast<std::ptrdiff_t>(end), all / count);
        begin = end;
    }
}

/// A table with room to spare: as wide as its content, or the whole measure once it nearly fills it.
Lengths with_room(Lengths widths, Length room, Length em) {
    for (Length& width : widths) {  // T3: rounded up to half the table's em
        const Length rounded = em / 2 * ((width.raw * 2 + em.raw - 1) / em.raw);
        if (sum_of(widths) + rounded - width <= room) width = rounded;
    }
    const Length all = sum_of(widths);
    if (all.raw * 5 < room.raw * 3) return widths;
    Lengths wide = widths;
    for (Length& width : wide) width = width + (room - all) / static_cast<std::int64_t>(widths.size());
    return wide;
}

Lengths squeezed(Lengths least, Length room) {
    const Length all = sum_of(least);
    for (Length& width : least) width = scaled(width, room.raw, std::max<std::int64_t>(all.raw, 1));
    return least;
}

/// Between least and natural, in proportion.
Lengths between(const Lengths& least, const Lengths& natural, Length room) {
    const Length spare = room - sum_of(least), wanted = sum_of(natural) - sum_of(least);
    Lengths widths = least;
    for (std::size_t c = 0; c < widths.size(); ++c)
        widths[c] += scaled(spare, (natural[c] - least[c]).raw, std::max<std::int64_t>(wanted.raw, 1));
    return widths;
}

bool has_percents(const TableWant& want, const std::vector<std::uint32_t>& columns) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](std::uint32_t c) { return want.columns[c].percent > 0; });
}

/// Widths the author asked for, in hundredths of the room; the other columns share what is left.
Lengths as_asked(const TableWant& want, const std::vector<std::uint32_t>& columns, const Lengths& natural,
                 Length room) {
    std::int64_t asked = 0;
    Length open;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        asked += want.columns[columns[c]].percent;
        if (want.columns[columns[c]].percent == 0) open += natural[c];
    }
    const std::int64_t whole =
        open > Length{} ? std::max<std::int64_t>(100, asked + 10) : std::max<std::int64_t>(100, asked);
    const Length left = scaled(room, std::max<std::int64_t>(whole - asked, 0), whole);
    Lengths widths;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const std::uint16_t percent = want.columns[columns[c]].percent;
        widths.push_back(percent > 0 ? scaled(room, percent, whole)
                                     : scaled(left, natural[c].raw, std::max<std::int64_t>(open.raw, 1)));
    }
    return widths;
}

}  // namespace

std::vector<Length> column_widths(const Table& table, const TableWant& want,
                                  const std::vector<std::uint32_t>& columns, Length room) {
    Lengths least, natural;
    for (const std::uint32_t c : columns) {
        least.push_back(want.columns[c].least);
        natural.push_back(larger(want.columns[c].natural, want.columns[c].least));
    }
    if (has_percents(want, columns)) return as_asked(want, columns, natural, room);
    if (sum_of(least) >= room) return squeezed(std::move(least), room);
    Lengths widths = natural;
    if (sum_of(natural) > room) {
        widths = between(least, natural, room);
        improve(widths, least, sample(table, want, columns), want.em);
    }
    equalise(widths, least, natural, want, columns);
    return sum_of(natural) > room ? widths : with_room(std::move(widths), room, want.em);
}

}  // namespace hanqing
