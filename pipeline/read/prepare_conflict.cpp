// SPDX-License-Identifier: Apache-2.0
// Marks that version control left where two texts could not be merged. To Markdown they would be underlines
// of headings and quotations; here they are lines of text, and the author is told.
#include "read/preparation.hpp"

namespace hanqing {
namespace {

constexpr std::size_t mark_size = 7;

/// Seven signs alone, or with a name behind a blank.
bool is_mark(std::string_view line, char sign) {
    return line.find_first_not_of(sign) == (line.size() == mark_size ? std::string_view::npos : mark_size) &&
           line.size() >= mark_size && (line.size() == mark_size || line[mark_size] == ' ');
}

/// `>>>>>>> f8c81a0` whose beginning somebody has deleted. Words would be a quotation, if a deep one.
bool is_end_alone(std::string_view line) {
    return is_mark(line, '>') && line.size() > mark_size + 1 &&
           line.find(' ', mark_size + 1) == std::string_view::npos;
}

}  // namespace

/// Whether the line is one of the marks.
bool Preparation::conflict_marker() {
    if (fence_.size > 0 || shielded_until_ > line_.begin) return false;
    const std::string_view line = content_of(text_, line_);
    const bool begins = is_mark(line, '<');
    const bool ends = is_mark(line, '>');
    const bool goes_on = in_conflict_ && (ends || is_mark(line, '|') || is_mark(line, '='));
    if (!begins && !goes_on && !is_end_alone(line)) return false;
    if (!goes_on) notes_.warning(place(line_.begin, line_.end), "merge-conflict");
    in_conflict_ = begins || (in_conflict_ && !ends);
    content_ = line_.begin;
    part_from_before();
    shield_to(line_.end);
    writer_.end_line(line_.next);
    writer_.blank_line();
    after_blank_ = true;
    in_list_ = false;
    return true;
}

}  // namespace hanqing
