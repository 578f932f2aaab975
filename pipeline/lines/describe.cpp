// SPDX-License-Identifier: Apache-2.0
// Lines as text that a person can read and a diff can show.
#include "lines/lines.hpp"

#include <cstdlib>
#include <string>

namespace hanqing {
namespace {

/// Tenths of a point, rounded down: enough to see what moved.
std::string tenths(Length l) {
    const std::int64_t n = l.raw * 10 / units_per_point;
    return (l.raw < 0 && n == 0 ? "-" : "") + std::to_string(n / 10) + "." + std::to_string(std::abs(n % 10));
}

std::string text_of(const Paragraph& paragraph, const ShapedParagraph& shaped, const Line& line) {
    const auto byte = [&](std::uint32_t glyph) {
        return glyph < shaped.glyphs.size() ? shaped.glyphs[glyph].text
                                            : static_cast<std::uint32_t>(paragraph.text.size());
    };
    return paragraph.text.substr(byte(line.begin), byte(line.end) - byte(line.begin));
}

std::string described(const Line& line, std::string_view text) {
    std::string out = "natural " + tenths(line.natural) + "  set " + tenths(line.set) + "  |" +
                      std::string(text) + (line.hyphen ? "-" : "") + "|";
    if (line.overfull) out += "  overfull";
    return out;
}

}  // namespace

std::string describe(const Lines& lines) {
    std::string out;
    for (std::size_t p = 0; p < lines.paragraphs.size(); ++p) {
        const BrokenParagraph& broken = lines.paragraphs[p];
        if (broken.solutions.empty()) continue;
        const Paragraph& paragraph = lines.shaped.styled.paragraphs[p];
        out += "paragraph " + std::to_string(p) + "  measure " + tenths(broken.measure);
        if (broken.solutions.size() > 1) {
            out += "  also";
            for (std::size_t s = 1; s < broken.solutions.size(); ++s)
                out += " " + std::to_string(broken.solutions[s].lines.size());
            out += " lines";
        }
        out += "\n";
        std::size_t number = 0;
        for (const Line& line : broken.solutions.front().lines)
            out += "  line " + std::to_string(++number) + "  " +
                   described(line, text_of(paragraph, lines.shaped.paragraphs[p], line)) + "\n";
    }
    return out;
}

}  // namespace hanqing
