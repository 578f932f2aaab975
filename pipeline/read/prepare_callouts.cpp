// SPDX-License-Identifier: Apache-2.0
// MkDocs' callouts hold what is indented below their head. The indent is dropped, so that the parser reads it
// as what it is and not as code, and `:::` marks where it ends.
#include "read/preparation.hpp"

#include "read/callouts.hpp"

#include <algorithm>

namespace hanqing {
namespace {

bool is_blank(std::string_view text, const SourceLine& line) {
    return text.substr(line.begin, line.end - line.begin).find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

/// Ends the callouts that hold nothing so far to the left, and code blocks that they left open.
void Preparation::leave_callouts(std::size_t columns) {
    while (!callouts_.empty() && columns < callouts_.back().columns) {
        const std::string indent(callouts_.back().head, ' ');
        if (fence_.size > 0) writer_.own_line(indent + std::string(fence_.size, fence_.mark));
        fence_ = {};
        const bool is_definition = callouts_.back().is_definition;
        callouts_.pop_back();
        if (is_definition) continue;
        writer_.blank_line();
        writer_.own_line(indent + ":::");
        writer_.blank_line();
        after_blank_ = true;
        columns_ = stray_rows_ = 0;
        paragraph_begin_ = line_.begin;
    }
}

/// Each open callout takes four columns; what stands deeper, as in a list, stays so.
void Preparation::drop_indent() {
    if (is_blank(text_, line_) ||
        (line_.begin > 0 && text_[line_.begin - 1] != '\n' && text_[line_.begin - 1] != '\r'))
        return;
    drop_indent_of_element();
    if (callouts_.empty()) return;
    if (shielded_until_ <= line_.begin)
        leave_callouts(indent_of(text_, line_, callouts_.back().columns).columns);
    line_.begin = indent_of(text_, line_, callout_columns * callouts_.size()).end;
    writer_.skip_to(line_.begin);
}

/// A head that nothing indented follows is text, unless it has a title in quotation marks.
void Preparation::enter_callout() {
    const std::string_view line = text_.substr(content_, line_.end - content_);
    if (line.starts_with(':') || !callout_head(line)) return;
    const std::size_t head = content_ - line_.begin;
    const std::size_t columns = head + callout_columns * (callouts_.size() + 1);
    const bool titled = line.find('"') != std::string_view::npos && line.ends_with('"');
    if (titled)
        callouts_.push_back({head, columns});
    else
        hold_indented({head, columns});
}

/// Opens what goes on with the next line, if that is indented enough.
void Preparation::hold_indented(Callout callout) {
    SourceLine next = next_line_;
    while (next.begin < text_.size() && is_blank(text_, next) && next.next < text_.size())
        next = line_at(text_, next.next);
    const bool holds =
        next.begin < text_.size() && indent_of(text_, next, callout.columns).columns == callout.columns;
    if (holds) callouts_.push_back(callout);
}

/// A list goes on through what is indented, and ends with a paragraph at the margin.
void Preparation::follow_list() {
    if (content_ == line_.end) return;
    if (after_markers(text_, content_, line_.end) > content_)
        in_list_ = true;
    else if (content_ == line_.begin && after_blank_)
        in_list_ = false;
}

}  // namespace hanqing
