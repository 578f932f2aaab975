// SPDX-License-Identifier: Apache-2.0
// How well a table reads under given column widths: how tall it gets, and which short texts are broken.
#pragma once

#include "pages/table_measure.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

/// A sample of a table's rows, judged by widths alone: no line is broken for it.
class TableEstimate {
public:
    TableEstimate(const Table& table, const TableWant& want, const std::vector<std::uint32_t>& columns);

    /// The less the better. A line of a row costs `line_cost`; a short text that is broken costs more, since
    /// 等级 one character below the other is a fault that no saved line makes good.
    [[nodiscard]] std::int64_t cost(const std::vector<Length>& widths) const;
    /// Moves ems from column to column, never below `least`, as long as the cost falls.
    void improve(std::vector<Length>& widths, const std::vector<Length>& least) const;

private:
    struct Cell {
        Length natural, total;     ///< Of its widest line, of all its lines together.
        std::uint32_t pieces = 0;  ///< Lines it has anyway.
        std::int64_t broken_cost = 0;
    };
    using Column = std::vector<Cell>;  ///< By sampled row.
    struct Judged {
        std::vector<std::int32_t> lines;  ///< By sampled row.
        std::int64_t broken = 0;
    };
    struct Tops;  ///< Of each row, the three tallest cells.

    [[nodiscard]] Judged judge(std::size_t column, Length width) const;
    [[nodiscard]] Tops tops_of(const std::vector<Judged>& all) const;

    std::vector<Column> columns_;
    std::size_t rows_ = 0;
    Length em_;
};

}  // namespace hanqing
