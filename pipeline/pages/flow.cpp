// SPDX-License-Identifier: Apache-2.0
// A sequence's flow blocks -> Composition: each block becomes strips with the cost of a page break before
// each.
#include "pages/breaking.hpp"
#include "pages/composition.hpp"

#include <algorithm>

namespace hanqing {
namespace {

class FlowBuilder {
public:
    FlowBuilder(Matter& matter, const Sequence& sequence);
    Composition run();

private:
    void add_block(const FlowBlock& block, std::uint32_t index);
    void add_paragraph(const FlowBlock& block);
    void add_whole(const FlowBlock& block);
    void add_solution(const FlowBlock& block, const Solution& solution, NotesDue due);
    void add_others(const FlowBlock& block, NotesDue due);
    void add_figure(const FlowBlock& block);
    void add_table(const FlowBlock& block);
    void add_part(const TableBox& box, std::uint32_t box_index);
    void add_row(const TableBox& box, std::uint32_t row, Length head, std::uint32_t marks_of);
    void add_rule(const FlowBlock& block);
    void open_passage(std::uint32_t block);
    Strip& add_strip(std::uint32_t part, Length height);
    void close_passage(const FlowBlock& block, bool first_part = true);
    void keep(const FlowBlock& block);
    void pad_grounds();
    void find_cells(const Table& table);
    [[nodiscard]] bool is_on_grid(Length pitch) const {
        return sequence_.snap_to_grid && pitch == galley().pitch;
    }
    [[nodiscard]] Galley& galley() { return made_.galley; }
    [[nodiscard]] const Galley& galley() const { return made_.galley; }

