// SPDX-License-Identifier: Apache-2.0
// A grid taken apart line by line: rules end rows in the columns they are drawn under, and a cell goes on
// where none is.
#include "read/grid_table.hpp"

#include "read/screen_columns.hpp"

#include <algorithm>
#include <set>

namespace hanqing {
namespace {

constexpr std::string_view rule_signs = "+-=:";

std::string_view words_of(std::string_view text, TextSlice slice) {
    return text.substr(slice.begin, slice.end - slice.begin);
}

/// Whether part of a line draws a rule: `+----` somewhere, which prose in a cell does not.
bool draws_rule(std::string_view line) {
    if (line.starts_with('+')) return true;
    return line.find("+---") != std::string_view::npos || line.ends_with("---+");
}

class GridReader {
public:
    GridReader(std::string_view text, std::vector<TextSlice> lines, std::uint32_t columns_max)
        : text_(text), lines_(std::move(lines)), columns_max_(columns_max) {}

    std::optional<TextTable> read() {
        find_edges();
        if (edges_.size() < 2) return {};
        table_.columns = static_cast<std::uint32_t>(edges_.size() - 1);
        if (table_.columns > columns_max_) return std::move(table_);
        open_.assign(table_.columns, no_cell);
        is_ruled_.assign(table_.columns, true);
        for (const TextSlice& line : lines_) {
            if (draws_rule(words_of(text_, line)))
                rule(line);
            else
                words(line);
        }
        finish();
        if (table_.cells.empty()) return {};
        return std::move(table_);
    }

private:
    static constexpr std::size_t no_cell = std::string_view::npos;

    /// Each `+` that a rule is drawn to stands on an edge of columns.
    void find_edges() {
        std::set<std::size_t> edges;
        for (const TextSlice& line : lines_) {
            if (!draws_rule(words_of(text_, line))) continue;
            ScreenColumns columns(text_, line);
            for (std::size_t at = text_.find('+', line.begin); at < line.end; at = text_.find('+', at + 1)) {
                const bool joins = (at > line.begin && rule_signs.find(text_[at - 1]) != no_cell) ||
                                   (at + 1 < line.end && rule_signs.find(text_[at + 1]) != no_cell);
                if (joins) edges.insert(screen_width(text_.substr(line.begin, at - line.begin)));
            }
        }
        edges_.assign(edges.begin(), edges.end());
    }

    /// The parts of a line between the edges; `is_edge` says at which of them a bar stands.
    std::vector<TextSlice> parts_of(TextSlice line, std::vector<bool>& is_edge) const {
        ScreenColumns columns(text_, line);
        std::vector<std::size_t> bytes;
        is_edge.clear();
        for (const std::size_t edge : edges_) {
            bytes.push_back(columns.byte_at(edge));
            const bool here = bytes.back() < line.end && columns.column() == edge;
            is_edge.push_back(here && (text_[bytes.back()] == '|' || text_[bytes.back()] == '+'));
        }
        std::vector<TextSlice> parts;
        for (std::size_t i = 0; i + 1 < bytes.size(); ++i)
            parts.push_back({std::min(bytes[i] + (is_edge[i] ? 1 : 0), bytes[i + 1]), bytes[i + 1]});
        const TextSlice rest = trimmed_slice(text_, {bytes.back() + (is_edge.back() ? 1 : 0), line.end});
        if (rest.begin < rest.end) parts.back().end = line.end;  // typed beyond the drawing
        return parts;
    }

    /// Who counts characters and not columns has bars beside the edges, but as many of them.
    std::vector<TextSlice> parts_by_bars(TextSlice line) const {
        std::vector<std::size_t> bars;
        for (std::size_t at = line.begin; at < line.end; ++at) {
            if (text_[at] == '\\')
                ++at;
            else if (text_[at] == '|')
                bars.push_back(at);
        }
        std::vector<TextSlice> parts;
        if (bars.size() != edges_.size()) return parts;
        for (std::size_t i = 0; i + 1 < bars.size(); ++i) parts.push_back({bars[i] + 1, bars[i + 1]});
        return parts;
    }

    void rule(TextSlice line) {
        std::vector<bool> is_edge;
        const std::vector<TextSlice> parts = parts_of(line, is_edge);
        const bool is_whole = words_of(text_, line).find_first_not_of(rule_signs) == no_cell;
        const bool is_head = is_whole && words_of(text_, line).find('=') != no_cell;
        if (is_whole && (alignments_.empty() || (is_head && head_rows_ == 0))) align(line);
        if (is_head && head_rows_ == 0) head_rows_ = table_.rows;
        begins_row_ = true;
        for (std::uint32_t c = 0; c < table_.columns; ++c) {
            const std::string_view part = words_of(text_, parts[c]);
            is_ruled_[c] = is_whole || (!part.empty() && part.find_first_not_of(rule_signs) == no_cell);
            if (open_[c] == no_cell) continue;
            const TextCell& cell = table_.cells[open_[c]];
            is_ruled_[c] = is_ruled_[cell.column];  // a cell ends in all of its columns at once
            if (!is_ruled_[c] && cell.column == c)
                append(open_[c], {parts[c].begin, parts[c + cell.column_span - 1].end});
        }
    }

