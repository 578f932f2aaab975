// SPDX-License-Identifier: Apache-2.0
// One pass over the source that makes it safe for the parser: joints beside emphasis, formulas, template tags
// and addresses shielded, tables counted, footnotes kept. It judges context roughly, and may: whatever it
// puts in is taken out again wherever it lands, so a wrong guess costs a mark, never a character.
#include "read/preparation.hpp"

#include "base/unicode.hpp"
#include "read/attribute_line.hpp"
#include "read/pipe_row.hpp"
#include "read/reference_cost.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::size_t none_here = std::string_view::npos;
/// The parser reads a paragraph anew, and slowly, for each line that could be a table's delimiter row. So a
/// long paragraph is parted from a table right below it, and rows that fit no head are hidden from the
/// parser.
constexpr std::size_t slow_paragraph_bytes = 2048;
constexpr std::uint32_t stray_rows_max = 4;

}  // namespace

Prepared Preparation::run(std::size_t begin) {
    writer_.prepared().text.reserve(text_.size() - begin + (text_.size() - begin) / 16);
    writer_.skip_to(begin);
    writer_.prepared().lines.push_back(0);
    if (!references_within(text_.substr(begin), limits_.reference_bytes))
        refuse("reference-limit", place(begin, begin), {std::to_string(limits_.reference_bytes >> 20U)});
    tags_ = block_tags(text_, begin);
    text_tables_ = text_tables(text_, begin, limits_.columns);
    next_line_ = line_from(begin);
    while (next_line_.begin < text_.size() && !writer_.prepared().refused) {
        line_ = next_line_;
        next_line_ = line_from(line_.next);
        line();
    }
    leave_callouts(0);
    keep_footnotes();
    return writer_.take();
}

void Preparation::line() {
    if (line_.end - line_.begin > limits_.line_bytes)
        return refuse("line-too-long", place(line_.begin, line_.end), {std::to_string(limits_.line_bytes)});
    BlockTag* const tag = tag_at(line_.begin);
    const std::size_t typed_begin = line_.begin;
    drop_indent();
    content_ = content_begin(text_, line_);
    if (drawn_table(typed_begin)) return;
    if (tag != nullptr && write_tag(*tag)) return;
    if (conflict_marker() || hidden_lines() || abbreviation() || line_of_block()) return;
    if (is_term()) return term();
    const bool is_definition = definition();
    if (!is_definition) mend_slips();
    const bool is_whole = is_whole_element();
    const bool is_container = !is_definition && is_container_line();
    const bool stands_apart = is_container || tag != nullptr || is_whole || is_attributes_alone();
    if (stands_apart || parts_from_list()) part_from_before();
    const bool is_parted = is_text_above_rule();
    if (is_tag_of_text()) writer_.copy_to(content_), writer_.insert(PrivateMark::joint);
    begin_line();
    inline_text();
    writer_.copy_to(line_.end);
    writer_.end_line(line_.next);
    if (stands_apart) writer_.blank_line();
    if (is_parted) part_from_rule();
    if (is_container) enter_callout();
    after_blank_ = stands_apart || content_ == line_.end;
}

/// Puts a blank line, with the quote marks around, before a line that must not run into what is above it.
void Preparation::part_from_before() {
    if (!after_blank_) writer_.own_line(text_.substr(line_.begin, content_ - line_.begin));
    columns_ = stray_rows_ = 0;
    paragraph_begin_ = line_.begin;
}

/// `{: .table }` would be a row of the table above it, and text of a paragraph. In a list a blank line would
/// loosen the items, so there it stays with the paragraph, whose end it is.
bool Preparation::is_attributes_alone() const {
    if (fence_.size > 0 || shielded_until_ > line_.begin) return false;
    if (columns_ == 0 && content_ > line_.begin) return false;
    return is_attribute_line(text_.substr(content_, line_.end - content_));
}

/// The lines of callouts (callouts.hpp): what they hold must not run into them.
bool Preparation::is_container_line() const {
    if (fence_.size > 0 || shielded_until_ > line_.begin) return false;
    if (content_ > line_.begin + 3 && !in_list_) return false;
    if (text_.substr(line_.begin, content_ - line_.begin).find_first_not_of(' ') != none_here) return false;
    const std::string_view line = text_.substr(content_, line_.end - content_);
    for (const std::string_view mark : {":::", "!!! ", "??? ", "???+ ", "=== \""})
        if (line.starts_with(mark)) return true;
    return false;
}

void Preparation::begin_line() {
    excess_ = none_here;
    strong_runs_ = 0;
    if (shielded_until_ > line_.begin) return keep_indent();
    if (content_ == line_.end) columns_ = stray_rows_ = 0, paragraph_begin_ = line_.next;
    if (content_ == line_.end || columns_ > 0 || begins_block()) emphasis_runs_ = 0;
    fence();
    if (fence_.size > 0) return;
    follow_list();
    table();
    footnote_label(content_);
}

