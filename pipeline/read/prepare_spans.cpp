// SPDX-License-Identifier: Apache-2.0
// The preparation within a line: joints beside emphasis; formulas, template tags and addresses shielded.
#include "read/preparation.hpp"

#include "base/unicode.hpp"
#include "read/destination.hpp"
#include "read/emoji_names.hpp"
#include "read/emphasis.hpp"
#include "read/formulas.hpp"
#include "read/picture_size.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// For each link the parser looks through all runs of `*` and `_` before it in the paragraph. More runs than
/// these are text.
constexpr std::uint32_t emphasis_runs_max = 4000;

constexpr std::array<bool, 256> special_bytes() {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("\\*_`${:|]%<")) table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr std::array<bool, 256> is_special = special_bytes();

}  // namespace

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
        case ']':
            return destination(at);
        case '%':
            return percent(at);
        case '<':
            return jsx(at);
        default:
            return pipe(at);
    }
}

void Preparation::backslash(std::size_t at) {
    const char next = at + 1 < line_.end ? text_[at + 1] : '\0';
    if ((next == '[' || next == '(') && fence_.size == 0) {
        const FormulaFound found = bracket_formula_at(text_, at, span_limit(at + 1), memory_);
        if (found.end > 0) return begin_formula(at, found);
    }
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
    if (mark == '_') return is_blank_to_fill(at, end) ? shield_to(end) : writer_.copy_to(end);
    if (end - at == 2 && loose_strong(at)) return;
    strong_runs_ += end - at == 2 ? 1 : 0;
    const Joints joints = joints_of_run(text_, at, end);
    if (joints.before) writer_.insert(PrivateMark::joint);
    if (joints.middle) {
        writer_.copy_to(at + 2);
        writer_.insert(PrivateMark::joint);
    }
    writer_.copy_to(end);
    if (joints.after) writer_.insert(PrivateMark::joint);
}

/// ** 截止日期 **: blanks inside the marks, which the parser takes for stars. In Chinese they are meant;
/// between numbers and names a star or two is an operator.
bool Preparation::loose_strong(std::size_t at) {
    if (fence_.size > 0 || strong_runs_ % 2 != 0) return false;
    std::size_t close = at + 2;
    bool has_wide = false;
    while (close < line_.end && !is_special[static_cast<unsigned char>(text_[close])])
        has_wide = is_wide(next_code_point(text_, close)) || has_wide;
    const bool ends = close + 1 < line_.end && text_[close] == '*' && text_[close + 1] == '*' &&
                      (close + 2 == line_.end || text_[close + 2] != '*');
    if (!ends || !has_wide) return false;
    const std::size_t begin = text_.find_first_not_of(' ', at + 2);
    const std::size_t end = text_.find_last_not_of(' ', close - 1) + 1;
    if (begin == at + 2 && end == close) return false;
    notes_.once(Weight::remark, place(at, close + 2), "emphasis-blanks");
    writer_.copy_to(at + 2);
    writer_.insert(PrivateMark::joint);
    writer_.skip_to(begin);
    writer_.copy_to(end);
    writer_.skip_to(close);
    writer_.insert(PrivateMark::joint);
    writer_.copy_to(close + 2);
    strong_runs_ += 2;
    return true;
}

/// 合同价____元: a blank of a form, which CommonMark takes for emphasis. A line of nothing else is a rule.
bool Preparation::is_blank_to_fill(std::size_t begin, std::size_t end) const {
    if (fence_.size > 0 || end - begin < 3) return false;
    constexpr std::size_t signature_min = 10;  // a line to sign on has the name right below it
    if (text_.substr(content_, line_.end - content_).find_first_not_of("_ \t\r") == std::string_view::npos)
        return end - begin >= signature_min && content_begin(text_, next_line_) < next_line_.end;
    if (end - begin > 3) return true;
    std::size_t at = end;
    const bool after = end < line_.end && is_wide(next_code_point(text_, at));
    return after || end == line_.end || (begin > line_.begin && is_wide(code_point_before(text_, begin)));
}

void Preparation::backticks(std::size_t at) {
    std::size_t end = at;
    while (end < line_.end && text_[end] == '`') ++end;
    const std::size_t size = end - at;
    writer_.copy_to(end);
    if (size > ticks_max || fence_.size > 0 || no_ticks_until_[size] > at) return;
    const bool in_row = columns_ > 0 && code_has_pipes_;
    const std::size_t limit = in_row ? line_.end : paragraph_end();
    for (std::size_t p = text_.find('`', end); p < limit; p = text_.find('`', p)) {
        const std::size_t run = p;
        while (p < limit && text_[p] == '`') ++p;
        if (p - run != size) continue;
        if (in_row) shield_pipes(p);
        copied_until_ = p;
        return;
    }
    if (in_row) return;
    no_ticks_until_[size] = limit;
}

