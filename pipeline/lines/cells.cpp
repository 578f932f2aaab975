// SPDX-License-Identifier: Apache-2.0
// Clusters into cells: kind, region, body and blanks of each; the gaps follow in spacing.cpp.
#include "lines/cells.hpp"

#include "lines/labels.hpp"
#include "lines/ruby.hpp"
#include "lines/spacing.hpp"
#include "shape/ink.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// What all cells of a run share.
struct RunLook {
    const GlyphRun* run = nullptr;
    Region region = Region::mainland;
    bool code = false, loose = false, raised = false, note = false, object = false;
    std::int32_t em = 0, tracking = 0;
};

/// A link whose text is an address, not words.
bool is_address(const Link& link) {
    return link.contents.find("://") != std::string::npos || link.contents.starts_with("www.");
}

RunLook look_of(const Setting& s, const GlyphRun& run) {
    const CharacterStyle& style = s.styled.characters[run.style];
    const TextRun& text = s.paragraph.runs[run.text_run];
    RunLook look;
    look.run = &run;
    look.region = region_of(style.language);
    look.code = style.code;
    look.loose = look.code || (text.link != none && is_address(s.styled.links[text.link]));
    look.note = text.footnote != none;
    look.raised = style.rise.raw != 0 && !look.note;
    look.object = run.face == no_face;
    look.em = static_cast<std::int32_t>(run.size.raw);
    look.tracking = static_cast<std::int32_t>(style.tracking.raw);
    return look;
}

std::int32_t object_width(const Setting& s, std::uint32_t glyph) {
    if (const FormulaBox* const formula = s.shaped.formula_at(glyph))
        return static_cast<std::int32_t>(formula->width.raw);
    const InlineObject* const object = object_at(s.paragraph, s.shaped.glyphs[glyph].text);
    return object == nullptr ? 0 : static_cast<std::int32_t>(object->width.raw);
}

/// The space that a piece of a formula asks for before the next vanishes at a line's end.
void set_object(const Setting& s, Cell& cell) {
    cell.kind = Kind::object;
    const FormulaBox* const formula = s.shaped.formula_at(cell.glyph);
    if (formula == nullptr) return;
    cell.kind = Kind::formula;
    cell.after = static_cast<std::int32_t>(formula->after.raw);
    cell.body = cell.advance - cell.after;
}

/// A face of another region may draw in the corner what this region centres (W1): then its ink decides.
const MarkShape& shape_of(const Setting& s, const Cell& cell, const RunLook& look) {
    const MarkShape& shape = mark_shape(look.region, cell.kind);
    if (shape.before == 0 || shape.after == 0 || cell.kind == Kind::middle_dot || s.fonts == nullptr)
        return shape;
    const Ink ink = ink_of(*s.fonts, look.run->face, s.shaped.glyphs[cell.glyph].glyph);
    const bool in_corner =
        ink.right > 0 && ink.right * 2 <= static_cast<std::int32_t>(s.fonts->face(look.run->face).upem);
    return in_corner ? mark_shape(Region::mainland, cell.kind) : shape;
}

/// W1, M1–M4: a full-width mark is half an em; its blanks go into the gaps. Proportional ones stay as they
/// are.
void take_out_blanks(const Setting& s, Cell& cell, const RunLook& look) {
    const MarkShape& shape = shape_of(s, cell, look);
    cell.mark = &shape;
    cell.before = look.em * shape.before / 4;
    cell.after = look.em * shape.after / 4;
    cell.shift = -cell.before;
    cell.body = cell.advance - cell.before - cell.after;
    if (shape.fixed_half) cell.before = cell.after = 0;
}

void set_kind(const Setting& s, Cell& cell, const RunLook& look, bool wide) {
    cell.kind = look.note ? Kind::note : line_kind_of(cell.code);
    if (look.object && cell.code == 0xFFFC) set_object(s, cell);
    cell.wide = wide && cell.kind != Kind::note && is_solid(cell);
    if (is_mark(cell.kind) && cell.wide && !look.code) take_out_blanks(s, cell, look);
    if (!is_solid(cell)) cell.body = 0;
}

Cell cell_of(const Setting& s, const RunLook& look, std::uint32_t glyph) {
    const Glyph& g = s.shaped.glyphs[glyph];
    Cell cell;
    cell.glyph = glyph;
    cell.text = g.text;
    cell.run = static_cast<std::uint32_t>(look.run - s.shaped.runs.data());
    cell.code = g.code;
    cell.em = look.em;
    cell.advance = look.object ? object_width(s, glyph) : g.advance;
    cell.body = cell.advance;
    cell.region = look.region;
    cell.code_span = look.code;
    cell.loose = look.loose;
    cell.raised = look.raised;
    cell.tracking = look.tracking;
    set_kind(s, cell, look, g.wide);
    return cell;
}

