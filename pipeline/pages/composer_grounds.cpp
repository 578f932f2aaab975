// SPDX-License-Identifier: Apache-2.0
// Grounds, bars and frames behind blocks, redrawn on each page that the blocks span; and what stands at fixed
// places of a sequence's first page.
#include "pages/composer_job.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// From where to where a ground reaches on a page.
struct Extent {
    Length top, bottom;
    bool any = false;
};

/// Grounds inside `outer` whose edge falls on the same side of the block lie inside its padding.
bool is_inside(const Decoration& inner, const Decoration& outer) {
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

/// Padding between a block's box and the outer edge of `ground` at one side of a strip. At the true beginning
/// (or end) of a ground the strip's box includes it.
struct Paddings {
    Length above, below;
};
Paddings paddings_of(const std::vector<Decoration>& grounds, const Decoration& ground, std::uint32_t block) {
    Paddings sum;
    for (const Decoration& other : grounds)
        if (block >= other.begin && block < other.end && is_inside(other, ground)) {
            sum.above += other.padding;
            sum.below += other.padding;
        }
    return sum;
}

}  // namespace

/// What stands above a row that begins a page: 续表 and the table's head again.
Length Composer::repeated_head(const Job& job, const Strip& strip) const {
    const PassageSource& source = job.made.sources[strip.passage];
    if (job.sequence.flow[source.block].kind != FlowKind::table || strip.part == whole) return {};
    const TableBox& box = job.made.tables[source.box];
    return box.continued + box.row_tops[matter_.styled().tables[box.table].header_rows];
}

void Composer::set_grounds(const Job& job, const std::vector<PlacedStrip>& strips) {
    const Galley& galley = job.made.galley;
    const std::vector<Decoration>& grounds = job.sequence.decorations;
    if (grounds.empty() || strips.empty()) return;
    for (const Decoration& ground : grounds) {
        Extent extent;
        for (const PlacedStrip& placed : strips) {
            const Strip& strip = galley.strips[placed.strip];
            const PassageSource& source = job.made.sources[strip.passage];
            if (source.block < ground.begin || source.block >= ground.end) continue;
            const Passage& passage = galley.passages[strip.passage];
            const bool last = placed.strip + 1 == passage.end || placed.strip + 1 == passage.others[0].end ||
                              placed.strip + 1 == passage.others[1].end;
            const bool first = strip.part == 0 || strip.part == whole;
            const Paddings padding = paddings_of(grounds, ground, source.block);
            const Length text_top = placed.y + (first ? source.padding_above : Length{});
            const Length text_end = placed.y + strip.height - (last ? source.padding_below : Length{});
            if (!extent.any) extent.top = text_top - padding.above - repeated_head(job, strip);
            extent.bottom = text_end + padding.below;
            extent.any = true;
        }
        if (!extent.any) continue;
        const Rectangle area{{job.origin.x + ground.left, job.origin.y + extent.top},
                             job.made.width - ground.left - ground.right,
                             extent.bottom - extent.top};
        if (ground.fill) setter_.add_rectangle(job.page, area, *ground.fill, Artifact::background);
        if (ground.bar && ground.bar_width > Length{})
            setter_.add_rectangle(job.page, {area.corner, ground.bar_width, area.height}, *ground.bar,
                                  Artifact::background);
        if (ground.frame > Length{})
            setter_.add_frame(job.page, area, ground.frame, ground.bar.value_or(black));
    }
}

void Composer::set_fixed(const Job& job) {
    for (const FixedRule& rule : job.sequence.rules)
        setter_.add_rectangle(job.page, rule.area, rule.colour, Artifact::layout);
    for (const FixedImage& image : job.sequence.images)
        pages_.pages[job.page].items.push_back({ImageItem{image.image, image.area},
                                                image.tag,
                                                image.tag == none ? Artifact::layout : Artifact::none,
                                                {}});
    for (const FixedText& text : job.sequence.texts) {
        matter_.break_to(text.paragraph, text.width);
        if (text.anchor != none) pages_.anchors[text.anchor] = {job.page, text.y};
        if (!matter_.has_lines(text.paragraph)) continue;
        const LineBox box = matter_.box_of(text.paragraph);
        Length y = text.y;
        for (const Line& line : matter_.lines_of(text.paragraph)) {
            setter_.set_line(job.page, text.paragraph, line, {text.x, y + box.baseline},
                             {Artifact::none, LineKind::fixed});
            y += box.pitch;
        }
    }
}

/// Along the rising diagonal, its middle on the sheet's.
void Composer::set_watermark(const Job& job) {
    const std::uint32_t watermark = matter_.styled().watermark;
    if (watermark == none) return;
    matter_.break_to(watermark, points(100'000));
    const Page& page = pages_.pages[job.page];
    const Length half = scaled(matter_.width_of_words(watermark), 70711, 200'000);  // cos 45° / 2
    const Length drop = scaled(matter_.box_of(watermark).size, 25, 100);  // the em's middle on the line
    setter_.set_words(job.page, watermark, {page.width / 2 - half + drop, page.height / 2 + half + drop},
                      Artifact::watermark, 45);
}

}  // namespace hanqing