void Preparation::formula(std::size_t at) {
    const FormulaFound found =
        fence_.size > 0 ? FormulaFound{} : formula_at(text_, at, span_limit(at), memory_);
    if (found.end == 0) return writer_.copy_to(at + 1);
    begin_formula(at, found);
}

void Preparation::begin_formula(std::size_t at, const FormulaFound& found) {
    bool& sets_formulas = writer_.prepared().sets_formulas;
    sets_formulas = sets_formulas || is_more_than_text(text_.substr(at, found.end - at), found.is_display);
    writer_.insert(found.is_display ? PrivateMark::display_begin : PrivateMark::math_begin);
    closing_ = found.is_display ? PrivateMark::display_end : PrivateMark::math_end;
    shielded_until_ = found.end;
    shield_column_ = at - line_.begin;
}

void Preparation::template_tag(std::size_t at) {
    std::size_t end = fence_.size > 0 ? 0 : template_end(text_, at, line_.end, memory_);
    const bool is_comment = fence_.size == 0 && end == 0 && text_.substr(at).starts_with("{/*");
    if (is_comment) end = comment_end(text_, at, span_limit(at), memory_);
    if (end == 0) return writer_.copy_to(at + 1);
    writer_.insert(is_comment ? PrivateMark::comment_begin : PrivateMark::template_begin);
    closing_ = is_comment ? PrivateMark::comment_end : PrivateMark::template_end;
    shielded_until_ = end;
}

/// The marks inside a bare address (https://a.cn/x_y_*z*) are part of it.
void Preparation::address(std::size_t at) {
    constexpr std::string_view stops = " \t<>\"`|\\^{}[]";
    if (emoji(at)) return;
    writer_.copy_to(at + 1);
    if (!text_.substr(at).starts_with("://") || fence_.size > 0) return;
    std::size_t end = at + 3;
    int open = 0;
    for (; end < line_.end && text_[end] > ' ' && text_[end] < 0x7F &&
           stops.find(text_[end]) == std::string_view::npos;
         ++end) {
        if (text_[end] == '(') ++open;
        if (text_[end] == ')' && --open < 0) break;
    }
    while (end > at + 3 && std::string_view("*_~.,:;!?'").find(text_[end - 1]) != std::string_view::npos)
        --end;
    for (std::size_t p = at + 1; p < end; ++p) {
        writer_.copy_to(p);
        if (text_[p] == '*' || text_[p] == '_' || text_[p] == '~') writer_.shield();
    }
    writer_.copy_to(end);
}

/// `](图 片.png)`: the blanks of the file's name are hidden from the parser.
void Preparation::destination(std::size_t at) {
    writer_.copy_to(at + 1);
    if (fence_.size > 0 || !text_.substr(at + 1).starts_with("(")) return;
    const std::size_t begin = text_.find_first_not_of(' ', at + 2);
    if (sized_destination(std::min(text_.find(' ', begin), line_.end))) return;
    const std::size_t end = begin < line_.end ? blank_destination(text_, begin, line_.end) : 0;
    while (writer_.at() < end) {
        const std::size_t blank = std::max(writer_.at(), begin);
        writer_.copy_to(std::min(end, text_.find(' ', blank)));
        if (writer_.at() < end) writer_.shield();
    }
}

/// `](a.png =400x300)`: the size moves into attributes behind the picture.
bool Preparation::sized_destination(std::size_t path_end) {
    const auto size = size_in_destination(text_, path_end, line_.end);
    if (!size) return false;
    writer_.copy_to(path_end);
    writer_.skip_to(size->end);
    writer_.copy_to(size->end + 1);
    std::string words;
    for (const auto& [key, value] : size->attributes.values)
        words += (words.empty() ? "" : " ") + key + "=" + value;
    writer_.append("{" + words + "}");
    writer_.skip_to(size->end + 1);
    return true;
}

/// `:smile:`, apart from words and numbers with colons between them.
bool Preparation::emoji(std::size_t at) {
    if (fence_.size > 0) return false;
    const EmojiFound found = emoji_at(text_.substr(0, line_.end), at);
    if (found.size == 0 || text_.substr(at + found.size).starts_with('`')) return false;  // :label:`x`
    const auto is_word = [&](std::size_t place) {
        const char c = place < line_.end ? text_[place] : ' ';
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    };
    if ((at > line_.begin && is_word(at - 1)) || is_word(at + found.size)) return false;
    writer_.append(found.emoji);
    writer_.skip_to(at + found.size);
    return true;
}

/// Pipes of code, which would end the cell.
void Preparation::shield_pipes(std::size_t end) {
    for (std::size_t at = text_.find('|', writer_.at()); at < end; at = text_.find('|', at + 1)) {
        if (text_[at - 1] == '\\') continue;
        writer_.copy_to(at);
        writer_.shield();
    }
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

}  // namespace hanqing
