// SPDX-License-Identifier: Apache-2.0
// One pass over the source that makes it safe for the parser: joints beside emphasis, formulas, template tags
// and addresses shielded, tables counted, footnotes kept. It judges context roughly, and may: whatever it
// puts in is taken out again wherever it lands, so a wrong guess costs a mark, never a character.
#include "base/unicode.hpp"
#include "read/emphasis.hpp"
#include "read/math.hpp"
#include "read/pipe_row.hpp"
#include "read/prepared.hpp"
#include "read/prepared_writer.hpp"
#include "read/reference_cost.hpp"
#include "read/source_line.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace hanqing {
namespace {

constexpr std::size_t none_here = std::string_view::npos;
/// Longest run of backticks that is taken for a code span.
constexpr std::size_t ticks_max = 32;
/// The parser reads a paragraph anew, and slowly, for each line that could be a table's delimiter row. So a
/// long paragraph is parted from a table right below it, and rows that fit no head are hidden from the
/// parser.
constexpr std::size_t slow_paragraph_bytes = 2048;
constexpr std::uint32_t stray_rows_max = 4;
/// For each link the parser looks through all runs of `*` and `_` before it in the paragraph. More runs than
/// these are text.
constexpr std::uint32_t emphasis_runs_max = 4000;
constexpr std::array<bool, 256> special_bytes() {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("\\*_`${:|")) table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr std::array<bool, 256> is_special = special_bytes();
class Preparation {
public:
    Preparation(std::string_view text, std::uint32_t file, const ReadLimits& limits, Notes& notes)
        : text_(text), writer_(text), file_(file), limits_(limits), notes_(notes) {}
    Prepared run(std::size_t begin);
private:
    void line();
    [[nodiscard]] bool is_container_line() const;
    [[nodiscard]] bool begins_block() const;
    void begin_line();
    void fence();
    void table();
    void row();
    void footnote_label(std::size_t begin);
    void inline_text();
    void special(std::size_t at);
    void backslash(std::size_t at);
    void emphasis(std::size_t at);
    void backticks(std::size_t at);
    void formula(std::size_t at);
    void template_tag(std::size_t at);
    void address(std::size_t at);
    void pipe(std::size_t at);
    void shield_to(std::size_t end);
    void keep_indent();
    void keep_footnotes();
    [[nodiscard]] std::size_t paragraph_end();
    [[nodiscard]] std::size_t span_limit(std::size_t at);
    [[nodiscard]] Place place(std::size_t begin, std::size_t end) const {
        return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    void refuse(std::string_view id, Place where, std::vector<std::string> arguments) {
        notes_.error(where, id, std::move(arguments));
        writer_.prepared().refused = true;
    }
    std::string_view text_;
    PreparedWriter writer_;
    std::uint32_t file_;
    const ReadLimits& limits_;
    Notes& notes_;

    SourceLine line_, next_line_;
    std::size_t content_ = 0;  ///< Of the line, after quote marks.
    bool after_blank_ = true;
    Fence fence_;                                  ///< Open code block.
    std::size_t paragraph_end_ = 0;                ///< Of the paragraph last measured.
    std::size_t copied_until_ = 0;                 ///< A code span reaches up to here.
    std::size_t shielded_until_ = 0;               ///< A formula or template tag reaches up to here…
    PrivateMark closing_ = PrivateMark::math_end;  ///< …and ends with this.
    std::size_t shield_column_ = 0;  ///< Of the formula's first line; what stands deeper is kept.
    std::uint32_t columns_ = 0;      ///< Of the table that this line belongs to.
    std::uint64_t rows_ = 0;
    std::uint32_t stray_rows_ = 0;
    bool hide_row_ = false;  ///< The next line looks like a delimiter row and fits no head.
    std::uint32_t emphasis_runs_ = 0;
    std::size_t paragraph_begin_ = 0;  ///< After the last blank line.
    std::size_t excess_ = none_here;   ///< From this pipe on cells are too many.
    bool excess_is_empty_ = true;
    ClosingMemory memory_;
    std::array<std::size_t, ticks_max + 1> no_ticks_until_{};
    std::set<std::string, std::less<>> labels_;
    std::string tail_;
};

Prepared Preparation::run(std::size_t begin) {
    writer_.prepared().text.reserve(text_.size() - begin + (text_.size() - begin) / 16);
    writer_.skip_to(begin);
    writer_.prepared().lines.push_back(0);
    if (!references_within(text_.substr(begin), limits_.reference_bytes))
        refuse("reference-limit", place(begin, begin), {std::to_string(limits_.reference_bytes >> 20U)});
    next_line_ = line_at(text_, begin);
    while (next_line_.begin < text_.size() && !writer_.prepared().refused) {
        line_ = next_line_;
        next_line_ = line_.next < text_.size() ? line_at(text_, line_.next)
                                               : SourceLine{text_.size(), text_.size(), text_.size()};
        line();
    }
    keep_footnotes();
    return writer_.take();
}

void Preparation::line() {
    if (line_.end - line_.begin > limits_.line_bytes)
        return refuse("line-too-long", place(line_.begin, line_.end), {std::to_string(limits_.line_bytes)});
    content_ = content_begin(text_, line_);
    const bool stands_apart = is_container_line();
    if (stands_apart && !after_blank_) writer_.blank_line();
    begin_line();
    inline_text();
    writer_.copy_to(line_.end);
    writer_.end_line(line_.next);
    if (stands_apart) writer_.blank_line();
    after_blank_ = stands_apart || content_ == line_.end;
}

/// `:::` and the admonitions of MkDocs, which stay source: what they hold must not run into their own lines.
bool Preparation::is_container_line() const {
    if (fence_.size > 0 || shielded_until_ > line_.begin || content_ > line_.begin + 3) return false;
    if (text_.substr(line_.begin, content_ - line_.begin).find_first_not_of(' ') != none_here) return false;
    const std::string_view line = text_.substr(content_, line_.end - content_);
    for (const std::string_view mark : {":::", "!!! ", "??? ", "???+ ", "=== \""})
        if (line.starts_with(mark)) return true;
    return false;
}

void Preparation::begin_line() {
    excess_ = none_here;
    if (shielded_until_ > line_.begin) return keep_indent();
    if (content_ == line_.end) columns_ = stray_rows_ = 0, paragraph_begin_ = line_.next;
    if (content_ == line_.end || columns_ > 0 || begins_block()) emphasis_runs_ = 0;
    fence();
    if (fence_.size > 0) return;
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

void Preparation::row() {
    if (++rows_ * columns_ > limits_.cells)
        return refuse("table-cells", place(line_.begin, line_.end), {std::to_string(limits_.cells)});
    const RowCells cells = cells_of_row(text_.substr(content_, line_.end - content_), columns_);
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

/// Lines of a displayed formula keep what stands to the right of the formula's own column.
void Preparation::keep_indent() {
    if (closing_ != PrivateMark::display_end) return writer_.copy_to(content_);
    std::size_t at = line_.begin;
    const std::size_t column_end = std::min(line_.end, line_.begin + shield_column_);
    while (at < column_end && (text_[at] == ' ' || text_[at] == '\t' || text_[at] == '>')) ++at;
    writer_.copy_to(at);
    while (at < line_.end && text_[at] == ' ' && at < shielded_until_) writer_.shield(), ++at;
}

void Preparation::inline_text() {
    while (writer_.at() < line_.end) {
        if (shielded_until_ > writer_.at()) {
            shield_to(std::min(shielded_until_, line_.end));
            if (writer_.at() == shielded_until_) writer_.insert(closing_);
            continue;
        }
        std::size_t at = std::max(writer_.at(), std::min(copied_until_, line_.end));
        while (at < line_.end && !is_special[static_cast<unsigned char>(text_[at])]) ++at;
        writer_.copy_to(at);
        if (at < line_.end) special(at);
    }
}

void Preparation::special(std::size_t at) {
    switch (text_[at]) {
        case '\\':
            return backslash(at);
        case '*':
        case '_':
            return emphasis(at);
        case '`':
            return backticks(at);
        case '$':
            return formula(at);
        case '{':
            return template_tag(at);
        case ':':
            return address(at);
        default:
            return pipe(at);
    }
}

void Preparation::backslash(std::size_t at) {
    const bool escapes = at + 1 < line_.end && is_ascii_punctuation(text_[at + 1]);
    writer_.copy_to(at + (escapes ? 2 : 1));
}

void Preparation::emphasis(std::size_t at) {
    const char mark = text_[at];
    std::size_t end = at;
    while (end < line_.end && text_[end] == mark) ++end;
    if (++emphasis_runs_ > emphasis_runs_max) {
        notes_.once(Weight::warning, place(at, end), "emphasis-limit", {std::to_string(emphasis_runs_max)});
        return shield_to(end);
    }
    if (mark == '_') return writer_.copy_to(end);
    const Joints joints = joints_of_run(text_, at, end);
    if (joints.before) writer_.insert(PrivateMark::joint);
    if (joints.middle) {
        writer_.copy_to(at + 2);
        writer_.insert(PrivateMark::joint);
    }
    writer_.copy_to(end);
    if (joints.after) writer_.insert(PrivateMark::joint);
}

void Preparation::backticks(std::size_t at) {
    std::size_t end = at;
    while (end < line_.end && text_[end] == '`') ++end;
    const std::size_t size = end - at;
    writer_.copy_to(end);
    if (size > ticks_max || fence_.size > 0 || no_ticks_until_[size] > at) return;
    const std::size_t limit = paragraph_end();
    for (std::size_t p = text_.find('`', end); p < limit; p = text_.find('`', p)) {
        const std::size_t run = p;
        while (p < limit && text_[p] == '`') ++p;
        if (p - run != size) continue;
        copied_until_ = p;
        return;
    }
    no_ticks_until_[size] = limit;
}

void Preparation::formula(std::size_t at) {
    const FormulaFound found =
        fence_.size > 0 ? FormulaFound{} : formula_at(text_, at, span_limit(at), memory_);
    if (found.end == 0) return writer_.copy_to(at + 1);
    writer_.insert(found.is_display ? PrivateMark::display_begin : PrivateMark::math_begin);
    closing_ = found.is_display ? PrivateMark::display_end : PrivateMark::math_end;
    shielded_until_ = found.end;
    shield_column_ = at - line_.begin;
}

void Preparation::template_tag(std::size_t at) {
    const std::size_t end = fence_.size > 0 ? 0 : template_end(text_, at, line_.end, memory_);
    if (end == 0) return writer_.copy_to(at + 1);
    writer_.insert(PrivateMark::template_begin);
    closing_ = PrivateMark::template_end;
    shielded_until_ = end;
}

/// The marks inside a bare address (https://a.cn/x_y_*z*) are part of it.
void Preparation::address(std::size_t at) {
    constexpr std::string_view stops = " \t<>\"`|\\^{}[]";
    writer_.copy_to(at + 1);
    if (!text_.substr(at).starts_with("://") || fence_.size > 0) return;
    std::size_t end = at + 3;
    int open = 0;
    for (; end < line_.end && text_[end] > ' ' && text_[end] < 0x7F && stops.find(text_[end]) == none_here;
         ++end) {
        if (text_[end] == '(') ++open;
        if (text_[end] == ')' && --open < 0) break;
    }
    while (end > at + 3 && std::string_view("*_~.,:;!?'").find(text_[end - 1]) != none_here) --end;
    for (std::size_t p = at + 1; p < end; ++p) {
        writer_.copy_to(p);
        if (text_[p] == '*' || text_[p] == '_' || text_[p] == '~') writer_.shield();
    }
    writer_.copy_to(end);
}

void Preparation::pipe(std::size_t at) {
    if (at < excess_) return writer_.copy_to(at + 1);
    if (excess_is_empty_) return writer_.skip_to(line_.end);
    if (at == excess_) writer_.insert(PrivateMark::excess_cell);
    writer_.shield();
}

void Preparation::shield_to(std::size_t end) {
    while (writer_.at() < end) {
        std::size_t at = writer_.at();
        while (at < end && !is_ascii_punctuation(text_[at])) ++at;
        writer_.copy_to(at);
        if (at < end) writer_.shield();
    }
}

/// Where the blank line is that ends this paragraph; measured once for each.
std::size_t Preparation::paragraph_end() {
    if (paragraph_end_ > line_.begin) return paragraph_end_;
    SourceLine line = line_;
    while (line.end < text_.size() && content_begin(text_, line) < line.end) {
        paragraph_end_ = line.end;
        if (line.next >= text_.size()) break;
        line = line_at(text_, line.next);
    }
    paragraph_end_ = std::max(paragraph_end_, line_.end);
    return paragraph_end_;
}

/// In a table a formula stays within its cell.
std::size_t Preparation::span_limit(std::size_t at) {
    if (columns_ == 0) return paragraph_end();
    for (std::size_t p = at + 1; p < line_.end; ++p) {
        if (text_[p] == '\\')
            ++p;
        else if (text_[p] == '|')
            return p;
    }
    return line_.end;
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

}  // namespace

Prepared prepare(const Source& source, std::uint32_t begin, std::uint32_t file, const ReadLimits& limits,
                 Notes& notes) {
    return Preparation(source.bytes, file, limits, notes).run(begin);
}

}  // namespace hanqing
