// SPDX-License-Identifier: Apache-2.0
// From a document to styled blocks: titles, numbers, tags, captions, notes.
#include "applied.hpp"
#include "style/labels.hpp"

#include "style/build.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::test;

TEST_CASE("style: a first heading that is the title stands once") {
    const Applied one = applied("# 年度报告\n\n正文。\n");
    const auto all = texts(one.styled);
    CHECK(std::count(all.begin(), all.end(), "年度报告") == 1);
    CHECK(count_tags(one.styled, TagKind::h1) == 1);
}

TEST_CASE("style: sections below the title begin at H2 and skip no level") {
    const Applied one = applied("# 题\n\n## 甲\n\n#### 乙\n\n## 丙\n");
    CHECK(count_tags(one.styled, TagKind::h2) == 2);
    CHECK(count_tags(one.styled, TagKind::h3) == 1);
    CHECK(one.notes.all().size() == 1);
    CHECK(one.notes.all()[0].id == "heading-skipped");
}

TEST_CASE("style: headings typed alike are of one level, before the first of the highest too") {
    Metadata metadata;
    metadata.title = "题";
    const Applied one = applied("## 甲\n\n## 乙\n\n### 丙\n\n# 丁\n\n## 戊\n\n## 己\n", metadata);
    std::vector<int> levels;
    for (const Sequence& sequence : one.styled.sequences)
        for (const FlowBlock& block : sequence.flow)
            if (block.outline != none) levels.push_back(block.heading_level);
    CHECK(levels == std::vector<int>{2, 2, 3, 1, 2, 2});
}

