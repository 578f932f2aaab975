// SPDX-License-Identifier: Apache-2.0
// The stage as its neighbours call it: real faces, notes, and lines as text.
#include "support.hpp"

#include "lines/audit.hpp"

#include <catch2/catch.hpp>

namespace hanqing {
namespace {

using namespace test;

const Fonts& system_fonts() {
    static Notes notes;
    static const Fonts fonts = Fonts::open({}, notes);
    return fonts;
}

/// A document of body paragraphs, 12 pt on 36 em.
Styled document_of(const std::vector<std::string>& texts, Language language) {
    Styled styled;
    styled.language = language;
    FaceRole body;
    body.name = "body";
    body.han = {{Language::zh_hans, {{"Noto Serif CJK SC"}}},
                {Language::zh_hant_tw, {{"Noto Serif CJK TC"}}},
                {Language::ja, {{"Noto Serif CJK JP"}}}};
    body.latin = {{"DejaVu Serif"}};
    styled.roles = {body};
    CharacterStyle character;
    character.size = points(12);
    character.language = language;
    styled.characters = {character};
    ParagraphStyle style;
    style.gap = points(3);
    style.first_indent = points(24);
    styled.paragraph_styles = {style};
    for (const std::string& text : texts) {
        Paragraph paragraph;
        paragraph.text = text;
        paragraph.runs = {{static_cast<std::uint32_t>(text.size()), 0}};
        paragraph.origins = {{0, 100}};
        paragraph.measure = points(12 * 36);
        styled.paragraphs.push_back(paragraph);
    }
    return styled;
}

Lines lines_from(const std::vector<std::string>& texts, Language language, Notes& notes) {
    Shaped shaped = shape(document_of(texts, language), system_fonts(), notes);
    return break_lines(std::move(shaped), system_fonts(), notes);
}

}  // namespace

TEST_CASE("lines: real paragraphs in three regions keep every rule that the audit measures") {
    const std::vector<std::string> texts = {
        "天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。寒来暑往，秋收冬藏。闰余成岁，律吕调阳。云腾致雨，露结为霜；"
        "金生丽水，玉出昆冈。"
        "剑号巨阙，珠称夜光（“果珍李柰，菜重芥姜”）。海咸河淡，鳞潜羽翔——龙师火帝，鸟官人皇……",
        "统计局2024年发布的GDP数据显示，全年增长5.2%，比2023年提高0.3个百分点；其中typesetting等行业增长12.6%"
        "，详见"
        "https://stats.example/2024/annual-report/tables?page=12&lang=zh 所载各表。"};
    for (const Language language : {Language::zh_hans, Language::zh_hant_tw, Language::ja}) {
        Notes notes;
        const Lines lines = lines_from(texts, language, notes);
        const LineAudit found = audit(lines, system_fonts(), true);
        INFO(tag_of(language));
        CHECK(found.faults.empty());
        CHECK(found.figures.worse_than_greedy == 0);
        CHECK(found.figures.lines >= 6);
    }
}

TEST_CASE("lines: the letters of an address are spaced rather than a line left short behind it") {
    const std::string address =
        "https://www.example.org/zwgk/zcfb/202403/"
        "t20240301_123456_very_long_name_of_a_page.html?channel=main&"
        "lang=zh-CN";
    Styled styled = document_of({"参见 " + address + " 和更多文字。另见更多文字更多文字更多文字更多文字。"},
                                Language::zh_hans);
    styled.links = {{address, none, address}};
    Paragraph& paragraph = styled.paragraphs[0];
    const auto begin = static_cast<std::uint32_t>(std::string("参见 ").size());
    const auto end = begin + static_cast<std::uint32_t>(address.size());
    paragraph.runs = {{begin, 0}, {end, 0, none, 0}, {static_cast<std::uint32_t>(paragraph.text.size()), 0}};
    Notes notes;
    const Lines lines = break_lines(shape(std::move(styled), system_fonts(), notes), system_fonts(), notes);
    const Solution& solution = lines.paragraphs[0].solutions[0];
    REQUIRE(solution.lines.size() >= 3);
    CHECK(solution.lines[0].set == points(12 * 34));
    CHECK(solution.lines[1].set == points(12 * 36));
    CHECK(audit(lines, system_fonts(), true).faults.empty());
}

TEST_CASE("lines: an image wider than the text is noted at its place") {
    Styled styled = document_of({"前文\uFFFC后文"}, Language::zh_hans);
    styled.paragraphs[0].objects.push_back({InlineObject::Kind::image, 6, 0, points(500), points(100)});
    Notes notes;
    Shaped shaped = shape(std::move(styled), system_fonts(), notes);
    const Lines lines = break_lines(std::move(shaped), system_fonts(), notes);
    REQUIRE(notes.all().size() == 1);
    CHECK(notes.all()[0].id == "line-overfull");
    CHECK(notes.all()[0].place.begin == 106);
    std::size_t overfull = 0;
    for (const Line& line : lines.paragraphs[0].solutions[0].lines) overfull += line.overfull ? 1 : 0;
    CHECK(overfull == 1);
}

TEST_CASE("lines: described, a paragraph shows its measure and each line's widths and text") {
    Notes notes;
    const Lines lines =
        lines_from({"天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。寒来暑往，秋收冬藏。闰余成岁，律吕调阳。"},
                   Language::zh_hans, notes);
    CHECK(describe(lines) ==
          "paragraph 0  measure 432.0\n"
          "  line 1  natural 414.0  set 408.0  "
          "|天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。寒来暑往，秋收冬藏。闰余成岁，|\n"
          "  line 2  natural 54.0  set 54.0  |律吕调阳。|\n");
}

TEST_CASE("lines: a paragraph without a measure is left to whoever places it") {
    Styled styled = document_of({"国"}, Language::zh_hans);
    styled.paragraphs[0].measure = {};
    Notes notes;
    const Lines lines = break_lines(shape(std::move(styled), system_fonts(), notes), system_fonts(), notes);
    CHECK(lines.paragraphs[0].solutions.empty());
}

}  // namespace hanqing
