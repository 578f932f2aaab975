// SPDX-License-Identifier: Apache-2.0
// Footnotes in the order of their marks -> one column of note lines.
#include "pages/composition.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// So many lines of a note at least stand on the page of its mark; a note this short is never split (F1).
constexpr std::uint32_t least_lines = 2, whole_lines = 3;

/// Notes stand beside their labels: the widest label and a gap, in whole ems of the note's size (F2).
Length indent_of(Matter& matter) {
    Length widest, size;
    for (const FootnoteText& note : matter.styled().footnotes) {
        if (note.label == none) continue;
        widest = larger(widest, matter.widths_of(note.label).natural);
        size = larger(size, matter.box_of(note.label).size);
    }
    if (size == Length{}) return {};
    const Length room = widest + size / 2;
    return size * ((room.raw + size.raw - 1) / size.raw);
}

NotesDue append_note(Composition& composition, Matter& matter, std::uint32_t footnote) {
    if (composition.note_indent == Length{}) composition.note_indent = indent_of(matter);
    std::vector<NoteLine>& lines = composition.note_lines;
    NoteColumn& column = composition.galley.notes;
    const FootnoteText& note = matter.styled().footnotes[footnote];
    const auto begin = static_cast<std::uint32_t>(lines.size());
    if (note.label != none) matter.break_to(note.label, composition.note_indent);
    for (const std::uint32_t paragraph : note.paragraphs) {
        const Length given = matter.paragraph(paragraph).measure;
        matter.break_to(paragraph, given > Length{} ? given : composition.width - composition.note_indent);
        const LineBox& box = matter.box_of(paragraph);
        const std::size_t count = matter.has_lines(paragraph) ? matter.lines_of(paragraph).size() : 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            lines.push_back({footnote, paragraph, i, lines.size() == begin});
            column.tops.push_back(column.tops.back() + box.pitch);
            column.below.push_back(box.below);
        }
    }
    const std::uint32_t all = column.size();
    return {all, all - begin <= whole_lines ? all : begin + least_lines};
}

NotesDue note_due(Composition& composition, Matter& matter, std::uint32_t footnote) {
    if (composition.dues.empty()) composition.dues.resize(matter.styled().footnotes.size());
    NotesDue& due = composition.dues[footnote];
    if (due.all == 0) due = append_note(composition, matter, footnote);
    return due;
}

}  // namespace

void notes_in(Composition& composition, Matter& matter, std::uint32_t paragraph, std::uint32_t begin,
              std::uint32_t end, NotesDue& due) {
    std::uint32_t run_begin = 0;
    for (const TextRun& run : matter.paragraph(paragraph).runs) {
        const bool here = run.footnote != none && run_begin >= begin && run_begin < end;
        run_begin = run.end;
        if (!here) continue;
        const NotesDue more = note_due(composition, matter, run.footnote);
        due.all = std::max(due.all, more.all);
        due.least = std::max(due.least, more.least);
    }
}

}  // namespace hanqing
