// SPDX-License-Identifier: Apache-2.0
// Each place is looked at once: a tag that has no end makes text of all that was looked through for it.
#include "read/element_tag.hpp"

#include "read/component.hpp"
#include "read/html_tag.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::size_t no_place = std::string_view::npos;
constexpr std::size_t tag_bytes_max = 8192, open_max = 30;
constexpr std::string_view tag_blanks = " \t\r";

bool is_tag_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// `markdown="1"` of kramdown and Python-Markdown.
bool asks_markdown(const HtmlTag& tag) {
    if (!tag.has("markdown")) return false;
    const std::string_view value = tag.attribute("markdown");
    return value.empty() || value == "1" || value == "block" || value == "span" || value == "true";
}

/// The tag in one line, as the parser of HTML wants it.
std::optional<HtmlTag> parsed_tag(std::string_view source) {
    std::size_t size = 0;
    return html_tag(source, size);
}

TagParts element_parts(const HtmlTag& tag) {
    TagParts parts = component_parts(tag);
    parts.is_component = is_component_name(tag.typed_name);
    parts.is_element = !parts.is_component;
    return parts;
}

/// Offset of `<name` or `</name` from `at` on, with nothing of a longer name behind.
std::size_t find_tag(std::string_view text, std::string_view name, std::size_t at, std::size_t end) {
    text = text.substr(0, end);
    for (at = text.find('<', at); at != no_place; at = text.find('<', at + 1)) {
        const std::size_t begin = at + (text.substr(at).starts_with("</") ? 2 : 1);
        if (!text.substr(begin).starts_with(name)) continue;
        const std::size_t after = begin + name.size();
        if (after < end && std::string_view(" \t>/").find(text[after]) != no_place) return at;
    }
    return no_place;
}

class ExtentReader {
public:
    ExtentReader(std::string_view text, std::size_t at, std::size_t limit)
        : text_(text.substr(0, limit)), at_(at) {}

    TagExtent run() {
        found_.end = name() && attributes() ? at_ : 0;
        found_.stop = std::max(at_, found_.end);
        return std::move(found_);
    }

private:
    [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool name() {
        ++at_;
        if (here() == '/') ++at_;
        if (!is_tag_letter(here())) return false;
        at_ = std::min(text_.find_first_of(" \t\r\n/>{<", at_), text_.size());
        return true;
    }
    /// A blank line ends whatever it stands in.
    bool skip_space() {
        bool has_line_end = false;
        for (; at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != no_place; ++at_) {
            if (text_[at_] == '\n' && has_line_end) return false;
            has_line_end = has_line_end || text_[at_] == '\n';
        }
        return true;
    }
    bool attributes() {
        while (skip_space()) {
            switch (here()) {
                case '\0':
                case '<':
                case '"':
                case '\'':
                case '`':
                    return false;
                case '>':
                    return ++at_, true;
                case '/':
                    ++at_;
                    if (here() != '>') return false;
                    return ++at_, true;
                case '{':
                    if (!braces()) return false;
                    break;
                case '=':
                    ++at_;
                    if (!skip_space() || !value()) return false;
                    break;
                default:
                    at_ = std::min(text_.find_first_of(" \t\r\n=/>{<\"'`", at_), text_.size());
            }
        }
        return false;
    }
    bool value() {
        const char first = here();
        if (first == '{') return braces();
        if (first == '"' || first == '\'') return quoted(first);
        const std::size_t end = std::min(text_.find_first_of(" \t\r\n>\"'=<`", at_), text_.size());
        if (end == at_) return false;
        at_ = end;
        return true;
    }
    bool quoted(char quote) {
        const std::size_t end = text_.find(quote, at_ + 1);
        at_ = end == no_place ? text_.size() : end + 1;
        return end != no_place;
    }
    bool braces() {
        const std::size_t begin = at_;
        std::size_t depth = 0;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"' || c == '\'' || c == '`') {
                if (!quoted(c)) return false;
                continue;
            }
            ++at_;
            if (c == '{') ++depth;
            if (c == '}' && --depth == 0) {
                found_.braces.emplace_back(begin, at_);
                return true;
            }
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_;
    TagExtent found_;
};

}  // namespace

TagExtent tag_extent(std::string_view text, std::size_t at, std::size_t limit) {
    return ExtentReader(text, at, std::min({limit, text.size(), at + tag_bytes_max})).run();
}

/// In comments, scripts and preformatted text nothing is a tag.
bool ElementScan::is_hidden(const SourceLine& line, std::size_t content) {
    const std::string_view words = text_.substr(content, line.end - content);
    const bool was_hidden = !hidden_end_.empty();
    std::size_t from = 0;
    if (!was_hidden) {
        constexpr std::pair<std::string_view, std::string_view> pairs[] = {
            {"<!--", "-->"},       {"{/*", "*/}"},          {"<pre", "</pre"},
            {"<style", "</style"}, {"<script", "</script"}, {"<textarea", "</textarea"}};
        for (const auto& [begin, end] : pairs)
            if (words.starts_with(begin)) hidden_end_ = end, from = begin.size();
        if (hidden_end_.empty()) return false;
    }
    if (words.find(hidden_end_, from) != no_place) hidden_end_ = {};
    return true;
}

