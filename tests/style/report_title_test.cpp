// SPDX-License-Identifier: Apache-2.0
// Which line is the title, and what stands with it.
#include "applied.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::test;

namespace {

std::string title_of(const char* markdown) {
    Notes notes;
    return first_heading(parse(make_source("t.md", markdown, notes), notes));
}

}  // namespace

TEST_CASE("title: of several H1 the first is one only when it names the report") {
    CHECK(title_of("# 背景\n\n甲。\n\n# 方案\n\n乙。\n") == "");
    CHECK(title_of("# 1 范围\n\n甲。\n\n# 2 规范性引用文件\n") == "");
    CHECK(title_of("- Feature: x\n- Date: y\n\n# Summary\n\nOne.\n\n# Motivation\n") == "");
    CHECK(title_of("- 甲\n\n# 某馆报告\n\n文。\n\n# 附录\n") == "");
    CHECK(title_of("# 某馆年报\n\n甲。\n\n# 概况\n") == "某馆年报");
    CHECK(title_of("2024年5月\n\n# 某馆年报\n\n甲。\n\n# 概况\n") == "某馆年报");
    CHECK(title_of("# 概述\n\n只有一个。\n") == "概述");
}

TEST_CASE("title: a line set in the middle by hand, over chapters in H1") {
    CHECK(
        title_of("<div style=\"text-align:center\">某大学质量报告</div>\n\n# 学校概况\n\n甲。\n\n# 条件\n") ==
        "某大学质量报告");
}

TEST_CASE("title: a law in H2 over its chapters in H1") {
    CHECK(title_of("监察法\n----\n\n第一章　总则\n====\n\n第一条　甲。\n\n第二章　职责\n====\n") == "监察法");
    CHECK(title_of("## 背景\n\n甲。\n\n## 方案\n") == "");
}

TEST_CASE("title: an issuer's head stands over the title and is none") {
    CHECK(title_of("# 云水县人民政府办公室文件\n\n云政办发〔2024〕17号\n\n# 关于防汛的通知\n\n各乡镇：\n") ==
          "关于防汛的通知");
    CHECK(title_of("ICS 13.060\n\n# 中华人民共和国国家标准\n\n# 生活污水排放标准\n\n**GB 1**\n\n## 1 "
                   "范围\n\n甲。\n") == "生活污水排放标准");
    CHECK(title_of("<center>云 水 县 水 利 局 文 件</center>\n\n<center>云水〔2024〕1号</center>\n\n---\n\n"
                   "<h2 align=\"center\">关于防汛的通知</h2>\n\n各乡镇：\n") == "关于防汛的通知");
    CHECK(title_of("# 某大学文件\n\n某大〔2024〕1号\n\n**关于考试的通知**\n\n各学院：\n") ==
          "关于考试的通知");
    // Nothing below that could be it; or no issuer's head at all.
    CHECK(title_of("# 中华人民共和国国家标准\n\n## 1 范围\n\n甲。\n") == "中华人民共和国国家标准");
    CHECK(title_of("# 某项目招标文件\n\n## 某项目\n\n甲。\n") == "某项目招标文件");
    CHECK(title_of("# 2023年国民经济和社会发展统计公报\n\n## 综合\n\n甲。\n") ==
          "2023年国民经济和社会发展统计公报");
}

TEST_CASE("title: an issuer's head stays above the title, once, and is no section") {
    const Applied one =
        applied("# 云水县人民政府文件\n\n云政发〔2024〕17号\n\n# 防汛通知\n\n## 要求\n\n甲。\n");
    const auto all = texts(one.styled);
    REQUIRE(all.size() >= 4);
    CHECK(all[0] == "云水县人民政府文件");
    CHECK(all[1] == "云政发〔2024〕17号");
    CHECK(all[2] == "防汛通知");
    for (const char* words : {"云水县人民政府文件", "云政发〔2024〕17号", "防汛通知"})
        CHECK(std::count(all.begin(), all.end(), words) == 1);
    REQUIRE(one.styled.outline.size() == 1);
    CHECK(one.styled.outline[0].level == 1);  // no H1 but the title
}

TEST_CASE("title: a first line that stands for a heading") {
    CHECK(title_of("政府工作报告\n\n各位代表：\n\n现在报告。\n") == "政府工作报告");
    CHECK(title_of("某某法院\n民　事　判　决　书\n\n上诉人某。\n") == "某某法院 民　事　判　决　书");
    CHECK(title_of("**附件2**\n\n**某市规划**\n\n# 一、背景\n\n甲。\n\n# 二、目标\n") == "某市规划");
    for (const char* text :
         {"**注意：内部使用，请勿外传**\n\n## 背景\n\n文。\n\n## 方案\n", "这是一句话。\n\n又一句。\n",
          "时间：三月\n\n地点。\n", "一行\n", "[链接](https://example.cn)\n\n文。\n", "一、概况\n\n文。\n",
          "本页介绍链表．\n\n## 一\n"})
        CHECK(title_of(text) == "");
}

