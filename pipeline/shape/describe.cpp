// SPDX-License-Identifier: Apache-2.0
// Shaped as text: a line for each run, then its glyphs with advances in thousandths of its size.
#include "shape/shaped.hpp"

#include <string>

namespace hanqing {
namespace {

/// Points with three decimals.
std::string number(std::int64_t raw) {
    const bool negative = raw < 0;
    const std::int64_t thousandths = ((negative ? -raw : raw) * 1000 + units_per_point / 2) / units_per_point;
    std::string decimals = std::to_string(thousandths % 1000);
    decimals.insert(0, 3 - decimals.size(), '0');
    return (negative ? "-" : "") + std::to_string(thousandths / 1000) + "." + decimals;
}

std::string glyph_line(const Glyph& glyph, const std::string& text) {
    std::string line = "    " + std::to_string(glyph.glyph) + " " + number(glyph.advance);
    if (glyph.x_offset != 0 || glyph.y_offset != 0)
        line += " @" + number(glyph.x_offset) + "," + number(glyph.y_offset);
    if (glyph.unsafe_to_break) line += " joined";
    if (glyph.substitute) line += " substitute";
    if (glyph.wide) line += " wide";
    if (glyph.text_size > 0) line += " |" + text.substr(glyph.text, glyph.text_size) + "|";
    return line + "\n";
}

}  // namespace

std::string describe(const Shaped& shaped) {
    std::string out;
    for (std::size_t p = 0; p < shaped.paragraphs.size(); ++p) {
        const ShapedParagraph& paragraph = shaped.paragraphs[p];
        out += "paragraph " + std::to_string(p) + "\n";
        std::uint32_t begin = 0;
        for (const GlyphRun& run : paragraph.runs) {
            out += "  run face " + (run.face == no_face ? "none" : std::to_string(run.face)) + " style " +
                   std::to_string(run.style) + " size " + number(run.size.raw);
            if (run.shift.raw != 0) out += " shift " + number(run.shift.raw);
            if (run.level != 0) out += " level " + std::to_string(run.level);
            out += "\n";
            for (std::uint32_t i = begin; i < run.end; ++i)
                out += glyph_line(paragraph.glyphs[i], shaped.styled.paragraphs[p].text);
            begin = run.end;
        }
    }
    return out;
}

}  // namespace hanqing
