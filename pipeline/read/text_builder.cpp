// SPDX-License-Identifier: Apache-2.0
// A Text grows: marks, breaks, and what private marks mean in running text.
#include "read/text_builder.hpp"

#include "base/unicode.hpp"
#include "read/callouts.hpp"
#include "read/caption_words.hpp"
#include "read/dialect.hpp"
#include "read/line_beginning.hpp"
#include "read/line_signs.hpp"
#include "read/private_marks.hpp"
#include "read/text_edit.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::string_view ideographic_space = "\xE3\x80\x80";
/// What a first line is set in by; later lines get it too, so their own indent counts from there.
constexpr std::size_t usual_indent = 2;
/// From here on it is no indent.
constexpr std::size_t placing_indent = 8;

}  // namespace

TextBuilder::TextBuilder(Reading& reading, std::uint32_t begin, std::uint32_t end)
    : reading_(reading), begin_(begin), end_(std::max(begin, end)), cursor_(begin) {
    text_.file = reading.file;
}

void TextBuilder::append(std::string_view literal, std::optional<std::uint32_t> hint, Spelling spelling) {
    if (literal.empty()) return;
    cursor_ = locate(literal, hint);
    if (spelling == Spelling::markdown) remark_underscores(literal);
    align(literal, spelling);
}

/// `__重点__` stays literal inside Han: CommonMark lets underscores work at the edges of words only.
void TextBuilder::remark_underscores(std::string_view literal) const {
    const std::size_t first = literal.find("__");
    if (first == std::string_view::npos || first + 2 >= literal.size()) return;
    std::size_t inside = first + 2;
    const bool opens = is_wide(next_code_point(literal, inside));
    const std::size_t second = literal.find("__", inside);
    if (!opens || second == std::string_view::npos) return;
    const Place place = reading_.place(cursor_ + static_cast<std::uint32_t>(first),
                                       cursor_ + static_cast<std::uint32_t>(second) + 2);
    reading_.notes.remark(place, "underscore-emphasis");
}

void TextBuilder::append_line(std::string_view line, std::uint32_t at, Spelling spelling) {
    is_code_ = true;
    cursor_ = at;
    align(line, spelling);
}

void TextBuilder::append_bare(std::string_view text) { put(text, cursor_); }

void TextBuilder::soft_break() {
    if (in_display_) return hard_break();
    if (text_.utf8.ends_with(hard_break_mark) && line_begin_ == size()) return;  // behind <br>
    const std::string_view line = std::string_view(text_.utf8).substr(line_begin_);
    if (line.starts_with(":::") || (line_begin_ == 0 && alert_size(line) > 0)) return hard_break();
    if (!pending_) pending_ = text_.marks.size();
    // What stands on a line of its own, as a displayed formula, keeps it.
    pending_is_hard_ = pending_is_hard_ || (display_end_ > 0 && display_end_ == size());
}

void TextBuilder::hard_break() {
    pending_.reset();
    pending_is_hard_ = false;
    add_origin(size(), source_of(reading_.prepared, cursor_));
    text_.utf8 += hard_break_mark;
    line_begin_ = whole_line_begin_ = size();
}

void TextBuilder::new_line() {
    if (size() <= line_begin_) return;
    if (!pending_) pending_ = text_.marks.size();
    pending_is_hard_ = true;
}

void TextBuilder::blank() {
    if (!pending_ && size() > line_begin_ && !text_.utf8.ends_with(' ')) put(" ", cursor_);
}

std::uint32_t TextBuilder::open(MarkKind kind, std::uint32_t data) {
    const auto index = static_cast<std::uint32_t>(text_.marks.size());
    text_.marks.push_back({kind, size(), size(), data, {}});
    open_.push_back(index);
    return index;
}

/// <u>      </u>: a blank to fill in, as long as it was typed; lines would make one narrow space of it.
void TextBuilder::widen_blanks(std::uint32_t begin) {
    const std::size_t blanks = size() - begin;
    if (blanks < 2 || text_.utf8.find_first_not_of(' ', begin) != std::string::npos) return;
    text_.utf8.resize(begin);
    for (std::size_t i = 0; i < (blanks + 1) / 2; ++i) text_.utf8 += ideographic_space;
}

