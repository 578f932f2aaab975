// SPDX-License-Identifier: Apache-2.0
// Shape: pieces to glyphs. Characters that shaping cannot touch take their glyph from the character map; all
// others go through HarfBuzz, in stretches that end where it could not look across (see Manner::touches).
#include "shape/shaped.hpp"

#include "base/allowance.hpp"
#include "base/parts.hpp"
#include "shape/glyph_maker.hpp"
#include "shape/itemize.hpp"

#include <utility>
#include <vector>

namespace hanqing {
namespace {

/// Bytes of text that are shaped in one go: below it, what the parts would shape twice weighs more.
constexpr std::size_t part_bytes = 64 << 10;

/// Each part has said its own notes once; the report says them once.
void append_once(Notes& notes, const Notes& part) {
    for (const Note& note : part.all()) note_once(notes, note.weight, note.place, note.id, note.arguments);
}

}  // namespace

Shaped shape(Styled styled, const Fonts& fonts, Notes& notes) {
    Shaped shaped{std::move(styled), {}};
    const std::vector<Paragraph>& paragraphs = shaped.styled.paragraphs;
    shaped.paragraphs.resize(paragraphs.size());
    const std::vector<std::size_t> ends =
        part_ends(paragraphs.size(), part_bytes, [&](std::size_t i) { return paragraphs[i].text.size(); });
    std::vector<Notes> part_notes(ends.size());
    for_each_part(ends.size(), [&](std::size_t part) {
        GlyphMaker maker(shaped.styled, fonts, part_notes[part]);
        for (std::size_t i = part == 0 ? 0 : ends[part - 1]; i < ends[part]; ++i) {
            keep_within_limits();
            shaped.paragraphs[i] = maker.make(paragraphs[i]);
        }
    });
    for (const Notes& part : part_notes) append_once(notes, part);
    return shaped;
}

ShapedParagraph shape_paragraph(const Paragraph& paragraph, const Styled& styled, const Fonts& fonts,
                                Notes& notes) {
    return GlyphMaker(styled, fonts, notes).make(paragraph);
}

}  // namespace hanqing
