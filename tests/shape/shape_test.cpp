// SPDX-License-Identifier: Apache-2.0
#include "base/unicode.hpp"
#include "sample.hpp"

#include <hb.h>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace hanqing;
using namespace hanqing::sample;

namespace {

/// The text that the clusters cover, joined.
std::string covered(const ShapedParagraph& shaped, const std::string& text) {
    std::string result;
    for (const Glyph& glyph : shaped.glyphs) result += text.substr(glyph.text, glyph.text_size);
    return result;
}

}  // namespace

TEST_CASE("shape: shared marks take the width of their context") {
    struct Case {
        const char *text, *widths;
        Language language = Language::zh_hans;
    };
    const Case cases[] = {
        {"他说“好”。", "WWWWWW"},
        {"他说“hello”。", "WWWnnnnnWW"},
        {"the “x” word", "nnnnnnnnnnnn"},
        {"the “字” word", "nnnnWWWnnnnn"},
        {"the “字” word", "nnnnnWnnnnnn", Language::en},
        {"“全是汉字”", "WWWWWW"},
        {"“all”", "nnnnn"},
        {"“汉字” abc", "WWWWnnnn"},
        {"don’t", "nnnnn"},
        {"参数=‘int’类型", "WWnnnnnnWW"},
        {"他don’t说", "WnnnnnW"},
        {"‘单’“双”", "WWWWWW"},
        {"“外‘内’外”", "WWWWWWW"},
        {"“未完", "WWW"},
        {"卡尔·马克思", "WWWWWW"},
        {"A·B", "nnn"},
        {"说…好", "WWW"},
        {"wait… what", "nnnnnnnnnn"},
        {"第①条", "WWW"},
        {"误差±5", "WWnn"},
        {"3×4", "nnn"},
        {"长×宽", "WWW"},
        {"한국어 “말”", "WWWnnWn", Language::ko},
        {"日本“語”", "WWWWW", Language::ja},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(widths(shaped(c.text, c.language)) == c.widths);
    }
}

TEST_CASE("shape: the two quotes of a pair are never of different widths") {
    for (const char* text :
         {"a“中b”中", "中“a中”b", "“中”a", "a“中”", "1“2”中", "中 “x” y", "x “中” 中", "（“a”）b"}) {
        const ShapedParagraph result = shaped(text);
        std::vector<bool> wide;
        for (const Glyph& g : result.glyphs)
            if (g.code == 0x201C || g.code == 0x201D) wide.push_back(g.wide);
        INFO(text);
        REQUIRE(wide.size() == 2);
        CHECK(wide[0] == wide[1]);
    }
}

TEST_CASE("shape: a wide mark stands on whole ems in every Han face") {
    for (const char* family : {"Noto Serif CJK SC", "Noto Sans CJK SC", "LXGW WenKai", "FandolSong"}) {
        Styled look = styled();
        look.roles[0].han = {{Language::other, {{family}}}};
        Notes notes;
        const ShapedParagraph result = shape_paragraph(
            paragraph({{"“你”‘我’——他……·甲，。、；：？！（）《》", 0}}), look, fonts(), notes);
        INFO(family);
        for (const Glyph& g : result.glyphs) {
            INFO(code_point_name(g.code));
            CHECK(g.wide);
            CHECK(g.advance == points(10).raw * (g.text_size > 3 ? 2 : 1));
            CHECK(g.x_offset >= 0);
            CHECK(g.x_offset < points(10).raw);
        }
        CHECK(notes.all().empty());
    }
}

TEST_CASE("shape: letters of code are of one width in a Han face for code") {
    Styled look = styled();
    look.roles[1].latin = look.roles[1].han[0].second = {{"Noto Sans Mono CJK SC"}};
    Notes notes;
    const ShapedParagraph made = shaped(look, paragraph({{"iWm.l", 1}}), notes);
    for (const Glyph& glyph : made.glyphs) CHECK(glyph.advance == points(5).raw);
}