void TextBuilder::close(std::uint32_t mark) {
    if (std::find(open_.rbegin(), open_.rend(), mark) == open_.rend()) return;
    while (true) {
        const std::uint32_t last = open_.back();
        if (text_.marks[last].kind == MarkKind::underline) widen_blanks(text_.marks[last].begin);
        text_.marks[last].end = size();
        open_.pop_back();
        if (last == mark) return;
    }
}

void TextBuilder::object(MarkKind kind, std::uint32_t data, std::optional<std::uint32_t> hint) {
    if (hint) move_cursor(*hint);
    if (kind == MarkKind::image && pending_ && ends_with_caption()) pending_is_hard_ = true;
    put(object_character, cursor_);
    mark_from(size() - static_cast<std::uint32_t>(object_character.size()), kind, data);
}

/// Whether what stands behind the last picture is its caption: the next picture then begins a line.
bool TextBuilder::ends_with_caption() const {
    const std::size_t picture = text_.utf8.rfind(object_character);
    if (picture == std::string::npos) return false;
    std::string_view words = std::string_view(text_.utf8).substr(picture + object_character.size());
    for (const std::string_view blank : {hard_break_mark, std::string_view(" ")})
        if (words.starts_with(blank)) words.remove_prefix(blank.size());
    return caption_kind(words) == Caption::figure;
}

void TextBuilder::mark_from(std::uint32_t begin, MarkKind kind, std::uint32_t data) {
    text_.marks.push_back({kind, begin, size(), data, {}});
}

std::string TextBuilder::cut_from(Point point) {
    std::string removed = text_.utf8.substr(std::min(point.size, size()));
    text_.utf8.resize(size() - removed.size());
    for (std::size_t i = point.marks; i < text_.marks.size(); ++i) {
        Mark& mark = text_.marks[i];
        mark.begin = std::min(mark.begin, size());
        mark.end = std::min(mark.end, size());
    }
    while (!text_.origins.empty() && text_.origins.back().text >= size()) text_.origins.pop_back();
    line_begin_ = std::min(line_begin_, size());
    whole_line_begin_ = std::min(whole_line_begin_, size());
    return removed;
}

/// Here a line is drawn: blanks under it are what is to be filled in.
bool TextBuilder::is_underlined() const {
    if (std::any_of(open_.begin(), open_.end(),
                    [&](std::uint32_t mark) { return text_.marks[mark].kind == MarkKind::underline; }))
        return true;
    const Mark* const last = text_.marks.empty() ? nullptr : &text_.marks.back();
    return last != nullptr && last->kind == MarkKind::underline && last->end == size() &&
           last->begin < size();
}

/// Wide spaces before a line are an indent typed by hand; the style makes its own. What a later line has
/// beyond the first one's stays.
std::string_view TextBuilder::without_indent(std::string_view bytes, std::uint32_t& from) {
    const bool begins_line =
        text_.utf8.empty() || (line_begin_ == size() && text_.utf8.ends_with(hard_break_mark));
    if (below_label_end_ > 0 && size() == below_label_end_) {
        const std::size_t typed = typed_indent(bytes);
        from += static_cast<std::uint32_t>(typed);
        return bytes.substr(typed);
    }
    if (!begins_line || is_code_ || keeps_indent_ || is_underlined()) return bytes;
    std::size_t size =
        typed_indent(bytes, text_.utf8.empty() ? std::string_view::npos : std::max(usual_indent, indent_));
    std::size_t typed = 0;
    for (std::size_t at = 0; at < size; ++typed) next_code_point(bytes, at);
    if (text_.utf8.empty()) indent_ = typed;
    // A place on the line (审判长, the date), or a level of items: 　　　　1、
    const bool is_level = typed > usual_indent && number_end(head_of(bytes.substr(size))) > 0;
    if (text_.utf8.empty() && (typed >= placing_indent || is_level)) {
        indent_ = usual_indent;
        size = typed_indent(bytes, usual_indent);
    }
    from += static_cast<std::uint32_t>(size);
    return bytes.substr(size);
}

