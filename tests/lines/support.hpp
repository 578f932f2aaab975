// SPDX-License-Identifier: Apache-2.0
// Paragraphs shaped by rule instead of by a font, so that the tests of lines need none: characters of the em
// square are one em wide, Latin letters half an em, spaces a quarter. 10 pt.
#pragma once

#include "base/unicode.hpp"
#include "lines/breaks.hpp"
#include "lines/composition.hpp"
#include "lines/fit.hpp"
#include "lines/optimum.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hanqing::test {

inline constexpr std::int64_t em = 10 * units_per_point;
inline constexpr Length ems(std::int64_t n, std::int64_t d = 1) { return {em * n / d}; }

/// A piece of text with its own run.
struct Piece {
    std::string text;
    bool code = false, note = false, raised = false, strong = false, link = false;
};

/// A styled paragraph and its shape, built from pieces.
class Sample {
public:
    Sample& language(Language l) {
        language_ = l;
        return *this;
    }
    Sample& add(Piece piece) {
        pieces_.push_back(std::move(piece));
        return *this;
    }
    Sample& text(std::string t) { return add({std::move(t)}); }
    Sample& note(std::string t) { return add({std::move(t), false, true}); }
    Sample& code(std::string t) { return add({std::move(t), true}); }
    Sample& strong(std::string t) { return add({std::move(t), false, false, false, true}); }
    ParagraphStyle style = [] {
        ParagraphStyle s;
        s.gap = ems(1, 4);
        return s;
    }();
    std::vector<RubyText> rubies;

    /// Requires: called once everything is added; the result refers to this sample.
    Setting setting() {
        styled_ = {};
        paragraph_ = {};
        shaped_ = {};
        styled_.paragraph_styles = {style};
        for (const Piece& p : pieces_) add_run(p);
        paragraph_.rubies = rubies;
        CharacterStyle annotation;
        annotation.size = ems(1, 2);
        annotation.language = language_;
        styled_.characters.push_back(annotation);
        for (RubyText& r : paragraph_.rubies)
            r.style = static_cast<std::uint32_t>(styled_.characters.size() - 1);
        return {paragraph_, shaped_, styled_};
    }
    [[nodiscard]] const std::string& utf8() const { return paragraph_.text; }

private:
    static bool is_full(char32_t c) {
        if (c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2014 || c == 0x2026 ||
            c == 0xB7)
            return true;
        return is_wide(c) || c == 0x2E3A;
    }
    static std::int32_t advance(char32_t c, Length size) {
        const auto whole = static_cast<std::int32_t>(size.raw);
        if (is_full(c)) return whole;
        if (c == U' ' || c == 0xA0) return whole / 4;
        if (c == 0x2028 || c == 0xAD || c == 0x200B) return 0;
        return whole / 2;
    }
    void add_run(const Piece& piece) {
        CharacterStyle character;
        character.size = piece.note || piece.raised ? ems(1, 2) : ems(1);
        character.language = language_;
        character.code = piece.code;
        character.rise = piece.raised || piece.note ? ems(1, 3) : Length{};
        styled_.characters.push_back(character);
        const auto style_index = static_cast<std::uint32_t>(styled_.characters.size() - 1);
        for (std::size_t at = 0; at < piece.text.size();) {
            Glyph g;
            g.text = static_cast<std::uint32_t>(paragraph_.text.size() + at);
            const std::size_t from = at;
            g.code = next_code_point(piece.text, at);
            g.text_size = static_cast<std::uint16_t>(at - from);
            g.wide = is_full(g.code) && !piece.code;
            g.advance = g.wide || !is_full(g.code) ? advance(g.code, character.size)
                                                   : static_cast<std::int32_t>(character.size.raw);
            shaped_.glyphs.push_back(g);
        }
        paragraph_.text += piece.text;
        TextRun run;
        run.end = static_cast<std::uint32_t>(paragraph_.text.size());
        run.style = style_index;
        run.footnote = piece.note ? 0 : none;
        run.link = piece.link ? 0 : none;
        if (piece.link) styled_.links = {{"https://example.org/", none, "字"}};
        paragraph_.runs.push_back(run);
        GlyphRun glyphs;
        glyphs.end = static_cast<std::uint32_t>(shaped_.glyphs.size());
        glyphs.style = style_index;
        glyphs.text_run = static_cast<std::uint32_t>(paragraph_.runs.size() - 1);
        glyphs.face = 0;
        glyphs.size = character.size;
        shaped_.runs.push_back(glyphs);
    }

    Language language_ = Language::zh_hans;
    std::vector<Piece> pieces_;
    Styled styled_;
    Paragraph paragraph_;
    ShapedParagraph shaped_;
};

/// Text of each line of the best solution.
inline std::vector<std::string> lines_of(const Setting& s, const BrokenParagraph& broken,
                                         std::size_t solution = 0) {
    std::vector<std::string> texts;
    const auto byte = [&](std::uint32_t g) {
        return g < s.shaped.glyphs.size() ? s.shaped.glyphs[g].text
                                          : static_cast<std::uint32_t>(s.paragraph.text.size());
    };
    for (const Line& line : broken.solutions.at(solution).lines)
        texts.push_back(s.paragraph.text.substr(byte(line.begin), byte(line.end) - byte(line.begin)));
    return texts;
}

inline std::vector<std::string> broken_text(Sample& sample, Length measure) {
    const Setting s = sample.setting();
    return lines_of(s, break_text(s, measure));
}

}  // namespace hanqing::test
