// SPDX-License-Identifier: Apache-2.0
// A sample of a table's cells -> the cost of column widths, and better widths by a search that changes two
// columns at a time.
#include "pages/table_estimate.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

/// Rows looked at: enough to know a table by.
constexpr std::uint32_t sample_rows = 120;
/// Beyond so many columns, shares by content are as good and much faster.
constexpr std::size_t searched_columns_max = 20;
constexpr int moves_max = 80;

constexpr std::int64_t line_cost = 4, short_cost = 3, short_head_cost = 4;
/// A text up to so many ems should stand on one line: 序号, 是否必填, a code, a name.
constexpr std::int64_t short_ems = 6, short_head_ems = 8;
/// Labels in the first column name whole rows: 2024年3月期, 大坪自治县, 城乡居民.
constexpr std::int64_t label_ems = 10, label_cost = 4;
/// Many lines are hard to read in a column narrower than this, and only there.
constexpr std::int64_t narrow_ems = 9;

}  // namespace

TableEstimate::TableEstimate(const Table& table, const TableWant& want,
                             const std::vector<std::uint32_t>& columns)
    : columns_(columns.size()), em_(want.em) {
    const std::uint32_t step = std::max(1U, table.rows / sample_rows);
    step_ = step;
    const std::uint32_t head_weight = 1 + std::min(table.rows, sample_rows) / 3;
    std::uint32_t row = none;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TableCell& cell = table.cells[i];
        if ((cell.row % step != 0 && cell.row >= table.header_rows) || cell.column_span > 1) continue;
        const auto column = std::find(columns.begin(), columns.end(), cell.column);
        if (column == columns.end()) continue;
        if (cell.row != row) {
            row = cell.row;
            ++rows_;
            for (Column& all : columns_) all.resize(rows_);
        }
        const CellWant& wanted = want.cells[i];
        Cell& seen = columns_[static_cast<std::size_t>(column - columns.begin())].back();
        const bool head = cell.header && cell.row < table.header_rows;
        seen = {wanted.natural, wanted.total, wanted.pieces, 0, !head && wanted.natural > em_ * short_ems};
        if (head && wanted.natural <= em_ * short_head_ems)
            seen.broken_cost = short_head_cost * head_weight;
        else if (cell.column == 0 && wanted.natural <= em_ * label_ems) {
            seen.broken_cost = label_cost;
            seen.is_label = true;
        } else if (wanted.natural <= em_ * short_ems)
            seen.broken_cost = short_cost;
    }
}

TableEstimate::Judged TableEstimate::judge(std::size_t column, Length width) const {
    Judged judged;
    judged.lines.reserve(rows_);
    const std::int64_t measure = std::max<std::int64_t>(width.raw, 1);
    for (const Cell& cell : columns_[column]) {
        const bool broken = cell.natural > width;
        const std::int64_t filled = (cell.total.raw + measure - 1) / measure;
        // Each piece but one leaves half a line empty on the average.
        const std::int64_t lines = broken ? filled + cell.pieces / 2 : cell.pieces;
        judged.lines.push_back(
            static_cast<std::int32_t>(std::max<std::int64_t>({lines, std::int64_t{cell.pieces}, 1})));
        if (broken) judged.broken += cell.broken_cost;
    }
    return judged;
}

std::int64_t TableEstimate::cost(const std::vector<Length>& widths) const {
    std::vector<std::int32_t> tallest(rows_, 1);
    std::int64_t cost = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        const Judged judged = judge(c, widths[c]);
        cost += judged.broken;
        for (std::size_t r = 0; r < rows_; ++r) tallest[r] = std::max(tallest[r], judged.lines[r]);
    }
    for (const std::int32_t lines : tallest) cost += lines * line_cost;
    return cost;
}

