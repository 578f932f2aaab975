// SPDX-License-Identifier: Apache-2.0
// From the signs of a list's items in the source to their numbers.
#include "read/list_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace hanqing {
namespace {

/// As typed, or none for an item of HTML.
std::int64_t typed_number(const Source& source, const Block& item) {
    const std::string_view text = source.bytes;
    const std::size_t at = text.find_first_not_of(" \t>", item.place.begin);
    std::int64_t number = -1;
    if (item.place.end > item.place.begin && at < text.size())
        std::from_chars(text.data() + at, text.data() + text.size(), number);
    return number;
}

void number_items(Document& document, std::uint32_t list, const Source& source, Notes& notes) {
    auto& blocks = document.blocks;
    std::vector<std::uint32_t> items;
    std::vector<std::int64_t> typed;
    for (std::uint32_t i = list + 1; i < blocks[list].end; i = blocks[i].end) {
        items.push_back(i);
        typed.push_back(typed_number(source, blocks[i]));
    }
    const bool is_typed = std::find(typed.begin(), typed.end(), -1) == typed.end();
    const bool rises = std::adjacent_find(typed.begin(), typed.end(), std::greater_equal<>()) == typed.end();
    const bool is_counted =
        std::adjacent_find(typed.begin(), typed.end(), std::not_equal_to<>()) == typed.end();
    std::int64_t number = blocks[list].start;
    bool told = !is_typed || is_counted;
    for (std::size_t i = 0; i < items.size(); ++i, ++number) {
        Block& item = blocks[items[i]];
        if (item.number != none_given) number = item.number;  // by its HTML
        if (is_typed && rises) number = typed[i];
        item.number = static_cast<std::int32_t>(number);
        if (told || typed[i] == number) continue;
        notes.warning(item.place, "list-renumbered", {std::to_string(typed[i]), std::to_string(number)});
        told = true;
    }
}

}  // namespace

void settle_list_numbers(Document& document, const Source& source, Notes& notes) {
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i)
        if (document.blocks[i].kind == BlockKind::list && document.blocks[i].ordered)
            number_items(document, i, source, notes);
}

}  // namespace hanqing
