// SPDX-License-Identifier: Apache-2.0
// Numbers that begin a paragraph of a law or an outline: 第八条, （二）. Those of one list stand under each
// other, so what follows them begins at the same place in every line, however full the line is.
#include "lines/labels.hpp"

namespace hanqing {
namespace {

bool is_numeral(char32_t c) {
    constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百千两0123456789０１２３４５６７８９";
    return numerals.find(c) != std::u32string_view::npos;
}

bool is_division(char32_t c) {
    return std::u32string_view(U"编編章节節条條款项項目篇部").find(c) != std::u32string_view::npos;
}

std::size_t after_numerals(const std::vector<Cell>& cells, std::size_t i) {
    while (i < cells.size() && is_numeral(cells[i].code)) ++i;
    return i;
}

/// 第八条 and a typed space: the space is one em, as where authors type U+3000.
void widen_space(std::vector<Cell>& cells) {
    const std::size_t end = after_numerals(cells, 1);
    if (end == 1 || end + 2 >= cells.size() || !is_division(cells[end].code)) return;
    Cell& space = cells[end + 1];
    if (space.kind != Kind::space || !cells[end + 2].wide) return;
    space.kind = Kind::wide_space;
    space.advance = space.em;
}

/// The blank of the bracket that closes （二） never gives way.
void hold_bracket(std::vector<Cell>& cells) {
    const std::size_t end = after_numerals(cells, 1);
    if (end > 1 && end < cells.size() && cells[end].code == U'）') cells[end].firm = true;
}

}  // namespace

void set_labels(std::vector<Cell>& cells) {
    if (cells.size() < 4) return;
    if (cells[0].code == U'第') widen_space(cells);
    if (cells[0].code == U'（') hold_bracket(cells);
}

}  // namespace hanqing