TEST_CASE("style: caption and unit stand over their table, not under the picture before it") {
    const Applied one =
        applied("# 题\n\n![图](a.png)\n\n表1 涨跌\n单位：%\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
    REQUIRE(one.styled.tables.size() == 1);
    const Table& table = one.styled.tables[0];
    CHECK(one.styled.paragraphs[table.caption].text == "表1 涨跌");
    CHECK(one.styled.paragraphs[table.unit].text == "单位：%");
    const auto all = texts(one.styled);
    CHECK_FALSE(has(all, "表1 涨跌"));
    CHECK_FALSE(has(all, "单位：%"));
}

TEST_CASE("style: the rows of a form are ruled, those of other tables as the sheet says") {
    const auto look = [](const char* rows) {
        return applied("| 档号 | 题名 |\n|---|---|\n" + std::string(rows)).styled.tables.at(0).look;
    };
    CHECK(look("| | |\n| | |\n").inner_horizontal > Length{});
    CHECK(look("| | |\n| | |\n").side > Length{});
    CHECK(look("| 1 | |\n| | 2 |\n").inner_horizontal == Length{});
    CHECK(look("| 1 | 2 |\n| | |\n| 3 | 4 |\n").inner_horizontal == Length{});
}

TEST_CASE("style: what is nothing without the next block stays with it") {
    const auto keeps = [](const std::string& markdown) {
        const Applied one = applied("# 题\n\n" + markdown);
        return one.styled.sequences.back().flow.at(1).keep_with_next;  // the title is the first
    };
    CHECK(keeps("主要有：\n\n- 甲\n"));
    CHECK(keeps("见下表：\n\n|a|\n|-|\n|b|\n"));
    CHECK(keeps("**全部是粗体**\n\n正文。\n"));
    CHECK_FALSE(keeps("主要有：\n\n正文。\n"));
    CHECK_FALSE(keeps("**开头**是粗体\n\n正文。\n"));
    CHECK_FALSE(keeps("正文。\n\n- 甲\n"));
}

TEST_CASE("style: a column that the author sets to the left is not moved to its points") {
    const std::string rows = "|-|\n|201|\n|20126|\n|2012601|\n";
    CHECK(applied("# 题\n\n|编码|\n" + rows).styled.tables[0].columns[0].numeric);
    CHECK_FALSE(applied("# 题\n\n|编码|\n|:-" + rows.substr(2)).styled.tables[0].columns[0].numeric);
}

TEST_CASE("style: typed numbers are recognised and never numbered again") {
    for (const char* typed : {"一、总则", "（一）概况", "(1) x", "1. 甲", "1.2 乙", "1、丙", "第三章 总则",
                              "第 3 节", "①甲", "十二、乙"})
        CHECK(has_typed_number(typed));
    for (const char* plain :
         {"总则", "2024年工作", "一般规定", "3.5%的增长", "10万元", "第三方", "三项工作"}) {
        INFO(plain);
        CHECK_FALSE(has_typed_number(plain));
    }
}

TEST_CASE("style: wanted section numbers count the levels in Chinese form") {
    Metadata metadata;
    metadata.number_sections = true;
    const Applied one =
        applied("# 题\n\n## 甲\n\n### 乙\n\n### 丙\n\n## 丁\n\n## 序 {.unnumbered}\n", metadata);
    const auto all = texts(one.styled);
    CHECK(has(all, "一、甲"));
    CHECK(has(all, "（二）丙"));
    CHECK(has(all, "二、丁"));
    CHECK(has(all, "序"));
}

TEST_CASE("style: appendices are lettered, and what is in them by their letter") {
    Metadata metadata;
    metadata.number_sections = true;
    const std::string text =
        "# 题\n\n## 甲\n\n## 数据 {.appendix}\n\n### 来源\n\n## 表格 {.appendix}\n\n## 乙\n";
    const auto all = texts(applied(text, metadata).styled);
    CHECK(has(all, "附录 A　数据"));
    CHECK(has(all, "A.1　来源"));
    CHECK(has(all, "附录 B　表格"));
    CHECK_FALSE(has(all, "三、表格"));
    const auto unnumbered = texts(applied("# 题\n\n## 甲\n\n## 数据 {.appendix}\n").styled);
    CHECK(has(unnumbered, "甲"));
    CHECK(has(unnumbered, "附录 A　数据"));
}

TEST_CASE("style: Han numerals read as people write them") {
    CHECK(han_number(10) == "十");
    CHECK(han_number(12) == "十二");
    CHECK(han_number(20) == "二十");
    CHECK(han_number(105) == "一百零五");
    CHECK(han_number(110) == "一百一十");
    CHECK(han_number(1003) == "一千零三");
    CHECK(circled_number(1) == "①");
    CHECK(circled_number(21) == "㉑");
    CHECK(roman_number(1994, false) == "mcmxciv");
}

TEST_CASE("style: runs cover the whole text and know their places") {
    const Applied one = applied("甲**乙**`丙`[丁](https://example.org)戊\n");
    for (const Paragraph& paragraph : one.styled.paragraphs) {
        std::uint32_t at = 0;
        for (const TextRun& run : paragraph.runs) {
            CHECK(run.end >= at);
            at = run.end;
        }
        CHECK(at == paragraph.text.size());
    }
}

TEST_CASE("style: a footnote's text follows its paragraph and links both ways") {
    const Applied one = applied("甲[^a]乙。\n\n[^a]: 注文。\n");
    REQUIRE(one.styled.footnotes.size() == 1);
    const FootnoteText& note = one.styled.footnotes[0];
    REQUIRE(note.paragraphs.size() == 1);
    CHECK(one.styled.paragraphs[note.paragraphs[0]].text == "注文。");
    CHECK(one.styled.tags[note.tag].kind == TagKind::note);
    CHECK(one.styled.tags[note.tag].identifier == "note-1");
    CHECK(has(texts(one.styled), "甲1乙。"));
}

TEST_CASE("style: tables know their head, their numbers and their caption") {
    const Applied one = applied(
        "| 项目 | 金额 |\n| --- | --- |\n| 甲 | 1,200.5 |\n| 乙 | 30 |\n\n: 收支 {#tbl-a}\n\n见 @tbl-a。\n");
    REQUIRE(one.styled.tables.size() == 1);
    const Table& table = one.styled.tables[0];
    CHECK(table.rows == 3);
    CHECK(table.header_rows == 1);
    CHECK_FALSE(table.columns[0].numeric);
    CHECK(table.columns[1].numeric);
    REQUIRE(table.caption != none);
    CHECK(one.styled.paragraphs[table.caption].text == "表 1　收支");
    CHECK(one.styled.paragraphs[table.continued].text == "续表 1　收支");
    CHECK(has(texts(one.styled), "见 表 1。"));
    CHECK(count_tags(one.styled, TagKind::head_cell) == 2);
}

TEST_CASE("style: an unknown reference is noted and stays readable") {
    const Applied one = applied("见 @fig-nothing。\n");
    REQUIRE(one.notes.all().size() == 1);
    CHECK(one.notes.all()[0].id == "reference-unknown");
}

TEST_CASE("style: every tag has an earlier parent") {
    const Applied one = applied(
        "# 题\n\n- 甲\n  1. 乙\n\n> 引\n\n| a |\n| - |\n| b "
        "|\n\n```\ncode\n```\n\n![图](x.png)\n\n注[^1]\n\n[^1]: 文\n");
    for (std::size_t i = 1; i < one.styled.tags.size(); ++i) CHECK(one.styled.tags[i].parent < i);
}

TEST_CASE("apply: a base and its ruby are heard one after the other") {
    const Styled styled = applied("# 题\n\n称<ruby>镬<rt>huò</rt></ruby>。\n").styled;
    const Paragraph* spoken = nullptr;
    for (const Paragraph& paragraph : styled.paragraphs)
        if (!paragraph.rubies.empty()) spoken = &paragraph;
    REQUIRE(spoken != nullptr);
    const std::uint32_t annotation = spoken->rubies.front().tag;
    REQUIRE(annotation != none);
    CHECK(styled.tags[annotation].kind == TagKind::ruby_text);
    const std::uint32_t around = styled.tags[annotation].parent;
    CHECK(styled.tags[around].kind == TagKind::ruby);
    CHECK(styled.tags[around].parent == spoken->tag);
    const auto base = std::find_if(spoken->runs.begin(), spoken->runs.end(), [&](const TextRun& run) {
        return run.tag != none && styled.tags[run.tag].kind == TagKind::ruby_base;
    });
    REQUIRE(base != spoken->runs.end());
    CHECK(styled.tags[base->tag].parent == around);
    CHECK(base->tag < annotation);
}

TEST_CASE("style: notes 1 and 2 at one place are no note 12") {
    const Applied one = applied("# 题\n\n增长[^a][^b]。\n\n[^a]: 甲\n[^b]: 乙\n");
    CHECK(has(texts(one.styled), "增长1\u00A02。"));
}

TEST_CASE("style: the language of a report is told from its letters") {
    const auto guess = [](const std::string& text) {
        Notes notes;
        return guess_language(parse(make_source("t.md", text, notes), notes));
    };
    CHECK(guess("这个国家的发展") == Language::zh_hans);
    CHECK(guess("這個國家的發展與數據") == Language::zh_hant_tw);
    CHECK(guess("これは日本語の文書です。ひらがな") == Language::ja);
    CHECK(guess("上場会社名　株式会社東嶺製作所　当期純利益の計上　前期比増減率　親会社株主に帰属する当期純利"
                "益") == Language::ja);
    CHECK(guess("这个国家的发展，日文写作はばたく，的确是这样的发展与数据，我们的国家的发展，这个国家的发展与"
                "数据的增长") == Language::zh_hans);
    CHECK(guess("이 법은 민법이다") == Language::ko);
    CHECK(guess("An English report about archives") == Language::en);
}

TEST_CASE("style: however deep lists and quotations nest, eight characters fit on a line") {
    std::string markdown = "# 题\n\n";
    for (int i = 0; i < 30; ++i) markdown += std::string(2 * static_cast<std::size_t>(i), ' ') + "- 甲\n";
    markdown += "\n正文\n\n";
    for (std::size_t i = 1; i < 30; ++i) markdown += std::string(i, '>') + " 引\n\n";
    const Applied one = applied(markdown);
    for (const Sequence& sequence : one.styled.sequences)
        for (const FlowBlock& block : sequence.flow) {
            if (block.kind != FlowKind::paragraph) continue;
            CHECK(one.styled.paragraphs[block.index].measure >= sequence.body_size * 8);
        }
}

TEST_CASE("style: bold is bold Hei in tables and captions, bold Song in the text") {
    const Applied one = applied("正**文**。\n\n| **列** |\n|---|\n| **甲** |\n| 乙 |\n");
    std::vector<std::string> roles;
    for (const Paragraph& paragraph : one.styled.paragraphs)
        for (std::size_t i = 0; i < paragraph.runs.size(); ++i) {
            const std::uint32_t begin = i == 0 ? 0 : paragraph.runs[i - 1].end;
            const std::string text = paragraph.text.substr(begin, paragraph.runs[i].end - begin);
            if (text == "文" || text == "列" || text == "甲")
                roles.push_back(one.styled.roles[one.styled.characters[paragraph.runs[i].style].role].name);
        }
    CHECK(roles == std::vector<std::string>{"strong", "heading", "heading"});
}

TEST_CASE("style: bullets of a list in a quotation stand beside its text") {
    const Applied one = applied("> 引：\n>\n> - 项\n\n- 外\n");
    const auto& flow = one.styled.sequences.back().flow;
    Length inner, outer;
    for (const FlowBlock& block : flow) {
        if (block.label == none) continue;
        const Length gap = block.left - block.label_left;
        (one.styled.paragraphs[block.index].text == "项" ? inner : outer) = gap;
    }
    CHECK(inner > Length{});
    CHECK(inner == outer);
}

TEST_CASE("style: lists and code in cells keep their marks and lines") {
    const Applied one =
        applied("<table><tr><td><ul><li>甲</li><li>乙</li></ul><pre>a\nb</pre></td></tr></table>\n");
    std::vector<std::string> cells;
    for (const std::uint32_t p : one.styled.tables.at(0).cells.at(0).paragraphs)
        cells.push_back(one.styled.paragraphs[p].text);
    CHECK(cells == std::vector<std::string>{"• 甲", "• 乙", "a\u2028b"});
}

TEST_CASE("style: columns of short entries stand in the middle, unless the author says otherwise") {
    const Applied one = applied(
        "| 项目 | 必填 | 说明 | 等级 |\n|---|---|---|:--|\n| 名称 | 是 | 长度不超过二十个字 | 高 |\n| 机房 | "
        "否 | 无 | 低 |\n");
    std::vector<Align> body;
    for (const TableCell& cell : one.styled.tables.at(0).cells)
        if (cell.row == 1) body.push_back(cell.align);
    CHECK(body == std::vector<Align>{Align::left, Align::centre, Align::left, Align::left});
}
