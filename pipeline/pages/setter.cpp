// SPDX-License-Identifier: Apache-2.0
// A line's glyphs to items: one item for each face, size, colour, tag and baseline; each cluster's text once.
#include "pages/setter.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <limits>

namespace hanqing {

/// The line in hand.
struct Setter::Job {
    std::uint32_t page_index;
    std::uint32_t paragraph_index;
    const Paragraph& paragraph;
    const ShapedParagraph& shaped;
    const Line& line;
    PlacedLine placed;
    Length left, baseline;  ///< Left: of the first glyph's place.
    Role role;
    /// The glyph run of a glyph.
    [[nodiscard]] std::uint32_t run_of(std::uint32_t glyph) const {
        const auto found = std::upper_bound(shaped.runs.begin(), shaped.runs.end(), glyph,
                                            [](std::uint32_t g, const GlyphRun& r) { return g < r.end; });
        return static_cast<std::uint32_t>(found - shaped.runs.begin());
    }
};

namespace {

constexpr char32_t hard_break = 0x2028, object_mark = 0xFFFC;

bool has_copied_text(const Glyph& glyph) {
    return glyph.text_size > 0 && glyph.code != hard_break && glyph.code != object_mark;
}

std::uint32_t tag_of(const Paragraph& paragraph, const TextRun& run) {
    return run.tag != none ? run.tag : paragraph.tag;
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

/// Words that stand instead of a footnote's mark, where marks begin anew on each page.
std::uint32_t Setter::renumbered(const Job& job, std::uint32_t run) const {
    if (mark_words.empty()) return none;
    const std::uint32_t footnote = job.paragraph.runs[job.shaped.runs[run].text_run].footnote;
    return footnote == none ? none : mark_words[footnote];
}

/// Requires: the words have been made, so that nothing moves while a line is set.
void Setter::set_mark(const Job& job, std::uint32_t run, std::uint32_t words, Length x) {
    const TextRun& text_run = job.paragraph.runs[job.shaped.runs[run].text_run];
    Length width;
    for (const TextPiece& piece : pieces_)
        if (piece.run == job.shaped.runs[run].text_run) width = piece.to - piece.from;
    const Length spare = width - matter_.width_of_words(words);
    const std::vector<TextRange> texts = texts_;
    const std::vector<TextPiece> pieces = pieces_;
    const std::uint32_t tag = job.role.artifact == Artifact::none ? tag_of(job.paragraph, text_run) : none;
    set_words(job.page_index, words, {x + spare / 2, job.baseline}, job.role.artifact, 0, tag);
    texts_ = texts;
    pieces_ = pieces;
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
    const std::vector<InlineObject>& objects = job.paragraph.objects;
    const auto object = std::find_if(objects.begin(), objects.end(),
                                     [&](const InlineObject& o) { return o.at == glyph.text; });
    if (object == objects.end()) return;
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

/// By value: making the annotations' lines moves the paragraphs that the job looks at.
void Setter::set_rubies(const Job& job) {
    const LineBox box = matter_.box_of(job.paragraph_index);
    const std::vector<RubyText> rubies = job.paragraph.rubies;
    const std::uint32_t page = job.page_index;
    for (const PlacedRuby& placed : job.placed.rubies) {
        const RubyText& ruby = rubies[placed.ruby];
        const Length descent = scaled(matter_.styled().characters[ruby.style].size, 12, 100);
        const Length left = job.left + placed.base_left;
        const Length baseline = job.baseline - (box.baseline - box.above) - descent;
        set_ruby(page, ruby, left, left + placed.base_width, baseline);
    }
}

void Setter::record(const Job& job) {
    const LineBox& box = matter_.box_of(job.paragraph_index);
    const std::uint32_t text = job.line.begin < job.line.end ? job.shaped.glyphs[job.line.begin].text : 0;
    LineRecord record;
    record.page = job.page_index;
    record.paragraph = job.paragraph_index;
    record.area = {{job.left, job.baseline - (box.baseline - box.above)}, job.placed.width, box.size};
    record.natural = job.line.natural;
    record.set = job.line.set;
    record.measure = matter_.broken(job.paragraph_index).measure;
    record.last = job.line.last;
    record.first = job.role.first;
    record.body = job.role.body;
    record.place = place_of(job.paragraph, text);
    pages_.lines.push_back(record);
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
    set_glyphs(job);
    for (const TextPiece& piece : pieces_) {
        const CharacterStyle& style = styled.characters[job.paragraph.runs[piece.run].style];
        mark_lines(page, style, piece, at.y);
        if (piece.dotted.empty()) continue;
        const FaceId face = matter_.fonts().faces_of(styled.roles[style.role], style.language).han;
        mark_dots(pages_, page, matter_.fonts(), face, style, piece, at.y);
    }
    add_links(job);
    record(job);
    if (!job.placed.rubies.empty()) set_rubies(job);
}

void Setter::set_words(std::uint32_t page, std::uint32_t words, Point at, Artifact artifact,
                       std::int32_t turn, std::uint32_t tag) {
    if (!matter_.has_lines(words) || matter_.lines_of(words).empty()) return;
    const std::size_t items = pages_.pages[page].items.size(), records = pages_.lines.size();
    fresh_ = true;
    set_line(page, words, matter_.lines_of(words)[0], at, {artifact, false, false});
    pages_.lines.resize(records);
    std::vector<PageItem>& all = pages_.pages[page].items;
    for (std::size_t i = items; i < all.size(); ++i) {
        if (auto* glyphs = std::get_if<GlyphsItem>(&all[i].shape)) glyphs->turn = turn;
        if (all[i].artifact == Artifact::none) all[i].tag = tag;
    }
    fresh_ = true;
}

/// Dots in the middle of half-em cells counted from the slot's right end, so that those of all entries are in
/// line.
void Setter::set_leader(const OpenNumber& open, Length to) {
    const CharacterStyle& style = matter_.styled().characters[open.style];
    const Fonts& fonts = matter_.fonts();
    const FaceId face = fonts.faces_of(matter_.styled().roles[style.role], style.language).han;
    const std::uint16_t dot = face == no_face ? std::uint16_t{0} : fonts.glyph(face, U'·');
    if (dot == 0) return;
    const Length cell = style.size / 2;
    const Length half =
        scaled(style.size, fonts.advance(face, dot), static_cast<std::int64_t>(fonts.face(face).upem) * 2);
    GlyphsItem item;
    item.face = face;
    item.size = style.size;
    item.colour = style.colour;
    item.baseline = open.at.y;
    item.begin = static_cast<std::uint32_t>(pages_.glyphs.size());
    const Length right = open.at.x + open.width;
    for (std::int64_t cells = (right - open.leader_from).raw / cell.raw; cells > 0; --cells) {
        const Length left = right - cell * cells;
        if (left < open.leader_from + cell / 2 || left + cell > to - cell / 2) continue;
        pages_.glyphs.push_back({dot, 0, 0, left + cell / 2 - half, {}});
    }
    item.end = static_cast<std::uint32_t>(pages_.glyphs.size());
    if (item.end > item.begin) pages_.pages[open.page].items.push_back({item, none, Artifact::layout, {}});
}

void Setter::close_number(const OpenNumber& open, std::uint32_t words) {
    Page& page = pages_.pages[open.page];
    const PageItem slot = page.items[open.item];
    const Length width = matter_.width_of_words(words);
    const Length spare = open.leader ? open.width - width : (open.width - width) / 2;
    if (open.leader) set_leader(open, open.at.x + spare);
    const std::size_t begin = page.items.size();
    set_words(open.page, words, {open.at.x + spare, open.at.y}, slot.artifact);
    // The number takes its slot's place in the reading order; a number has one face and so one item.
    if (page.items.size() > begin) {
        page.items[open.item].shape = page.items[begin].shape;
        page.items[open.item].place = slot.place;
        page.items.resize(begin);
    }
}

void Setter::add_rectangle(std::uint32_t page, Rectangle area, Colour fill, Artifact artifact) {
    if (area.width > Length{} && area.height > Length{})
        pages_.pages[page].items.push_back({RectangleItem{area, fill}, none, artifact, {}});
}

void Setter::add_frame(std::uint32_t page, Rectangle area, Length weight, Colour colour) {
    const Length right = area.corner.x + area.width - weight, foot = area.corner.y + area.height - weight;
    add_rectangle(page, {area.corner, area.width, weight}, colour, Artifact::background);
    add_rectangle(page, {{area.corner.x, foot}, area.width, weight}, colour, Artifact::background);
    add_rectangle(page, {area.corner, weight, area.height}, colour, Artifact::background);
    add_rectangle(page, {{right, area.corner.y}, weight, area.height}, colour, Artifact::background);
}

}  // namespace hanqing
