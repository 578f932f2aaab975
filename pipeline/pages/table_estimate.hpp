// SPDX-License-Identifier: Apache-2.0
// How well a table reads under given column widths: how tall it gets, and which short texts are broken.
#pragma once

#include "pages/table_measure.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

/// What a table takes under given widths.
struct TableLines {
    std::int64_t of_rows = 0;              ///< Of all its rows, each as tall as its tallest cell.
    std::int64_t rows = 0, of_narrow = 0;  ///< Sampled rows with texts; lines of their tallest narrow one.
};

/// A sample of a table's rows, judged by widths alone: no line is broken for it.
class TableEstimate {
public:
    TableEstimate(const Table& table, const TableWant& want, const std::vector<std::uint32_t>& columns);

    /// The less the better. A line of a row costs `line_cost`; a short text that is broken costs more, since
    /// 等级 one character below the other is a fault that no saved line makes good.
    [[nodiscard]] std::int64_t cost(const std::vector<Length>& widths) const;
    [[nodiscard]] TableLines lines(const std::vector<Length>& widths) const;
    /// Moves ems from column to column, never below `least`, as long as the cost falls.
    void improve(std::vector<Length>& widths, const std::vector<Length>& least) const;

private:
    struct Cell {
        Length natural, total;     ///< Of its widest line, of all its lines together.
        std::uint32_t pieces = 0;  ///< Lines it has anyway.
        std::int64_t broken_cost = 0;
        bool is_text = false;   ///< Of the body, and longer than a word.
        bool is_label = false;  ///< Names its row.
    };
    using Column = std::vector<Cell>;  ///< By sampled row.
    struct Judged {
        std::vector<std::int32_t> lines;  ///< By sampled row.
        std::int64_t broken = 0;
    };
    struct Tops;  ///< Of each row, the three tallest cells.

    void widen_labels(std::vector<Length>& widths, const std::vector<Length>& least) const;
    [[nodiscard]] Judged judge(std::size_t column, Length width) const;
    [[nodiscard]] Tops tops_of(const std::vector<Judged>& all) const;

    std::vector<Column> columns_;
    std::size_t rows_ = 0;
    std::int64_t step_ = 1;  ///< Rows that one of the sample stands for.
    Length em_;
};

}  // namespace hanqing