/// A line that ends the paragraph before it without a blank line: bullets, the first of a list, headings.
bool Preparation::begins_block() const {
    const char first = text_[content_];
    if (first == '#') return true;
    const bool marker = first == '-' || first == '+' || first == '*' || first == '1';
    return marker && after_markers(text_, content_, line_.end) > content_;
}

void Preparation::fence() {
    const Fence found = fence_at(text_, line_);
    if (fence_.size == 0) {
        fence_ = found;
        return;
    }
    const bool bare = text_.substr(content_, line_.end - content_).find_last_not_of(" \t`~") == none_here;
    if (found.mark == fence_.mark && found.size >= fence_.size && bare) fence_ = {};
}

void Preparation::table() {
    if (columns_ > 0) return row();
    if (hide_row_) writer_.copy_to(content_), writer_.insert(PrivateMark::joint);
    hide_row_ = false;
    const std::size_t next_content = content_begin(text_, next_line_);
    if (content_ == line_.end || next_content == next_line_.end) return;
    const std::string_view next = text_.substr(next_content, next_line_.end - next_content);
    if (next.front() != '|' && next.front() != '-' && next.front() != ':') return;
    const std::uint32_t columns = delimiter_columns(next);
    if (columns == 0) return;
    const std::size_t begin = after_markers(text_, content_, line_.end);
    const std::uint32_t head = cells_of_row(text_.substr(begin, line_.end - begin), columns).count;
    if (head != columns) {
        note_delimiter(head, columns);
        hide_row_ = line_.end - paragraph_begin_ > slow_paragraph_bytes || ++stray_rows_ > stray_rows_max;
        return;
    }
    if (columns > limits_.columns)
        return refuse("table-columns", place(line_.begin, line_.end),
                      {std::to_string(columns), std::to_string(limits_.columns)});
    if (line_.begin - paragraph_begin_ > slow_paragraph_bytes) writer_.blank_line();
    columns_ = columns;
    rows_ = 0;
}

/// A row of dashes that does not fit its head makes no table: both are text. Without pipes it underlines.
void Preparation::note_delimiter(std::uint32_t head, std::uint32_t columns) {
    const auto has_pipe = [&](const SourceLine& line) {
        const std::string_view words = text_.substr(line.begin, line.end - line.begin);
        const std::size_t at = words.find('|');
        return at != none_here && (at == 0 || words[at - 1] != '\\');
    };
    if (!has_pipe(line_) || !has_pipe(next_line_)) return;
    notes_.warning(place(content_begin(text_, next_line_), next_line_.end), "table-delimiter",
                   {std::to_string(columns), std::to_string(head)});
}

void Preparation::row() {
    if (++rows_ * columns_ > limits_.cells)
        return refuse("table-cells", place(line_.begin, line_.end), {std::to_string(limits_.cells)});
    const std::string_view typed = text_.substr(content_, line_.end - content_);
    RowCells cells = cells_of_row(typed, columns_);
    code_has_pipes_ = false;
    // `'a' | 'b'`: where a row has too many cells the pipes inside of code are the code's.
    if (cells.count > columns_ && !cells.excess_is_empty) {
        const RowCells whole = cells_of_row(typed, columns_, true);
        code_has_pipes_ = whole.count < cells.count;
        if (code_has_pipes_) cells = whole;
    }
    excess_is_empty_ = cells.excess_is_empty;
    // The pipe that ends the last cell may stand when nothing but empty cells follow it.
    if (cells.excess != none_here) excess_ = content_ + cells.excess + (excess_is_empty_ ? 1 : 0);
}

void Preparation::footnote_label(std::size_t begin) {
    const LabelFound found = label_at(text_, begin, line_.end);
    if (found.end == 0 || !found.label.starts_with('^') || found.label.size() < 2) return;
    writer_.copy_to(begin);
    const std::size_t written = writer_.prepared().text.size();
    writer_.copy_to(begin + 1 + found.label.size());  // as typed: it must meet its references
    if (!labels_.insert(nfkc_casefold(found.label)).second) writer_.insert(PrivateMark::second);
    tail_ += writer_.prepared().text.substr(written) + "] ";
}

/// The parser drops footnotes to which nothing refers; so a last paragraph refers to each of them.
void Preparation::keep_footnotes() {
    Prepared& prepared = writer_.prepared();
    prepared.own_size = static_cast<std::uint32_t>(prepared.text.size());
    if (tail_.empty()) return;
    std::string tail = "\n";
    append_private(tail, PrivateMark::tail);
    writer_.append(tail + " " + tail_ + "\n");
}

Prepared prepare(const Source& source, std::uint32_t begin, std::uint32_t file, const ReadLimits& limits,
                 Notes& notes) {
    return Preparation(source.bytes, file, limits, notes).run(begin);
}

}  // namespace hanqing
