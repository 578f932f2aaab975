// SPDX-License-Identifier: Apache-2.0
// What a line leaves behind for others: link areas, places of note marks, its record for `check --layout`.
#include "pages/setter_job.hpp"

namespace hanqing {

void Setter::add_links(const Job& job) {
    if (job.role.artifact != Artifact::none) return;
    for (const TextPiece& piece : pieces_) {
        const TextRun& run = job.paragraph.runs[piece.run];
        if (run.footnote != none) marks.push_back({run.footnote, job.page_index, job.baseline - piece.size});
        if (run.link == none || piece.to <= piece.from) continue;
        const Length ascent = scaled(piece.size, 88, 100);
        const Rectangle area{{piece.from, job.baseline - ascent}, piece.to - piece.from, piece.size};
        pages_.pages[job.page_index].links.push_back({area, run.link, tag_of(job.paragraph, run)});
    }
}

/// Ruby, objects and tracking stand between Han or widen the gaps, as is their purpose.
bool Setter::is_spaced(const Job& job) const {
    if (!job.placed.rubies.empty() || !job.paragraph.objects.empty()) return true;
    return std::any_of(pieces_.begin(), pieces_.end(), [&](const TextPiece& piece) {
        return matter_.styled().characters[job.paragraph.runs[piece.run].style].tracking != Length{};
    });
}

void Setter::record(const Job& job, std::uint32_t glyph_begin, std::uint32_t glyph_end) {
    const LineBox& box = matter_.box_of(job.paragraph_index);
    const ParagraphStyle& style = matter_.style_of(job.paragraph_index);
    const std::uint32_t begin = job.line.begin;
    LineRecord record;
    record.page = job.page_index;
    record.paragraph = job.paragraph_index;
    record.kind = job.role.kind;
    record.artifact = job.role.artifact;
    record.area = {{job.left, job.baseline - (box.baseline - box.above)}, job.placed.width, box.size};
    record.natural = job.line.natural;
    record.set = job.line.set;
    record.measure = matter_.broken(job.paragraph_index).measure;
    record.measure_left = job.left - job.placed.left;
    record.pitch = box.pitch;
    record.gap = style.gap;
    record.glyph_begin = glyph_begin;
    record.glyph_end = glyph_end;
    record.first = begin == 0;
    record.last = job.line.end >= job.shaped.glyphs.size();
    record.ends = job.line.last;
    record.begins = begin == 0 || job.shaped.glyphs[begin - 1].code == hard_break;
    record.justified = style.align == Align::justify && !job.line.last && !job.line.overfull;
    record.spaced = is_spaced(job);
    record.on_grid = style.grid;
    record.hangs = style.hanging;
    record.mirrored = std::any_of(job.shaped.runs.begin(), job.shaped.runs.end(),
                                  [](const GlyphRun& run) { return run.level > 0; });
    record.prohibition = style.wrap_anywhere ? Prohibition::none : style.prohibition;
    record.language = matter_.styled().characters[main_style(job.paragraph)].language;
    record.place = place_of(job.paragraph, job.shaped.glyphs[begin].text);
    pages_.lines.push_back(record);
}

}  // namespace hanqing
