// SPDX-License-Identifier: Apache-2.0
// A line's glyphs to items: one item for each face, size, colour, tag and baseline; each cluster's text once.
#include "pages/setter_job.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <limits>

namespace hanqing {
namespace {

bool has_copied_text(const Glyph& glyph) {
    return glyph.text_size > 0 && glyph.code != hard_break && glyph.code != object_mark;
}

}  // namespace

/// What copying must give back for each glyph. Text of glyphs that are not set (blanks trimmed at the line's
/// end) goes to the glyph before, so that no blank between words is lost where a line ends.
void Setter::find_texts(const Job& job) {
    texts_.assign(job.line.end - job.line.begin, {});
    for (const PlacedGlyph& placed : job.placed.glyphs)
        if (placed.glyph != none) texts_[placed.glyph - job.line.begin].placed = true;
    TextRange* before = nullptr;
    std::uint32_t owed = static_cast<std::uint32_t>(pages_.text.size());
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
        const Glyph& glyph = job.shaped.glyphs[job.line.begin + i];
        const bool shows = texts_[i].placed && glyph.text_size > 0;
        if (shows) {
            before = &texts_[i];
            before->begin = owed;
        }
        if (has_copied_text(glyph)) pages_.text.append(job.paragraph.text, glyph.text, glyph.text_size);
        const auto size = static_cast<std::uint32_t>(pages_.text.size());
        if (before != nullptr) {
            before->size =
                std::min<std::uint32_t>(size - before->begin, std::numeric_limits<std::uint16_t>::max());
            owed = size;
        }
    }
}

/// The stretches of the line that belong to one text run each, in visual order.
void Setter::find_pieces(const Job& job) {
    pieces_.clear();
    const Styled& styled = matter_.styled();
    const std::vector<PlacedGlyph>& glyphs = job.placed.glyphs;
    std::uint32_t run = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (glyphs[i].glyph == none) continue;
        const Glyph& glyph = job.shaped.glyphs[glyphs[i].glyph];
        if (run >= job.shaped.runs.size() || glyphs[i].glyph >= job.shaped.runs[run].end ||
            (run > 0 && glyphs[i].glyph < job.shaped.runs[run - 1].end))
            run = job.run_of(glyphs[i].glyph);
        const GlyphRun& shaped_run = job.shaped.runs[run];
        const CharacterStyle& style = styled.characters[shaped_run.style];
        const Length from = job.left + glyphs[i].x;
        Length to = from + Length{glyph.advance};
        if (i + 1 < glyphs.size()) to = larger(from, smaller(to, job.left + glyphs[i + 1].x));
        if (pieces_.empty() || pieces_.back().run != shaped_run.text_run)
            pieces_.push_back({shaped_run.text_run, from, to, style.size, {}});
        TextPiece& piece = pieces_.back();
        if (glyph.code != U' ' || i + 1 < glyphs.size()) piece.to = larger(piece.to, to);
        if (style.dots && is_han(glyph.code)) piece.dotted.push_back(from + Length{glyph.advance} / 2);
    }
}

GlyphsItem* Setter::open_item(const Job& job, std::uint32_t run_index, std::uint32_t glyph) {
    const GlyphRun& run = job.shaped.runs[run_index];
    const CharacterStyle& style = matter_.styled().characters[run.style];
    const std::uint32_t tag =
        job.role.artifact == Artifact::none ? tag_of(job.paragraph, job.paragraph.runs[run.text_run]) : none;
    const Length baseline = job.baseline - run.shift;
    std::vector<PageItem>& items = pages_.pages[job.page_index].items;
    const auto position = static_cast<std::uint32_t>(pages_.glyphs.size());
    if (!fresh_ && !items.empty() && items.back().tag == tag && items.back().artifact == job.role.artifact) {
        GlyphsItem* const last = std::get_if<GlyphsItem>(&items.back().shape);
        if (last != nullptr && last->end == position && last->end > last->begin && last->face == run.face &&
            last->size == run.size && last->colour == style.colour && last->baseline == baseline &&
            last->turn == 0 && !last->added_hyphen)
            return last;
    }
    fresh_ = false;
    GlyphsItem item;
    item.face = run.face;
    item.size = run.size;
    item.colour = style.colour;
    item.baseline = baseline;
    item.begin = item.end = position;
    items.push_back({item, tag, job.role.artifact, place_of(job.paragraph, job.shaped.glyphs[glyph].text)});
    return &std::get<GlyphsItem>(items.back().shape);
}

