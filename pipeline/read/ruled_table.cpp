// SPDX-License-Identifier: Apache-2.0
// The rule says where columns begin; a head's place over it, how they are aligned.
#include "read/ruled_table.hpp"

#include "read/screen_columns.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::size_t head_lines_max = 10;

bool is_blank_line(std::string_view text, const SourceLine& line) {
    return text.substr(line.begin, line.end - line.begin).find_first_not_of(" \t") == std::string_view::npos;
}

struct Column {
    std::size_t begin = 0, end = 0;  ///< Of its dashes, on the screen.
};

std::vector<Column> columns_of(std::string_view text, const SourceLine& rule) {
    std::vector<Column> columns;
    for (const TextSlice& run : dash_runs(text, rule)) {
        const std::size_t begin = screen_width(text.substr(rule.begin, run.begin - rule.begin));
        columns.push_back({begin, begin + run.end - run.begin});
    }
    return columns;
}

/// Words parted by two blanks and more.
std::vector<TextSlice> parts_by_gaps(std::string_view text, const SourceLine& line) {
    std::vector<TextSlice> parts;
    for (std::size_t at = line.begin; at < line.end;) {
        at = std::min(text.find_first_not_of(" \t", at), line.end);
        const std::size_t end = std::min({text.find("  ", at), text.find('\t', at), line.end});
        if (at < end) parts.push_back({at, end});
        at = end;
    }
    return parts;
}

/// What stands in each column. Who counts characters and not columns of the screen has words across their
/// edges; then gaps part them.
std::vector<TextSlice> parts_of(std::string_view text, const SourceLine& line,
                                const std::vector<Column>& columns) {
    ScreenColumns scan(text, {line.begin, line.end});
    std::vector<TextSlice> parts;
    bool cuts_word = false;
    std::size_t begin = line.begin;
    for (std::size_t i = 1; i <= columns.size(); ++i) {
        const std::size_t end = i < columns.size() ? scan.byte_at(columns[i].begin) : line.end;
        cuts_word = cuts_word || (end < line.end && end > line.begin && text[end - 1] != ' ');
        parts.push_back(trimmed_slice(text, {begin, end}));
        begin = end;
    }
    if (!cuts_word) return parts;
    std::vector<TextSlice> by_gaps = parts_by_gaps(text, line);
    return by_gaps.size() == columns.size() ? by_gaps : parts;
}

/// Words flush with the right end of their rule alone are right, with neither in the middle. What is left
/// says nothing: pandoc writes so whatever is not aligned.
std::vector<Alignment> alignments_of(std::string_view text, const SourceLine& line,
                                     const std::vector<Column>& columns) {
    std::vector<Alignment> alignments;
    const std::vector<TextSlice> parts = parts_of(text, line, columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto [begin, end] = parts[i];
        const std::size_t left = screen_width(text.substr(line.begin, begin - line.begin));
        const std::size_t right = left + screen_width(text.substr(begin, end - begin));
        const bool at_left = left <= columns[i].begin;
        const bool says_nothing = begin == end || at_left || right > columns[i].end;
        alignments.push_back(says_nothing              ? Alignment::none
                             : right == columns[i].end ? Alignment::right
                                                       : Alignment::centre);
    }
    return alignments;
}

}  // namespace

std::vector<TextSlice> dash_runs(std::string_view text, const SourceLine& line) {
    std::vector<TextSlice> runs;
    for (std::size_t at = line.begin; at < line.end;) {
        at = std::min(text.find_first_not_of(" \t\r", at), line.end);
        if (at == line.end) break;
        const std::size_t end = std::min(text.find_first_not_of('-', at), line.end);
        if (end - at < 2) return {};
        if (end < line.end && text[end] != ' ' && text[end] != '\t' && text[end] != '\r') return {};
        runs.push_back({at, end});
        at = end;
    }
    return runs;
}

/// The lines down to the next rule, or down to a blank one.
RuledTables::Rows RuledTables::rows_after(const SourceLine& rule, bool over_blanks) {
    Rows rows;
    if (over_blanks && no_more_rules_) return rows;
    for (SourceLine line = rule; line.next < text_.size();) {
        line = line_at(text_, line.next);
        const bool is_blank = is_blank_line(text_, line);
        if (is_blank && !over_blanks) return rows;
        rows.has_blank = rows.has_blank || is_blank;
        if (!dash_runs(text_, line).empty()) {
            rows.closing = line;
            rows.is_closed = true;
            return rows;
        }
        rows.lines.push_back(line);
    }
    no_more_rules_ = no_more_rules_ || over_blanks;
    return rows;
}