    Matter& matter_;
    const Sequence& sequence_;
    Composition made_;
    TypeArea area_;
    NotesDue due_;            ///< Up to here in the flow.
    bool with_next_ = false;  ///< The block before may not end a page.
    Strip::Begin begin_ = Strip::Begin::anywhere;
    std::vector<std::uint32_t> cells_of_row_;  ///< Of the table in hand: first cell of each row.
};

FlowBuilder::FlowBuilder(Matter& matter, const Sequence& sequence) : matter_(matter), sequence_(sequence) {
    const PageGeometry& page = sequence.page;
    area_.width = page.width - page.inner - page.outer;
    area_.depth = page.height - page.top - page.bottom;
    area_.turned_width = area_.depth;
    area_.turned_depth = area_.width;
    made_.width = area_.width;
    Galley& galley = made_.galley;
    galley.depth = area_.depth;
    galley.turned_depth = area_.turned_depth;
    galley.first_head = sequence.first_page_top;
    galley.pitch = sequence.line_pitch > Length{} ? sequence.line_pitch : points(20);
    galley.lead = larger(galley.pitch - sequence.body_size, Length{}) / 2;
    galley.snap = sequence.snap_to_grid;
    galley.notes.overhead = sequence.footnote_gap + sequence.footnote_rule_weight;
}

void FlowBuilder::open_passage(std::uint32_t block) {
    Passage passage;
    passage.begin = passage.end = galley().size();
    galley().passages.push_back(passage);
    made_.sources.push_back({.block = block});
}

Strip& FlowBuilder::add_strip(std::uint32_t part, Length height) {
    Strip strip;
    strip.passage = static_cast<std::uint32_t>(galley().passages.size() - 1);
    strip.part = part;
    strip.height = height;
    strip.notes = due_.all;
    strip.notes_least = due_.least;
    galley().strips.push_back(strip);
    return galley().strips.back();
}

/// Gives the passage's first strip what the block asks for there, and ends the passage.
void FlowBuilder::close_passage(const FlowBlock& block, bool first_part) {
    Passage& passage = galley().passages.back();
    std::vector<Strip>& strips = galley().strips;
    if (passage.end == passage.begin) passage.end = galley().size();
    passage.next = galley().size();
    if (passage.end == passage.begin) return;
    const auto spaces = [&](std::uint32_t begin, std::uint32_t end) {
        strips[begin].before = block.space_before;
        strips[begin].head += block.keep_space ? block.space_before : Length{};
        strips[end - 1].after = block.space_after;
        if (with_next_) strips[begin].penalty = cost::with_next;
        strips[begin].begin = begin_;
        if (block.keep_together)
            for (std::uint32_t i = begin + 1; i < end; ++i)
                strips[i].penalty = std::max(strips[i].penalty, cost::together);
    };
    spaces(passage.begin, passage.end);
    for (const Passage::Other& other : passage.others)
        if (other.begin < other.end) spaces(other.begin, other.end);
    begin_ = Strip::Begin::anywhere;
    with_next_ = block.keep_with_next && first_part;
}

/// One solution's lines. Requires: `due` is what was due before the paragraph.
void FlowBuilder::add_solution(const FlowBlock& block, const Solution& solution, NotesDue due) {
    const LineBox box = matter_.box_of(block.index);
    const auto count = static_cast<std::uint32_t>(solution.lines.size());
    const std::vector<Glyph>& glyphs = matter_.shaped(block.index).glyphs;
    const Paragraph& paragraph = matter_.paragraph(block.index);
    const bool has_marks = std::any_of(paragraph.runs.begin(), paragraph.runs.end(),
                                       [](const TextRun& r) { return r.footnote != none; });
    due_ = due;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Line& line = solution.lines[i];
        if (has_marks && line.begin < line.end) {
            const std::uint32_t end = line.end < glyphs.size()
                                          ? glyphs[line.end].text
                                          : static_cast<std::uint32_t>(paragraph.text.size());
            notes_in(made_, matter_, block.index, glyphs[line.begin].text, end, due_);
        }
        Strip& strip = add_strip(i, box.pitch);
        strip.above = box.above;
        strip.below = box.below;
        strip.grid = is_on_grid(box.pitch) && !block.off_grid;
        if (i == 0) continue;
        if (i < block.orphans) strip.penalty = cost::orphan;
        if (count - i < block.widows) strip.penalty = cost::widow;
    }
}

/// What it costs to set a paragraph in another than its best solution: at least a little, at most what a page
/// two lines short costs.
std::int32_t cost_of_other(const Solution& best, const Solution& other) {
    const double worse = other.demerits - best.demerits;
    const double scale =
        1.0 + best.demerits / static_cast<double>(std::max<std::size_t>(best.lines.size(), 1));
    return 20 + static_cast<std::int32_t>(std::clamp(worse / scale * 10.0, 0.0, 180.0));
}

void FlowBuilder::add_others(const FlowBlock& block, NotesDue due) {
    const std::vector<Solution>& solutions = matter_.broken(block.index).solutions;
    const NotesDue after = due_;
    const std::size_t best = solutions[0].lines.size();
    for (std::uint8_t i = 1; i < solutions.size(); ++i) {
        const std::size_t count = solutions[i].lines.size();
        if (count == 0 || (count + 1 != best && count != best + 1)) continue;
        const std::size_t place = count < best ? 0 : 1;
        if (galley().passages.back().others[place].end > 0) continue;
        const std::uint32_t begin = galley().size();
        add_solution(block, solutions[i], due);
        galley().passages.back().others[place] = {begin, galley().size(),
                                                  cost_of_other(solutions[0], solutions[i])};
        made_.sources.back().solutions[place] = i;
    }
    due_ = after;
}

void FlowBuilder::add_paragraph(const FlowBlock& block) {
    if (matter_.paragraph(block.index).measure == Length{})
        matter_.break_to(block.index, made_.width - block.left - block.right);
    if (!matter_.has_lines(block.index)) return;
    if (block.height > Length{}) return add_whole(block);
    const NotesDue due = due_;
    add_solution(block, matter_.broken(block.index).solutions[0], due);
    galley().passages.back().end = galley().size();
    const Length pitch = matter_.box_of(block.index).pitch;
    if (pitch == galley().pitch && block.kind == FlowKind::paragraph) add_others(block, due);
}

/// A block of a given height, its lines in the middle: whole lines of the grid (G5).
void FlowBuilder::add_whole(const FlowBlock& block) {
    const LineBox box = matter_.box_of(block.index);
    const Length text = depth_of_lines(matter_, block.index);
    const Length pitch = galley().pitch;
    // Further lines of a heading come on top of its room, so that the air around it stays.
    Length height = block.height + text - box.pitch;
    if (text > box.pitch) height = pitch * ((height.raw - tolerance.raw + pitch.raw - 1) / pitch.raw);
    height = larger(height, block.height);
    const Length ink = text - box.above - box.below;
    if (ink > height) height = pitch * ((ink.raw - tolerance.raw + pitch.raw - 1) / pitch.raw);
    notes_in(made_, matter_, block.index, 0, none, due_);
    Strip& strip = add_strip(whole, height);
    const Length spare = larger(height - text, Length{});
    strip.above = spare / 2 + box.above;
    strip.below = spare - spare / 2 + box.below;
    strip.grid = sequence_.snap_to_grid && height.raw % pitch.raw <= tolerance.raw;
}

void FlowBuilder::add_figure(const FlowBlock& block) {
    const Length measure = made_.width - block.left - block.right;
    made_.figures.push_back(size_figure(matter_, block.index, block.left, measure, area_.depth));
    const FigureBox& box = made_.figures.back();
    made_.sources.back().box = static_cast<std::uint32_t>(made_.figures.size() - 1);
    const Figure& figure = matter_.styled().figures[block.index];
    const std::uint32_t due = due_.all;
    if (figure.caption != none) notes_in(made_, matter_, figure.caption, 0, none, due_);
    Strip& strip = add_strip(0, depth_of(box, matter_));
    if (figure.caption != none) strip.below = matter_.box_of(figure.caption).below;
    // A note whose mark may move to another page cannot be ordered: such a figure stays in its place.
    strip.floats = figure.may_float && due == due_.all && begin_ == Strip::Begin::anywhere && !with_next_;
}

void FlowBuilder::find_cells(const Table& table) {
    cells_of_row_.assign(table.rows + 1, static_cast<std::uint32_t>(table.cells.size()));
    for (std::size_t i = table.cells.size(); i-- > 0;)
        if (table.cells[i].row < table.rows)
            cells_of_row_[table.cells[i].row] = static_cast<std::uint32_t>(i);
    for (std::size_t r = table.rows; r-- > 0;)
        cells_of_row_[r] = std::min(cells_of_row_[r], cells_of_row_[r + 1]);
}

void FlowBuilder::add_row(const TableBox& box, std::uint32_t row, Length head, std::uint32_t spans_to) {
    const Table& table = matter_.styled().tables[box.table];
    const bool last = row + 1 == table.rows, first = row == table.header_rows;
    for (std::uint32_t c = cells_of_row_[row]; c < cells_of_row_[row + 1]; ++c)
        for (const std::uint32_t p : table.cells[c].paragraphs) notes_in(made_, matter_, p, 0, none, due_);
    const Length height = box.row_tops[row + 1] - box.row_tops[row];
    const Length page = box.turned ? area_.turned_depth : area_.depth;
    const Length room = page - head - table.look.bottom;
    // Rows split only when taller than a page, then into strips of about a line.
    const Length step = height > room ? galley().pitch : height;
    for (Length from; from < height || from == Length{};) {
        const Length to = height - from < step * 2 && height > room ? height : smaller(height, from + step);
        made_.slices.push_back({row, from, to});
        Strip& strip = add_strip(static_cast<std::uint32_t>(made_.slices.size() - 1), to - from);
        strip.head = head;
        strip.foot = table.look.bottom;
        strip.turned = box.turned;
        if (from == Length{}) {
            if (row < spans_to) strip.penalty = cost::span_cut;
            if (last && !first) strip.penalty = std::max(strip.penalty, cost::lonely_row);
            if (row == table.header_rows + 1) strip.penalty = std::max(strip.penalty, cost::lonely_row);
            if (first) strip.penalty = cost::with_next;
        }
        from = to;
        if (height == Length{}) break;
    }
}

void FlowBuilder::add_part(const TableBox& box, std::uint32_t box_index) {
    const Table& table = matter_.styled().tables[box.table];
    made_.sources.back().box = box_index;
    const Length head = box.row_tops[table.header_rows];
    const bool captioned = box.first_part && table.caption != none;
    if (captioned) notes_in(made_, matter_, table.caption, 0, none, due_);
    for (std::uint32_t c = cells_of_row_[0]; c < cells_of_row_[table.header_rows]; ++c)
        for (const std::uint32_t p : table.cells[c].paragraphs) notes_in(made_, matter_, p, 0, none, due_);
    Strip& strip = add_strip(whole, (box.first_part ? box.caption : box.continued) + head);
    strip.turned = box.turned;
    std::uint32_t spans_to = 0;  // rows before this one hang together with those above
    for (std::uint32_t row = table.header_rows; row < table.rows; ++row) {
        add_row(box, row, box.continued + head, spans_to);
        for (std::uint32_t c = cells_of_row_[row]; c < cells_of_row_[row + 1]; ++c)
            spans_to = std::max(spans_to, row + table.cells[c].row_span);
    }
}

void FlowBuilder::add_table(const FlowBlock& block) {
    const Length measure = made_.width - block.left - block.right;
    std::vector<TableBox> parts = size_table(matter_, block.index, block.left, measure, area_);
    find_cells(matter_.styled().tables[block.index]);
    const std::uint32_t flow_index = made_.sources.back().block;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            close_passage(block, false);
            with_next_ = false;
            open_passage(flow_index);
        }
        made_.tables.push_back(std::move(parts[i]));
        add_part(made_.tables.back(), static_cast<std::uint32_t>(made_.tables.size() - 1));
    }
}