    void align(TextSlice line) {
        std::vector<bool> is_edge;
        alignments_.clear();
        for (const TextSlice& part : parts_of(line, is_edge)) {
            const std::string_view drawn = words_of(text_, part);
            const bool left = drawn.starts_with(':');
            const bool right = drawn.ends_with(':');
            alignments_.push_back(left && right ? Alignment::centre
                                  : left        ? Alignment::left
                                  : right       ? Alignment::right
                                                : Alignment::none);
        }
    }

    void words(TextSlice line) {
        std::vector<bool> is_edge;
        std::vector<TextSlice> parts = parts_of(line, is_edge);
        if (std::find(is_edge.begin(), is_edge.end(), false) != is_edge.end()) {
            std::vector<TextSlice> by_bars = parts_by_bars(line);
            if (!by_bars.empty()) {
                parts = std::move(by_bars);
                is_edge.assign(is_edge.size(), true);
            }
        }
        if (begins_row_) begin_row(is_edge);
        for (std::uint32_t c = 0; c < table_.columns;) {
            const TextCell& cell = table_.cells[open_[c]];
            const std::uint32_t last = cell.column + cell.column_span - 1;
            append(open_[c], {parts[c].begin, parts[last].end});
            c = last + 1;
        }
    }

    /// New cells below rules, as wide as no bar parts them; the others reach into this row.
    void begin_row(const std::vector<bool>& is_edge) {
        begins_row_ = false;
        for (std::uint32_t c = 0; c < table_.columns; ++c) {
            if (!is_ruled_[c] && open_[c] != no_cell) {
                if (table_.cells[open_[c]].column == c) ++table_.cells[open_[c]].row_span;
                continue;
            }
            const bool joins = c > 0 && !is_edge[c] && is_ruled_[c - 1];
            if (joins) {
                ++table_.cells[open_[c - 1]].column_span;
                open_[c] = open_[c - 1];
                continue;
            }
            TextCell cell;
            cell.row = table_.rows;
            cell.column = c;
            open_[c] = table_.cells.size();
            table_.cells.push_back(std::move(cell));
        }
        ++table_.rows;
    }

    void append(std::size_t cell, TextSlice line) {
        while (line.end > line.begin && (text_[line.end - 1] == ' ' || text_[line.end - 1] == '\t'))
            --line.end;
        if (line.begin == line.end && table_.cells[cell].lines.empty()) return;
        table_.cells[cell].lines.push_back(line);
    }

    /// The blanks that all lines of a cell begin with, and empty lines at its end, belong to the drawing.
    void finish() {
        for (TextCell& cell : table_.cells) {
            while (!cell.lines.empty() && cell.lines.back().begin == cell.lines.back().end)
                cell.lines.pop_back();
            std::size_t common = std::string_view::npos;
            for (const TextSlice& line : cell.lines) {
                if (line.begin == line.end) continue;
                common = std::min(common, text_.find_first_not_of(' ', line.begin) - line.begin);
            }
            for (TextSlice& line : cell.lines) line.begin = std::min(line.begin + common, line.end);
            cell.header = cell.row < head_rows_;
            if (cell.column < alignments_.size()) cell.alignment = alignments_[cell.column];
            cell.holds_blocks = cell.lines.size() > 1;
            const std::size_t width = edges_[cell.column + cell.column_span] - edges_[cell.column];
            cell.width = static_cast<std::uint32_t>(width - std::min<std::size_t>(width, 3));
        }
    }

    std::string_view text_;
    std::vector<TextSlice> lines_;
    std::uint32_t columns_max_;
    std::vector<std::size_t> edges_;  ///< Columns of the screen.
    TextTable table_;
    std::vector<std::size_t> open_;  ///< By column: the cell that a line's words belong to.
    std::vector<bool> is_ruled_;     ///< By column: the last rule was drawn there.
    std::vector<Alignment> alignments_;
    std::uint32_t head_rows_ = 0;
    bool begins_row_ = true;
};

}  // namespace

bool is_grid_rule(std::string_view line) {
    return line.size() >= 3 && line.front() == '+' && line.back() == '+' &&
           line.find_first_not_of(rule_signs) == std::string_view::npos &&
           line.find_first_of("-=") != std::string_view::npos && line.find("++") == std::string_view::npos;
}

std::optional<TextTable> grid_table(std::string_view text, const SourceLine& first, std::uint32_t columns_max,
                                    std::size_t& end) {
    std::vector<TextSlice> lines;
    SourceLine line = first;
    std::size_t whole = 0;  // lines up to the last rule across the table
    while (true) {
        const TextSlice slice = trimmed_slice(text, {line.begin, line.end});
        if (slice.begin == slice.end || (text[slice.begin] != '|' && text[slice.begin] != '+')) break;
        lines.push_back(slice);
        end = line.next;
        if (is_grid_rule(words_of(text, slice))) whole = lines.size();
        if (line.next >= text.size()) break;
        line = line_at(text, line.next);
    }
    if (whole < 3 || whole != lines.size()) return {};
    const std::size_t begin = first.begin;
    auto table = GridReader(text, std::move(lines), columns_max).read();
    if (table) table->begin = begin, table->end = end;
    return table;
}

}  // namespace hanqing
