// SPDX-License-Identifier: Apache-2.0
// Drawn tables (text_table.hpp) are written cell by cell, each as blocks of their own behind a mark that says
// which cell it is (table_parts.hpp): so the parser reads what a cell holds as it reads everything else.
#include "read/preparation.hpp"

#include "read/block_sign.hpp"
#include "read/table_parts.hpp"
#include "read/screen_columns.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// The width of the first word, which may not be parted.
std::size_t first_word(std::string_view line) {
    return screen_width(line.substr(0, std::min(line.find(' '), line.size())));
}

}  // namespace

/// Writes the table that begins with this line. Whether one does, and may be one here.
bool Preparation::drawn_table(std::size_t line_begin) {
    while (next_table_ < text_tables_.size() && text_tables_[next_table_].begin < line_begin) ++next_table_;
    if (next_table_ == text_tables_.size() || text_tables_[next_table_].begin != line_begin) return false;
    if (fence_.size > 0 || shielded_until_ > line_begin) return false;
    const std::string prefix(text_.substr(line_.begin, content_ - line_.begin));
    const bool is_code = prefix.size() > 3 && !in_list_;
    if (is_code || prefix.find_first_not_of(' ') != std::string::npos) return false;
    const TextTable& table = text_tables_[next_table_];
    const Place where = place(table.begin, table.end);
    if (table.columns > limits_.columns)
        return refuse("table-columns", where,
                      {std::to_string(table.columns), std::to_string(limits_.columns)}),
               true;
    if (static_cast<std::uint64_t>(table.rows) * table.columns > limits_.cells)
        return refuse("table-cells", where, {std::to_string(limits_.cells)}), true;
    part_from_before();
    const bool in_list = in_list_;
    for (const TextCell& cell : table.cells) drawn_cell(cell, table, prefix);
    in_list_ = in_list;
    writer_.skip_to(table.end);
    table_part(nullptr, table, prefix);
    next_line_ = table.end < text_.size() ? line_at(text_, table.end)
                                          : SourceLine{text_.size(), text_.size(), text_.size()};
    after_blank_ = true;
    return true;
}

void Preparation::table_part(const TextCell* cell, const TextTable& table, std::string_view prefix) {
    auto& parts = writer_.prepared().table_parts;
    writer_.own_line(std::string(prefix) + table_part_mark(parts.size()));
    writer_.blank_line();
    TablePart part;
    part.table = static_cast<std::uint32_t>(next_table_);
    part.columns = table.columns;
    part.place = place(table.begin, table.end);
    part.is_end = cell == nullptr;
    if (cell != nullptr) part.cell = *cell, part.cell.lines.clear();
    parts.push_back(std::move(part));
}

void Preparation::drawn_cell(const TextCell& cell, const TextTable& table, std::string_view prefix) {
    if (!cell.lines.empty()) writer_.skip_to(cell.lines.front().begin);
    table_part(&cell, table, prefix);
    for (std::size_t i = 0; i < cell.lines.size(); ++i) {
        // What was found out about the text behind is of no use for text that stands before it.
        memory_ = {};
        no_jsx_until_ = 0;
        no_ticks_until_.fill(0);
        copied_until_ = 0;
        writer_.skip_to(cell.lines[i].begin);
        if (writer_.prepared().text.ends_with('\n')) writer_.append(prefix);
        writer_.skip_to(cell.lines[i].begin);
        const TextSlice next = i + 1 < cell.lines.size() ? cell.lines[i + 1] : TextSlice{};
        line_ = {cell.lines[i].begin, cell.lines[i].end, cell.lines[i].end};
        next_line_ = {next.begin, next.end, next.end};
        content_ = line_.begin;
        paragraph_end_ = line_.end;
        if (content_ < line_.end && !cell.holds_blocks && may_begin_block(text_.substr(content_)))
            writer_.insert(PrivateMark::joint);
        begin_line();
        inline_text();
        if (next.begin < next.end && text_.find_first_not_of('*', next.begin) >= next.end)
            continue;  // narrow columns part words from the marks that close them
        if (i + 1 < cell.lines.size() && ends_on_purpose(cell, i)) writer_.append("  ");
        writer_.append("\n");
    }
    if (fence_.size > 0) writer_.own_line(std::string(prefix) + std::string(fence_.size, fence_.mark));
    fence_ = {};
    columns_ = stray_rows_ = 0;
    writer_.blank_line();
}

/// A line that had room for the next one's first word was ended by its author, the others by their column.
bool Preparation::ends_on_purpose(const TextCell& cell, std::size_t line) const {
    const auto words = [&](const TextSlice& slice) {
        return text_.substr(slice.begin, slice.end - slice.begin);
    };
    const std::string_view here = words(cell.lines[line]);
    const std::string_view next = words(cell.lines[line + 1]);
    if (here.empty() || next.empty() || fence_.size > 0) return false;
    if (cell.holds_blocks && may_begin_block(next)) return false;
    return screen_width(here) + 1 + first_word(next) <= cell.width;
}

}  // namespace hanqing
