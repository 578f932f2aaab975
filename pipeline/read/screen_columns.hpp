// SPDX-License-Identifier: Apache-2.0
// Columns of a text as a fixed-width screen shows them, where Han is two wide: what drawn tables are measured
// by. For .cpp files of this folder.
#pragma once

#include "base/unicode.hpp"
#include "read/text_table.hpp"

#include <cstddef>
#include <string_view>

namespace hanqing {

inline std::size_t screen_width(char32_t c) {
    const bool is_combining = (c >= 0x300 && c < 0x370) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x200B;
    return is_combining ? 0 : is_wide(c) ? 2 : 1;
}

inline std::size_t screen_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) width += screen_width(next_code_point(text, at));
    return width;
}

/// Goes through a line from left to right, column by column.
class ScreenColumns {
public:
    ScreenColumns(std::string_view text, TextSlice line) : text_(text), at_(line.begin), end_(line.end) {}

    /// The byte that stands at this column, or right of it; columns are asked for in ascending order.
    std::size_t byte_at(std::size_t column) {
        while (at_ < end_ && column_ < column) column_ += screen_width(next_code_point(text_, at_));
        return at_;
    }
    /// Where the scan stands.
    [[nodiscard]] std::size_t column() const { return column_; }

private:
    std::string_view text_;
    std::size_t at_, end_;
    std::size_t column_ = 0;
};

/// Without the blanks at both ends.
inline TextSlice trimmed_slice(std::string_view text, TextSlice slice) {
    while (slice.begin < slice.end && (text[slice.begin] == ' ' || text[slice.begin] == '\t')) ++slice.begin;
    while (slice.end > slice.begin && (text[slice.end - 1] == ' ' || text[slice.end - 1] == '\t'))
        --slice.end;
    return slice;
}

}  // namespace hanqing
