// SPDX-License-Identifier: Apache-2.0
// Sets fractions (appendix G, rule 15) and radicals (rule 11).
#include "math/formula_setter.hpp"

#include <utility>

namespace hanqing {

/// Rule 15c: without a bar both move alike until there is room between them.
void FormulaSetter::place_stacked(MathBox& box, MathBox above, MathBox below, MathManner manner) const {
    const bool display = manner.style == MathStyle::display;
    const auto value = [&](MathConstant in_display, MathConstant in_text) {
        return constant(display ? in_display : in_text, manner.style);
    };
    Length up = value(MathConstant::stack_top_display_shift_up, MathConstant::stack_top_shift_up);
    Length down = value(MathConstant::stack_bottom_display_shift_down, MathConstant::stack_bottom_shift_down);
    const Length least = value(MathConstant::stack_display_gap_min, MathConstant::stack_gap_min);
    const Length gap = up - above.depth - (below.height - down);
    if (gap < least) {
        up += (least - gap) / 2;
        down += (least - gap) / 2;
    }
    const Length middle = box.width / 2, above_x = middle - above.width / 2,
                 below_x = middle - below.width / 2;
    place_part(box, std::move(above), above_x, up);
    place_part(box, std::move(below), below_x, -down);
}

/// Rule 15d: each keeps its distance from the bar.
void FormulaSetter::place_over_rule(MathBox& box, MathBox above, MathBox below, MathManner manner) const {
    const MathStyle style = manner.style;
    const bool display = style == MathStyle::display;
    const auto value = [&](MathConstant in_display, MathConstant in_text) {
        return constant(display ? in_display : in_text, style);
    };
    const Length thickness = constant(MathConstant::fraction_rule_thickness, style);
    const Length bottom = axis(style) - thickness / 2, top = bottom + thickness;
    const Length up = larger(
        value(MathConstant::fraction_numerator_display_shift_up, MathConstant::fraction_numerator_shift_up),
        top + above.depth +
            value(MathConstant::fraction_numerator_display_gap_min,
                  MathConstant::fraction_numerator_gap_min));
    const Length down = larger(value(MathConstant::fraction_denominator_display_shift_down,
                                     MathConstant::fraction_denominator_shift_down),
                               below.height - bottom +
                                   value(MathConstant::fraction_denominator_display_gap_min,
                                         MathConstant::fraction_denominator_gap_min));
    const Length middle = box.width / 2, above_x = middle - above.width / 2,
                 below_x = middle - below.width / 2;
    place_part(box, std::move(above), above_x, up);
    place_part(box, std::move(below), below_x, -down);
    box.rules.push_back({{}, bottom, box.width, thickness});
}

MathBox FormulaSetter::set_fraction(const MathNode& node, MathManner manner) const {
    if (node.style) manner.style = *node.style;
    MathBox above = set_list(node.parts[0], numerator_manner(manner));
    MathBox below = set_list(node.parts[1], denominator_manner(manner));
    MathBox half;
    half.width = larger(above.width, below.width);
    if (node.bar)
        place_over_rule(half, std::move(above), std::move(below), manner);
    else
        place_stacked(half, std::move(above), std::move(below), manner);
    // Rule 15e: delimiters of a size that goes by the style alone, or the space of an empty one.
    const Length wanted = manner.style == MathStyle::display
                              ? constant(MathConstant::delimited_min_height, MathStyle::display)
                              : size_of(manner.style);
    MathBox box = std::move(half);
    add_delimiters(box, delimiter_of_size(node.open, wanted, manner.style),
                   delimiter_of_size(node.close, wanted, manner.style));
    return box;
}

MathBox FormulaSetter::set_radical(const MathNode& node, MathManner manner) const {
    const MathStyle style = manner.style;
    MathBox inside = set_list(node.parts[0], cramped_manner(manner));
    const Length thickness = constant(MathConstant::radical_rule_thickness, style);
    Length gap = constant(style == MathStyle::display ? MathConstant::radical_display_vertical_gap
                                                      : MathConstant::radical_vertical_gap,
                          style);
    const Length wanted = inside.height + inside.depth + gap + thickness;
    MathBox sign = stretched(U'√', wanted, style, true);
    const Length tall = sign.height + sign.depth;
    // What the sign is taller than wanted goes half above, half below what stands inside.
    if (tall > wanted) gap += (tall - wanted) / 2;
    const Length bar_bottom = inside.height + gap, top = bar_bottom + thickness;
    const Length sign_y = top - sign.height, sign_bottom = top - tall, sign_width = sign.width;
    MathBox box;
    Length x;
    if (node.parts.size() > 1) {
        MathBox degree = set_list(node.parts[1], {MathStyle::script_script, manner.cramped});
        const Length raise =
            scaled(tall, font_.constant(MathConstant::radical_degree_bottom_raise_percent), 100);
        const Length degree_y = sign_bottom + raise + degree.depth;
        x = larger({}, constant(MathConstant::radical_kern_before_degree, style));
        const Length degree_end = x + degree.width;
        const Length after = degree_end + constant(MathConstant::radical_kern_after_degree, style);
        const Length degree_x = after < Length{} ? x - after : x;
        place_part(box, std::move(degree), degree_x, degree_y);
        x = larger({}, after);
    }
    place_part(box, std::move(sign), x, sign_y);
    x += sign_width;
    const Length width = inside.width;
    place_part(box, std::move(inside), x, {});
    box.rules.push_back({x, bar_bottom, width, thickness});
    box.width = x + width;
    // TeX keeps as much above the bar as the bar is thick; faces ask for several times that.
    box.height =
        larger(box.height, top + smaller(thickness, constant(MathConstant::radical_extra_ascender, style)));
    return box;
}

}  // namespace hanqing
