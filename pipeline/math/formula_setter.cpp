// SPDX-License-Identifier: Apache-2.0
// Sets lists: atoms side by side with the spaces that their classes ask for.
#include "math/formula_setter.hpp"

#include <utility>

namespace hanqing {
namespace {

bool has_script(const MathNode& node) { return !node.subscript.empty() || !node.superscript.empty(); }

bool has_limits(const MathNode& node, MathStyle style) {
    return node.limits == MathNode::Limits::above ||
           (node.limits == MathNode::Limits::by_style && style == MathStyle::display);
}

}  // namespace

MathBox FormulaSetter::set_list(const MathList& list, MathManner manner) const {
    Progress progress{manner, std::nullopt};
    return set_range(list, 0, list.size(), progress);
}

MathBox FormulaSetter::set_range(const MathList& list, std::size_t begin, std::size_t end,
                                 Progress& progress) const {
    if (end - begin == 1 && !progress.before && list[begin].kind != MathNode::Kind::space &&
        list[begin].kind != MathNode::Kind::style) {
        progress.before = list[begin].atom;
        return set_atom(list[begin], progress.manner);
    }
    MathBox box;
    for (std::size_t i = begin; i < end; ++i) {
        const MathNode& node = list[i];
        if (node.kind == MathNode::Kind::style) {
            progress.manner.style = node.style.value_or(progress.manner.style);
            continue;
        }
        const MathStyle style = progress.manner.style;
        if (node.kind == MathNode::Kind::space) {
            box.width += mu(node.width, style);
            continue;
        }
        if (progress.before) box.width += mu(space_between(*progress.before, node.atom, style), style);
        MathBox atom = set_atom(node, progress.manner);
        const Length width = atom.width;
        place_part(box, std::move(atom), box.width, {});
        box.width += width;
        progress.before = node.atom;
    }
    return box;
}

MathBox FormulaSetter::set_atom(const MathNode& node, MathManner manner) const {
    MathBox nucleus = set_nucleus(node, manner);
    if (has_script(node)) {
        if (has_limits(node, manner.style))
            return set_limits(std::move(nucleus), node.superscript, node.subscript, manner);
        return set_scripts(std::move(nucleus), node, manner);
    }
    // Rule 17: the correction belongs to the width where no subscript stands under the overhang.
    nucleus.width += std::exchange(nucleus.italic, {});
    return nucleus;
}

MathBox FormulaSetter::set_nucleus(const MathNode& node, MathManner manner) const {
    using Kind = MathNode::Kind;
    switch (node.kind) {
        case Kind::symbol:
            return set_symbol(node, manner);
        case Kind::words: {
            MathBox box = words(node.text, manner);
            box.single = node.atom == AtomClass::ordinary;
            return box;
        }
        case Kind::list:
            return set_list(node.parts[0], manner);
        case Kind::fraction:
            return set_fraction(node, manner);
        case Kind::radical:
            return set_radical(node, manner);
        case Kind::accent:
            return set_accent(node, manner);
        case Kind::line:
            return set_line(node, manner);
        case Kind::delimited:
            return set_delimited(node, manner);
        case Kind::delimiter:
            return set_big(node, manner);
        case Kind::stack:
            return set_limits(set_list(node.parts[0], manner), node.parts[1], node.parts[2], manner);
        case Kind::arrow:
            return set_arrow(node, manner);
        case Kind::array:
            return set_array(node, manner);
        case Kind::phantom:
            return set_phantom(node, manner);
        case Kind::framed:
            return set_framed(node, manner);
        case Kind::struck:
            return set_struck(node, manner);
        case Kind::space:
        case Kind::style:
            break;  // no atoms: set_range sees to them
    }
    return {};
}

MathBox FormulaSetter::set_symbol(const MathNode& node, MathManner manner) const {
    if (node.large) return set_operator(node, manner);
    return character(node.code, manner.style);
}

/// Rule 13: larger in displays, and centred on the axis.
MathBox FormulaSetter::set_operator(const MathNode& node, MathManner manner) const {
    const MathStyle style = manner.style;
    MathBox glyph =
        style == MathStyle::display
            ? stretched(node.code, constant(MathConstant::display_operator_min_height, style), style, true)
            : character(node.code, style);
    MathBox box;
    // An operator's advance holds its overhang already, which a subscript stands under.
    box.width = glyph.width - glyph.italic;
    box.italic = glyph.italic;
    const Length up = axis(style) - (glyph.height - glyph.depth) / 2;
    place_part(box, std::move(glyph), {}, up);
    return box;
}

MathBox FormulaSetter::strut(MathStyle style) const {
    MathBox parenthesis = character(U'(', style);
    MathBox box;
    box.height = parenthesis.height;
    box.depth = parenthesis.depth;
    return box;
}

}  // namespace hanqing
