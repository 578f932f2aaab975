// SPDX-License-Identifier: Apache-2.0
// One scan of a finished text for the dialect's marks, with the nesting of the marks that are there already.
#include "read/dialect.hpp"

#include "base/unicode.hpp"
#include "read/attributes.hpp"
#include "read/bare_address.hpp"
#include "read/citation.hpp"
#include "read/inlines.hpp"
#include "read/obsidian.hpp"
#include "read/script_mark.hpp"
#include "read/text_edit.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

constexpr std::uint32_t no_mark = 0xFFFFFFFF;

constexpr std::array<bool, 256> special_bytes() {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("[]{~=+@:w^")) table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr std::array<bool, 256> is_special = special_bytes();

std::optional<MarkKind> mark_of_class(const std::string& name) {
    if (name == "emphasis-dots") return MarkKind::emphasis_dots;
    if (name == "name-line") return MarkKind::name_line;
    if (name == "title-line") return MarkKind::title_line;
    if (name == "underline") return MarkKind::underline;
    if (name == "mark") return MarkKind::highlight;
    return {};
}

class DialectScan {
public:
    DialectScan(Text& text, Reading& reading) : text_(text), reading_(reading) {}
    void run();

private:
    /// An opening mark that waits, with the innermost mark around it.
    struct Waiting {
        std::uint32_t at = 0, around = no_mark;
    };
    void enter_marks(std::uint32_t at);
    std::uint32_t character(std::uint32_t at);
    std::uint32_t open_bracket(std::uint32_t at);
    std::uint32_t close_bracket(std::uint32_t at);
    std::uint32_t empty_span(std::uint32_t begin, std::uint32_t at, AttributesFound found);
    std::uint32_t attributes(std::uint32_t at);
    std::uint32_t raw_words(const Mark& code, std::uint32_t at);
    std::uint32_t tildes(std::uint32_t at);
    std::uint32_t script(std::uint32_t at, MarkKind kind);
    std::uint32_t block_id(std::uint32_t at, std::uint32_t end);
    std::uint32_t wiki_link(std::uint32_t at);
    std::uint32_t wiki_image(std::uint32_t begin, std::uint32_t end, std::string_view words);
    std::uint32_t doubled(std::uint32_t at, MarkKind kind, std::vector<Waiting>& waiting);
    std::uint32_t pair(std::uint32_t at, std::uint32_t end, MarkKind kind, std::vector<Waiting>& waiting,
                       bool may_open, bool may_close);
    std::uint32_t at_sign(std::uint32_t at);
    std::uint32_t address(const BareAddress& found, std::uint32_t at);
    void add_span(std::uint32_t begin, std::uint32_t end, Attributes attributes);
    [[nodiscard]] bool is_escaped(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t around() const { return open_.empty() ? no_mark : open_.back(); }
    [[nodiscard]] char at_or_null(std::uint32_t at) const {
        return at < text_.utf8.size() ? text_.utf8[at] : '\0';
    }

    Text& text_;
    Reading& reading_;
    TextEdits edits_;
    std::size_t next_mark_ = 0;
    std::vector<std::uint32_t> open_;  ///< Marks around the place of the scan, outermost first.
    std::uint32_t code_end_ = 0;
    std::uint32_t link_end_ = 0;
    std::uint32_t last_closed_ = no_mark;  ///< Mark that ended where the scan stands.
    std::vector<Waiting> brackets_, tildes_, equals_, pluses_;
};

void DialectScan::run() {
    const auto size = static_cast<std::uint32_t>(text_.utf8.size());
    for (std::uint32_t at = 0; at < size;) {
        while (at < size && !is_special[static_cast<unsigned char>(text_.utf8[at])]) ++at;
        if (at == size) break;
        enter_marks(at);
        if (at < code_end_)
            at = code_end_;
        else
            at = character(at);
    }
    if (!edits_.is_empty()) edits_.apply(text_);
}

/// Keeps the stack of marks around `at`.
void DialectScan::enter_marks(std::uint32_t at) {
    const auto close_until = [&](std::uint32_t to) {
        while (!open_.empty() && text_.marks[open_.back()].end <= to) {
            if (text_.marks[open_.back()].end == at) last_closed_ = open_.back();
            open_.pop_back();
        }
    };
    last_closed_ = no_mark;
    for (; next_mark_ < text_.marks.size() && text_.marks[next_mark_].begin <= at; ++next_mark_) {
        const Mark& mark = text_.marks[next_mark_];
        close_until(mark.begin);
        open_.push_back(static_cast<std::uint32_t>(next_mark_));
        if (mark.kind == MarkKind::code || mark.kind == MarkKind::formula)
            code_end_ = std::max(code_end_, mark.end);
        if (mark.kind == MarkKind::link) link_end_ = std::max(link_end_, mark.end);
    }
    close_until(at);
}

std::uint32_t DialectScan::character(std::uint32_t at) {
    switch (text_.utf8[at]) {
        case '[':
            return open_bracket(at);
        case ']':
            return close_bracket(at);
        case '{':
            return attributes(at);
        case '~':
            return tildes(at);
        case '^':
            if (const std::size_t end = block_id_end(text_.utf8, at); end > 0 && !is_escaped(at))
                return block_id(at, static_cast<std::uint32_t>(end));
            return script(at, MarkKind::superscript);
        case '=':
            return doubled(at, MarkKind::highlight, equals_);
        case '+':
            return doubled(at, MarkKind::underline, pluses_);
        case '@':
            return at_sign(at);
        case ':':
            if (text_.utf8.compare(at, 3, "://") != 0) return at + 1;
            return address(web_address_at(text_.utf8, at), at);
        default:
            if (text_.utf8.compare(at, 4, "www.") != 0) return at + 1;
            return address(www_address_at(text_.utf8, at), at);
    }
}

/// A character that its author escaped stands for itself: a backslash stands before it in the source alone.
bool DialectScan::is_escaped(std::uint32_t at) const {
    const std::uint32_t source = place_of(text_, at).begin;
    const std::string& bytes = reading_.source.bytes;
    return source > 0 && source < bytes.size() && bytes[source - 1] == '\\' &&
           bytes[source] == text_.utf8[at] && (at == 0 || text_.utf8[at - 1] != '\\');
}

/// A footnote's mark that is still text has no definition.
std::uint32_t DialectScan::open_bracket(std::uint32_t at) {
    if (is_escaped(at)) return at + 1;
    if (at_or_null(at + 1) == '[')
        if (const std::uint32_t end = wiki_link(at); end > 0) return end;
    brackets_.push_back({at, around()});
    const std::string_view rest = std::string_view(text_.utf8).substr(at, 100);
    if (is_citation(rest)) reading_.notes.once(Weight::warning, place_of(text_, at), "unsupported-citation");
    const std::size_t end = rest.starts_with("[^") ? rest.find_first_of("] ") : std::string_view::npos;
    if (end != std::string_view::npos && end > 2 && rest[end] == ']')
        reading_.notes.warning(place_of(text_, at), "footnote-undefined",
                               {std::string(rest.substr(2, end - 2))});
    return at + 1;
}

/// `[字]{.emphasis-dots}`
std::uint32_t DialectScan::close_bracket(std::uint32_t at) {
    if (is_escaped(at) || brackets_.empty()) return at + 1;
    const Waiting opening = brackets_.back();
    brackets_.pop_back();
    if (opening.around != around()) return at + 1;
    auto found = at_or_null(at + 1) == '{' ? attributes_at(text_.utf8, at + 1) : std::nullopt;
    if (!found) return at + 1;
    if (opening.at + 1 == at) return empty_span(opening.at, at + 1, *std::move(found));
    edits_.erase(opening.at, opening.at + 1);
    const auto end = at + 1 + static_cast<std::uint32_t>(found->size);
    edits_.erase(at, end);
    add_span(opening.at + 1, at, std::move(found->attributes));
    return end;
}

/// `[]{#_Toc843 .anchor}`, as pandoc writes for Word's bookmarks: an id for the character that follows.
std::uint32_t DialectScan::empty_span(std::uint32_t begin, std::uint32_t at, AttributesFound found) {
    const auto end = at + static_cast<std::uint32_t>(found.size);
    edits_.erase(begin, end);
    std::size_t next = end;
    if (end < text_.utf8.size()) next_code_point(text_.utf8, next);
    found.attributes.classes.clear();
    if (!found.attributes.id.empty() && next > end)
        add_span(end, static_cast<std::uint32_t>(next), std::move(found.attributes));
    return end;
}

void DialectScan::add_span(std::uint32_t begin, std::uint32_t end, Attributes attributes) {
    // A line and dots may stand together (E3); what is no mark of its own is left to the sheet.
    const auto is_mark = [&](const std::string& name) {
        const auto kind = mark_of_class(name);
        if (kind) edits_.mark(begin, end, *kind);
        return kind.has_value();
    };
    const bool marked = std::erase_if(attributes.classes, is_mark) > 0;
    if (marked && attributes.classes.empty() && attributes.id.empty() && attributes.values.empty()) return;
    reading_.document.attributes.push_back(std::move(attributes));
    edits_.mark(begin, end, MarkKind::span,
                static_cast<std::uint32_t>(reading_.document.attributes.size() - 1));
}

/// Attributes right behind an image belong to it, behind a link they make it a span as well.
std::uint32_t DialectScan::attributes(std::uint32_t at) {
    if (last_closed_ == no_mark || is_escaped(at)) return at + 1;
    const Mark& mark = text_.marks[last_closed_];
    if (mark.kind == MarkKind::code && at_or_null(at + 1) == '=') return raw_words(mark, at);
    const bool is_colon = at_or_null(at + 1) == ':';  // kramdown gives them to words of any mark
    if (mark.kind != MarkKind::image && mark.kind != MarkKind::link && !is_colon) return at + 1;
    auto found = attributes_at(text_.utf8, at);
    if (!found) return at + 1;
    const auto end = at + static_cast<std::uint32_t>(found->size);
    edits_.erase(at, end);
    if (mark.kind == MarkKind::image)
        merge(reading_.document.images[mark.data].attributes, std::move(found->attributes));
    else
        add_span(mark.begin, mark.end, std::move(found->attributes));
    return end;
}

/// `<br>`{=html}: words for one format alone.
std::uint32_t DialectScan::raw_words(const Mark& code, std::uint32_t at) {
    const std::string format = raw_format(std::string_view(text_.utf8).substr(at, 40));
    if (format.empty()) return at + 1;
    reading_.notes.once(Weight::warning, place_of(text_, code.begin), "raw-left-out", {format});
    const auto end = at + static_cast<std::uint32_t>(format.size()) + 3;
    edits_.erase(code.begin, end);
    return end;
}

/// Marks around words close the last one of their kind that waits inside the same mark; the others wait.
std::uint32_t DialectScan::pair(std::uint32_t at, std::uint32_t end, MarkKind kind,
                                std::vector<Waiting>& waiting, bool may_open, bool may_close) {
    while (may_close && !waiting.empty()) {
        const Waiting opening = waiting.back();
        waiting.pop_back();
        if (opening.around != around() || opening.at + 2 >= at) continue;
        edits_.erase(opening.at, opening.at + 2);
        edits_.erase(at, end);
        edits_.mark(opening.at + 2, at, kind);
        return end;
    }
    if (may_open) waiting.push_back({at, around()});
    return end;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\0'; }

std::uint32_t DialectScan::script(std::uint32_t at, MarkKind kind) {
    const std::uint32_t end = script_end(text_.utf8, at, kind);
    if (end == 0 || is_escaped(at)) return at + 1;
    edits_.erase(at, at + 1);
    edits_.erase(end, end + 1);
    edits_.mark(at + 1, end, kind);
    return end + 1;
}

/// ![[年表.png|400]]
std::uint32_t DialectScan::wiki_image(std::uint32_t begin, std::uint32_t end, std::string_view words) {
    const std::size_t bar = std::min(words.find('|'), words.size());
    if (!names_picture(words)) {
        reading_.notes.once(Weight::warning, place_of(text_, begin), "embed-left-out", {std::string(words)});
        const auto named = begin + 3 + static_cast<std::uint32_t>(bar < words.size() ? bar + 1 : 0);
        edits_.erase(begin, named);
        edits_.erase(end - 2, end);
        return end;
    }
    ImageReference image = picture_named(words);
    image.place = place_of(text_, begin);
    reading_.document.images.push_back(std::move(image));
    edits_.replace(begin, end, MarkKind::image,
                   static_cast<std::uint32_t>(reading_.document.images.size() - 1));
    return end;
}

/// A mark for links from other notes.
std::uint32_t DialectScan::block_id(std::uint32_t at, std::uint32_t end) {
    edits_.erase(at > 0 && text_.utf8[at - 1] == ' ' ? at - 1 : at, end);
    return end;
}

/// [[海瑞|古怪的官僚]]: the words a reader of notes sees. [[nodiscard]] is none: no Han, no bar.
std::uint32_t DialectScan::wiki_link(std::uint32_t at) {
    const std::string_view rest = std::string_view(text_.utf8).substr(at + 2);
    const std::size_t size = rest.find_first_of("[]\n");
    if (size == std::string_view::npos || size == 0 || !rest.substr(size).starts_with("]]")) return 0;
    const std::string_view words = rest.substr(0, size);
    if (at > 0 && text_.utf8[at - 1] == '!')
        return wiki_image(at - 1, at + 4 + static_cast<std::uint32_t>(size), words);
    const bool has_wide =
        std::any_of(words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const std::size_t bar = words.rfind('|');
    const std::size_t hash = words.starts_with("#^") ? 2 : words.starts_with('#') ? 1 : 0;  // in this note
    if ((!has_wide && hash == 0 && bar == std::string_view::npos) || bar + 1 == size || hash == size)
        return 0;
    const auto begin = at + 2 + static_cast<std::uint32_t>(bar == std::string_view::npos ? hash : bar + 1);
    const std::uint32_t end = at + 2 + static_cast<std::uint32_t>(size);
    edits_.erase(at, begin);
    edits_.erase(end, end + 2);
    return end + 2;
}

/// ~~删去~~, and never the single tilde of 5~10人.
std::uint32_t DialectScan::tildes(std::uint32_t at) {
    std::uint32_t end = at;
    while (at_or_null(end) == '~') ++end;
    if (end - at == 1) return script(at, MarkKind::subscript);
    if (end - at != 2 || is_escaped(at)) return end;
    return pair(at, end, MarkKind::strike, tildes_, !is_space(at_or_null(end)),
                at > 0 && !is_space(text_.utf8[at - 1]));
}

/// ==标记== and ++插入++, never the == between the words of a program (x==1) nor the ++ behind one (C++).
std::uint32_t DialectScan::doubled(std::uint32_t at, MarkKind kind, std::vector<Waiting>& waiting) {
    const auto is_word = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    std::uint32_t end = at;
    while (at_or_null(end) == text_.utf8[at]) ++end;
    const char before = at == 0 ? '\0' : text_.utf8[at - 1];
    const char after = at_or_null(end);
    if (end - at != 2 || is_escaped(at) || (is_word(before) && is_word(after))) return end;
    const auto is_edge = [&](std::uint32_t place) {
        return place >= text_.utf8.size() || is_space(text_.utf8[place]) ||
               text_.utf8.compare(place, 3, hard_break_mark) == 0;
    };
    const bool hard_before = at >= 3 && text_.utf8.compare(at - 3, 3, hard_break_mark) == 0;
    const bool is_plus = kind == MarkKind::underline;
    return pair(at, end, kind, waiting, !is_edge(end) && !(is_plus && is_word(before)),
                !is_space(before) && !hard_before && !(is_plus && is_word(after)));
}

/// @fig-a, @tbl-a, @sec-a; or a mail address.
std::uint32_t DialectScan::at_sign(std::uint32_t at) {
    const std::string_view rest = std::string_view(text_.utf8).substr(at + 1);
    const bool known = rest.starts_with("fig-") || rest.starts_with("tbl-") || rest.starts_with("sec-");
    const char32_t last = at == 0 ? U' ' : code_point_before(text_.utf8, at);
    const bool apart = is_wide(last) || last > 0x2000 ||
                       std::u32string_view(U" ([,;").find(last) != std::u32string_view::npos;
    if (!known || !apart || is_escaped(at)) return address(mail_address_at(text_.utf8, at), at);
    std::size_t size = 4;
    for (std::size_t next = size; next < rest.size(); size = next) {
        const char32_t c = next_code_point(rest, next);
        const bool part =
            (c < 0x80 && (std::string_view("-_").find(static_cast<char>(c)) != std::string_view::npos ||
                          (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')));
        if (!part) break;
    }
    while (size > 4 && (rest[size - 1] == '-' || rest[size - 1] == '_')) --size;
    if (size == 4) return at + 1;
    Document& document = reading_.document;
    document.cross_references.push_back({std::string(rest.substr(0, size))});
    const auto end = at + 1 + static_cast<std::uint32_t>(size);
    edits_.replace(at, end, MarkKind::cross_reference,
                   static_cast<std::uint32_t>(document.cross_references.size() - 1));
    return end;
}

std::uint32_t DialectScan::address(const BareAddress& found, std::uint32_t at) {
    if (found.end == 0 || at < link_end_) return at + 1;
    const auto begin = static_cast<std::uint32_t>(found.begin);
    auto end = static_cast<std::uint32_t>(found.end);
    // It must not reach over the edge of a mark.
    for (const std::uint32_t mark : open_)
        if (text_.marks[mark].begin > begin || text_.marks[mark].end < end) return at + 1;
    if (next_mark_ < text_.marks.size() && text_.marks[next_mark_].begin < end) return at + 1;
    if (const auto link = add_link(reading_, found.uri, {}, place_of(text_, begin)))
        edits_.mark(begin, end, MarkKind::link, *link);
    return end;
}

}  // namespace

void apply_dialect(Text& text, Reading& reading) {
    if (!text.utf8.empty()) DialectScan(text, reading).run();
}

}  // namespace hanqing