TEST_CASE("shape: quotes and apostrophes in Latin are narrower than half an em in every Han face (W7)") {
    for (const char* text : {"client’s", "“all” of ‘it’"})
        for (const Language language :
             {Language::zh_hans, Language::zh_hant_tw, Language::ja, Language::ko}) {
            const ShapedParagraph made = shaped(text, language);
            for (const Glyph& glyph : made.glyphs)
                if (glyph.code >= 0x2018 && glyph.code <= 0x201D)
                    CHECK(glyph.advance * 2 <= made.runs[0].size.raw);
        }
}

TEST_CASE("shape: half an em may be trimmed from a narrow face's wide quotes without touching their ink") {
    Styled look = styled();
    look.roles[0].han = {{Language::other, {{"LXGW WenKai"}}}};
    Notes notes;
    const ShapedParagraph result = shape_paragraph(paragraph({{"中“中”中", 0}}), look, fonts(), notes);
    REQUIRE(result.glyphs.size() == 5);
    CHECK(result.glyphs[1].x_offset >= points(5).raw);  // opening: ink in the right half
    CHECK(result.glyphs[3].x_offset < points(2).raw);   // closing: in the left one
}

TEST_CASE("shape: Latin, digits and Han take the faces of the role, scaled and shifted as it says") {
    Styled look = styled();
    look.roles[0].digits = {{"DejaVu Sans"}};
    look.roles[0].latin_scale_percent = 105;
    look.roles[0].latin_shift_permille = -20;
    Notes notes;
    const ShapedParagraph result = shape_paragraph(paragraph({{"中a1,5.", 0}}), look, fonts(), notes);
    REQUIRE(result.glyphs.size() == 6);
    CHECK(family(result, 0) == "Noto Serif CJK SC");
    CHECK(family(result, 1) == "Liberation Serif");
    CHECK(family(result, 2) == "DejaVu Sans");
    CHECK(family(result, 3) == "DejaVu Sans");       // the comma inside a number
    CHECK(family(result, 5) == "Liberation Serif");  // the stop after it
    CHECK(run_of(result, 0).size == points(10));
    CHECK(run_of(result, 1).size == points(105, 10));
    CHECK(run_of(result, 1).shift == points(-2, 10));
    CHECK(run_of(result, 0).shift == Length{});
}

TEST_CASE("shape: every byte belongs to one cluster, in order") {
    for (const char* text :
         {"中文 and English，混排2024年", "a\xCC\x81 e\xCC\x81\xCC\x83", "fi ffi office",
          "👨‍👩‍👧 family", "葛󠄀城", "\tx\ty", "不­可​见⁠字", "العربية 123 نص",
          "हिन्दी", "한글 ᄒ\xE1\x85\xA1\xE1\x86\xAB", "が か゚", "\x01\x7F", "a\xE2\x80\xA8中"}) {
        INFO(text);
        CHECK(covered(shaped(text), text) == text);
    }
}

TEST_CASE("shape: unseen characters have no width and keep their text") {
    const ShapedParagraph result = shaped("不\u00AD可\u200B见\u2060字\uFEFF。");
    REQUIRE(result.glyphs.size() == 9);
    for (std::size_t i = 1; i < 9; i += 2) {
        CHECK(result.glyphs[i].advance == 0);
        CHECK(result.glyphs[i].text_size > 0);
        CHECK(result.glyphs[i].glyph != 0);
        CHECK_FALSE(result.glyphs[i].substitute);
    }
    const ShapedParagraph word = shaped("hy\u00ADphen");
    CHECK(word.glyphs.size() == 7);
    CHECK(word.glyphs[2].advance == 0);
}

TEST_CASE("shape: control characters never show as a missing glyph") {
    const std::string text = "a\x01\x1F\x7F中\xC2\x85";
    for (const Glyph& g : shaped(text).glyphs) {
        CHECK(g.glyph != 0);
        if (g.code < 0x20 || g.code == 0x7F || g.code == 0x85) CHECK(g.advance == 0);
    }
}

