// SPDX-License-Identifier: Apache-2.0
// Small Styled values for the tests of this stage, and the faces of this machine.
#pragma once

#include "shape/shaped.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing::sample {

inline const Fonts& fonts() {
    static Notes notes;
    static const Fonts fonts = Fonts::open({}, notes);
    return fonts;
}

inline FaceRole body_role() {
    FaceRole role;
    role.name = "body";
    role.han = {
        {Language::zh_hans, {{"Noto Serif CJK SC"}}},    {Language::zh_hant_tw, {{"Noto Serif CJK TC"}}},
        {Language::zh_hant_hk, {{"Noto Serif CJK HK"}}}, {Language::ja, {{"Noto Serif CJK JP"}}},
        {Language::ko, {{"Noto Serif CJK KR"}}},         {Language::other, {{"Noto Serif CJK SC"}}}};
    role.latin = {{"Liberation Serif"}};
    return role;
}

inline FaceRole code_role() {
    FaceRole role;
    role.name = "code";
    role.han = {{Language::other, {{"Noto Sans CJK SC"}}}};
    role.latin = {{"JetBrains Mono"}};
    return role;
}

/// Roles 0 body, 1 code; styles 0 body and 1 code, at 10 pt.
inline Styled styled(Language language = Language::zh_hans) {
    Styled styled;
    styled.language = language;
    styled.roles = {body_role(), code_role()};
    styled.characters.resize(2);
    for (CharacterStyle& style : styled.characters) {
        style.size = points(10);
        style.language = language;
    }
    styled.characters[1].role = 1;
    styled.characters[1].code = true;
    styled.paragraph_styles.resize(1);
    return styled;
}

/// Stretches of text, each with its character style.
inline Paragraph paragraph(const std::vector<std::pair<std::string_view, std::uint32_t>>& parts) {
    Paragraph paragraph;
    for (const auto& [text, style] : parts) {
        paragraph.text += text;
        TextRun run;
        run.end = static_cast<std::uint32_t>(paragraph.text.size());
        run.style = style;
        paragraph.runs.push_back(run);
    }
    paragraph.origins = {{0, 100}};
    return paragraph;
}

inline ShapedParagraph shaped(const Styled& styled, const Paragraph& paragraph, Notes& notes) {
    return shape_paragraph(paragraph, styled, fonts(), notes);
}

inline ShapedParagraph shaped(std::string_view text, Language language = Language::zh_hans,
                              std::uint32_t style = 0) {
    Notes notes;
    return shaped(styled(language), paragraph({{text, style}}), notes);
}

/// The run that a glyph belongs to.
inline const GlyphRun& run_of(const ShapedParagraph& shaped, std::size_t glyph) {
    std::size_t run = 0;
    while (shaped.runs[run].end <= glyph) ++run;
    return shaped.runs[run];
}

/// The family that sets the n-th glyph, "" for an object.
inline std::string family(const ShapedParagraph& shaped, std::size_t glyph) {
    const FaceId id = run_of(shaped, glyph).face;
    return id == no_face ? "" : fonts().face(id).family;
}

/// W for each glyph on the em square, n for the others.
inline std::string widths(const ShapedParagraph& shaped) {
    std::string result;
    for (const Glyph& glyph : shaped.glyphs) result += glyph.wide ? 'W' : 'n';
    return result;
}

}  // namespace hanqing::sample