void FlowBuilder::add_rule(const FlowBlock& block) {
    Strip& strip = add_strip(whole, block.height > Length{} ? block.height : galley().pitch);
    strip.grid = is_on_grid(strip.height) && !block.off_grid;
    if (block.rule_weight == Length{}) strip.above = strip.below = galley().lead;
}

void FlowBuilder::add_block(const FlowBlock& block, std::uint32_t index) {
    const auto at_least = [&](Strip::Begin begin) { begin_ = std::max(begin_, begin); };
    if (block.break_before == FlowBlock::Break::page) at_least(Strip::Begin::page);
    if (block.break_before == FlowBlock::Break::odd_page) at_least(Strip::Begin::odd_page);
    if (block.kind == FlowKind::page_break) return at_least(Strip::Begin::page);
    open_passage(index);
    switch (block.kind) {
        case FlowKind::paragraph:
        case FlowKind::contents_entry:
            add_paragraph(block);
            break;
        case FlowKind::figure:
            add_figure(block);
            break;
        case FlowKind::table:
            add_table(block);
            break;
        case FlowKind::rule:
            add_rule(block);
            break;
        case FlowKind::page_break:
            break;
    }
    close_passage(block);
}

/// Room for the grounds behind blocks, where they begin and end and where a page cuts them.
void FlowBuilder::pad_grounds() {
    const auto count = static_cast<std::uint32_t>(sequence_.flow.size());
    std::vector<Length> inside(count), begins(count), ends(count);
    for (const Decoration& ground : sequence_.decorations) {
        if (ground.begin >= ground.end || ground.end > count) continue;
        begins[ground.begin] += ground.padding;
        ends[ground.end - 1] += ground.padding;
        for (std::uint32_t i = ground.begin; i < ground.end; ++i) inside[i] += ground.padding;
    }
    for (std::size_t p = 0; p < galley().passages.size(); ++p) {
        const Passage& passage = galley().passages[p];
        PassageSource& source = made_.sources[p];
        if (source.block >= count || inside[source.block] == Length{} || passage.begin == passage.end)
            continue;
        source.padding_above = begins[source.block];
        source.padding_below = ends[source.block];
        const auto pad = [&](std::uint32_t begin, std::uint32_t end) {
            for (std::uint32_t i = begin; i < end; ++i) {
                Strip& strip = galley().strips[i];
                strip.head += i == begin ? inside[source.block] - begins[source.block] : inside[source.block];
                strip.foot += i + 1 == end ? inside[source.block] - ends[source.block] : inside[source.block];
                strip.above = strip.below = Length{};
                strip.grid = false;
            }
            galley().strips[begin].height += begins[source.block];
            galley().strips[end - 1].height += ends[source.block];
        };
        pad(passage.begin, passage.end);
        for (const Passage::Other& other : passage.others)
            if (other.begin < other.end) pad(other.begin, other.end);
    }
}

Composition FlowBuilder::run() {
    std::uint32_t index = 0;
    for (const FlowBlock& block : sequence_.flow) add_block(block, index++);
    const std::uint32_t foot = galley().size();
    with_next_ = false;
    for (const FlowBlock& block : sequence_.foot) {
        add_block(block, index++);
        with_next_ = true;
    }
    for (std::uint32_t i = foot; i < galley().size(); ++i) {
        Strip& strip = galley().strips[i];
        strip.pinned = true;
        strip.penalty = i == foot ? cost::foot_alone : cost::with_next;
    }
    pad_grounds();
    return std::move(made_);
}

}  // namespace

Composition compose_flow(Matter& matter, const Sequence& sequence) {
    return FlowBuilder(matter, sequence).run();
}

}  // namespace hanqing
