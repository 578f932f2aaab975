// SPDX-License-Identifier: Apache-2.0
// Breaks displayed formulas into rows (The TeXbook, chapter 18: before relations and binary signs).
#include "math/row_breaks.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

/// Atoms between two places where a row may end.
struct RowPiece {
    RowAtoms atoms;
    Length width;  ///< With the space before it,
    Length space;  ///< which goes where it begins a row.
};

/// Pieces begin with signs of the outermost level, but not inside brackets unless with a relation.
std::vector<RowPiece> row_pieces(const FormulaSetter& setter, const MathList& list) {
    std::vector<RowPiece> pieces;
    FormulaSetter::Progress progress{{MathStyle::display}, std::nullopt};
    RowPiece piece;
    bool operand = false;
    std::int32_t brackets = 0;
    const auto close = [&](std::size_t end, bool at_relation) {
        piece.atoms.end = end;
        const MathStyle style = progress.manner.style;
        piece.space =
            progress.before
                ? setter.mu(space_between(*progress.before, list[piece.atoms.begin].atom, style), style)
                : Length{};
        piece.width = setter.set_range(list, piece.atoms.begin, end, progress).width;
        pieces.push_back(piece);
        piece.atoms = {end, end, at_relation};
        operand = false;
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        const AtomClass atom = list[i].atom;
        const bool relation = atom == AtomClass::relation;
        const bool sign = (relation || atom == AtomClass::binary) && brackets <= 0;
        if (sign && operand) close(i, relation);
        operand = operand || !(relation || atom == AtomClass::binary);
        if (atom == AtomClass::opening) ++brackets;
        if (atom == AtomClass::closing) --brackets;
    }
    if (piece.atoms.begin < list.size()) close(list.size(), false);
    return pieces;
}

/// A right cell's later rows: relations under the first one, anything else further in.
MathList continued_cell(const MathList& cell, const RowAtoms& atoms) {
    const std::uint32_t at = cell[atoms.begin].tex;
    MathNode start;
    if (atoms.at_relation) {
        start.kind = MathNode::Kind::list;  // an empty one: the relation keeps its space
        start.parts.emplace_back();
    } else {
        start.kind = MathNode::Kind::space;
        start.width = 23;  // a relation's space and a quad
    }
    start.tex = at;
    MathList list{std::move(start)};
    list.insert(list.end(), cell.begin() + static_cast<std::ptrdiff_t>(atoms.begin),
                cell.begin() + static_cast<std::ptrdiff_t>(atoms.end));
    return list;
}

}  // namespace

std::vector<RowAtoms> break_rows(const FormulaSetter& setter, const MathList& list, Length first_room,
                                 Length room) {
    const std::vector<RowPiece> pieces = row_pieces(setter, list);
    std::vector<RowAtoms> rows;
    for (std::size_t first = 0; first < pieces.size();) {
        const Length most = first == 0 ? first_room : room;
        Length width = pieces[first].width - pieces[first].space;
        std::size_t next = first + 1, at_relation = first;
        for (; next < pieces.size() && width + pieces[next].width <= most; ++next) {
            if (pieces[next].atoms.at_relation && 2 * width > most) at_relation = next;
            width += pieces[next].width;
        }
        const bool ends_here = next == pieces.size() || pieces[next].atoms.at_relation;
        if (!ends_here && at_relation > first) next = at_relation;
        rows.push_back(
            {pieces[first].atoms.begin, pieces[next - 1].atoms.end, pieces[first].atoms.at_relation});
        first = next;
    }
    return rows;
}

MathNode with_broken_cells(const FormulaSetter& setter, const MathNode& array, Length room) {
    Length left;
    for (std::size_t i = 0; i < array.parts.size(); i += 2)
        left = larger(left, setter.set_list(array.parts[i], {MathStyle::display}).width);
    MathNode broken = array;
    broken.parts.clear();
    broken.grid.tags.clear();
    broken.grid.gaps.clear();
    for (std::size_t row = 0; 2 * row < array.parts.size(); ++row) {
        const MathList& cell = array.parts[2 * row + 1];
        const Length rest = room - left;
        const auto rows = break_rows(setter, cell, rest, rest - setter.mu(23, MathStyle::text));
        broken.parts.push_back(array.parts[2 * row]);
        if (rows.empty()) broken.parts.push_back(cell);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i == 0) {
                broken.parts.emplace_back(cell.begin(),
                                          cell.begin() + static_cast<std::ptrdiff_t>(rows[0].end));
                continue;
            }
            broken.parts.emplace_back();
            broken.parts.push_back(continued_cell(cell, rows[i]));
        }
        const std::size_t last = broken.parts.size() / 2;
        if (row < array.grid.tags.size()) {
            broken.grid.tags.resize(last);
            broken.grid.tags.back() = array.grid.tags[row];
        }
        if (row < array.grid.gaps.size()) {
            broken.grid.gaps.resize(last);
            broken.grid.gaps.back() = array.grid.gaps[row];
        }
    }
    return broken;
}

}  // namespace hanqing
