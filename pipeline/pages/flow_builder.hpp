// SPDX-License-Identifier: Apache-2.0
// FlowBuilder: a Composition in the making. For flow*.cpp.
#pragma once

#include "pages/breaking.hpp"
#include "pages/composition.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

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
    void turn_headings();
    void add_part(const TableBox& box, std::uint32_t box_index);
    [[nodiscard]] std::int32_t cost_before(const TableBox& box, std::uint32_t row, bool spanned,
                                           Length page) const;
    void add_row(const TableBox& box, std::uint32_t row, Length head, std::uint32_t marks_of);
    void add_rule(const FlowBlock& block);
    void add_formula(const FlowBlock& block);
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

}  // namespace hanqing