/// Lines begin with no blank but the ideographic one, so every other indent of a cell becomes of it: two
/// &nbsp; or &ensp; are as wide as one.
std::string_view TextBuilder::with_wide_indent(std::string_view bytes, std::uint32_t& from) {
    const std::size_t typed = typed_indent(bytes);
    for (std::size_t at = 0; at < typed;) {
        const char32_t c = next_code_point(bytes, at);
        indent_ += c == 0x3000 || c == 0x2003 ? 2 : 1;
    }
    if (typed > 0) add_origin(size(), source_of(reading_.prepared, from));
    while (text_.utf8.size() < (indent_ + 1) / 2 * ideographic_space.size()) text_.utf8 += ideographic_space;
    indent_end_ = size();
    from += static_cast<std::uint32_t>(typed);
    return bytes.substr(typed);
}

void TextBuilder::put(std::string_view bytes, std::uint32_t from) {
    if (bytes.empty()) return;
    if (pending_) resolve_break(bytes);
    bytes =
        keeps_indent_ && size() == indent_end_ ? with_wide_indent(bytes, from) : without_indent(bytes, from);
    if (bytes.empty()) return;
    add_origins(from, static_cast<std::uint32_t>(bytes.size()));
    text_.utf8 += bytes;
    display_only_ = display_only_ && in_display_;
}

/// **第1条（目的）** on a line by itself.
bool TextBuilder::is_strong_line() const {
    constexpr std::uint32_t bytes_max = 90;
    return size() - whole_line_begin_ <= bytes_max &&
           std::any_of(text_.marks.begin(), text_.marks.end(), [&](const Mark& mark) {
               return mark.kind == MarkKind::strong && mark.begin == whole_line_begin_ && mark.end == size();
           });
}

/// The items of 附件：1. … 2. … stand below one another, however their blanks were typed.
void TextBuilder::put_below_label(std::string_view item) {
    const std::size_t ems = indent_below_label(text_.utf8, item);
    if (ems == 0 || keeps_indent_ || is_code_) return;
    add_origin(size(), source_of(reading_.prepared, cursor_));
    for (std::size_t i = 0; i < ems; ++i) text_.utf8 += ideographic_space;
    below_label_end_ = size();
}

void TextBuilder::resolve_break(std::string_view next) {
    const std::size_t first_after = *pending_;
    pending_.reset();
    const bool is_hard = std::exchange(pending_is_hard_, false);
    const std::uint32_t at = size();
    const bool is_strong =
        first_after < text_.marks.size() && text_.marks[first_after].kind == MarkKind::strong;
    const std::string_view above = std::string_view(text_.utf8).substr(whole_line_begin_);
    const bool is_own = keeps_line_ends_ || begins_own_line(above, next, is_strong) || is_strong_line();
    if (is_hard || is_own) {
        hard_break();
        put_below_label(next.substr(typed_indent(next)));
    } else {
        char32_t last = 0;
        char32_t before_last = 0;
        std::size_t p = at;
        while (p > 0 && (last == 0 || last == 0xFFFC))
            last = code_point_before(text_.utf8, p), p -= p == 0 ? 0 : utf8({&last, 1}).size();
        if (p > 0) before_last = code_point_before(text_.utf8, p);
        std::size_t begin = 0;
        const char32_t first = next_code_point(next, begin);
        if (last == 0) return;
        // An object, like a footnote's mark, is set to what stands before it.
        const std::string_view blank = joined(before_last, last, first == 0xFFFC ? last : first);
        if (blank.empty()) return;
        add_origin(at, source_of(reading_.prepared, cursor_));
        text_.utf8 += blank;
    }
    for (std::size_t i = first_after; i < text_.marks.size(); ++i) text_.marks[i].begin += size() - at;
    line_begin_ = size();
}

