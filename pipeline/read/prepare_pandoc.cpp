// SPDX-License-Identifier: Apache-2.0
// Lines of pandoc's that CommonMark has not: `| line` blocks, whose lines are kept, and definition lists,
// which become a term in bold and paragraphs.
#include "read/preparation.hpp"

#include "read/block_sign.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

constexpr std::size_t term_bytes_max = 240;

std::string_view words_of(std::string_view text, const SourceLine& line) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t", line.begin), line.end);
    return text.substr(begin, line.end - begin);
}

/// `| words` with no further bar, which a row of a table would have; also `|` alone.
bool is_barred_line(std::string_view words) {
    if (!words.starts_with("| ") && words != "|") return false;
    for (std::size_t at = words.find('|', 1); at != std::string_view::npos; at = words.find('|', at + 1))
        if (words[at - 1] != '\\') return false;
    return true;
}

/// Bytes of `:   ` or `~   ` with `blanks` at least; 0 where something else stands.
std::size_t definition_sign(std::string_view words, std::size_t blanks) {
    if (!words.starts_with(':') && !words.starts_with('~')) return 0;
    const std::size_t begin = std::min(words.find_first_not_of(" \t", 1), words.size());
    const bool is_wide = words.substr(1, begin - 1).find('\t') != std::string_view::npos || begin > blanks;
    return begin < words.size() && begin > 1 && is_wide ? begin : 0;
}

SourceLine line_after(std::string_view text, const SourceLine& line) {
    return line.next < text.size() ? line_at(text, line.next)
                                   : SourceLine{text.size(), text.size(), text.size()};
}

}  // namespace

/// How far the line block reaches that begins with this line; measured once, where a paragraph may begin.
void Preparation::measure_line_block() {
    SourceLine line = line_;
    std::size_t count = 0;
    for (; line.begin < line.end && is_barred_line(words_of(text_, line)); line = line_after(text_, line))
        ++count;
    const std::string_view below = words_of(text_, line);
    const bool fills_div = count > 0 && below.starts_with(":::");
    if (fills_div || (count > 1 && below.empty())) line_block_until_ = line.begin;
}

/// Takes the bar away. Whether this was a line of such a block.
bool Preparation::line_of_block() {
    if (fence_.size > 0 || shielded_until_ > line_.begin || columns_ > 0 || content_ == line_.end ||
        text_[content_] != '|')
        return false;
    if (after_blank_ && line_block_until_ <= line_.begin) measure_line_block();
    if (line_block_until_ <= line_.begin) return false;
    const std::size_t words = std::min(text_.find_first_not_of(" \t", content_ + 1), line_.end);
    writer_.copy_to(content_);
    for (std::size_t blank = content_ + 2; blank + 1 < words; blank += 2) writer_.append("\u3000");
    writer_.skip_to(words);
    content_ = words;
    if (words < line_.end && may_begin_block(text_.substr(words, line_.end - words)))
        writer_.insert(PrivateMark::joint);
    inline_text();
    const bool is_last = next_line_.begin >= line_block_until_;
    if (words < line_.end && !is_last) writer_.append("  ");
    writer_.end_line(line_.next);
    after_blank_ = false;
    return true;
}

/// A line alone whose next one begins with `: `, or behind a blank line with `:   `.
bool Preparation::is_term() const {
    if (!after_blank_ || content_ > line_.begin || content_ == line_.end || columns_ > 0 || in_list_)
        return false;
    if (fence_.size > 0 || shielded_until_ > line_.begin || line_.end - line_.begin > term_bytes_max)
        return false;
    if (!callouts_.empty() && callouts_.back().is_definition) return false;
    const std::string_view words = words_of(text_, line_);
    if (may_begin_block(words) || words.starts_with('!') || words.starts_with('<') || words.starts_with('{'))
        return false;
    SourceLine line = next_line_;
    const bool is_loose = words_of(text_, line).empty();
    if (is_loose) line = line_after(text_, line);
    const std::string_view definition = words_of(text_, line);
    if (definition_sign(definition, is_loose ? 2 : 1) == 0) return false;
    // A caption has its table near.
    SourceLine after = line_after(text_, line);
    if (words_of(text_, after).empty()) after = line_after(text_, after);
    return !words_of(text_, after).starts_with('|') && !words_of(text_, after).starts_with('+');
}

void Preparation::term() {
    const bool has_marks =
        text_.substr(line_.begin, line_.end - line_.begin).find('*') != std::string_view::npos;
    if (!has_marks) writer_.append("**");
    writer_.skip_to(content_);
    begin_line();
    inline_text();
    if (!has_marks) writer_.append("**");
    writer_.skip_to(line_.end);
    writer_.end_line(line_.next);
    writer_.blank_line();
    in_definitions_ = after_term_ = after_blank_ = true;
}

/// Takes the sign away; what is indented below goes on with the definition. Whether this line begins one.
bool Preparation::definition() {
    const bool below_term = std::exchange(after_term_, false);
    if (!in_definitions_ || content_ == line_.end || fence_.size > 0 || shielded_until_ > line_.begin)
        return false;
    const std::size_t sign = definition_sign(words_of(text_, line_), after_blank_ && !below_term ? 2 : 1);
    if (sign == 0) {
        // A line at the margin behind a blank one ends the list; words right below go on.
        in_definitions_ = in_definitions_ && (!after_blank_ || !callouts_.empty());
        return false;
    }
    part_from_before();
    after_blank_ = true;
    line_.begin = content_ = content_ + sign;
    writer_.skip_to(content_);
    hold_indented({0, callout_columns * (callouts_.size() + 1), true});
    return true;
}

}  // namespace hanqing
