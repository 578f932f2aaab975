// SPDX-License-Identifier: Apache-2.0
// Headings without their blank, paragraphs indented as code, rules right below text.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("typed slips: a heading without its blank is one") {
    const Parsed report = parsed("#第一章 总则\n\n##1.1 一网通办\n\n###（一）减时限\n正文\n");
    CHECK(report.described() == described("# 第一章 总则\n\n## 1.1 一网通办\n\n### （一）减时限\n正文\n"));
    REQUIRE(report.note("heading-blank") != nullptr);
    CHECK(report.at(report.note("heading-blank")->place) == "#");
    CHECK(report.at(report.document.blocks[1].place).starts_with("##1.1"));
}

TEST_CASE("typed slips: hashtags, sentences and code keep their marks") {
    for (const char* text : {"#话题 不是标题。\n", "#一 #二\n", "前\n#话题\n后\n", "#1 of all\n",
                             "#include\n", "```\n#第一章\n\n##第二章\n```\n"}) {
        INFO(text);
        CHECK(parsed(text).note("heading-blank") == nullptr);
    }
}

TEST_CASE("typed slips: a paragraph of Han behind four blanks or a tabulator is no code") {
    const Parsed report = parsed("题\n\n    为做好工作，现通知如下：\n\n\t一、提高认识\n\n    王伟\n");
    CHECK(report.document.blocks[1].kind == BlockKind::paragraph);
    CHECK(report.document.blocks[1].text.utf8 == "为做好工作，现通知如下：");
    CHECK(report.document.blocks[2].kind == BlockKind::paragraph);
    CHECK(report.document.blocks[3].kind == BlockKind::code);
    CHECK(report.note("indented-text") != nullptr);
    CHECK(report.source.bytes.substr(place_of(report.document.blocks[2].text, 0).begin).starts_with("一、"));
    for (const char* code : {"    int a = 1; // 注释，说明\n", "    ├── 目录，说明\n",
                             "    第一列  第二列，说明\n", "    一行，文字\n    x = 1;\n"}) {
        INFO(code);
        CHECK(parsed(code).document.blocks[0].kind == BlockKind::code);
    }
    const Parsed item = parsed("1. 甲\n\n    乙，丙。\n");
    CHECK(item.note("indented-text") == nullptr);
}

TEST_CASE("typed slips: a rule right below a sentence or a label makes no heading of it") {
    for (const char* rule : {"---", "==="}) {
        const Parsed report = parsed("联系人：王伟，电话：0999\n" + std::string(rule) + "\n\n后\n");
        CHECK(report.document.blocks[0].kind == BlockKind::paragraph);
        CHECK(report.document.blocks[1].kind == BlockKind::rule);
        CHECK(report.document.blocks[2].text.utf8 == "后");
        CHECK(report.note("rule-below-text") != nullptr);
    }
    CHECK(parsed("抄送：县委办\n---\n").document.blocks[0].kind == BlockKind::paragraph);
    CHECK(parsed("第一章：总则\n---\n").document.blocks[0].kind == BlockKind::heading);
    CHECK(parsed("A title, with a comma\n---\n").document.blocks[0].kind == BlockKind::heading);
}

TEST_CASE("typed slips: a bullet of Korean papers at the margin is no part of the list above it") {
    const Parsed report = parsed("1. 개요\n○ 첫째\n○ 둘째\n2. 성과\n");
    CHECK(report.document.blocks[2].text.utf8 == "개요");
    CHECK(report.document.blocks[3].depth == 0);
    CHECK(report.document.blocks[3].text.utf8 == "○ 첫째");
    CHECK(report.document.blocks[4].text.utf8 == "○ 둘째");
    CHECK(report.document.blocks[5].start == 2);
    CHECK(parsed("- 甲\n  ○ 乙\n").document.blocks[2].text.utf8.find("○") != std::string::npos);
}

TEST_CASE("slips: marks of a merge are lines of text, and the author is told") {
    const Parsed result =
        parsed("甲\n<<<<<<< HEAD\n* 乙\n||||||| base\n* 丁\n=======\n* 丙\n>>>>>>> f8c81a0\n\n戊\n");
    CHECK(result.described() ==
          "paragraph |甲|\nparagraph |<<<<<<< HEAD|\nlist bullets\n  item\n    paragraph |乙|\n"
          "paragraph |||||||| base|\nlist bullets\n  item\n    paragraph |丁|\nparagraph |=======|\n"
          "list bullets\n  item\n    paragraph |丙|\nparagraph |>>>>>>> f8c81a0|\nparagraph |戊|\n");
    CHECK(result.noted() == std::vector<std::string>{"merge-conflict"});
    CHECK(result.at(result.note("merge-conflict")->place) == "<<<<<<< HEAD");
    CHECK(described("<<<<<<< a\n甲。\n=======\n乙。\n>>>>>>> b\n") ==
          "paragraph |<<<<<<< a|\nparagraph |甲。|\nparagraph |=======|\nparagraph |乙。|\nparagraph "
          "|>>>>>>> b|\n");
    CHECK(parsed(">>>>>>> main\n").noted() == std::vector<std::string>{"merge-conflict"});
    CHECK(parsed(">>>>>>> 一 二\n\n题目\n=======\n").noted().empty());
    CHECK(parsed("```\n<<<<<<< HEAD\n=======\n>>>>>>> x\n```\n").noted().empty());
}
