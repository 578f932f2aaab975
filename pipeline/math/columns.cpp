// SPDX-License-Identifier: Apache-2.0
// Reads what array says of its columns: `{l|c*{2}{r}@{}}`.
#include "math/formula_reader.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::size_t columns_max = 256;

/// Byte behind the group that opens at `at`, or `at` where none does.
std::size_t behind_group(std::string_view spec, std::size_t at) {
    const std::size_t open = spec.find_first_not_of(' ', at);
    if (open == std::string_view::npos || spec[open] != '{') return at;
    std::uint32_t depth = 0;
    for (std::size_t i = open; i < spec.size(); ++i) {
        if (spec[i] == '{') ++depth;
        if (spec[i] == '}' && --depth == 0) return i + 1;
    }
    return spec.size();
}

bool is_column(char c) { return c == 'l' || c == 'c' || c == 'r'; }

/// `*{3}{cl}`; behind it.
std::size_t repeat_columns(MathNode::Grid& grid, std::string_view spec, std::size_t at) {
    const std::size_t count_end = behind_group(spec, at), end = behind_group(spec, count_end);
    std::size_t count = 0;
    for (const char digit : spec.substr(at, count_end - at))
        if (digit >= '0' && digit <= '9')
            count = std::min<std::size_t>(count * 10 + static_cast<std::size_t>(digit - '0'), columns_max);
    for (; count > 0; --count)
        for (const char letter : spec.substr(count_end, end - count_end))
            if (is_column(letter) && grid.align.size() < columns_max) grid.align += letter;
    return end;
}

}  // namespace

void read_columns(MathNode::Grid& grid, std::string_view spec) {
    for (std::size_t at = 0; at < spec.size() && grid.align.size() < columns_max;) {
        const char c = spec[at++];
        if (is_column(c)) grid.align += c;
        if (c == 'p' || c == 'm' || c == 'b') {
            grid.align += 'l';
            at = behind_group(spec, at);
        }
        if (c == '|' || c == ':') grid.bars.push_back(static_cast<std::uint32_t>(grid.align.size()));
        if (c == '@') grid.close = true;
        if (c == '@' || c == '!' || c == '>' || c == '<') at = behind_group(spec, at);
        if (c == '*') at = repeat_columns(grid, spec, at);
    }
}

}  // namespace hanqing
