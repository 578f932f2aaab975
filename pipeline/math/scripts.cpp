// SPDX-License-Identifier: Apache-2.0
// Sets superscripts, subscripts and limits (appendix G, rules 13a and 18).
#include "math/formula_setter.hpp"

#include <utility>

namespace hanqing {
namespace {

/// How far scripts are off the baseline.
struct Shifts {
    Length up, down;
};

}  // namespace

MathBox FormulaSetter::set_scripts(MathBox nucleus, const MathNode& node, MathManner manner) const {
    const MathStyle style = manner.style;
    const auto value = [&](MathConstant c) { return constant(c, style); };
    MathBox above = set_list(node.superscript, superscript_manner(manner));
    MathBox below = set_list(node.subscript, subscript_manner(manner));
    Shifts shift;  // rule 18a
    if (!nucleus.single) {
        const MathStyle small = superscript_manner(manner).style;
        shift.up = nucleus.height - constant(MathConstant::superscript_baseline_drop_max, small);
        shift.down = nucleus.depth + constant(MathConstant::subscript_baseline_drop_min, small);
    }
    if (node.superscript.empty()) {  // rule 18b
        shift.down = larger(larger(shift.down, value(MathConstant::subscript_shift_down)),
                            below.height - value(MathConstant::subscript_top_max));
    } else {  // rule 18c, 18d
        const Length least = value(manner.cramped ? MathConstant::superscript_shift_up_cramped
                                                  : MathConstant::superscript_shift_up);
        shift.up = larger(larger(shift.up, least), above.depth + value(MathConstant::superscript_bottom_min));
    }
    if (!node.superscript.empty() && !node.subscript.empty()) {  // rule 18e
        shift.down = larger(shift.down, value(MathConstant::subscript_shift_down));
        const Length gap = shift.up - above.depth - (below.height - shift.down);
        const Length least = value(MathConstant::sub_superscript_gap_min);
        if (gap < least) {
            shift.down += least - gap;
            const Length lift =
                value(MathConstant::superscript_bottom_max_with_subscript) - (shift.up - above.depth);
            if (lift > Length{}) {
                shift.up += lift;
                shift.down -= lift;
            }
        }
    }
    MathBox box = std::move(nucleus);
    const Length end = box.width, overhang = std::exchange(box.italic, {});
    box.single = false;
    box.accent_middle.reset();
    Length width;
    if (!node.superscript.empty()) {
        width = overhang + above.width;
        place_part(box, std::move(above), end + overhang, shift.up);
    }
    if (!node.subscript.empty()) {
        width = larger(width, below.width);
        place_part(box, std::move(below), end, -shift.down);
    }
    box.width = end + width + value(MathConstant::space_after_script);
    return box;
}

MathBox FormulaSetter::set_limits(MathBox nucleus, const MathList& above, const MathList& below,
                                  MathManner manner) const {
    std::optional<MathBox> over, under;
    if (!above.empty()) over = set_list(above, superscript_manner(manner));
    if (!below.empty()) under = set_list(below, subscript_manner(manner));
    return place_limits(std::move(nucleus), std::move(over), std::move(under), manner.style);
}

MathBox FormulaSetter::place_limits(MathBox nucleus, std::optional<MathBox> above,
                                    std::optional<MathBox> below, MathStyle style) const {
    const auto value = [&](MathConstant c) { return constant(c, style); };
    const Length italic = std::exchange(nucleus.italic, {});
    nucleus.width += italic;
    MathBox box;
    box.width =
        larger(nucleus.width, larger(above ? above->width : Length{}, below ? below->width : Length{}));
    const Length height = nucleus.height, depth = nucleus.depth, middle = box.width / 2;
    const Length left = middle - nucleus.width / 2;
    place_part(box, std::move(nucleus), left, {});
    if (above) {
        const Length gap = larger(value(MathConstant::upper_limit_gap_min),
                                  value(MathConstant::upper_limit_baseline_rise_min) - above->depth);
        const Length x = middle - above->width / 2 + italic / 2, y = height + gap + above->depth;
        place_part(box, std::move(*above), x, y);
    }
    if (below) {
        const Length gap = larger(value(MathConstant::lower_limit_gap_min),
                                  value(MathConstant::lower_limit_baseline_drop_min) - below->height);
        const Length x = middle - below->width / 2 - italic / 2, y = -(depth + gap + below->height);
        place_part(box, std::move(*below), x, y);
    }
    return box;
}

}  // namespace hanqing
