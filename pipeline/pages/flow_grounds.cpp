// SPDX-License-Identifier: Apache-2.0
// Grounds behind the blocks of a flow: the room they need.
#include "pages/flow_builder.hpp"

namespace hanqing {

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

}  // namespace hanqing
