// SPDX-License-Identifier: Apache-2.0
// Source -> Prepared: the text as the parser may safely see it (private_marks.hpp), line ends made LF, and
// where each of its bytes came from.
#pragma once

#include "read/document.hpp"
#include "read/markdown.hpp"
#include "read/table_parts.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {

struct Prepared {
    std::string text;
    std::vector<Origin> steps;         ///< By text: where a byte came from, one to one until the next. Cells
                                       ///< of drawn tables stand column by column, so it may go back.
    std::vector<std::uint32_t> lines;  ///< Where each line begins.
    std::vector<TablePart> table_parts;                     ///< By the number of their marks.
    std::vector<Place> comments;                            ///< Left out of the text.
    std::vector<std::pair<std::string, Place>> components;  ///< Of JSX, whose tags were taken away.
    std::uint32_t own_size = 0;  ///< What lies beyond was added: references that keep all footnotes.
    bool sets_formulas = false;  ///< One of its formulas is more than text, so that all are set as such.
    bool refused = false;        ///< A limit was reached; parsing would be too costly.
};

/// Byte of the file from which byte `at` of the prepared text came.
std::uint32_t source_of(const Prepared& prepared, std::uint32_t at);

/// Prepares what follows byte `begin` of the source. Limits are error notes: "line-too-long" {limit},
/// "table-columns" {columns, limit}, "table-cells" {limit}, "reference-limit" {limit}. A
/// delimiter row that does not fit the head above it is a warning "table-delimiter" {cells, cells of the
/// head}.
Prepared prepare(const Source& source, std::uint32_t begin, std::uint32_t file, const ReadLimits& limits,
                 Notes& notes);

}  // namespace hanqing
