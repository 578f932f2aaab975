// SPDX-License-Identifier: Apache-2.0
// Slips of the hand (typed_slips.hpp), set right on their way to the parser and told once a kind.
#include "base/unicode.hpp"
#include "read/line_signs.hpp"
#include "read/preparation.hpp"
#include "read/typed_slips.hpp"

namespace hanqing {

void Preparation::mend_slips() {
    if (fence_.size > 0 || shielded_until_ > line_.begin || content_ == line_.end) return;
    drop_blanks_of_text();
    const std::string_view line = text_.substr(content_, line_.end - content_);
    const std::size_t next_content = content_begin(text_, next_line_);
    const std::size_t marks =
        line.starts_with('#') ? marks_without_blank(line, after_blank_ && next_content == next_line_.end) : 0;
    if (marks == 0) return;
    notes_.once(Weight::remark, place(content_, content_ + marks), "heading-blank");
    writer_.copy_to(content_ + marks);
    writer_.append(" ");
    writer_.skip_to(content_ + marks);
}

/// Four blanks or a tabulator make code, and are also how people type the indent of a paragraph. The lines up
/// to the next blank one are judged together.
void Preparation::drop_blanks_of_text() {
    constexpr std::size_t code_columns = 4;
    if (line_.begin >= text_until_) {
        if (in_list_ || !after_blank_ || indent_of(text_, line_, code_columns).columns < code_columns) return;
        SourceLine line = line_;
        for (;; line = line_at(text_, line.next)) {
            const std::size_t content = content_begin(text_, line);
            if (content == line.end) break;
            if (!is_text_and_no_code(text_.substr(content, line.end - content))) return;
            if (line.next >= text_.size()) break;
        }
        text_until_ = line.end;
        notes_.once(Weight::remark, place(line_.begin, content_), "indented-text");
    }
    line_.begin = content_;
    writer_.skip_to(content_);
}

/// ○ at the margin below a list is no part of its last item, though no blank line says so; nor is the next
/// number part of what ○ began.
/// ② 제1항의 사업은 …, 제4조(회원): in Korean statutes above the items 1. and 2., and so no part of them.
bool Preparation::begins_korean_clause() const {
    const std::string_view line = text_.substr(content_, line_.end - content_);
    const std::u32string head = head_of(line);
    if (head.empty() || number_end(head) == 0) return false;
    if (head[0] == U'제') return true;
    const bool circled = head[0] >= U'①' && head[0] <= U'⑳';
    return circled && std::any_of(head.begin(), head.end(), is_hangul);
}

bool Preparation::parts_from_list() {
    if (fence_.size > 0 || shielded_until_ > line_.begin || columns_ > 0) return false;
    if (after_blank_ || content_ == line_.end) {
        below_list_ = false;
        return false;
    }
    if (!in_list_ || content_ != line_.begin) return false;
    std::size_t at = content_;
    const bool marked = after_markers(text_, content_, line_.end) > content_;
    const bool bullet = !marked && is_bullet(next_code_point(text_, at));
    const bool parts = bullet || (marked && below_list_) || begins_korean_clause();
    below_list_ = bullet;
    return parts;
}

/// A rule typed right below a sentence would make a heading of it.
bool Preparation::is_text_above_rule() const {
    if (fence_.size > 0 || shielded_until_ > line_.begin || columns_ > 0 || content_ == line_.end)
        return false;
    const std::string_view below = text_.substr(next_line_.begin, next_line_.end - next_line_.begin);
    if (in_conflict_ && below == "=======") return false;
    return is_rule_below(below) && is_text_and_no_heading(text_.substr(content_, line_.end - content_));
}

/// A blank line makes a rule of ----; ==== would be text.
void Preparation::part_from_rule() {
    notes_.once(Weight::remark, place(next_line_.begin, next_line_.end), "rule-below-text");
    writer_.blank_line();
    if (text_[next_line_.begin] != '=') return;
    writer_.own_line("---");
    writer_.skip_to(next_line_.next);
    next_line_ = next_line_.next < text_.size() ? line_at(text_, next_line_.next)
                                                : SourceLine{text_.size(), text_.size(), text_.size()};
}

}  // namespace hanqing
