// SPDX-License-Identifier: Apache-2.0
// Footnotes in line are found by their brackets, after the parser: what they hold is parsed already.
#include "read/inline_notes.hpp"

#include "base/unicode.hpp"
#include "read/dialect.hpp"
#include "read/text_edit.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// Set in FootnoteReference::footnote until the note has its number.
constexpr std::uint32_t in_line = 0x80000000;

/// From ^ to behind the bracket that closes.
struct Range {
    std::uint32_t begin = 0, end = 0;
};

/// What hugs no word, or looks like `^[a-z]+$`, is no note.
bool is_note(const Text& text, Range range, const Source& source) {
    const std::string_view utf8 = text.utf8;
    const std::uint32_t at = place_of(text, range.begin).begin;
    const bool is_typed = place_of(text, range.begin + 1).begin == at + 1 && source.bytes[at] == '^' &&
                          (at == 0 || source.bytes[at - 1] != '\\');
    if (!is_typed || range.begin == 0 || utf8[range.begin - 1] == ' ') return false;
    const std::string_view words = utf8.substr(range.begin + 2, range.end - range.begin - 3);
    for (std::size_t p = 0; p < words.size();) {
        const char32_t c = next_code_point(words, p);
        if (c == ' ' || is_wide(c) || is_hangul(c)) return true;
    }
    return false;
}

/// Pairs of brackets that a ^ opens, outside of code and of one another.
std::vector<Range> bracketed(const Text& text) {
    std::vector<Range> found;
    std::vector<std::uint32_t> open;  // brackets; those of notes with the ^
    std::size_t open_notes = 0;
    std::size_t next_mark = 0;
    const std::string_view utf8 = text.utf8;
    for (std::uint32_t at = 0; at < utf8.size(); ++at) {
        for (; next_mark < text.marks.size() && text.marks[next_mark].begin <= at; ++next_mark)
            if (text.marks[next_mark].kind == MarkKind::code) at = std::max(at, text.marks[next_mark].end);
        if (at >= utf8.size()) break;
        if (utf8.substr(at).starts_with("^[")) {
            open.push_back(at++);
            ++open_notes;
        } else if (utf8[at] == '[') {
            open.push_back(at);
        } else if (utf8[at] == ']' && !open.empty()) {
            const std::uint32_t begin = open.back();
            open.pop_back();
            if (utf8[begin] != '^') continue;
            if (--open_notes == 0) found.push_back({begin, at + 1});
        }
    }
    return found;
}

/// The range around a place, ends excluded; none.size() when there is none.
std::size_t range_around(const std::vector<Range>& ranges, std::uint32_t at) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), at,
                                        [](std::uint32_t value, const Range& r) { return value < r.begin; });
    if (after == ranges.begin()) return ranges.size();
    const auto range = std::prev(after);
    return at > range->begin && at < range->end ? static_cast<std::size_t>(range - ranges.begin())
                                                : ranges.size();
}

std::vector<Range> note_ranges(const Text& text, const Source& source) {
    std::vector<Range> ranges = bracketed(text);
    std::vector<bool> is_cut(ranges.size() + 1);
    for (const Mark& mark : text.marks) {
        const std::size_t begin = range_around(ranges, mark.begin);
        const std::size_t end = range_around(ranges, mark.end);
        if (begin != end) is_cut[begin] = is_cut[end] = true;
    }
    std::vector<Range> notes;
    for (std::size_t i = 0; i < ranges.size(); ++i)
        if (!is_cut[i] && is_note(text, ranges[i], source)) notes.push_back(ranges[i]);
    return notes;
}

/// New numbers of the footnotes, by where each is first referred to.
std::vector<std::uint32_t> numbers_of(const Document& document) {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::vector<std::uint32_t> numbers(document.footnotes.size(), none);
    std::uint32_t next = 0;
    for (const Block& block : document.blocks)
        for (const Mark& mark : block.text.marks) {
            if (mark.kind != MarkKind::footnote_reference) continue;
            std::uint32_t& number = numbers[document.footnote_references[mark.data].footnote];
            if (number == none) number = next++;
        }
    for (std::uint32_t& number : numbers)
        if (number == none) number = next++;
    return numbers;
}

void renumber(Document& document) {
    const std::vector<std::uint32_t> numbers = numbers_of(document);
    std::vector<Footnote> footnotes(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        document.blocks[document.footnotes[i].block].footnote = numbers[i];
        footnotes[numbers[i]] = std::move(document.footnotes[i]);
    }
    document.footnotes = std::move(footnotes);
    for (FootnoteReference& reference : document.footnote_references)
        reference.footnote = numbers[reference.footnote];
}

}  // namespace

void take_inline_notes(Text& text, Reading& reading) {
    if (text.utf8.find("^[") == std::string::npos) return;
    const std::vector<Range> notes = note_ranges(text, reading.source);
    if (notes.empty()) return;
    std::vector<std::uint32_t> places;
    for (const Range& note : notes) places.insert(places.end(), {note.begin + 2, note.end - 1});
    std::vector<Text> parts = parts_of(text, places);
    TextEdits edits;
    auto& references = reading.document.footnote_references;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        Text& words = parts[2 * i + 1];
        apply_dialect(words, reading);
        references.push_back({in_line | static_cast<std::uint32_t>(reading.inline_notes.size())});
        reading.inline_notes.push_back(std::move(words));
        edits.replace(notes[i].begin, notes[i].end, MarkKind::footnote_reference,
                      static_cast<std::uint32_t>(references.size() - 1));
    }
    edits.apply(text);
}

void settle_inline_notes(Reading& reading, BlockWriter& writer) {
    if (reading.inline_notes.empty()) return;
    Document& document = reading.document;
    const auto first = static_cast<std::uint32_t>(document.footnotes.size());
    for (FootnoteReference& reference : document.footnote_references)
        if ((reference.footnote & in_line) != 0) reference.footnote = first + (reference.footnote ^ in_line);
    for (Text& words : reading.inline_notes) {
        Place place = place_of(words, 0);
        place.end = place_of(words, static_cast<std::uint32_t>(words.utf8.size()) - 1).begin + 1;
        document.footnotes.push_back({{}, writer.size(), 1});
        writer.open(BlockKind::footnote, place).footnote =
            static_cast<std::uint32_t>(document.footnotes.size() - 1);
        writer.leaf(BlockKind::paragraph, place).text = std::move(words);
        writer.close();
    }
    renumber(document);
}

}  // namespace hanqing
