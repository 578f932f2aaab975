// SPDX-License-Identifier: Apache-2.0
// Puts boxes into boxes; which style a part is set in, and what space stands between atoms.
#include "math/math_box.hpp"

#include <utility>

namespace hanqing {
namespace {

template <typename Item>
void append_moved(std::vector<Item>& to, std::vector<Item>&& from, Length x, Length y) {
    for (Item& item : from) {
        item.x += x;
        item.y += y;
    }
    if (to.empty())
        to = std::move(from);
    else
        to.insert(to.end(), from.begin(), from.end());
}

// Rows: left; columns: right. Ordinary, operation, binary, relation, opening, closing, punctuation, inner.
// Negative: not in script styles.
constexpr std::int8_t space_table[8][8] = {
    {0, 3, -4, -5, 0, 0, 0, -3},     {3, 3, 0, -5, 0, 0, 0, -3},     {-4, -4, 0, 0, -4, 0, 0, -4},
    {-5, -5, 0, 0, -5, 0, 0, -5},    {0, 0, 0, 0, 0, 0, 0, 0},       {0, 3, -4, -5, 0, 0, 0, -3},
    {-3, -3, 0, -3, -3, -3, -3, -3}, {-3, 3, -4, -5, -3, 0, -3, -3},
};

}  // namespace

void place_part(MathBox& into, MathBox&& part, Length x, Length y) {
    into.height = larger(into.height, part.height + y);
    into.depth = larger(into.depth, part.depth - y);
    append_moved(into.glyphs, std::move(part.glyphs), x, y);
    append_moved(into.rules, std::move(part.rules), x, y);
    into.missing.insert(into.missing.end(), part.missing.begin(), part.missing.end());
}

bool is_script(MathStyle style) { return style == MathStyle::script || style == MathStyle::script_script; }

MathManner superscript_manner(MathManner manner) {
    return {is_script(manner.style) ? MathStyle::script_script : MathStyle::script, manner.cramped};
}
MathManner cramped_manner(MathManner manner) { return {manner.style, true}; }
MathManner subscript_manner(MathManner manner) { return cramped_manner(superscript_manner(manner)); }
MathManner numerator_manner(MathManner manner) {
    return manner.style == MathStyle::display ? MathManner{MathStyle::text, manner.cramped}
                                              : superscript_manner(manner);
}
MathManner denominator_manner(MathManner manner) { return cramped_manner(numerator_manner(manner)); }

std::int32_t space_between(AtomClass left, AtomClass right, MathStyle style) {
    const std::int32_t space = space_table[static_cast<std::size_t>(left)][static_cast<std::size_t>(right)];
    if (space >= 0) return space;
    return is_script(style) ? 0 : -space;
}

}  // namespace hanqing