TEST_CASE("title: what is typed with a title in bold stands with it, nothing twice") {
    const Applied one = applied(
        "**附件2**\n\n**某市规划**\n\n**（2021—2025年）**\n\n正文一段，有标点。\n\n# 一、背景\n\n甲。\n\n# "
        "二、目标\n");
    const auto all = texts(one.styled);
    CHECK(all[0] == "附件2");
    CHECK(std::count(all.begin(), all.end(), "附件2") == 1);
    CHECK(std::count(all.begin(), all.end(), "某市规划") == 1);
    for (const FlowBlock& block : one.styled.sequences.back().flow) {
        const Paragraph& paragraph = one.styled.paragraphs[block.index];
        const Align align = one.styled.paragraph_styles[paragraph.style].align;
        if (paragraph.text == "（2021—2025年）") CHECK(align == Align::centre);
        if (paragraph.text == "正文一段，有标点。") CHECK(align == Align::justify);
    }
}

TEST_CASE("title: the note on a law's adoption is centred below its name") {
    const Applied one = applied("# 监察法\n\n（2018年3月20日通过）\n\n## 第一章\n\n（甲）\n");
    for (const FlowBlock& block : one.styled.sequences.back().flow) {
        const Paragraph& paragraph = one.styled.paragraphs[block.index];
        const Align align = one.styled.paragraph_styles[paragraph.style].align;
        if (paragraph.text == "（2018年3月20日通过）") CHECK(align == Align::centre);
        if (paragraph.text == "（甲）") CHECK(align == Align::justify);
    }
}

TEST_CASE("title: the mark of a note is raised on the page and is no part of the title's words") {
    const Applied one = applied(
        "# 统计公报<sup>[1]</sup>\n\n## 综合<sup>[2,3]</sup>\n\n甲。\n\n## 面积 m<sup>2</sup>\n\n乙。\n");
    CHECK(one.styled.metadata.title == "统计公报");
    REQUIRE(one.styled.outline.size() == 2);
    CHECK(one.styled.outline[0].title == "综合");
    CHECK(one.styled.outline[1].title == "面积 m2");
    const Paragraph& title = one.styled.paragraphs[one.styled.sequences.back().flow[0].index];
    CHECK(title.text == "统计公报[1]");
    REQUIRE(title.runs.size() == 2);
    CHECK(one.styled.characters[title.runs[1].style].rise > Length{});
}

TEST_CASE("title: notes, pictures and line ends of a title are set, on a cover's report too") {
    const char* text = "# 某局<br>调研报告[^1]\n\n甲。\n\n[^1]: 课题组。\n";
    const Applied one = applied(text);
    const Paragraph& title = one.styled.paragraphs[one.styled.sequences.back().flow[0].index];
    CHECK(title.text == "某局" + std::string(hard_break_mark) + "调研报告1");
    CHECK(one.styled.metadata.title == "某局 调研报告");
    CHECK(one.styled.footnotes.size() == 1);
    Metadata metadata;
    metadata.cover = true;
    CHECK(applied(text, metadata).styled.footnotes.size() == 1);
    CHECK(applied("# 甲<img src=\"a.png\">\n\n乙。\n").styled.paragraphs[0].text == "甲〔图〕");
}

TEST_CASE("title: headings before the first of the highest level are set like those after it") {
    Metadata metadata;
    metadata.title = "题";
    const auto levels = [&](const std::string& markdown) {
        std::string all;
        for (const OutlineEntry& entry : applied(markdown, metadata).styled.outline)
            all += std::to_string(entry.level);
        return all;
    };
    CHECK(levels("## 甲\n\n文\n\n# 乙\n\n## 丙\n\n# 丁\n\n## 戊\n") == "21212");
    CHECK(levels("## 甲\n\n### 子\n\n# 乙\n\n## 丙\n\n# 丁\n") == "23121");
    CHECK(levels("## 甲\n\n# 乙\n\n# 丙\n") == "111");  // typed alike nowhere else
    CHECK(levels("# 甲\n\n### 乙\n\n## 丙\n\n# 丁\n") == "1221");
    // The tag tree goes down one step at a time all the same.
    const Applied result = applied("## 甲\n\n文\n\n# 乙\n\n## 丙\n\n# 丁\n", metadata);
    CHECK(count_tags(result.styled, TagKind::h2) == 3);
    CHECK(count_tags(result.styled, TagKind::h3) == 1);
    metadata.number_sections = true;
    CHECK(levels("## 甲\n\n文\n\n# 乙\n\n## 丙\n\n# 丁\n") == "1121");
}
