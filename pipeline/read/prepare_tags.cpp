// SPDX-License-Identifier: Apache-2.0
// Tags of site generators that hold code or a callout, written as the fences and `:::` they stand for.
#include "read/preparation.hpp"

namespace hanqing {
namespace {

/// Longer than any fence that code holds.
constexpr Fence tag_fence{'~', 16};
/// In a list, a component that stands deeper is taken for code.
constexpr std::size_t list_columns_max = 6;

}  // namespace

/// The tag that this line consists of; none where the line is code, or stands in a quotation.
BlockTag* Preparation::tag_at(std::size_t line_begin) {
    while (next_tag_ < tags_.size() && tags_[next_tag_].line < line_begin) ++next_tag_;
    if (next_tag_ == tags_.size() || tags_[next_tag_].line != line_begin) return nullptr;
    BlockTag& tag = tags_[next_tag_];
    const bool closes_code = tag.closes && tag.role == BlockTag::Role::code;
    if (tag.is_hidden || shielded_until_ > line_begin || (fence_.size > 0 && !closes_code)) return nullptr;
    const std::size_t content = text_.find_first_not_of(" \t", line_begin);
    if (line_begin == 0 || text_[line_begin - 1] == '\n' || text_[line_begin - 1] == '\r')
        tag_columns_ = indent_of(text_, line_, callout_columns * (content - line_begin)).columns;
    const std::size_t columns_max = !in_list_ ? 3 : tag.end > 0 ? list_columns_max : std::string_view::npos;
    const bool is_code = content - line_begin > columns_max && callouts_.empty() && elements_.empty();
    const bool closes_ours = tag.closes && tags_[tag.partner].is_written;
    return is_code && !closes_ours ? nullptr : &tag;
}

/// Writes what the line stands for. Whether it stands for anything: a tag alone does not, nor one that closes
/// what was not opened.
bool Preparation::write_tag(BlockTag& tag) {
    if (tag.role == BlockTag::Role::alone || (tag.closes && !tags_[tag.partner].is_written)) return false;
    const bool is_open = fence_.size > 0;  // a callout that ended has closed it
    if (tag.closes && tag.role == BlockTag::Role::code && !is_open) return false;
    tag.is_written = true;
    if (tag.end > 0) narrow_to(tag);
    if (!tag.component.empty()) tell_component(tag);
    if (!tag.left_out.empty())
        notes_.once(Weight::warning, place(content_, line_.end), "shortcode-left-out", {tag.left_out});
    if (tag.role == BlockTag::Role::code) {
        columns_ = stray_rows_ = 0;
        write_instead(std::string(tag_fence.size, tag_fence.mark) + (tag.words.empty() ? "" : " ") +
                      tag.words);
        fence_ = tag.closes ? Fence{} : tag_fence;
        after_blank_ = false;
        return true;
    }
    part_from_before();
    if (tag.closes) leave_element(tag);
    write_lines(tag);
    if (tag.holds) enter_element(tag);
    after_blank_ = true;
    return true;
}

void Preparation::write_lines(const BlockTag& tag) {
    const bool is_callout = tag.role == BlockTag::Role::callout;
    if (tag.role == BlockTag::Role::element) {
        write_element();
    } else if (is_callout) {
        write_instead(tag.closes ? ":::" : "::: " + tag.words);
    } else {
        const std::string prefix(text_.substr(line_.begin, content_ - line_.begin));
        std::string words = tag.words;
        for (std::size_t at = words.find('\n'); at != std::string::npos;
             at = words.find('\n', at + 1 + prefix.size()))
            words.replace(at, 1, "\n\n" + prefix), ++at;
        write_instead(words);
    }
    writer_.blank_line();
}

/// Words of ours in the place of a line, behind its indent.
void Preparation::write_instead(std::string_view words) {
    writer_.copy_to(content_);
    writer_.append(words);
    writer_.skip_to(line_.end);
    writer_.end_line(line_.next);
}

}  // namespace hanqing