TEST_CASE("shape: a tab in code goes to the next of every four columns, wide characters taking two") {
    const auto tab_columns = [](std::string_view text) {
        const ShapedParagraph result = shaped(text, Language::zh_hans, 1);
        std::vector<std::int32_t> columns;
        for (const Glyph& g : result.glyphs)
            if (g.code == '\t') columns.push_back(g.advance / (points(6).raw));
        return columns;
    };
    CHECK(tab_columns("\tx") == std::vector<std::int32_t>{4});
    CHECK(tab_columns("ab\tx") == std::vector<std::int32_t>{2});
    CHECK(tab_columns("abcd\tx") == std::vector<std::int32_t>{4});
    CHECK(tab_columns("中\tx\ty") == std::vector<std::int32_t>{2, 3});
    CHECK(tab_columns("abc\u2028a\t") == std::vector<std::int32_t>{3});
}

TEST_CASE("shape: code keeps its letters apart") {
    const ShapedParagraph code = shaped("->", Language::zh_hans, 1);
    REQUIRE(code.glyphs.size() == 2);
    const FaceId id = run_of(code, 0).face;
    CHECK(code.glyphs[0].glyph == fonts().glyph(id, '-'));
    CHECK(code.glyphs[1].glyph == fonts().glyph(id, '>'));
}

TEST_CASE("shape: a character no face has is told once, with its place, and shown by a sign") {
    Notes notes;
    const Styled look = styled();
    const Paragraph text = paragraph({{"甲\U0003FFFD乙\U0003FFFD", 0}});
    const ShapedParagraph result = shaped(look, text, notes);
    REQUIRE(result.glyphs.size() == 4);
    CHECK(result.glyphs[1].substitute);
    CHECK(result.glyphs[1].glyph == fonts().glyph(run_of(result, 1).face, U'〓'));
    CHECK(result.glyphs[1].text_size == 4);
    CHECK_FALSE(result.glyphs[0].substitute);
    REQUIRE(notes.all().size() == 1);
    CHECK(notes.all()[0].id == "glyph-missing");
    CHECK(notes.all()[0].weight == Weight::warning);
    CHECK(notes.all()[0].arguments == std::vector<std::string>{"\U0003FFFD", "U+3FFFD"});
    CHECK(notes.all()[0].place == Place{0, 103, 107});
}

TEST_CASE("shape: a private-use character is nobody's unless the role's own face has it") {
    Notes notes;
    const ShapedParagraph result = shaped(styled(), paragraph({{"\uE5E5", 0}}), notes);
    CHECK(result.glyphs[0].substitute);
    REQUIRE(notes.all().size() == 1);
    CHECK(notes.all()[0].id == "glyph-missing");
}

TEST_CASE("shape: rare Han are found in the fonts for them") {
    Notes notes;
    const ShapedParagraph result = shaped(styled(), paragraph({{"𠮷𪚥㐀龘", 0}}), notes);
    CHECK(notes.all().empty());
    for (const Glyph& g : result.glyphs) {
        CHECK(g.glyph != 0);
        CHECK(g.wide);
    }
}

