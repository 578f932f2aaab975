// SPDX-License-Identifier: Apache-2.0
// Sets delimiters as tall as what they enclose (appendix G, rule 19), and those of a given size.
#include "math/formula_setter.hpp"

#include <utility>

namespace hanqing {

/// An empty delimiter is a small space (\nulldelimiterspace, 1.2 pt).
MathBox FormulaSetter::delimiter_of_size(char32_t code, Length wanted, MathStyle style) const {
    MathBox box;
    if (code == 0) {
        box.width = tenths_of_point(12);
        return box;
    }
    MathBox glyph = stretched(code, wanted, style, true);
    box.width = glyph.width;
    const Length up = axis(style) - (glyph.height - glyph.depth) / 2;
    place_part(box, std::move(glyph), {}, up);
    return box;
}

/// Nine tenths of what they enclose, or half an em less than it, whichever is more (\delimiterfactor 901,
/// \delimitershortfall 5 pt).
MathBox FormulaSetter::delimiter_around(char32_t code, Length height, Length depth, MathStyle style) const {
    const Length half = larger(height - axis(style), depth + axis(style));
    const Length wanted = larger(scaled(half, 2 * 901, 1000), 2 * half - tenths_of_point(50));
    return delimiter_of_size(code, wanted, style);
}

void FormulaSetter::add_delimiters(MathBox& box, MathBox open, MathBox close) const {
    MathBox whole;
    const Length left = open.width, right = left + box.width;
    whole.width = right + close.width;
    place_part(whole, std::move(open), {}, {});
    place_part(whole, std::move(box), left, {});
    place_part(whole, std::move(close), right, {});
    box = std::move(whole);
}

MathBox FormulaSetter::set_delimited(const MathNode& node, MathManner manner) const {
    const MathList& list = node.parts[0];
    // What stands between \left, \middle and \right is set once, then the delimiters by its extents.
    std::vector<MathBox> between;
    std::vector<const MathNode*> middles;
    Progress progress{manner, AtomClass::opening};
    Length height, depth;
    for (std::size_t begin = 0;;) {
        std::size_t end = begin;
        while (end < list.size() && (list[end].kind != MathNode::Kind::delimiter || list[end].size != 0))
            ++end;
        between.push_back(set_range(list, begin, end, progress));
        height = larger(height, between.back().height);
        depth = larger(depth, between.back().depth);
        if (end == list.size()) break;
        middles.push_back(&list[end]);
        begin = end + 1;
        progress.before = AtomClass::opening;  // no space beside \middle, as in e-TeX
    }
    MathBox box = delimiter_around(node.open, height, depth, manner.style);
    const auto add = [&](MathBox part) {
        const Length width = part.width;
        place_part(box, std::move(part), box.width, {});
        box.width += width;
    };
    for (std::size_t i = 0; i < between.size(); ++i) {
        if (i > 0) add(delimiter_around(middles[i - 1]->code, height, depth, manner.style));
        add(std::move(between[i]));
    }
    add(delimiter_around(node.close, height, depth, manner.style));
    return box;
}

/// \big: 1.2 times a parenthesis, and once, one and a half, twice, two and a half times that (amsmath).
MathBox FormulaSetter::set_big(const MathNode& node, MathManner manner) const {
    const MathBox parenthesis = strut(MathStyle::text);
    const Length unit = scaled(parenthesis.height + parenthesis.depth, 12, 10);
    const std::int64_t halves = node.size == 0 ? 2 : node.size + 1;
    const Length half = scaled(unit, halves, 4);
    return delimiter_around(node.code, axis(manner.style) + half, half - axis(manner.style), manner.style);
}

}  // namespace hanqing
