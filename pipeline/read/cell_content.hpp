// SPDX-License-Identifier: Apache-2.0
// What a cell of a table holds, as far as columns of numbers care.
#pragma once

#include <cstdint>
#include <string_view>

namespace hanqing {

enum class CellContent : std::uint8_t { nothing, number, words };

/// 1,234.5  −3  12.5%  ￥300  (1.2)  2,000元* are numbers; 2.1.1, 2024-03 and 5/6 are not, since their points
/// mean nothing to each other. A dash, an ellipsis or a solidus says that there is no number.
CellContent cell_content(std::string_view text);

}  // namespace hanqing
