// SPDX-License-Identifier: Apache-2.0
// JSX, and HTML that holds Markdown: their tags stand apart from what they hold, and that loses the indent
// with which it was typed, so that the parser reads it as what it is and not as code.
#include "read/preparation.hpp"

#include "read/element_tag.hpp"
#include "read/html_tag.hpp"
#include "read/private_marks.hpp"

#include <algorithm>

namespace hanqing {
namespace {

std::size_t indent_columns(std::string_view text, const SourceLine& line) {
    return indent_of(text, line, callout_columns * (line.end - line.begin)).columns;
}

/// Elements that stand among words.
bool is_inline_name(std::string_view name) {
    const HtmlElement element = meaning_of(name).element;
    return !is_block_name(name) &&
           (element == HtmlElement::mark || element == HtmlElement::image || name == "a" || name == "span");
}

}  // namespace

/// The line that begins there, up to a tag in it whose neighbour was written.
SourceLine Preparation::line_from(std::size_t begin) {
    if (begin >= text_.size()) return {text_.size(), text_.size(), text_.size()};
    if (begin < typed_line_.begin || begin >= typed_line_.next) typed_line_ = line_at(text_, begin);
    SourceLine line = {begin, typed_line_.end, typed_line_.next};
    const auto behind = [](std::size_t at, const BlockTag& tag) { return at < tag.line; };
    const auto tag = std::upper_bound(tags_.begin(), tags_.end(), begin, behind);
    if (tag == tags_.end() || tag->line >= line.end) return line;
    const bool is_chained = tag != tags_.begin() && std::prev(tag)->is_written;
    const bool closes_ours = tag->closes && tags_[tag->partner].is_written;
    if (is_chained || closes_ours) line.end = line.next = tag->line;
    return line;
}

/// The line in hand becomes that of the tag alone.
void Preparation::narrow_to(const BlockTag& tag) {
    line_.end = tag.end;
    line_.next = tag.next;
    next_line_ = line_from(tag.next);
}

void Preparation::tell_component(const BlockTag& tag) {
    writer_.prepared().components.emplace_back(tag.component, place(content_, line_.end));
    if (!tag.media.empty())
        notes_.warning(place(content_, line_.end), "html-media", {tag.component, tag.media});
}

/// The tag as typed, but in one line, and what stands in braces kept from the parser.
void Preparation::write_element() {
    const TagExtent extent = tag_extent(text_, content_, line_.end);
    writer_.copy_to(content_);
    for (const auto& [begin, end] : extent.braces) {
        copy_in_line(begin);
        shield_all(end);
    }
    copy_in_line(extent.end);
    writer_.skip_to(line_.end);
    writer_.end_line(line_.next);
}

void Preparation::copy_in_line(std::size_t end) {
    while (writer_.at() < end) {
        writer_.copy_to(std::min(text_.find_first_of("\r\n", writer_.at()), end));
        if (writer_.at() == end) return;
        writer_.append(" ");
        writer_.skip_to(writer_.at() + 1);
    }
}

/// As `shield_to`, with the blanks, and line ends as blanks: all of it is one value to the parser.
void Preparation::shield_all(std::size_t end) {
    while (writer_.at() < end) {
        std::size_t at = writer_.at();
        while (at < end && text_[at] > 0x20 && !is_ascii_punctuation(text_[at])) ++at;
        while (at < end && static_cast<unsigned char>(text_[at]) >= 0x80) ++at;
        writer_.copy_to(at);
        if (at == end) return;
        if (text_[at] == ' ' || is_ascii_punctuation(text_[at])) {
            writer_.shield();
        } else if (text_[at] <= 0x20 && static_cast<unsigned char>(text_[at]) < 0x80) {
            std::string blank;
            append_shielded(blank, ' ');
            writer_.append(blank);
            writer_.skip_to(at + 1);
        }
    }
}

/// What it holds stands as deep as its first line does.
void Preparation::enter_element(const BlockTag& tag) {
    const std::size_t outer = elements_.empty() ? 0 : elements_.back().drop;
    const std::size_t own = tag_columns_;
    std::size_t columns = own;
    if (tag.next > tag.end) {
        SourceLine line = line_at(text_, tag.next);
        while (line.next < text_.size() && content_begin(text_, line) == line.end)
            line = line_at(text_, line.next);
        columns = indent_columns(text_, line);
    }
    const auto index = static_cast<std::size_t>(&tag - tags_.data());
    elements_.push_back({index, own - std::min(own, outer), outer + (columns > own ? columns - own : 0)});
}

void Preparation::leave_element(const BlockTag& tag) {
    while (!elements_.empty() && elements_.back().tag >= tag.partner) elements_.pop_back();
}

void Preparation::drop_indent_of_element() {
    if (elements_.empty() || elements_.back().drop == 0) return;
    const Element& element = elements_.back();
    const std::size_t columns = indent_columns(text_, line_);
    if (columns <= element.keep) return;
    line_.begin = indent_of(text_, line_, std::min(element.drop, columns - element.keep)).end;
    writer_.skip_to(line_.begin);
}

/// `<img …>` on a line of its own would make HTML of the lines below it; to JSX and to kramdown it is a word.
bool Preparation::is_tag_of_text() const {
    if (elements_.empty() || fence_.size > 0 || shielded_until_ > line_.begin || !after_blank_) return false;
    if (content_ == line_.end || text_[content_] != '<' || content_begin(text_, next_line_) == next_line_.end)
        return false;
    std::size_t size = 0;
    const auto tag = html_tag(text_.substr(content_, line_.end - content_), size);
    return tag && is_inline_name(tag->name);
}

/// `<summary>甲</summary>`, behind which Markdown goes on.
bool Preparation::is_whole_element() const {
    if (elements_.empty() || fence_.size > 0 || shielded_until_ > line_.begin) return false;
    const std::string_view line = content_of(text_, {content_, line_.end, line_.next});
    for (const std::string_view name : {"summary", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "center"})
        if (line.starts_with('<') && line.substr(1).starts_with(name) &&
            line.ends_with("</" + std::string(name) + ">"))
            return true;
    return false;
}

/// What stands in the braces of a tag in running text: `style={{margin: '0 auto'}}` is no template, and no
/// value that the parser would let through.
void Preparation::jsx(std::size_t at) {
    const bool may_be_tag = fence_.size == 0 && at >= no_jsx_until_ && at + 1 < line_.end;
    const char next = may_be_tag ? text_[at + 1] : ' ';
    if ((next | 0x20) < 'a' || (next | 0x20) > 'z') return writer_.copy_to(at + 1);
    const TagExtent extent = tag_extent(text_, at, span_limit(at));
    if (extent.end == 0) no_jsx_until_ = extent.stop;
    for (const auto& [begin, end] : extent.braces) {
        if (extent.end == 0 || text_.substr(begin, end - begin).find('\n') != std::string_view::npos) break;
        writer_.copy_to(begin);
        shield_all(end);
    }
    writer_.copy_to(std::max(writer_.at(), at + 1));
}

}  // namespace hanqing