std::vector<ElementTag> ElementScan::tags_of(const SourceLine& line) {
    const std::size_t content = text_.find_first_not_of(tag_blanks, line.begin);
    if (content >= line.end || is_hidden(line, content)) return {};
    std::vector<ElementTag> found;
    if (text_[content] == '<') found = chain(line, content);
    if (found.empty() && !open_.empty()) closings(content, line, found);
    return found;
}

void ElementScan::put(ElementTag tag, const SourceLine& line, std::vector<ElementTag>& found) const {
    const std::size_t after = std::min(text_.find_first_not_of(tag_blanks, tag.end), line.end);
    tag.end = after;
    tag.next = after == line.end ? line.next : after;
    found.push_back(std::move(tag));
}

/// One tag of ours at `at`; the line moves on with it.
bool ElementScan::read_tag(std::size_t at, SourceLine& line, std::vector<ElementTag>& found) {
    if (at < dead_until_) return false;
    const TagExtent extent = tag_extent(text_, at, text_.size());
    if (extent.end == 0) {
        dead_until_ = extent.stop;
        return false;
    }
    const auto tag = parsed_tag(text_.substr(at, extent.end - at));
    if (!tag) return false;
    const bool is_component = is_component_name(tag->typed_name);
    const bool opens = !is_component && !tag->is_end && !tag->is_empty && open_.size() < open_max &&
                       is_block_name(tag->name) && asks_markdown(*tag);
    const bool closes = !is_component && tag->is_end && !open_.empty() && open_.back().nested == 0 &&
                        open_.back().name == tag->name;
    if (!is_component && !opens && !closes) return false;
    const std::size_t begin = found.empty() ? line.begin : at;
    while (line.end < extent.end) line = line_at(text_, line.next);
    if (opens) open_.push_back({tag->name, 0});
    if (closes) open_.pop_back();
    put({element_parts(*tag), begin, extent.end, 0}, line, found);
    return true;
}

/// Tags in a row to the end of the line, the last of which may hold what follows.
std::vector<ElementTag> ElementScan::chain(const SourceLine& begin, std::size_t content) {
    std::vector<ElementTag> found;
    const std::vector<Open> open = open_;
    SourceLine line = begin;
    for (std::size_t at = content; at < line.end; at = found.back().end) {
        if (text_[at] == '<' && read_tag(at, line, found)) continue;
        if (!found.empty() && goes_on(at, line, found)) break;
        open_ = open;
        if (!found.empty()) dead_until_ = std::max(dead_until_, found.back().end);
        return {};
    }
    return found;
}

/// Text behind a tag: `<aside markdown="1">甲</aside>`, `<TabItem label="甲">乙</TabItem>`.
bool ElementScan::goes_on(std::size_t at, const SourceLine& line, std::vector<ElementTag>& found) {
    const TagParts& last = found.back().parts;
    if (last.is_element) {
        closings(at, line, found);
        return true;
    }
    const std::string closing = "</" + last.typed_name + ">";
    const std::string_view rest = content_of(text_, {at, line.end, line.next});
    if (last.closes || last.is_empty || !rest.ends_with(closing)) return false;
    const std::size_t end = at + rest.size() - closing.size();
    if (find_tag(text_, last.typed_name, at, end) != no_place) return false;
    TagParts parts;
    parts.is_component = parts.closes = true;
    parts.name = last.name;
    parts.typed_name = last.typed_name;
    put({std::move(parts), end, end + closing.size(), 0}, line, found);
    return true;
}

/// The ends of elements that hold Markdown, wherever they stand in the line.
void ElementScan::closings(std::size_t at, const SourceLine& line, std::vector<ElementTag>& found) {
    while (!open_.empty()) {
        Open& open = open_.back();
        const std::size_t tag = find_tag(text_, open.name, at, line.end);
        const std::size_t end = tag == no_place ? no_place : text_.substr(0, line.end).find('>', tag);
        if (end == no_place) return;
        at = end + 1;
        if (text_[tag + 1] != '/') {
            ++open.nested;
            continue;
        }
        if (open.nested > 0) {
            --open.nested;
            continue;
        }
        TagParts parts;
        parts.is_element = parts.closes = true;
        parts.name = parts.typed_name = open.name;
        open_.pop_back();
        const bool is_first = found.empty() && text_.find_first_not_of(tag_blanks, line.begin) == tag;
        put({std::move(parts), is_first ? line.begin : tag, at, 0}, line, found);
    }
}

}  // namespace hanqing
