// SPDX-License-Identifier: Apache-2.0
// Composer: a sequence's page plans -> pages with everything of the flow at its place.
#pragma once

#include "pages/breaking.hpp"
#include "pages/composition.hpp"
#include "pages/page_frame.hpp"
#include "pages/setter.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

/// A strip at its place on a page: depth of its box below the type area's top.
struct PlacedStrip {
    std::uint32_t strip = 0;
    Length y;
};
/// Where the strips of a page stand: figures that waited first, blocks off the grid in the middle of what
/// room they leave (P12), the foot's blocks at the foot.
std::vector<PlacedStrip> place_strips(const Galley& galley, const PagePlan& plan);
/// Depth above what is pinned to the page's foot, `depth` where nothing is.
Length depth_above_pinned(const Galley& galley, const std::vector<PlacedStrip>& placed, Length depth);

/// Gives the lines of each 落款 their left edges, which depend on each other's widths (GB/T 9704 7.3.5).
void align_closings(Matter& matter, Sequence& sequence);

class Composer {
public:
    Composer(Matter& matter, Pages& pages, Setter& setter, std::vector<PageFacts>& facts)
        : matter_(matter), pages_(pages), setter_(setter), facts_(facts) {}

    /// Adds the pages of a sequence. `number` is the last page's number before it; returns the last one
    /// given.
    std::uint32_t compose(std::uint32_t sequence, std::uint32_t number);

private:
    struct Job;
    std::uint32_t add_page(Job& job, bool turned, bool blank);
    void set_page(Job& job, const PagePlan& plan);
    void set_grounds(const Job& job, const std::vector<PlacedStrip>& strips);
    [[nodiscard]] Length repeated_head(const Job& job, const Strip& strip) const;
    void set_strips(Job& job, const std::vector<PlacedStrip>& strips);
    void begin_block(const Job& job, const FlowBlock& block, std::uint32_t index, Length y);
    void set_text(const Job& job, const FlowBlock& block, const PlacedStrip& placed);
    void set_beside(const Job& job, const SideText& text, Length baseline);
    void open_entry(const Job& job, const FlowBlock& block, const Line& line, Point at);
    void set_figure(const Job& job, const FigureBox& box, Length y, Place place);
    void set_missing(const Job& job, const FigureBox& box, Rectangle area);
    std::size_t set_table_piece(const Job& job, const std::vector<PlacedStrip>& strips, std::size_t at);
    void set_thematic_rule(const Job& job, const FlowBlock& block, const PlacedStrip& placed);
    void renumber_notes(const Job& job, const PagePlan& plan);
    void set_notes(const Job& job, const PagePlan& plan);
    void set_note_continuation(const Job& job, const NoteLine& line, Point at);
    void set_note_label(const Job& job, const NoteLine& line, Point at);
    void set_fixed(const Job& job);
    void set_watermark(const Job& job);

    Matter& matter_;
    Pages& pages_;
    Setter& setter_;
    std::vector<PageFacts>& facts_;
    std::vector<std::uint32_t> mark_styles_;  ///< By footnote: character style of its mark.
};

}  // namespace hanqing