TableLines TableEstimate::lines(const std::vector<Length>& widths) const {
    std::vector<std::int32_t> tallest(rows_, 1), narrow(rows_);
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        const Judged judged = judge(c, widths[c]);
        const bool is_narrow = widths[c] < em_ * narrow_ems;
        for (std::size_t r = 0; r < rows_; ++r) {
            tallest[r] = std::max(tallest[r], judged.lines[r]);
            if (columns_[c][r].is_text) narrow[r] = std::max(narrow[r], is_narrow ? judged.lines[r] : 1);
        }
    }
    TableLines lines;
    for (std::size_t r = 0; r < rows_; ++r) {
        lines.of_rows += tallest[r] * step_;
        lines.rows += narrow[r] > 0 ? 1 : 0;
        lines.of_narrow += narrow[r];
    }
    return lines;
}

/// With the three tallest cells of a row its height is known whichever two columns are left out.
struct TableEstimate::Tops {
    struct Top {
        std::int32_t lines = 1;
        std::size_t column = none;
    };
    std::vector<std::array<Top, 3>> rows;

    [[nodiscard]] std::int32_t without(std::size_t row, std::size_t a, std::size_t b) const {
        for (const Top& top : rows[row])
            if (top.column != a && top.column != b) return top.lines;
        return 1;
    }
};

TableEstimate::Tops TableEstimate::tops_of(const std::vector<Judged>& all) const {
    Tops tops;
    tops.rows.resize(rows_);
    for (std::size_t c = 0; c < all.size(); ++c)
        for (std::size_t r = 0; r < rows_; ++r) {
            Tops::Top top{all[c].lines[r], c};
            for (Tops::Top& other : tops.rows[r])
                if (top.lines > other.lines || other.column == none) std::swap(top, other);
        }
    return tops;
}

/// Labels are whole or they are not: what they lack may have to come from several columns at once.
void TableEstimate::widen_labels(std::vector<Length>& widths, const std::vector<Length>& least) const {
    Length wanted = widths[0];
    for (const Cell& cell : columns_[0])
        if (cell.is_label) wanted = larger(wanted, cell.natural);
    const Length step = em_ / 2;
    std::vector<Length> tried = widths;
    while (tried[0] < wanted) {
        std::size_t giver = none;
        std::int64_t best = 0;
        for (std::size_t c = 1; c < tried.size(); ++c) {
            if (tried[c] - step < least[c]) continue;
            tried[c] -= step;
            const std::int64_t with = cost(tried);
            tried[c] += step;
            if (giver != none && with >= best) continue;
            giver = c;
            best = with;
        }
        if (giver == none) break;
        tried[giver] -= step;
        tried[0] += step;
    }
    if (cost(tried) < cost(widths)) widths = tried;
}

void TableEstimate::improve(std::vector<Length>& widths, const std::vector<Length>& least) const {
    const std::size_t count = widths.size();
    if (count > searched_columns_max || count < 2) return;
    widen_labels(widths, least);
    for (int move = 0; move < moves_max; ++move) {
        std::vector<Judged> now;
        for (std::size_t c = 0; c < count; ++c) now.push_back(judge(c, widths[c]));
        const Tops tops = tops_of(now);
        std::int64_t best = 0;
        std::size_t giver = none, taker = none;
        Length step;
        for (const Length amount : {em_ / 2, em_, em_ * 3})
            for (std::size_t g = 0; g < count; ++g) {
                if (widths[g] - amount < least[g]) continue;
                const Judged narrower = judge(g, widths[g] - amount);
                for (std::size_t t = 0; t < count; ++t) {
                    if (g == t) continue;
                    const Judged wider = judge(t, widths[t] + amount);
                    std::int64_t change = narrower.broken + wider.broken - now[g].broken - now[t].broken;
                    for (std::size_t r = 0; r < rows_; ++r) {
                        const std::int32_t others = tops.without(r, g, t);
                        change += line_cost * (std::max({others, narrower.lines[r], wider.lines[r]}) -
                                               std::max({others, now[g].lines[r], now[t].lines[r]}));
                    }
                    if (change >= best) continue;
                    best = change;
                    giver = g;
                    taker = t;
                    step = amount;
                }
            }
        if (giver == none) return;
        widths[giver] -= step;
        widths[taker] += step;
    }
}

}  // namespace hanqing
