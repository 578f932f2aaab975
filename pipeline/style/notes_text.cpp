// SPDX-License-Identifier: Apache-2.0
// Footnotes: their marks and their texts.
#include "style/build.hpp"

namespace hanqing {
namespace {

void add_note_paragraphs(Build& build, FootnoteText& note, std::uint32_t block) {
    const auto& blocks = build.document.blocks;
    const TextRule& rule = build.sheet.rule("footnote");
    std::vector<std::uint32_t> paragraphs;
    for (std::uint32_t i = block; i < blocks[block].end; ++i) {
        if (blocks[i].text.utf8.empty()) continue;
        const std::uint32_t tag = add_tag(build, TagKind::paragraph, note.tag, blocks[i].place);
        const std::uint32_t paragraph = add_text(build, blocks[i].text, rule, tag, {.indented = false});
        build.styled.paragraphs[paragraph].measure = Length{};  // pages leaves room for the label
        paragraphs.push_back(paragraph);
    }
    note.paragraphs = std::move(paragraphs);
}

/// The number before the text, which leads back to the mark.
std::uint32_t add_note_label(Build& build, const FootnoteText& note, const std::string& label) {
    const std::uint32_t label_tag = add_tag(build, TagKind::label, note.tag, note.place);
    const std::uint32_t link_tag = add_tag(build, TagKind::link, label_tag, note.place);
    build.styled.links.push_back({"", note.back_anchor, label});
    const std::uint32_t paragraph = add_plain(build, label, build.sheet.rule("footnote"), link_tag, false);
    Paragraph& made = build.styled.paragraphs[paragraph];
    made.measure = Length{};
    for (TextRun& run : made.runs) run.link = static_cast<std::uint32_t>(build.styled.links.size() - 1);
    return paragraph;
}

}  // namespace

std::string footnote_mark(const Build& build, std::uint32_t number) {
    return build.sheet.footnote_marks == "circled" ? circled_number(number) : std::to_string(number);
}

void flush_notes(Build& build, std::uint32_t parent_tag) {
    // A note may itself refer to notes: those join the end of the list.
    for (std::size_t i = 0; i < build.pending_notes.size(); ++i) {
        const std::uint32_t wanted = build.pending_notes[i];
        const std::uint32_t index = build.note_of[wanted];
        const std::uint32_t block = build.document.footnotes[wanted].block;
        FootnoteText note = build.styled.footnotes[index];
        note.place = build.document.blocks[block].place;
        note.tag = add_tag(build, TagKind::note, parent_tag, note.place);
        build.styled.tags[note.tag].identifier = "note-" + std::to_string(index + 1);
        note.label = add_note_label(build, note, footnote_mark(build, index + 1));
        add_note_paragraphs(build, note, block);
        build.styled.footnotes[index] = std::move(note);
    }
    build.pending_notes.clear();
}

}  // namespace hanqing
