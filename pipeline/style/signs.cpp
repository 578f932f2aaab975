// SPDX-License-Identifier: Apache-2.0
// Signs whose look is what they say: lines of a diagram in code, half an em wide as where they were drawn;
// 🔴 🟡 🟢, which tell states by their colour.
#include "style/signs.hpp"

#include "base/unicode.hpp"

#include <array>
#include <optional>
#include <utility>

namespace hanqing {
namespace {

constexpr std::string_view diagram_role = "diagram";

/// Arrows, box drawing, blocks, geometric shapes: one cell each on every screen.
bool is_of_diagram(char32_t c) {
    return (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2500 && c <= 0x25FF && c != 0x25EF);
}

std::optional<Colour> colour_of_sign(char32_t c) {
    constexpr Colour red{196, 30, 30}, orange{222, 120, 20}, yellow{226, 178, 0}, green{38, 140, 60};
    constexpr Colour blue{30, 90, 190}, purple{120, 60, 160}, brown{120, 72, 36};
    constexpr std::array<std::pair<char32_t, Colour>, 19> colours{{{0x1F534, red},
                                                                   {0x1F7E0, orange},
                                                                   {0x1F7E1, yellow},
                                                                   {0x1F7E2, green},
                                                                   {0x1F535, blue},
                                                                   {0x1F7E3, purple},
                                                                   {0x1F7E4, brown},
                                                                   {0x1F7E5, red},
                                                                   {0x1F7E7, orange},
                                                                   {0x1F7E8, yellow},
                                                                   {0x1F7E9, green},
                                                                   {0x1F7E6, blue},
                                                                   {0x1F7EA, purple},
                                                                   {0x1F7EB, brown},
                                                                   {0x2B50, yellow},
                                                                   {0x1F31F, yellow},
                                                                   {0x2705, green},
                                                                   {0x274C, red},
                                                                   {0x2764, red}}};
    for (const auto& [sign, colour] : colours)
        if (sign == c) return colour;
    return {};
}

/// Whether any of them can be in it: they begin with these bytes.
bool may_hold_signs(std::string_view text) {
    return text.find('\xF0') != std::string_view::npos || text.find('\xE2') != std::string_view::npos;
}

std::uint32_t sign_style(Build& build, std::uint32_t style, char32_t c, bool has_diagram) {
    CharacterStyle own = build.styled.characters[style];
    if (own.code) {
        if (!has_diagram || !is_of_diagram(c)) return style;
        own.role = role_index(build, diagram_role);
        own.size = scaled(own.size, 5, 6);  // an em of its faces is 0.6 wide, a cell of code 0.5
    } else if (const auto colour = colour_of_sign(c)) {
        own.colour = *colour;
    } else {
        return style;
    }
    return character_style(build, own);
}

}  // namespace

void set_signs_apart(Build& build, Paragraph& paragraph) {
    if (!may_hold_signs(paragraph.text)) return;
    const auto& roles = build.styled.roles;
    const std::uint32_t diagram = role_index(build, diagram_role);
    const bool has_diagram = diagram < roles.size() && roles[diagram].name == diagram_role;
    std::vector<TextRun> runs;
    std::size_t at = 0;
    for (const TextRun& run : paragraph.runs) {
        TextRun part = run;
        while (at < run.end) {
            const auto begin = static_cast<std::uint32_t>(at);
            const std::uint32_t style =
                sign_style(build, run.style, next_code_point(paragraph.text, at), has_diagram);
            if (style == part.style) continue;
            part.end = begin;
            if (begin > (runs.empty() ? 0 : runs.back().end)) runs.push_back(part);
            part.style = style;
        }
        part.end = run.end;
        runs.push_back(part);
    }
    paragraph.runs = std::move(runs);
}

}  // namespace hanqing
