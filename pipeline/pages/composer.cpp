// SPDX-License-Identifier: Apache-2.0
// Plans -> pages: text, figures, table pieces, rules, with anchors and running heads noted on the way.
#include "pages/composer.hpp"

#include "base/allowance.hpp"
#include "pages/composer_job.hpp"
#include "pages/table_setter.hpp"

#include <algorithm>

namespace hanqing {

std::uint32_t Composer::add_page(Job& job, bool turned, bool blank) {
    keep_within_limits();
    keep_within_pages(pages_.pages.size() + 1);
    const auto sheet = static_cast<std::uint32_t>(pages_.pages.size() + 1);
    Page page = page_frame(job.sequence.page, sheet, turned);
    page.blank = blank;
    page.grid_pitch = job.sequence.line_pitch;
    page.grid_em = job.sequence.body_size;
    for (const ParagraphStyle& style : matter_.styled().paragraph_styles)
        page.grid_cells = page.grid_cells || style.grid;
    page.label = page_label(++job.number, job.sequence.numbering);
    pages_.pages.push_back(std::move(page));
    PageFacts facts;
    facts.sequence = job.sequence_index;
    facts.number = job.number;
    facts.turned = turned;
    facts_.push_back(facts);
    return sheet - 1;
}

const FlowBlock& Composer::Job::block(std::uint32_t passage) const {
    const std::uint32_t index = made.sources[passage].block;
    const std::size_t flow = sequence.flow.size();
    return index < flow ? sequence.flow[index] : sequence.foot[index - flow];
}

std::uint32_t Composer::compose(std::uint32_t index, std::uint32_t number) {
    align_closings(matter_, matter_.styled().sequences[index]);
    const Sequence& sequence = matter_.styled().sequences[index];
    const Composition made = compose_flow(matter_, sequence);
    Job job{sequence, index, made, number};
    const bool needs_blank = sequence.begin_odd && pages_.pages.size() % 2 == 1;
    if (needs_blank) add_page(job, false, true);
    if (sequence.first_number > 0) job.number = sequence.first_number - 1;
    for (const PagePlan& plan : break_pages(made.galley)) {
        const bool odd =
            plan.begin < made.galley.size() && made.galley.strips[plan.begin].begin == Strip::Begin::odd_page;
        if (odd && pages_.pages.size() % 2 == 1 && !plan.first) add_page(job, false, true);
        set_page(job, plan);
    }
    return job.number;
}

void Composer::set_page(Job& job, const PagePlan& plan) {
    const std::vector<PlacedStrip> strips = place_strips(job.made.galley, plan);
    const bool turned = !strips.empty() && job.made.galley.strips[strips[0].strip].turned;
    job.page = add_page(job, turned, false);
    facts_[job.page].first = plan.first;
    const Rectangle& area = pages_.pages[job.page].type_area;
    job.origin = area.corner;
    job.depth = area.height;
    job.notes_foot = depth_above_pinned(job.made.galley, strips, job.depth);
    set_watermark(job);
    if (plan.first) set_fixed(job);
    if (job.sequence.footnotes_restart) renumber_notes(job, plan);
    set_grounds(job, strips);
    set_strips(job, strips);
    set_notes(job, plan);
}

void Composer::begin_block(const Job& job, const FlowBlock& block, std::uint32_t index, Length y) {
    if (block.anchor != none) pages_.anchors[block.anchor] = {job.page, y};
    if (block.heading_level == 0 || block.heading_level > 6) return;
    PageFacts::Heads& heads = facts_[job.page].heads[block.heading_level];
    if (heads.first == none) heads.first = index;
    heads.last = index;
}

void Composer::set_strips(Job& job, const std::vector<PlacedStrip>& strips) {
    const Galley& galley = job.made.galley;
    for (std::size_t i = 0; i < strips.size();) {
        const Strip& strip = galley.strips[strips[i].strip];
        const FlowBlock& block = job.block(strip.passage);
        const PassageSource& source = job.made.sources[strip.passage];
        const Length y = job.origin.y + strips[i].y;
        const bool begins = strip.part == whole || strip.part == 0 || block.kind == FlowKind::figure;
        if (begins && block.kind != FlowKind::table) begin_block(job, block, source.block, y + strip.above);
        switch (block.kind) {
            case FlowKind::paragraph:
            case FlowKind::contents_entry:
                set_text(job, block, strips[i++]);
                break;
            case FlowKind::figure:
                set_figure(job, job.made.figures[source.box], y + source.padding_above, block.place);
                ++i;
                break;
            case FlowKind::table:
                if (strip.part == whole) begin_block(job, block, source.block, y);
                i = set_table_piece(job, strips, i);
                break;
            case FlowKind::rule:
                // At the head or the foot of a page it would part the text from nothing.
                if (block.rule_weight > Length{} || (i > 0 && i + 1 < strips.size()))
                    set_thematic_rule(job, block, strips[i]);
                ++i;
                break;
            case FlowKind::page_break:
                ++i;
                break;
        }
    }
}

namespace {

/// The solution of the paragraph that a strip belongs to.
const Solution& solution_of(const Composition& made, const BrokenParagraph& broken,
                            std::uint32_t strip_index) {
    const std::uint32_t passage_index = made.galley.strips[strip_index].passage;
    const Passage& passage = made.galley.passages[passage_index];
    for (std::size_t k = 0; k < 2; ++k)
        if (strip_index >= passage.others[k].begin && strip_index < passage.others[k].end)
            return broken.solutions[made.sources[passage_index].solutions[k]];
    return broken.solutions[0];
}

}  // namespace

void Composer::set_text(const Job& job, const FlowBlock& block, const PlacedStrip& placed) {
    const Strip& strip = job.made.galley.strips[placed.strip];
    const PassageSource& source = job.made.sources[strip.passage];
    const LineBox box = matter_.box_of(block.index);
    const std::vector<Line>& lines = solution_of(job.made, matter_.broken(block.index), placed.strip).lines;
    const bool all = strip.part == whole;
    Length y = job.origin.y + placed.y;
    if (all)
        y += (strip.height - box.pitch * static_cast<std::int64_t>(lines.size())) / 2;
    else if (strip.part == 0)
        y += source.padding_above;
    const Length x = job.origin.x + block.left;
    const std::uint32_t begin = all ? 0 : strip.part;
    const auto end = all ? static_cast<std::uint32_t>(lines.size()) : strip.part + 1;
    Role role;
    if (strip.pinned)
        role.kind = LineKind::fixed;
    else if (is_lone_formula(matter_.paragraph(block.index), matter_.styled()))
        role.kind = LineKind::text;
    else if (block.heading_level > 0 || all)
        role.kind = LineKind::heading;
    else if (box.size == job.sequence.body_size && block.kind == FlowKind::paragraph)
        role.kind = LineKind::body;
    if (begin == 0 && block.label != none)
        set_beside(job, {block.label, block.label_left, block.label_width}, y + box.baseline);
    if (begin == 0)
        for (const SideText& beside : block.beside) set_beside(job, beside, y + box.baseline);
    const bool on_grid = job.sequence.snap_to_grid && box.pitch == job.made.galley.pitch;
    for (std::uint32_t i = begin; i < end; ++i) {
        const LineRoom room = matter_.room_of(block.index, lines[i], on_grid ? box.pitch : Length{});
        if (!all) y += room.before;
        const Point at{x, y + box.baseline};
        Role own = role;
        if (!all && room.all > Length{} && role.kind == LineKind::body) own.kind = LineKind::text;
        setter_.set_line(job.page, block.index, lines[i], at, own);
        if (block.kind == FlowKind::contents_entry && i + 1 == lines.size())
            open_entry(job, block, lines[i], at);
        y += box.pitch;
    }
}

void Composer::set_beside(const Job& job, const SideText& text, Length baseline) {
    matter_.break_to(text.paragraph, text.width);
    if (!matter_.has_lines(text.paragraph)) return;
    for (const Line& line : matter_.lines_of(text.paragraph)) {
        setter_.set_line(job.page, text.paragraph, line, {job.origin.x + text.left, baseline},
                         {Artifact::none, LineKind::label});
        baseline += matter_.box_of(text.paragraph).pitch;
    }
}

/// The slot of an entry's page number: as wide as four digits, so that no number can move a line.
void Composer::open_entry(const Job& job, const FlowBlock& block, const Line& line, Point at) {
    const Paragraph& paragraph = matter_.paragraph(block.index);
    const std::uint32_t style = main_style(paragraph);
    const Length size = matter_.styled().characters[style].size;
    const Length right = job.origin.x + job.made.width - block.right;
    const PlacedLine placed = matter_.placed(block.index, line);
    OpenNumber open;
    open.page = job.page;
    open.anchor = block.entry_anchor;
    open.style = style;
    open.width = size * 2;
    open.at = {right - open.width, at.y};
    open.leader = true;
    open.leader_from = at.x + placed.left + placed.width;
    Page& page = pages_.pages[job.page];
    open.item = static_cast<std::uint32_t>(page.items.size());
    const TextRun run = paragraph.runs.empty() ? TextRun{} : paragraph.runs.back();
    const std::uint32_t tag = run.tag != none ? run.tag : paragraph.tag;
    page.items.push_back({GlyphsItem{}, tag, Artifact::none, block.place});
    if (run.link != none)
        page.links.push_back({{{open.at.x, at.y - scaled(size, 88, 100)}, open.width, size}, run.link, tag});
    setter_.open_numbers.push_back(open);
}

void Composer::set_figure(const Job& job, const FigureBox& box, Length y, Place place) {
    const Figure& figure = matter_.styled().figures[box.figure];
    const Rectangle area{{job.origin.x + box.left, y}, box.width, box.height};
    const bool missing =
        std::holds_alternative<std::monostate>(matter_.styled().images[figure.image].content);
    if (missing)
        set_missing(job, box, area);
    else
        pages_.pages[job.page].items.push_back({ImageItem{figure.image, area}, figure.tag,
                                                figure.tag == none ? Artifact::layout : Artifact::none,
                                                place});
    if (!matter_.has_lines(figure.caption)) return;
    const LineBox line_box = matter_.box_of(figure.caption);
    Length top = y + box.height + box.gap;
    for (const Line& line : matter_.lines_of(figure.caption)) {
        setter_.set_line(job.page, figure.caption, line,
                         {job.origin.x + box.caption_left, top + line_box.baseline},
                         {Artifact::none, LineKind::caption});
        top += line_box.pitch;
    }
}

/// A frame with a diagonal stands for a picture that could not be read; it is the figure's content.
void Composer::set_missing(const Job& job, const FigureBox& box, Rectangle area) {
    const Figure& figure = matter_.styled().figures[box.figure];
    const Point a = area.corner, c{a.x + area.width, a.y + area.height};
    StrokeItem frame;
    frame.points = {a, {c.x, a.y}, c, {a.x, c.y}, a, c};
    frame.weight = points(1, 2);
    frame.colour = figure.frame;
    const Artifact artifact = figure.tag == none ? Artifact::layout : Artifact::none;
    pages_.pages[job.page].items.push_back({std::move(frame), figure.tag, artifact, {}});
}

/// All strips of one table on this page are one piece of it. Returns the strip after them.
std::size_t Composer::set_table_piece(const Job& job, const std::vector<PlacedStrip>& strips,
                                      std::size_t at) {
    const Galley& galley = job.made.galley;
    const Strip& first = galley.strips[strips[at].strip];
    const PassageSource& source = job.made.sources[first.passage];
    const TableBox& box = job.made.tables[source.box];
    std::size_t end = at + 1;
    while (end < strips.size() && galley.strips[strips[end].strip].passage == first.passage) ++end;
    TablePiece piece;
    piece.box = source.box;
    piece.begins = first.part == whole;
    piece.page = job.page;
    piece.origin = job.origin.x;
    piece.top = job.origin.y + strips[at].y;
    const std::size_t rows = piece.begins ? at + 1 : at;
    if (piece.begins) {
        piece.top += source.padding_above;
    } else {
        const Table& table = matter_.styled().tables[box.table];
        piece.top -= box.continued + box.row_tops[table.header_rows];
    }
    if (rows < end) {
        piece.slice_begin = galley.strips[strips[rows].strip].part;
        piece.slice_end = galley.strips[strips[end - 1].strip].part + 1;
    }
    set_table(setter_, matter_, job.made, piece);
    return end;
}

void Composer::set_thematic_rule(const Job& job, const FlowBlock& block, const PlacedStrip& placed) {
    const Strip& strip = job.made.galley.strips[placed.strip];
    const Length measure = job.made.width - block.left - block.right;
    if (block.rule_weight > Length{})
        return setter_.add_rectangle(
            job.page, {{job.origin.x + block.left, job.origin.y + placed.y}, measure, block.rule_weight},
            black, Artifact::layout);
    const Length width = measure / 3, weight = points(1, 2);
    const Length y = job.origin.y + placed.y + strip.height / 2;
    setter_.add_rectangle(job.page, {{job.origin.x + block.left + (measure - width) / 2, y}, width, weight},
                          black, Artifact::layout);
}

}  // namespace hanqing
