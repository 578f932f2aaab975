// SPDX-License-Identifier: Apache-2.0
// Counting the cells of a pipe table's row.
#include "read/pipe_row.hpp"

#include <algorithm>

namespace hanqing {
namespace {

std::string_view trimmed(std::string_view s) {
    const std::size_t begin = s.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return s.substr(begin, s.find_last_not_of(" \t") - begin + 1);
}

/// `:--`, `-`, `:-:`
bool is_delimiter(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.starts_with(':')) cell.remove_prefix(1);
    if (cell.ends_with(':')) cell.remove_suffix(1);
    return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
}

/// Behind the code span that begins at `at`, or behind its mark when nothing ends it.
std::size_t code_end(std::string_view row, std::size_t at) {
    const std::size_t inside = std::min(row.find_first_not_of('`', at), row.size());
    const std::size_t size = inside - at;
    for (std::size_t p = row.find('`', inside); p != std::string_view::npos; p = row.find('`', p)) {
        const std::size_t run = p;
        p = std::min(row.find_first_not_of('`', run), row.size());
        if (p - run == size) return p;
    }
    return inside;
}

}  // namespace

std::uint32_t delimiter_columns(std::string_view row) {
    row = trimmed(row);
    if (row.find_first_not_of("|:- \t") != std::string_view::npos) return 0;
    if (row.find_first_of("|:") == std::string_view::npos) return 0;  // a rule or an underline
    if (row.starts_with('|')) row.remove_prefix(1);
    if (row.ends_with('|')) row.remove_suffix(1);
    std::uint32_t columns = 0;
    for (bool more = true; more; ++columns) {
        const std::size_t pipe = row.find('|');
        more = pipe != std::string_view::npos;
        if (!is_delimiter(row.substr(0, pipe))) return 0;
        if (more) row.remove_prefix(pipe + 1);
    }
    return columns;
}

RowCells cells_of_row(std::string_view row, std::uint32_t columns, bool code_is_whole) {
    RowCells cells{0, std::string_view::npos, true};
    std::size_t at = row.find_first_not_of(" \t");
    if (at == std::string_view::npos) return cells;
    if (row[at] == '|') ++at;
    bool open = false;  // a cell has begun that no pipe has closed
    for (; at < row.size(); ++at) {
        const char c = row[at];
        if (c == '|') {
            if (++cells.count == columns) cells.excess = at;
            open = false;
        } else if (c != ' ' && c != '\t') {
            if (c == '\\' && at + 1 < row.size()) ++at;
            if (c == '`' && code_is_whole) at = code_end(row, at) - 1;
            open = true;
            if (cells.count >= columns) cells.excess_is_empty = false;
        }
    }
    if (open) ++cells.count;
    return cells;
}

}  // namespace hanqing