std::optional<TextTable> RuledTables::headed(const SourceLine& head, const SourceLine& rule) {
    const std::vector<Column> columns = columns_of(text_, rule);
    std::size_t words = 0;
    for (const TextSlice& part : parts_of(text_, head, columns)) words += part.begin < part.end ? 1 : 0;
    if (words < 2) return {};
    const Rows rows = rows_after(rule, false);
    if (rows.lines.empty()) return {};
    return table_of({head}, rule, rows, false);
}

std::optional<TextTable> RuledTables::under(const SourceLine& rule) {
    const auto runs = dash_runs(text_, rule);
    std::vector<SourceLine> head;
    SourceLine columns_rule = rule;
    if (runs.size() == 1) {  // a rule across the table, its head below
        do {
            if (columns_rule.next >= text_.size() || head.size() > head_lines_max) return {};
            columns_rule = line_at(text_, columns_rule.next);
            if (is_blank_line(text_, columns_rule)) return {};
            head.push_back(columns_rule);
        } while (dash_runs(text_, columns_rule).empty());
        head.pop_back();
        if (head.empty() || dash_runs(text_, columns_rule).size() < 2) return {};
    }
    const Rows rows = rows_after(columns_rule, true);
    if (!rows.is_closed || rows.lines.empty()) return {};
    const SourceLine after =
        rows.closing.next < text_.size() ? line_at(text_, rows.closing.next) : SourceLine{};
    if (!is_blank_line(text_, after)) return {};
    const auto first = columns_of(text_, rule);
    const auto last = columns_of(text_, rows.closing);
    if (first.front().begin != last.front().begin || first.back().end != last.back().end) return {};
    auto table = table_of(head, columns_rule, rows, runs.size() == 1 || rows.has_blank);
    if (table) table->begin = rule.begin;
    return table;
}

std::optional<TextTable> RuledTables::table_of(const std::vector<SourceLine>& head, const SourceLine& rule,
                                               const Rows& rows, bool is_multiline) {
    const std::vector<Column> columns = columns_of(text_, rule);
    TextTable table;
    table.begin = head.empty() ? rule.begin : head.front().begin;
    table.end = rows.is_closed ? rows.closing.next : rows.lines.back().next;
    table.columns = static_cast<std::uint32_t>(columns.size());
    if (table.columns > columns_max_) return table;
    const std::vector<Alignment> alignments =
        alignments_of(text_, head.empty() ? rows.lines.front() : head.back(), columns);
    bool begins_row = true;
    const auto add = [&](const SourceLine& line, bool is_head) {
        const std::vector<TextSlice> parts = parts_of(text_, line, columns);
        if (begins_row) {
            for (std::uint32_t c = 0; c < table.columns; ++c) {
                TextCell cell;
                cell.row = table.rows;
                cell.column = c;
                cell.header = is_head;
                cell.alignment = alignments[c];
                cell.width = static_cast<std::uint32_t>(columns[c].end - columns[c].begin);
                table.cells.push_back(std::move(cell));
            }
            ++table.rows;
        }
        begins_row = false;
        for (std::uint32_t c = 0; c < table.columns; ++c)
            if (parts[c].begin < parts[c].end)
                table.cells[table.cells.size() - table.columns + c].lines.push_back(parts[c]);
    };
    for (const SourceLine& line : head) add(line, true);
    begins_row = true;
    for (const SourceLine& line : rows.lines) {
        if (is_blank_line(text_, line) || !is_multiline) begins_row = true;
        if (!is_blank_line(text_, line)) add(line, false);
    }
    // Without a head of its own, a first row that names the columns but not the first is one.
    const bool names_columns = head.empty() && table.rows > 1 && table.cells.front().lines.empty() &&
                               std::all_of(table.cells.begin() + 1, table.cells.begin() + table.columns,
                                           [](const TextCell& cell) { return !cell.lines.empty(); });
    for (std::uint32_t c = 0; names_columns && c < table.columns; ++c) table.cells[c].header = true;
    return table;
}

}  // namespace hanqing