void TextBuilder::note_source(std::string_view id) {
    const std::uint32_t at = source_of(reading_.prepared, cursor_);
    reading_.notes.once(Weight::warning, {reading_.file, at, at}, id);
}

/// {/* id */} behind a heading's words is its id where MDX is spoken; elsewhere a comment is for nobody.
void TextBuilder::end_comment() {
    if (!comment_) return;
    const auto [from, begin] = *std::exchange(comment_, std::nullopt);
    std::string words = cut_from(from);
    if (words.size() > 5) words = words.substr(3, words.size() - 6);
    reading_.last_comment = std::move(words);
    reading_.document.comments.push_back(reading_.place(begin, cursor_));
}

void TextBuilder::act_on(std::uint8_t mark) {
    switch (static_cast<PrivateMark>(mark)) {
        case PrivateMark::display_begin:
            if (pending_) pending_is_hard_ = true;
            display_only_ = text_.utf8.empty();
            in_display_ = true;
            [[fallthrough]];
        case PrivateMark::math_begin:
        case PrivateMark::template_begin:
            if (static_cast<PrivateMark>(mark) == PrivateMark::template_begin)
                note_source("unsupported-template");
            formula_mark_ = open(MarkKind::code);
            in_formula_ = true;
            return;
        case PrivateMark::math_end:
        case PrivateMark::display_end:
        case PrivateMark::template_end:
            if (in_formula_) close(formula_mark_);
            if (static_cast<PrivateMark>(mark) != PrivateMark::template_end) end_formula();
            if (in_display_) display_end_ = size();
            in_formula_ = in_display_ = false;
            return;
        case PrivateMark::comment_begin:
            comment_ = {point(), cursor_};
            return;
        case PrivateMark::comment_end:
            return end_comment();
        case PrivateMark::excess_cell: {
            const std::uint32_t at = source_of(reading_.prepared, cursor_);
            reading_.notes.warning({reading_.file, at, at}, "table-row-too-long");
            return;
        }
        default:
            return;
    }
}

/// `<a id="x"></a>` marks a place and covers nothing: it is laid over the character that follows, so that
/// links find it; where its paragraph is empty, over the first character of the next text.
void TextBuilder::keep_anchors() {
    std::vector<std::uint32_t>& loose = reading_.loose_anchors;
    if (is_code_) return;
    if (!text_.utf8.empty()) {
        std::size_t end = 0;
        next_code_point(text_.utf8, end);
        for (const std::uint32_t data : loose)
            text_.marks.push_back({MarkKind::span, 0, static_cast<std::uint32_t>(end), data, {}});
        loose.clear();
    }
    for (Mark& mark : text_.marks) {
        if (mark.kind != MarkKind::span || mark.begin != mark.end) continue;
        if (text_.utf8.empty()) {
            loose.push_back(mark.data);
            continue;
        }
        std::size_t at = mark.begin;
        if (at < text_.utf8.size())
            next_code_point(text_.utf8, at), mark.end = static_cast<std::uint32_t>(at);
        else
            mark.begin -=
                static_cast<std::uint32_t>(utf8(std::u32string(1, code_point_before(text_.utf8, at))).size());
    }
}

Text TextBuilder::take() {
    while (!open_.empty()) close(open_.back());
    while (!is_code_ && !is_underlined() &&
           (text_.utf8.ends_with(ideographic_space) || text_.utf8.ends_with(' ')))
        text_.utf8.resize(text_.utf8.size() - (text_.utf8.ends_with(' ') ? 1 : ideographic_space.size()));
    for (Mark& mark : text_.marks)
        mark.begin = std::min(mark.begin, size()), mark.end = std::min(mark.end, size());
    keep_anchors();
    order_marks(text_);
    while (text_.origins.size() > 1 && text_.origins.back().text >= size()) text_.origins.pop_back();
    for (Mark& mark : text_.marks) {
        mark.place = place_of(text_, mark.begin);
        mark.place.end = place_of(text_, mark.end - 1).begin + 1;
    }
    return std::move(text_);
}

}  // namespace hanqing
