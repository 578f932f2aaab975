// SPDX-License-Identifier: Apache-2.0
// A table of contents that the author keeps by hand: a list whose every item is a link to a heading.
#include "read/typed_contents.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace hanqing {
namespace {

constexpr std::size_t items_least = 3;
/// Contents stand before the text: no further into the report than this.
constexpr std::uint32_t blocks_before_max = 12;

bool is_inner_link(const Document& document, const Text& text) {
    return std::any_of(text.marks.begin(), text.marks.end(), [&](const Mark& mark) {
        return mark.kind == MarkKind::link && mark.begin == 0 && mark.end == text.utf8.size() &&
               document.links[mark.data].uri.starts_with('#');
    });
}

bool is_list_of_links(const Document& document, std::uint32_t list) {
    const std::vector<Block>& blocks = document.blocks;
    std::size_t items = 0;
    for (std::uint32_t i = list; i < blocks[list].end; ++i) {
        if (blocks[i].kind == BlockKind::list || blocks[i].kind == BlockKind::item) continue;
        if (blocks[i].kind != BlockKind::paragraph || !is_inner_link(document, blocks[i].text)) return false;
        ++items;
    }
    return items >= items_least;
}

bool is_title(const Block& block) {
    constexpr std::array<std::string_view, 10> titles = {
        "目录", "目 录", "目　录",   "目次",      "目錄",
        "차례", "목차",  "Contents", "Contents:", "Table of Contents"};
    const bool may_be = block.kind == BlockKind::heading || block.kind == BlockKind::paragraph;
    return may_be && (block.text.utf8 == "Table of contents" ||
                      std::find(titles.begin(), titles.end(), block.text.utf8) != titles.end());
}

/// 做法有三种：
bool announces(const Block& block) {
    return block.kind == BlockKind::paragraph &&
           (block.text.utf8.ends_with("：") || block.text.utf8.ends_with(':'));
}

/// Contents name most of the headings; a list of places to go on reading does not.
bool names_few(const Document& document, std::uint32_t list) {
    const auto count = [](auto begin, auto end, BlockKind kind) {
        return std::count_if(begin, end, [kind](const Block& block) { return block.kind == kind; });
    };
    const auto begin = document.blocks.begin();
    const auto named = count(begin + list, begin + document.blocks[list].end, BlockKind::item);
    return named * 2 < count(begin + list, document.blocks.end(), BlockKind::heading);
}

}  // namespace

BlockRange typed_contents(const Document& document) {
    const std::vector<Block>& blocks = document.blocks;
    std::uint32_t before = 0, seen = 0;
    for (std::uint32_t i = 0; i < blocks.size() && seen < blocks_before_max; ++seen) {
        if (blocks[i].kind == BlockKind::list && is_list_of_links(document, i)) {
            const bool titled = i > 0 && blocks[before].end == i && is_title(blocks[before]);
            if (!titled && i > 0 && (announces(blocks[before]) || names_few(document, i))) return {};
            return {titled ? before : i, blocks[i].end};
        }
        before = i;
        i = blocks[i].end;
    }
    return {};
}

}  // namespace hanqing