void Setter::set_glyphs(const Job& job) {
    std::uint32_t run = none;
    GlyphsItem* item = nullptr;
    for (const PlacedGlyph& placed : job.placed.glyphs) {
        if (placed.glyph == none) {
            set_hyphen(job, job.left + placed.x);
            item = nullptr;
            run = none;
            continue;
        }
        const Glyph& glyph = job.shaped.glyphs[placed.glyph];
        if (run == none || placed.glyph >= job.shaped.runs[run].end ||
            (run > 0 && placed.glyph < job.shaped.runs[run - 1].end)) {
            run = job.run_of(placed.glyph);
            item = nullptr;
        }
        if (job.shaped.runs[run].face == no_face) {
            set_object(job, placed.glyph, job.left + placed.x);
            continue;
        }
        if (const std::uint32_t words = renumbered(job, run); words != none) {
            if (placed.glyph == 0 || placed.glyph == job.line.begin || job.run_of(placed.glyph - 1) != run)
                set_mark(job, run, words, job.left + placed.x);
            item = nullptr;
            continue;
        }
        if (item == nullptr) item = open_item(job, run, placed.glyph);
        const TextRange& text = texts_[placed.glyph - job.line.begin];
        pages_.glyphs.push_back({glyph.glyph, static_cast<std::uint16_t>(text.size), text.begin,
                                 job.left + placed.x, Length{glyph.y_offset}});
        item->end = static_cast<std::uint32_t>(pages_.glyphs.size());
    }
}

void Setter::set_hyphen(const Job& job, Length x) {
    if (job.placed.hyphen_run == none) return;
    GlyphsItem* const item = open_item(job, job.placed.hyphen_run, job.line.end - 1);
    pages_.glyphs.push_back({job.placed.hyphen_glyph, 0, 0, x, {}});
    item->end = static_cast<std::uint32_t>(pages_.glyphs.size());
    item->added_hyphen = true;
}

void Setter::set_object(const Job& job, std::uint32_t glyph_index, Length x) {
    const Glyph& glyph = job.shaped.glyphs[glyph_index];
    const InlineObject* const object = object_at(job.paragraph, glyph.text);
    if (object == nullptr) return;
    if (object->kind == InlineObject::Kind::formula) return set_formula(job, glyph_index, *object, x);
    const GlyphRun& run = job.shaped.runs[job.run_of(glyph_index)];
    const std::uint32_t tag =
        job.role.artifact == Artifact::none ? tag_of(job.paragraph, job.paragraph.runs[run.text_run]) : none;
    std::vector<PageItem>& items = pages_.pages[job.page_index].items;
    const Place place = place_of(job.paragraph, glyph.text);
    if (object->kind == InlineObject::Kind::image) {
        const Rectangle area{{x, job.baseline - object->height}, object->width, object->height};
        items.push_back({ImageItem{object->index, area}, tag, job.role.artifact, place});
        return;
    }
    const auto at = static_cast<std::uint32_t>(items.size());
    items.push_back({GlyphsItem{}, tag, job.role.artifact, place});
    open_numbers.push_back(
        {job.page_index, at, object->index, run.style, {x, job.baseline}, object->width, false});
}

void Setter::set_line(std::uint32_t page_index, std::uint32_t paragraph, const Line& line, Point at,
                      Role role) {
    if (line.begin >= line.end) return;
    PlacedLine placed = matter_.placed(paragraph, line);
    const Length left = at.x + placed.left;
    const Job job{page_index,
                  paragraph,
                  matter_.paragraph(paragraph),
                  matter_.shaped(paragraph),
                  line,
                  std::move(placed),
                  left,
                  at.y,
                  role};
    const Styled& styled = matter_.styled();
    find_texts(job);
    find_pieces(job);
    Page& page = pages_.pages[page_index];
    for (const TextPiece& piece : pieces_)
        mark_ground(page, styled.characters[job.paragraph.runs[piece.run].style], piece, at.y);
    const auto glyph_begin = static_cast<std::uint32_t>(pages_.glyphs.size());
    set_glyphs(job);
    const auto glyph_end = static_cast<std::uint32_t>(pages_.glyphs.size());
    for (const TextPiece& piece : pieces_) {
        const CharacterStyle& style = styled.characters[job.paragraph.runs[piece.run].style];
        mark_lines(page, style, piece, at.y);
        if (piece.dotted.empty()) continue;
        const FaceId face = matter_.fonts().faces_of(styled.roles[style.role], style.language).han;
        mark_dots(pages_, page, matter_.fonts(), face, style, piece, at.y);
    }
    add_links(job);
    record(job, glyph_begin, glyph_end);
    if (!job.placed.rubies.empty()) set_rubies(job);
}

}  // namespace hanqing
