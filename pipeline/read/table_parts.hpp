// SPDX-License-Identifier: Apache-2.0
// The marks between the cells of drawn tables in prepared text: a line of private characters that no author
// can type, with a number that leads to what is known of the cell. For .cpp files of this folder.
#pragma once

#include "read/text_table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

/// A cell that begins, or the end of the last one with its table.
struct TablePart {
    std::uint32_t table = 0, columns = 0;
    Place place;  ///< Of the table.
    bool is_end = false;
    TextCell cell;
};

std::string table_part_mark(std::size_t number);
/// The number of the mark that a line of prepared text is.
std::optional<std::size_t> table_part_number(std::string_view line);

}  // namespace hanqing
