// SPDX-License-Identifier: Apache-2.0
// Shape: pieces to glyphs. Characters that shaping cannot touch take their glyph from the character map; all
// others go through HarfBuzz, in stretches that end where it could not look across (see Manner::touches).
#include "shape/shaped.hpp"

#include "shape/glyph_maker.hpp"
#include "shape/itemize.hpp"

#include <utility>

namespace hanqing {

Shaped shape(Styled styled, const Fonts& fonts, Notes& notes) {
    Shaped shaped{std::move(styled), {}};
    GlyphMaker maker(shaped.styled, fonts, notes);
    shaped.paragraphs.reserve(shaped.styled.paragraphs.size());
    for (const Paragraph& paragraph : shaped.styled.paragraphs)
        shaped.paragraphs.push_back(maker.make(paragraph));
    return shaped;
}

ShapedParagraph shape_paragraph(const Paragraph& paragraph, const Styled& styled, const Fonts& fonts,
                                Notes& notes) {
    return GlyphMaker(styled, fonts, notes).make(paragraph);
}

}  // namespace hanqing