/// A cluster's further glyphs widen its cell.
void add_glyph(const Setting& s, const RunLook& look, std::uint32_t glyph, std::vector<Cell>& cells) {
    if (s.shaped.glyphs[glyph].text_size > 0 || cells.empty()) {
        cells.push_back(cell_of(s, look, glyph));
        return;
    }
    cells.back().advance += s.shaped.glyphs[glyph].advance;
    if (is_solid(cells.back())) cells.back().body += s.shaped.glyphs[glyph].advance;
}

/// A run of dashes is the dash of two em (破折号), a lone one joins (连接号) and may not start a line (B2).
void tell_dashes_from_connectors(std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].code != 0x2014 || cells[i].kind != Kind::dash) continue;
        const bool joined =
            (i > 0 && cells[i - 1].code == 0x2014) || (i + 1 < cells.size() && cells[i + 1].code == 0x2014);
        if (!joined) cells[i].kind = Kind::connector;
    }
}

/// W4, mainland: ？！ together take one em, so the second keeps no blank; three of them take two.
void close_doubled_questions(std::vector<Cell>& cells) {
    const auto is_question = [&](std::size_t i) {
        return i < cells.size() && cells[i].kind == Kind::question && cells[i].wide &&
               cells[i].region == Region::mainland;
    };
    std::size_t in_row = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        in_row = is_question(i) ? in_row + 1 : 0;
        if (in_row > 0 && in_row % 2 == 0 && !is_question(i + 1)) cells[i].after = 0;
    }
}

/// A curly apostrophe or a tight quotation mark inside Latin text belongs to its word (`don’t`, `a“b”c`).
void join_latin_quotes(std::vector<Cell>& cells) {
    const auto is_word = [&](std::size_t i) {
        return i < cells.size() && (cells[i].kind == Kind::letter || cells[i].kind == Kind::digit);
    };
    for (std::size_t i = 1; i + 1 < cells.size(); ++i)
        if (!cells[i].wide && (cells[i].code == 0x2019 || cells[i].code == 0x2018) && is_word(i - 1) &&
            is_word(i + 1))
            cells[i].kind = Kind::letter;
}

/// C#, f#, and the $ that closes a formula belong to what stands before them; so does the + of 8核+.
void tell_signs_from_prefixes(std::vector<Cell>& cells) {
    for (std::size_t i = 1; i < cells.size(); ++i) {
        const bool before_word = i + 1 < cells.size() && is_solid(cells[i + 1]) && !cells[i + 1].wide;
        if (cells[i].code == U'+' && cells[i - 1].wide && !before_word) cells[i].kind = Kind::connector;
        const Kind before = cells[i - 1].kind;
        const bool after_word = !cells[i - 1].wide &&
                                (before == Kind::letter || before == Kind::digit || before == Kind::closing);
        if (after_word && !cells[i].wide && (cells[i].code == U'#' || cells[i].code == U'$'))
            cells[i].kind = Kind::symbol;
    }
}

}  // namespace

void compose(const Setting& setting, std::uint32_t begin, std::uint32_t end, Cells& into) {
    into.cells.clear();
    into.cells.reserve(end - begin);
    const auto& runs = setting.shaped.runs;
    auto run = std::upper_bound(runs.begin(), runs.end(), begin,
                                [](std::uint32_t glyph, const GlyphRun& r) { return glyph < r.end; });
    for (std::uint32_t g = begin; g < end; ++run) {
        const RunLook look = look_of(setting, *run);
        for (; g < std::min(run->end, end); ++g) add_glyph(setting, look, g, into.cells);
    }
    tell_dashes_from_connectors(into.cells);
    tell_signs_from_prefixes(into.cells);
    if (begin == 0) set_labels(into.cells);
    join_latin_quotes(into.cells);
    close_doubled_questions(into.cells);
    const bool rubies = !setting.paragraph.rubies.empty();
    if (rubies) find_ruby_bases(setting, into);
    set_gaps(setting, into);
    if (rubies) make_room_for_rubies(setting, into);
}

EndBlank end_blank(const Cell& cell) {
    if (cell.after <= 0 || cell.mark == nullptr) return {};
    return {cell.em * cell.mark->end_keep / 4, cell.em * cell.mark->end_optional / 4};
}

std::size_t last_solid(const Cells& cells, std::size_t begin, std::size_t end) {
    while (end > begin && !is_solid(cells.cells[end - 1])) --end;
    return end - 1;
}

}  // namespace hanqing
