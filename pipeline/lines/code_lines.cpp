// SPDX-License-Identifier: Apache-2.0
// A broken line of code -> how far in its rest stands.
#include "lines/code_lines.hpp"

#include "lines/classes.hpp"

#include <algorithm>

namespace hanqing {

std::int64_t code_hang(const Setting& setting, std::uint32_t begin, std::int64_t measure) {
    const auto& glyphs = setting.shaped.glyphs;
    const CharacterStyle& look = setting.styled.characters[setting.paragraph.runs[0].style];
    if (!setting.style().wrap_anywhere || !look.code) return 0;
    std::uint32_t first = begin;
    while (first > 0 && line_kind_of(glyphs[first - 1].code) != Kind::hard_break) --first;
    std::int64_t indent = 0;
    for (std::uint32_t i = first; i < begin && (glyphs[i].code == U' ' || glyphs[i].code == U'\t'); ++i)
        indent += glyphs[i].advance;
    return std::min(indent + look.size.raw, measure / 2);  // a column is half an em
}

}  // namespace hanqing