TEST_CASE("shape: marks stay with their base, in one face that has both") {
    Notes notes;
    const ShapedParagraph result = shaped(styled(), paragraph({{"e\u0301 x\u0303\u0301", 0}}), notes);
    CHECK(result.glyphs[0].code == U'e');
    CHECK(result.glyphs[0].text_size == 3);
    for (const Glyph& g : result.glyphs) CHECK(g.glyph != 0);
    std::string many = "a";
    for (int i = 0; i < 70'000; ++i) many += "\u0301";
    CHECK(covered(shaped(many), many) == many);
}

TEST_CASE("shape: Arabic is joined and marked right to left, its numbers left to right") {
    const ShapedParagraph result = shaped("甲 نص 12 نص 乙");
    std::vector<int> levels;
    for (const GlyphRun& run : result.runs) levels.push_back(run.level);
    CHECK(*std::max_element(levels.begin(), levels.end()) == 2);
    for (const GlyphRun& run : result.runs) CHECK(run.right_to_left == (run.level % 2 == 1));
    for (const Glyph& g : result.glyphs) CHECK(g.glyph != 0);
}

TEST_CASE("shape: an object and a hard break stand alone, an object as wide as it is") {
    Styled look = styled();
    Paragraph text = paragraph({{"图\uFFFC后\u2028行", 0}});
    InlineObject object;
    object.at = 3;
    object.width = points(20);
    text.objects = {object};
    Notes notes;
    const ShapedParagraph result = shaped(look, text, notes);
    REQUIRE(result.glyphs.size() == 5);
    REQUIRE(result.runs.size() == 5);
    CHECK(result.runs[1].face == no_face);
    CHECK(result.glyphs[1].advance == points(20).raw);
    CHECK(result.runs[3].face == no_face);
    CHECK(result.glyphs[3].code == 0x2028);
    CHECK(notes.all().empty());
}

TEST_CASE("shape: runs cover the glyphs and know their style and text run") {
    Notes notes;
    const ShapedParagraph result =
        shaped(styled(), paragraph({{"正文", 0}, {"code", 1}, {"，后", 0}}), notes);
    REQUIRE(result.runs.size() == 3);
    CHECK(result.runs[1].style == 1);
    CHECK(result.runs[1].text_run == 1);
    CHECK(result.runs[2].text_run == 2);
    CHECK(result.runs.back().end == result.glyphs.size());
}

TEST_CASE("shape: an empty paragraph gives nothing") {
    CHECK(shaped("").glyphs.empty());
    Notes notes;
    CHECK(shape_paragraph({}, styled(), fonts(), notes).glyphs.empty());
}

TEST_CASE("shape: Taiwan's stops are centred in a face that draws them in the corner too (W1)") {
    Styled look = styled(Language::zh_hant_tw);
    look.roles.push_back(body_role());
    look.roles[2].name = "emphasis";
    look.roles[2].han = {{Language::other, {{"LXGW WenKai"}}}};
    look.characters[1].role = 2;
    look.characters[1].code = false;
    Notes notes;
    const ShapedParagraph made = shaped(look, paragraph({{"文，文", 1}}), notes);
    const auto name = [&](std::size_t i) { return fonts().face(run_of(made, i).face).postscript_name; };
    CHECK(name(0) == name(2));
    INFO(name(1));
    CHECK(name(1).find("Serif") != std::string::npos);
    look.language = look.characters[1].language = Language::zh_hans;
    CHECK(shaped(look, paragraph({{"文，文", 1}}), notes).runs.size() == 1);
}

TEST_CASE("shape: the features of a role are honoured") {
    Styled look = styled();
    look.roles[0].latin = {};
    Notes notes;
    const ShapedParagraph plain = shaped(look, paragraph({{"中（中", 0}}), notes);
    look.roles[0].features = {"halt", "no such feature !"};
    const ShapedParagraph half = shaped(look, paragraph({{"中（中", 0}}), notes);
    CHECK(plain.glyphs[1].advance == points(10).raw);
    CHECK(half.glyphs[1].advance == points(5).raw);
    CHECK(half.glyphs[0].advance == points(10).raw);
}

TEST_CASE("shape: an absent official face is one remark of the report") {
    Styled look = styled();
    look.roles[0].han = {{Language::other, {{"方正仿宋", 400, false, true}, {"Noto Serif CJK SC"}}}};
    look.paragraphs = {paragraph({{"甲", 0}}), paragraph({{"乙", 0}})};
    Notes notes;
    const Shaped result = shape(look, fonts(), notes);
    REQUIRE(notes.all().size() == 1);
    CHECK(notes.all()[0].id == "face-substituted");
    CHECK(notes.all()[0].weight == Weight::remark);
    CHECK(describe(result).find("paragraph 1\n") != std::string::npos);
    CHECK(describe(result).find("10.000 wide |乙|") != std::string::npos);
}

TEST_CASE("shape: signs that hang on a number or a word stay narrow among Han") {
    CHECK(widths(shaped("面积5m²的")) == "WWnnnW");
    CHECK(widths(shaped("见§3条")) == "WnnW");
    CHECK(widths(shaped("约±5°左右")) == "WnnnWW");
    CHECK(widths(shaped("用Word®写")) == "WnnnnnW");
}

TEST_CASE("shape: a selected form of a Han character comes from a face that draws it") {
    Notes notes;
    const ShapedParagraph plain = shaped("葛城"), selected = shaped("葛\U000E0100城", Language::ja);
    REQUIRE(selected.glyphs.size() == 2);
    CHECK(selected.glyphs[0].text_size == 7);
    const FaceId id = run_of(selected, 0).face;
    hb_codepoint_t glyph = 0;
    REQUIRE(hb_font_get_variation_glyph(fonts().face(id).font, U'葛', 0xE0100, &glyph) != 0);
    CHECK(selected.glyphs[0].glyph == glyph);
    CHECK(plain.glyphs.size() == 2);
}

TEST_CASE("shape: a soft hyphen inside a word does not part the letters' kerning") {
    const auto width = [](std::string_view text) {
        std::int32_t sum = 0;
        for (const Glyph& g : shaped(text).glyphs) sum += g.advance;
        return sum;
    };
    CHECK(width("A\u00ADV") == width("AV"));
}

TEST_CASE("shape: a chain of joined emoji longer than a cluster's size loses nothing") {
    std::string chain;
    for (int i = 0; i < 20'000; ++i) chain += "👨\u200D";
    CHECK(covered(shaped(chain), chain) == chain);
}

TEST_CASE("shape: what a script's rules would take apart stays whole where the face has no parts") {
    const std::string text = "จำนวน";  // U+0E33 becomes U+0E4D and U+0E32, which fonts for Han lack
    const ShapedParagraph result = shaped(text);
    CHECK(covered(result, text) == text);
    for (const Glyph& glyph : result.glyphs) CHECK(glyph.glyph != 0);
}

TEST_CASE("shape: a combining mark stands over its letter in a face without anchors for it") {
    Styled report = styled();
    report.roles[0].latin.clear();  // Latin from the Han face, as the shipped styles have it
    for (const char* text : {"q̇", "n̈", "ē̌"}) {
        Notes notes;
        const ShapedParagraph result = shaped(report, paragraph({{text, 0}}), notes);
        INFO(text);
        REQUIRE(result.glyphs.size() == 2);
        const Glyph& mark = result.glyphs[1];
        const Face& face = fonts().face(run_of(result, 1).face);
        hb_glyph_extents_t extents{};
        REQUIRE(hb_font_get_glyph_extents(face.font, mark.glyph, &extents) != 0);
        const auto at_size = [&](std::int32_t units) {
            return scaled(points(10), units, static_cast<std::int64_t>(face.upem)).raw;
        };
        const std::int64_t left = result.glyphs[0].advance + mark.x_offset + at_size(extents.x_bearing);
        CHECK(mark.advance == 0);
        CHECK(left >= 0);
        CHECK(left + at_size(extents.width) <= result.glyphs[0].advance);
    }
}

TEST_CASE("shape: a skin tone shows nothing beside its sign and keeps its text") {
    const std::string text = "好👍🏽好";
    const ShapedParagraph result = shaped(text);
    REQUIRE(result.glyphs.size() == 4);
    CHECK(result.glyphs[2].advance == 0);
    CHECK(covered(result, text) == text);
}
