// SPDX-License-Identifier: Apache-2.0
// What holds a number together with its sign, its unit and the Han that counts with it (B7).
#pragma once

#include "lines/cells.hpp"

namespace hanqing {

/// The typed blank between the solid cells `left` and `right` is part of a quantity: `98 %`, `¥ 100`,
/// `10 000`. (For units see is_unit.)
bool is_blank_of_number(const Cells& cells, std::size_t left, std::size_t right);

/// How closely neighbours belong together: 2024|年 and 第|3 closely, 共|3 loosely.
enum class Bond : std::uint8_t { none, loose, close };
Bond number_bond(const Cell& left, const Cell& right);

/// The same for words in a title, where 三|年 and 二〇|二四 count too.
bool splits_counted_word(const Cell& left, const Cell& right);

}  // namespace hanqing
