// SPDX-License-Identifier: Apache-2.0
// Grid tables (`+---+---+`), with cells across rows and columns. For .cpp files of this folder.
#pragma once

#include "read/source_line.hpp"
#include "read/text_table.hpp"

#include <optional>

namespace hanqing {

/// `+---+===:+`: the first line of a grid.
bool is_grid_rule(std::string_view line);

/// The table whose first line this is; nothing where the lines that follow draw none. `end` becomes where the
/// lines end that were looked at. Of one with more than `columns_max` columns the cells are left out.
std::optional<TextTable> grid_table(std::string_view text, const SourceLine& first, std::uint32_t columns_max,
                                    std::size_t& end);

}  // namespace hanqing
