// SPDX-License-Identifier: Apache-2.0
// What is not for print: `%% … %%` of Obsidian, in a line or over many, and abbreviations explained.
#include "read/preparation.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::string_view sign = "%%";
constexpr std::size_t nowhere = std::string_view::npos;

}  // namespace

void Preparation::leave_out(std::size_t begin, std::size_t end) {
    writer_.copy_to(begin);
    writer_.skip_to(end);
    writer_.prepared().comments.push_back(place(begin, end));
}

/// `%%` that begins a line hides what follows up to the next one, in whatever line that stands.
bool Preparation::hidden_lines() {
    const std::string_view words = text_.substr(content_, line_.end - content_);
    if (fence_.size > 0 || shielded_until_ > line_.begin || !words.starts_with(sign) || no_more_hidden_)
        return false;
    if (words.find(sign, sign.size()) != nowhere) return false;
    const std::size_t end = text_.find(sign, line_.end);
    no_more_hidden_ = end == nowhere;
    if (no_more_hidden_) return false;
    part_from_before();
    leave_out(content_, end + sign.size());
    writer_.blank_line();
    next_line_ = line_at(text_, end + sign.size());
    after_blank_ = true;
    return true;
}

/// `*[DGBAS]: 行政院主計總處`: what a screen shows beside a word under the mouse.
bool Preparation::abbreviation() {
    const std::string_view words = text_.substr(content_, line_.end - content_);
    if (fence_.size > 0 || shielded_until_ > line_.begin || !words.starts_with("*[")) return false;
    const std::size_t end = words.find(']');
    if (end == nowhere || end == 2 || !words.substr(end).starts_with("]:")) return false;
    notes_.once(Weight::warning, place(content_, line_.end), "abbreviation-left-out",
                {std::string(words.substr(2, end - 2))});
    writer_.copy_to(content_);
    writer_.skip_to(line_.end);
    writer_.end_line(line_.next);
    after_blank_ = true;
    return true;
}

/// The same within a line. 50%% is no sign of anything.
void Preparation::percent(std::size_t at) {
    const bool is_sign = text_.substr(at, line_.end - at).starts_with(sign);
    const bool is_number = at > line_.begin && text_[at - 1] >= '0' && text_[at - 1] <= '9';
    const std::size_t end =
        is_sign && !is_number && fence_.size == 0 ? text_.find(sign, at + sign.size()) : nowhere;
    if (end >= line_.end || end == at + sign.size()) return writer_.copy_to(at + (is_sign ? 2 : 1));
    leave_out(at, end + sign.size());
}

}  // namespace hanqing
