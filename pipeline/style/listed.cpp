// SPDX-License-Identifier: Apache-2.0
// What the lists of figures and tables behind the contents name: everything that has a caption.
#include "style/build.hpp"

#include "style/block_words.hpp"

namespace hanqing {
namespace {

constexpr std::size_t number_max = 24;  ///< Bytes of "图 12-3" before its caption.

bool is_caption(const Document& document, std::uint32_t block, Caption kind) {
    if (block >= document.blocks.size() || document.blocks[block].kind != BlockKind::paragraph) return false;
    const Caption caption = document.blocks[block].caption;
    return caption == kind || caption == Caption::either;
}

/// "图 3" and the caption's words; empty where there is nothing to name.
std::string words_of(const Build& build, std::uint32_t block, std::string words, std::string_view label) {
    const auto target = build.by_block.find(block);
    if (target == build.by_block.end() || words.starts_with(label)) return words;
    const std::string& mention = build.targets[target->second].mention;
    if (mention.size() > number_max) return words;
    return words.empty() ? mention : mention + std::string(build.labels.caption_gap) + words;
}

void list(Build& build, std::uint32_t block, std::string words, bool is_table) {
    if (words.empty()) return;
    const auto target = build.by_block.find(block);
    const std::uint32_t anchor =
        target != build.by_block.end() ? build.targets[target->second].anchor : add_anchor(build, "");
    build.listed.push_back({block, anchor, std::move(words), is_table});
}

/// `before` is the block right before the picture.
void list_figure(Build& build, std::uint32_t index, std::uint32_t before) {
    const Block& block = build.document.blocks[index];
    if (!has_only_objects(block.text) || images_in(block.text) != 1) return;
    for (const Mark& mark : block.text.marks) {
        if (mark.kind != MarkKind::image) continue;
        const ImageReference& reference = build.document.images[mark.data];
        const bool above = before != none && is_caption(build.document, before, Caption::figure_below);
        const bool below = !above && is_caption(build.document, block.end, Caption::figure);
        std::string words = above || below
                                ? plain_text(build.document.blocks[above ? before : block.end].text)
                                : reference.title;
        if (words.empty() && !reference.attributes.id.empty()) words = reference.alternative;
        list(build, index, words_of(build, index, std::move(words), build.labels.figure), false);
    }
}

/// `before` is the block right before the table.
void list_table(Build& build, std::uint32_t index, std::uint32_t before) {
    const Document& document = build.document;
    const std::uint32_t after = document.blocks[index].end;
    std::string words;
    if (before != none && is_caption(document, before, Caption::table))
        words = plain_text(document.blocks[before].text);
    else if (is_caption(document, after, Caption::table) &&
             !(document.blocks[after].end < document.blocks.size() &&
               document.blocks[document.blocks[after].end].kind == BlockKind::table))
        words = plain_text(document.blocks[after].text);
    list(build, index, words_of(build, index, std::move(words), build.labels.table), true);
}

}  // namespace

void find_listed(Build& build) {
    const auto& blocks = build.document.blocks;
    std::uint32_t before = none;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind == BlockKind::paragraph) list_figure(build, i, before);
        if (blocks[i].kind == BlockKind::table) list_table(build, i, before);
        if (blocks[i].caption != Caption::unit) before = i;
    }
}

std::uint32_t anchor_of(const Build& build, std::uint32_t block) {
    const auto target = build.by_block.find(block);
    if (target != build.by_block.end()) return build.targets[target->second].anchor;
    for (const Listed& one : build.listed)
        if (one.block == block) return one.anchor;
    return none;
}

}  // namespace hanqing
