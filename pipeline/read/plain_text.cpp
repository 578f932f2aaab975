// SPDX-License-Identifier: Apache-2.0
// Words of a document, one block a line.
#include "read/plain_text.hpp"

#include "read/typed_contents.hpp"

#include <algorithm>

namespace hanqing {
namespace {

std::string_view kind_of(const Block& block) {
    switch (block.kind) {
        case BlockKind::heading:
            return "heading";
        case BlockKind::cell:
            return "cell";
        case BlockKind::code:
            return "code";
        case BlockKind::html:
            return "html";
        case BlockKind::formula:
            return "formula";
        default:
            return is_caption(block.caption) ? "caption" : "paragraph";
    }
}

/// What is put in: behind ruby bases what is written above them, and a sign on both sides of a formula, since
/// readers that know nothing of ActualText find its glyphs and not its source.
struct Insertion {
    std::uint32_t at = 0;
    std::string_view before, words, after;
};

std::vector<Insertion> insertions(const Document& document, const Block& block) {
    constexpr std::string_view formula = "\xEF\xBF\xB9";                                 // U+FFF9
    constexpr std::string_view separator = "\xEF\xBF\xBA", terminator = "\xEF\xBF\xBB";  // of annotations
    std::vector<Insertion> found;
    for (const Mark& mark : block.text.marks) {
        if (mark.kind == MarkKind::ruby)
            found.push_back({mark.end, separator, document.rubies[mark.data].annotation, terminator});
        if (mark.kind == MarkKind::formula && block.kind != BlockKind::formula) {
            found.push_back({mark.begin, formula, {}, {}});
            found.push_back({mark.end, formula, {}, {}});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Insertion& a, const Insertion& b) { return a.at < b.at; });
    return found;
}

void append_words(std::string& to, std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::string_view rest = bytes.substr(at);
        const bool is_break = rest.starts_with(hard_break_mark);
        const bool is_object = rest.starts_with(object_character);
        if (is_break || is_object) at += 2;
        if (is_object) continue;
        to += is_break || bytes[at] == '\n' || bytes[at] == '\t' || bytes[at] == '\r' ? ' ' : bytes[at];
    }
}

void append_image(std::string& to, const ImageReference& image) {
    for (const std::string& words : {image.alternative, image.title})
        if (!words.empty()) {
            to += "image\t";
            append_words(to, words);
            to += '\n';
        }
}

}  // namespace

std::string text_lines(const Document& document) {
    std::string out;
    std::size_t note_end = 0;
    const BlockRange contents = typed_contents(document);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        if (block.kind == BlockKind::footnote) note_end = block.end;
        std::string words;
        std::uint32_t at = 0;
        const std::string_view text = block.text.utf8;
        for (const Insertion& one : insertions(document, block)) {
            append_words(words, text.substr(at, one.at - at));
            words += one.before;
            append_words(words, one.words);
            words += one.after;
            at = one.at;
        }
        append_words(words, text.substr(at));
        const bool is_contents = contents.holds(static_cast<std::uint32_t>(i));
        const std::string_view kind = is_contents ? "contents" : kind_of(block);
        if (words.find_first_not_of(' ') != std::string::npos)
            out += (i < note_end ? "note " : "") + std::string(kind) + '\t' + words + '\n';
        for (const Mark& mark : block.text.marks)
            if (mark.kind == MarkKind::image) append_image(out, document.images[mark.data]);
    }
    return out;
}

}  // namespace hanqing
