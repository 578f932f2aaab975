// SPDX-License-Identifier: Apache-2.0
// Sets apart the footnotes to which nothing refers.
#include "read/footnotes.hpp"

#include <algorithm>

namespace hanqing {
namespace {

void show_label(Document& document, std::uint32_t index, const std::string& label) {
    const std::uint32_t first = index + 1;
    if (first >= document.blocks[index].end || document.blocks[first].kind != BlockKind::paragraph) return;
    Text& text = document.blocks[first].text;
    const std::string prefix = "[^" + label + "]: ";
    const auto size = static_cast<std::uint32_t>(prefix.size());
    text.utf8.insert(0, prefix);
    for (Mark& mark : text.marks) mark.begin += size, mark.end += size;
    for (Origin& origin : text.origins) origin.text += size;
    text.origins.insert(text.origins.begin(), {0, document.blocks[index].place.begin});
}

/// Exchanges the ranges [first, middle) and [middle, end) of whole blocks.
void exchange(Document& document, std::uint32_t first, std::uint32_t middle) {
    auto& blocks = document.blocks;
    const auto end = static_cast<std::uint32_t>(blocks.size());
    for (std::uint32_t i = first; i < middle; ++i) blocks[i].end += end - middle;
    for (std::uint32_t i = middle; i < end; ++i) blocks[i].end -= middle - first;
    std::rotate(blocks.begin() + first, blocks.begin() + middle, blocks.end());
    for (Footnote& footnote : document.footnotes) footnote.block += end - middle;
}

}  // namespace

void set_apart_unused(Document& document, const std::vector<bool>& is_second, Notes& notes) {
    auto& footnotes = document.footnotes;
    std::size_t used = footnotes.size();
    // The parser numbers by first reference, so those without one stand last.
    while (used > 0 && footnotes[used - 1].references == 0) --used;
    if (used == footnotes.size()) return;
    const std::uint32_t first = footnotes.front().block;
    const std::uint32_t middle = footnotes[used].block;
    for (std::size_t i = used; i < footnotes.size(); ++i) {
        Block& block = document.blocks[footnotes[i].block];
        block.kind = BlockKind::division;
        notes.warning(block.place, is_second[i] ? "footnote-twice" : "footnote-unused", {footnotes[i].label});
        show_label(document, footnotes[i].block, footnotes[i].label);
    }
    footnotes.resize(used);
    exchange(document, first, middle);
}

}  // namespace hanqing
