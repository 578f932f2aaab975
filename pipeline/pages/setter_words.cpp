// SPDX-License-Identifier: Apache-2.0
// Texts that pages add or change: renumbered marks, annotations, page numbers with their leaders; and plain
// rectangles.
#include "pages/setter_job.hpp"

#include <algorithm>

namespace hanqing {

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

void Setter::set_words(std::uint32_t page, std::uint32_t words, Point at, Artifact artifact,
                       std::int32_t turn, std::uint32_t tag) {
    if (!matter_.has_lines(words) || matter_.lines_of(words).empty()) return;
    const std::size_t items = pages_.pages[page].items.size(), records = pages_.lines.size();
    fresh_ = true;
    set_line(page, words, matter_.lines_of(words)[0], at, {artifact});
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
    // As light for entries in bold as for the others.
    const auto& roles = matter_.styled().roles;
    const auto plain =
        std::find_if(roles.begin(), roles.end(), [](const FaceRole& r) { return r.name == "plain"; });
    const FaceId face = fonts.faces_of(plain != roles.end() ? *plain : roles[style.role], style.language).han;
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
