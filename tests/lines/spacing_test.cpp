// SPDX-License-Identifier: Apache-2.0
// Gaps as they come out of placing: P4, P5, J1–J5, hanging (H1), and the order of right-to-left text.
#include "support.hpp"

#include <catch2/catch.hpp>

#include <map>

namespace hanqing {
namespace {

using namespace test;

std::map<std::uint32_t, std::int64_t> xs(const Setting& s, const BrokenParagraph& b, std::size_t line) {
    std::map<std::uint32_t, std::int64_t> x;
    for (const PlacedGlyph& g : place_line(s, b, b.solutions[0].lines.at(line)).glyphs) x[g.glyph] = g.x.raw;
    return x;
}

/// Gap between glyphs 0 and 1 of a text set in one line, in 1/64 em.
std::int64_t gap_after_first(Sample& sample, std::size_t second = 1) {
    const Setting s = sample.setting();
    const BrokenParagraph b = break_text(s, ems(100));
    const auto x = xs(s, b, 0);
    return (x.at(static_cast<std::uint32_t>(second)) - x.at(0) - s.shaped.glyphs[0].advance) * 64 / em;
}
std::int64_t gap_in(const std::string& text, std::size_t second = 1) {
    Sample sample;
    sample.text(text);
    return gap_after_first(sample, second);
}

}  // namespace

TEST_CASE("spacing: pure Han stands at whole ems (P4)") {
    Sample sample;
    std::string text;
    for (int i = 0; i < 47; ++i) text += "国";
    sample.text(text);
    const Setting s = sample.setting();
    const BrokenParagraph b = break_text(s, ems(20));
    for (std::size_t line = 0; line < b.solutions[0].lines.size(); ++line)
        for (const auto& [glyph, x] : xs(s, b, line)) CHECK(x % em == 0);
}

TEST_CASE("spacing: a quarter of an em stands between Han and Latin, digits and number signs (J4)") {
    for (const char* text : {"国a", "国1", "a国", "1国", "国%", "国$1", "国αβ"}) {
        INFO(text);
        CHECK(gap_in(text) == 16);
    }
    for (const char* text : {"国,", "国(a)", "，a", "a，", "国国", "ab"}) {
        INFO(text);
        CHECK(gap_in(text) <= 0);
    }
}

TEST_CASE(
    "spacing: a typed space at the border is the gap, not one more; beside full-width marks it vanishes "
    "(J5)") {
    CHECK(gap_in("国 a", 2) == 16);
    CHECK(gap_in("@国") == 0);
    CHECK(gap_in("#国") == 0);
    CHECK(gap_in("_国") == 0);
    CHECK(gap_in("＋1") == 0);
    CHECK(gap_in("国  a", 3) == 16);
    CHECK(gap_in("a 国", 2) == 16);
    CHECK(gap_in("a b", 2) == 16);
    CHECK(gap_in("国 国", 2) == 16);
    CHECK(gap_in("a ，", 2) == 0);
    CHECK(gap_in("a （", 2) == 0);  // the bracket's own half em, which its glyph holds
}

TEST_CASE("spacing: a blank typed before the number of an item stays beside a closing mark") {
    for (const char* text : {"） 2．国", "； 2）国", "。 4）国", "； 12、国", "） 2. a"}) {
        INFO(text);
        const std::string words = text;
        CHECK(gap_in(words, 2) == gap_in(words.substr(0, 3) + words.substr(4)) + 16);
    }
    for (const char* text : {"） 123", "。 2024年", "； 2.5", "， 2）", "。 国"}) {
        INFO(text);
        const std::string words = text;
        CHECK(gap_in(words, 2) == gap_in(words.substr(0, 3) + words.substr(4)));
    }
}

TEST_CASE("spacing: the gap crosses every inline boundary and stands beside code and links (M5)") {
    Sample code;
    code.text("国").code("(x)");
    CHECK(gap_after_first(code) == 16);
    Sample strong;
    strong.text("国").strong("a");
    CHECK(gap_after_first(strong) == 16);
    Sample note;
    note.text("国").note("1");
    CHECK(gap_after_first(note) == 0);
    Sample across;
    across.text("国").note("1").text("a");
    CHECK(gap_after_first(across, 2) == 32);  // a quarter em of note mark, then the gap
}

TEST_CASE("spacing: no gap at either end of a line, lines end at the measure to the last unit (J4, P5)") {
    Sample sample;
    std::string text;
    for (int i = 0; i < 40; ++i) text += i % 3 == 0 ? "国ab" : "国，国1";
    sample.text(text);
    const Setting s = sample.setting();
    const BrokenParagraph b = break_text(s, ems(17));
    for (std::size_t i = 0; i + 1 < b.solutions[0].lines.size(); ++i) {
        const Line& line = b.solutions[0].lines[i];
        const auto x = xs(s, b, i);
        CHECK(x.at(line.begin) == 0);
        const char32_t last = s.shaped.glyphs[line.end - 1].code;
        const std::int64_t body = last == U'，' ? em / 2 : s.shaped.glyphs[line.end - 1].advance;
        CHECK(x.at(line.end - 1) + body == ems(17).raw);
    }
}

TEST_CASE("spacing: equal gaps of a tier differ by one unit at most (J3), Han never overlap (J2)") {
    Sample sample;
    sample.text("国国国国国国国国国typesetting国国国国国国国国国国国国国国");
    sample.style.hyphenate = false;
    const Setting s = sample.setting();
    const BrokenParagraph b = break_text(s, ems(13));
    for (std::size_t i = 0; i + 1 < b.solutions[0].lines.size(); ++i) {
        const Line& line = b.solutions[0].lines[i];
        const auto x = xs(s, b, i);
        std::int64_t least = ems(99).raw, most = 0;
        for (std::uint32_t g = line.begin + 1; g < line.end; ++g) {
            if (s.shaped.glyphs[g].code != U'国' || s.shaped.glyphs[g - 1].code != U'国') continue;
            const std::int64_t gap = x.at(g) - x.at(g - 1) - em;
            least = std::min(least, gap);
            most = std::max(most, gap);
        }
        if (most == 0) continue;
        CHECK(least >= 0);
        CHECK(most - least <= 1);
    }
}

TEST_CASE("spacing: no tier is used while an earlier one has slack left (J1)") {
    // One line, forced shorter and shorter: comma, gap and full stop give way in the order of the tiers.
    const std::string text = "国，国a国。国”国国国国国国国国";
    for (std::int64_t cut = 0; cut <= 44; ++cut) {
        Sample sample;
        sample.text(text + text);
        const Setting s = sample.setting();
        Cells all;
        compose(s, 0, static_cast<std::uint32_t>(utf32(text).size()), all);
        const Fitter fitter(s, all, 1 << 30);
        const Fit natural = fitter.fit(0, {static_cast<std::uint32_t>(all.cells.size())}, Tolerance::any);
        Line line;
        line.begin = 0;
        line.end = static_cast<std::uint32_t>(all.cells.size());
        line.natural = {natural.natural};
        line.set = {natural.natural - cut * em / 32};
        std::map<std::uint32_t, std::int64_t> x;
        for (const PlacedGlyph& g : place_line(s, {{}, ems(40)}, line).glyphs) x[g.glyph] = g.x.raw;
        const std::int64_t bracket = x.at(8) - x.at(7) - em / 2, comma = x.at(2) - x.at(1) - em / 2,
                           gap = x.at(3) - x.at(2) - em, stop = x.at(6) - x.at(5) - em / 2;
        INFO("cut " << cut << "/32 em");
        CHECK((comma == em / 2 || bracket == 0));
        CHECK((gap == em / 4 || comma == 0));
        CHECK((stop == em / 2 || gap == em / 8));
        CHECK(bracket + comma + stop >= 0);
    }
}

TEST_CASE("spacing: stops hang only when asked, alone, and where they would start a line (H1)") {
    std::string text;
    for (int i = 0; i < 10; ++i) text += "国";
    for (const bool hanging : {false, true})
        for (const Language language : {Language::zh_hans, Language::zh_hant_tw}) {
            Sample sample;
            sample.language(language).text(text + "，国国国国国国");
            sample.style.hanging = hanging;
            const Setting s = sample.setting();
            const BrokenParagraph b = break_text(s, ems(10));
            const bool hangs = hanging && language == Language::zh_hans;
            const std::string first = lines_of(s, b)[0];
            CHECK((first == text + "，") == hangs);
            if (hangs) CHECK(xs(s, b, 0).at(10) == 10 * em);
        }
}

TEST_CASE("spacing: tracking stands between characters and not after the last") {
    Sample sample;
    sample.text("国国国");
    const Setting plain = sample.setting();
    Styled styled = plain.styled;
    styled.characters[0].tracking = ems(1, 5);
    const Setting s{plain.paragraph, plain.shaped, styled};
    CHECK(break_text(s, ems(20)).solutions[0].lines[0].natural == ems(17, 5));
}

TEST_CASE("spacing: alignments and first indents decide a line's left edge") {
    Sample sample;
    sample.text("国国国国国国国国国国国国");
    sample.style.first_indent = ems(2);
    for (const auto& [align, left] : std::map<Align, std::int64_t>{
             {Align::justify, 0}, {Align::left, 0}, {Align::centre, 3}, {Align::right, 6}}) {
        sample.style.align = align;
        const Setting s = sample.setting();
        const BrokenParagraph b = break_text(s, ems(10));
        REQUIRE(b.solutions[0].lines.size() == 2);
        CHECK(place_line(s, b, b.solutions[0].lines[0]).left == ems(2));
        CHECK(place_line(s, b, b.solutions[0].lines[1]).left == ems(left));
    }
}

TEST_CASE("spacing: lines after hard breaks share the first indent") {
    Sample sample;
    sample.text("国国国\u2028国国国国国国国国国国");
    sample.style.first_indent = ems(2);
    const Setting s = sample.setting();
    const BrokenParagraph b = break_text(s, ems(10));
    REQUIRE(b.solutions[0].lines.size() == 3);
    CHECK(place_line(s, b, b.solutions[0].lines[1]).left == ems(2));
    CHECK(b.solutions[0].lines[1].set == ems(8));
    CHECK(place_line(s, b, b.solutions[0].lines[2]).left == ems(0));
}

TEST_CASE("spacing: the rest of a long line of code stands two columns deeper than its beginning") {
    Sample sample;
    sample.code("    abcdefghij(klmnop)\u2028xyz");
    sample.style.wrap_anywhere = true;
    const Setting s = sample.setting();
    const BrokenParagraph b = break_text(s, ems(8));
    const auto& lines = b.solutions[0].lines;
    REQUIRE(lines.size() >= 3);
    CHECK(place_line(s, b, lines[0]).left == ems(0));
    CHECK(place_line(s, b, lines[1]).left == ems(2));  // four blanks of a quarter, and two columns
    CHECK(lines[1].set <= ems(6));
    CHECK(place_line(s, b, lines.back()).left == ems(0));
}

TEST_CASE("spacing: the number of an article or item keeps its width in a full line") {
    std::string rest;
    for (int i = 0; i < 30; ++i) rest += i % 5 == 4 ? "，" : "国";
    for (const char* label : {"第八条 ", "第十二章 ", "（二）"})
        for (std::int64_t measure = 12; measure < 22; ++measure) {
            Sample sample;
            sample.text(label + rest);
            const Setting s = sample.setting();
            const BrokenParagraph b = break_text(s, ems(measure));
            const auto x = xs(s, b, 0);
            const auto first = static_cast<std::uint32_t>(utf32(label).size());
            INFO(label << measure);
            // A bracket at the line's start gives up its own half (M1), always.
            const std::int64_t trimmed = label == std::string_view("（二）") ? em / 2 : 0;
            CHECK(x.at(first) == em * static_cast<std::int64_t>(first) - trimmed);
        }
}

TEST_CASE("spacing: a line without Han gaps is never torn apart while other breaks are there") {
    Sample sample;
    sample.text("为 Optimizer Hints 和执行计划绑定的冲突新增报错信息 #40910 @Reminiscent");
    for (std::int64_t measure = 24; measure < 36; ++measure) {
        const Setting s = sample.setting();
        const BrokenParagraph b = break_text(s, ems(measure));
        INFO(measure);
        for (const Line& line : b.solutions[0].lines) CHECK(line.set.raw < line.natural.raw * 3 / 2);
    }
}

TEST_CASE("spacing: a + behind Han and before nothing Latin stands tight") {
    CHECK(gap_in("核+，") <= 0);
    CHECK(gap_in("国+a") == 16);
}

TEST_CASE("spacing: right-to-left runs are turned round, numbers inside them are not (UAX 9, L2)") {
    Sample sample;
    sample.text("a").strong("bcd").strong("12").strong("ef").text("g");
    const Setting plain = sample.setting();
    ShapedParagraph shaped = plain.shaped;
    for (const std::size_t run : {std::size_t{1}, std::size_t{3}}) {
        shaped.runs[run].level = 1;
        shaped.runs[run].right_to_left = true;
    }
    shaped.runs[2].level = 2;
    const Setting s{plain.paragraph, shaped, plain.styled};
    const BrokenParagraph b = break_text(s, ems(50));
    std::string seen;
    for (const PlacedGlyph& g : place_line(s, b, b.solutions[0].lines[0]).glyphs)
        append_utf8(seen, s.shaped.glyphs[g.glyph].code);
    CHECK(seen == "afe12dcbg");
}

}  // namespace hanqing
