// SPDX-License-Identifier: Apache-2.0
// A sequence's flow blocks -> Composition: each block becomes strips with the cost of a page break before
// each.
#include "pages/flow_builder.hpp"

#include "base/allowance.hpp"

#include <algorithm>

namespace hanqing {
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
        const Length step = is_on_grid(box.pitch) ? galley().pitch : Length{};
        Strip& strip = add_strip(i, box.pitch + matter_.room_of(block.index, line, step).all);
        strip.above = box.above;
        strip.below = box.below;
        strip.grid = is_on_grid(box.pitch) && !block.off_grid;
        if (i == 0) continue;
        if (i < block.orphans) strip.penalty = cost::orphan;
        if (count - i < block.widows) strip.penalty = cost::widow;
    }
}

namespace {

/// What it costs to set a paragraph in another than its best solution: at least a little, at most what a page
/// two lines short costs.
std::int32_t cost_of_other(const Solution& best, const Solution& other) {
    const double worse = other.demerits - best.demerits;
    const double scale =
        1.0 + best.demerits / static_cast<double>(std::max<std::size_t>(best.lines.size(), 1));
    return 20 + static_cast<std::int32_t>(std::clamp(worse / scale * 10.0, 0.0, 180.0));
}

}  // namespace

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
    if (is_lone_formula(matter_.paragraph(block.index), matter_.styled())) return add_formula(block);
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
    strip.barrier = block.heading_level > 0;
}

/// Whole lines of the grid, with half a line of air at least.
void FlowBuilder::add_formula(const FlowBlock& block) {
    const Length pitch = galley().pitch, depth = matter_.box_of(block.index).pitch + pitch / 2;
    const Length lines = pitch * ((depth.raw + pitch.raw - 1) / pitch.raw);
    Strip& strip = add_strip(whole, sequence_.snap_to_grid ? lines : depth);
    strip.above = strip.below = smaller(galley().lead, (strip.height - depth + pitch / 2) / 2);
    strip.grid = is_on_grid(pitch) && !block.off_grid;
}

void FlowBuilder::add_rule(const FlowBlock& block) {
    Strip& strip = add_strip(whole, block.height > Length{} ? block.height : galley().pitch);
    strip.grid = is_on_grid(strip.height) && !block.off_grid;
    if (block.rule_weight == Length{}) strip.above = strip.below = galley().lead;
}

void FlowBuilder::add_block(const FlowBlock& block, std::uint32_t index) {
    keep_within_limits();
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

Composition FlowBuilder::run() {
    std::uint32_t index = 0;
    for (const FlowBlock& block : sequence_.flow) add_block(block, index++);
    const std::uint32_t foot = galley().size();
    const bool turned = foot > 0 && galley().strips.back().turned;
    with_next_ = false;
    for (const FlowBlock& block : sequence_.foot) {
        if (turned && block.kind == FlowKind::paragraph) matter_.break_to(block.index, area_.turned_width);
        add_block(block, index++);
        with_next_ = true;
    }
    for (std::uint32_t i = foot; i < galley().size(); ++i) {
        Strip& strip = galley().strips[i];
        strip.pinned = strip.barrier = true;
        strip.turned = turned;
        strip.penalty = i == foot ? cost::foot_alone : cost::with_next;
    }
    pad_grounds();
    return std::move(made_);
}

Composition compose_flow(Matter& matter, const Sequence& sequence) {
    return FlowBuilder(matter, sequence).run();
}

}  // namespace hanqing
