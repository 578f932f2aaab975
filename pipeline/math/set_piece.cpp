// SPDX-License-Identifier: Apache-2.0
// A formula's pieces for a line of text.
#include "math/formula_setter.hpp"

#include <cassert>
#include <utility>

namespace hanqing {
namespace {

bool is_spacing(const MathNode& node) {
    return node.kind == MathNode::Kind::space || node.kind == MathNode::Kind::style;
}

}  // namespace

FormulaBox set_piece(const Formula& formula, std::uint32_t piece, const MathFont& font, Length size) {
    const MathList& list = formula.list;
    const FormulaSetter setter(font, size);
    const std::size_t begin = piece == 0 ? 0 : formula.ends[piece - 1];
    const std::size_t end = formula.ends.empty() ? list.size() : formula.ends[piece];
    assert(begin <= end && end <= list.size());
    FormulaSetter::Progress progress{{MathStyle::text}, std::nullopt};
    for (std::size_t i = 0; i < begin; ++i)
        if (list[i].kind == MathNode::Kind::style) progress.manner.style = *list[i].style;
    MathBox box = setter.set_range(list, begin, end, progress);
    std::size_t next = end;
    while (next < list.size() && is_spacing(list[next])) ++next;
    if (next < list.size() && progress.before)
        box.after = setter.mu(space_between(*progress.before, list[next].atom, progress.manner.style),
                              progress.manner.style);
    box.width = larger(box.width + box.after, {});  // \hspace may go back behind the beginning
    const MathBox strut = setter.strut(MathStyle::text);
    box.height = larger(box.height, strut.height);
    box.depth = larger(box.depth, strut.depth);
    return box;
}

}  // namespace hanqing
