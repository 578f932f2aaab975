// SPDX-License-Identifier: Apache-2.0
// Shaped -> Lines, and the same for single paragraphs.
#include "lines/lines.hpp"

#include "base/allowance.hpp"
#include "base/parts.hpp"
#include "base/unicode.hpp"
#include "lines/composition.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

constexpr std::size_t quoted_characters = 20;

/// Bytes of text whose lines are broken in one go.
constexpr std::size_t part_bytes = 64 << 10;

/// Place of byte `at` of a paragraph in its file.
Place place_in_source(const Paragraph& paragraph, std::uint32_t at) {
    const auto after = std::upper_bound(paragraph.origins.begin(), paragraph.origins.end(), at,
                                        [](std::uint32_t value, const Origin& o) { return value < o.text; });
    if (after == paragraph.origins.begin()) return {paragraph.file, 0, 0};
    const Origin& origin = *std::prev(after);
    const std::uint32_t byte = origin.source + (at - origin.text);
    return {paragraph.file, byte, byte};
}

/// The first characters of a line, for a message.
std::string beginning(const Paragraph& paragraph, std::size_t at) {
    std::size_t end = at;
    for (std::size_t n = 0; n < quoted_characters && end < paragraph.text.size(); ++n)
        next_code_point(paragraph.text, end);
    return paragraph.text.substr(at, end - at) + (end < paragraph.text.size() ? "…" : "");
}

void note_overfull(const Setting& s, const BrokenParagraph& broken, Notes& notes) {
    if (broken.solutions.empty()) return;
    for (const Line& line : broken.solutions.front().lines) {
        if (!line.overfull || line.begin >= s.shaped.glyphs.size()) continue;
        const std::uint32_t at = s.shaped.glyphs[line.begin].text;
        notes.warning(place_in_source(s.paragraph, at), "line-overfull", {beginning(s.paragraph, at)});
    }
}

}  // namespace

BrokenParagraph break_paragraph(const Paragraph& paragraph, const ShapedParagraph& shaped,
                                const Styled& styled, Length measure, const Fonts& fonts, Notes& notes) {
    const Setting setting{paragraph, shaped, styled, &fonts};
    BrokenParagraph broken = break_text(setting, measure);
    note_overfull(setting, broken, notes);
    return broken;
}

Lines break_lines(Shaped shaped, const Fonts& fonts, Notes& notes) {
    Lines lines;
    lines.shaped = std::move(shaped);
    const Styled& styled = lines.shaped.styled;
    lines.paragraphs.resize(styled.paragraphs.size());
    const std::vector<std::size_t> ends = part_ends(styled.paragraphs.size(), part_bytes, [&](std::size_t i) {
        return styled.paragraphs[i].text.size();
    });
    std::vector<Notes> part_notes(ends.size());
    for_each_part(ends.size(), [&](std::size_t part) {
        for (std::size_t i = part == 0 ? 0 : ends[part - 1]; i < ends[part]; ++i) {
            const Paragraph& paragraph = styled.paragraphs[i];
            if (paragraph.measure.raw == 0) continue;
            keep_within_limits();
            lines.paragraphs[i] = break_paragraph(paragraph, lines.shaped.paragraphs[i], styled,
                                                  paragraph.measure, fonts, part_notes[part]);
        }
    });
    for (const Notes& part : part_notes) append(notes, part);
    return lines;
}

Widths widths(const Paragraph& paragraph, const ShapedParagraph& shaped, const Styled& styled,
              const Fonts& fonts) {
    return widths_of({paragraph, shaped, styled, &fonts});
}

PlacedLine place(const Paragraph& paragraph, const ShapedParagraph& shaped, const Styled& styled,
                 const BrokenParagraph& broken, const Line& line, const Fonts& fonts) {
    return place_line({paragraph, shaped, styled, &fonts}, broken, line);
}

}  // namespace hanqing
