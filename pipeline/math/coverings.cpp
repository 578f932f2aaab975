// SPDX-License-Identifier: Apache-2.0
// Sets accents (appendix G, rule 12), lines and braces over and under (rules 9 and 10), arrows and frames.
#include "math/formula_setter.hpp"

#include <utility>

namespace hanqing {
namespace {

constexpr char32_t stroke = 0x338;

bool is_combining_arrow(char32_t code) { return code >= 0x20D0 && code <= 0x20EF; }

/// For faces without the combining ones.
char32_t plain_arrow(char32_t code) {
    switch (code) {
        case 0x20D7:
        case 0x20EF:
            return U'→';
        case 0x20D6:
        case 0x20EE:
            return U'←';
        case 0x20E1:
        case 0x34D:
            return U'↔';
        case 0x20D0:
            return U'↼';
        case 0x20D1:
            return U'⇀';
        default:
            return code;
    }
}

/// The base that an accent's scripts hang on, too: one glyph (rule 12).
bool is_flat(const MathBox& box) { return box.single; }

}  // namespace

MathBox FormulaSetter::set_accent(const MathNode& node, MathManner manner) const {
    const MathStyle style = manner.style;
    MathBox base = set_list(node.parts[0], cramped_manner(manner));
    const Length width = base.width, height = base.height;
    const Length middle = is_flat(base) && base.accent_middle ? *base.accent_middle : width / 2;
    MathBox box;
    box.width = width;
    box.single = base.single;
    if (node.code == stroke) {
        MathBox sign = character(U'/', style);
        const Length x = (width - sign.width) / 2;
        const Length y = axis(style) - (sign.height - sign.depth) / 2;
        place_part(box, std::move(base), {}, {});
        place_part(box, std::move(sign), x, y);
        return box;
    }
    MathBox sign = node.stretches ? widest_accent(node.code, width, style) : character(node.code, style);
    const Length rise = height - smaller(height, constant(MathConstant::accent_base_height, style));
    const Length sign_middle = sign.accent_middle.value_or(sign.width / 2);
    place_part(box, std::move(base), {}, {});
    place_part(box, std::move(sign), middle - sign_middle, rise);
    return box;
}

/// The widest form that is not wider than the base.
MathBox FormulaSetter::widest_accent(char32_t code, Length width, MathStyle style) const {
    const std::uint16_t glyph = font_.glyph(code);
    if (glyph == 0) return character(code, style);
    std::uint16_t best = glyph;
    for (const MathFont::Variant& variant : font_.variants(glyph, false))
        if (units(variant.size, style) <= width) best = variant.glyph;
    return glyph_box(best, style);
}

MathBox FormulaSetter::set_line(const MathNode& node, MathManner manner) const {
    const MathStyle style = manner.style;
    MathBox base = set_list(node.parts[0], node.above ? cramped_manner(manner) : manner);
    MathBox box;
    const Length width = box.width = base.width;
    const Length height = base.height, depth = base.depth;
    place_part(box, std::move(base), {}, {});
    if (node.code == 0) {
        const auto value = [&](MathConstant over, MathConstant under) {
            return constant(node.above ? over : under, style);
        };
        const Length gap = value(MathConstant::overbar_vertical_gap, MathConstant::underbar_vertical_gap);
        const Length thickness =
            value(MathConstant::overbar_rule_thickness, MathConstant::underbar_rule_thickness);
        const Length extra =
            value(MathConstant::overbar_extra_ascender, MathConstant::underbar_extra_descender);
        box.rules.push_back({{}, node.above ? height + gap : -depth - gap - thickness, width, thickness});
        (node.above ? box.height : box.depth) = (node.above ? height : depth) + gap + thickness + extra;
        return box;
    }
    const char32_t code = font_.glyph(node.code) != 0 ? node.code : plain_arrow(node.code);
    MathBox sign = stretched(code, width, style, false);
    const Length x = width / 2 - sign.accent_middle.value_or(sign.width / 2);
    const Length gap = constant(
        node.above ? MathConstant::stretch_stack_gap_below_min : MathConstant::stretch_stack_gap_above_min,
        style);
    // The sign's ink stands a gap away: a brace's glyph lies high or low in its own em.
    const auto [bottom, top] = ink_of(sign);
    Length y = node.above ? height + gap - bottom : -depth - gap - top;
    // An arrow made to stand over letters stands as accents do.
    if (node.above && is_combining_arrow(code))
        y = height - smaller(height, constant(MathConstant::accent_base_height, style));
    place_part(box, std::move(sign), x, y);
    return box;
}

/// Lowest and highest ink of a box's glyphs: its height and depth never go below the baseline.
std::pair<Length, Length> FormulaSetter::ink_of(const MathBox& box) const {
    std::optional<Length> low, high;
    for (const FormulaGlyph& g : box.glyphs) {
        if (g.face != font_.face()) return {-box.depth, box.height};
        const MathFont::Extents ink = font_.extents(g.glyph);
        const Length bottom = g.y + scaled(g.size, ink.bottom, font_.units_per_em());
        const Length top = g.y + scaled(g.size, ink.top, font_.units_per_em());
        low = low ? smaller(*low, bottom) : bottom;
        high = high ? larger(*high, top) : top;
    }
    return {low.value_or(Length{}), high.value_or(Length{})};
}

/// An arrow as wide as the words over and under it, which are set as scripts, with a margin beside them.
MathBox FormulaSetter::set_arrow(const MathNode& node, MathManner manner) const {
    const MathStyle small = superscript_manner(manner).style;
    std::optional<MathBox> over, under;
    Length wanted;
    if (!node.parts[0].empty()) {
        over = set_list(node.parts[0], superscript_manner(manner));
        wanted = over->width;
    }
    if (!node.parts[1].empty()) {
        under = set_list(node.parts[1], subscript_manner(manner));
        wanted = larger(wanted, under->width);
    }
    MathBox arrow = stretched(node.code, wanted + mu(14, small), manner.style, false);
    arrow.italic = {};
    return place_limits(std::move(arrow), std::move(over), std::move(under), manner.style);
}

/// \fboxsep 3 pt, \fboxrule 0.4 pt.
MathBox FormulaSetter::set_framed(const MathNode& node, MathManner) const {
    MathBox inside = set_list(node.parts[0], {MathStyle::display});
    const Length rule = tenths_of_point(4), margin = tenths_of_point(30) + rule;
    MathBox box;
    box.width = inside.width + 2 * margin;
    const Length top = inside.height + margin, bottom = -inside.depth - margin;
    place_part(box, std::move(inside), margin, {});
    box.height = top;
    box.depth = -bottom;
    box.rules.push_back({{}, bottom, box.width, rule});
    box.rules.push_back({{}, top - rule, box.width, rule});
    box.rules.push_back({{}, bottom, rule, top - bottom});
    box.rules.push_back({box.width - rule, bottom, rule, top - bottom});
    return box;
}

MathBox FormulaSetter::set_struck(const MathNode& node, MathManner manner) const {
    MathBox box = set_list(node.parts[0], manner);
    const Length rule = constant(MathConstant::fraction_rule_thickness, manner.style);
    box.rules.push_back({{}, (box.height - box.depth - rule) / 2, box.width, rule});
    box.single = false;
    return box;
}

MathBox FormulaSetter::set_phantom(const MathNode& node, MathManner manner) const {
    const MathBox inside = set_list(node.parts[0], manner);
    MathBox box;
    if (node.room != MathNode::Room::height) box.width = inside.width;
    if (node.room == MathNode::Room::width) return box;
    box.height = inside.height;
    box.depth = inside.depth;
    return box;
}

}  // namespace hanqing
