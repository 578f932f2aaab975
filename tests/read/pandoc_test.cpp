// SPDX-License-Identifier: Apache-2.0
// Constructs of pandoc's that CommonMark has not; its tables are in text_table_test.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("line blocks: each line stays a line") {
    CHECK(described("| 某局\n| 2024年3月**20**日\n\n后\n") ==
          "paragraph |某局⏎2024年3月<strong>20</strong>日|\nparagraph |后|\n");
    CHECK(described("| 1. 甲\n| - 乙\n") == "paragraph |1. 甲⏎- 乙|\n");
    CHECK(described("| 甲\n") == "paragraph || 甲|\n");
    CHECK(described("::: {custom-style=\"Date\"}\n| 2024年\n:::\n").find("|2024年|") != std::string::npos);
    CHECK(described("| 甲 |\n|---|\n| 乙 |\n").starts_with("table 1"));
    CHECK(described("| 甲\n|---\n| 乙\n").starts_with("table 1"));
}

TEST_CASE("definitions: a term in bold, then its paragraphs") {
    CHECK(described("术语\n\n:   第一**义**。\n\n    续。\n\n:   第二义。\n\n后文。\n") ==
          "paragraph |<strong>术语</strong>|\nparagraph |第一<strong>义</strong>。|\nparagraph |续。|\n"
          "paragraph |第二义。|\nparagraph |后文。|\n");
    CHECK(
        described("甲\n: 乙\n\n丙\n~ 丁\n") ==
        "paragraph |<strong>甲</strong>|\nparagraph |乙|\nparagraph |<strong>丙</strong>|\nparagraph |丁|\n");
    CHECK(described("甲\n:   - 一\n    - 二\n") ==
          "paragraph |<strong>甲</strong>|\nlist bullets\n  item\n    paragraph |一|\n  item\n    paragraph "
          "|二|\n");
    CHECK(described("**甲**\n: 乙\n") == "paragraph |<strong>甲</strong>|\nparagraph |乙|\n");
}

TEST_CASE("definitions: captions, callouts and prose are none") {
    CHECK(described("见下表。\n\n: 题\n\n| 甲 |\n|---|\n| 1 |\n").find("paragraph caption |题|") !=
          std::string::npos);
    CHECK(described("见下表。\n: 题\n\n| 甲 |\n|---|\n| 1 |\n").find("strong") == std::string::npos);
    CHECK(described("甲\n::: tip\n乙\n:::\n") == "paragraph |甲|\ncallout tip\n  paragraph |乙|\n");
    CHECK(described("甲\n\n: 乙\n") == "paragraph |甲|\nparagraph |: 乙|\n");
}

TEST_CASE("definitions: places are the author's") {
    const Parsed result = parsed("术语\n\n:   见[^9]处\n");
    CHECK(result.at(result.document.blocks[1].place) == "见[^9]处");
    CHECK(result.at(result.document.blocks[0].place) == "术语");
}

TEST_CASE("citations keep their words, with one note") {
    const Parsed result = parsed("据[@who2021; @li2022, 第3章]和[-@a]，见@fig-a。\n");
    CHECK(result.text().starts_with("据[@who2021; @li2022, 第3章]和[-@a]"));
    CHECK(result.noted() == std::vector<std::string>{"unsupported-citation"});
    CHECK(parsed("[@fig-a]与[@张三]、[a@b.cn]\n\n<p>\n[@orta](https://a.cn)\n</p>\n")
              .note("unsupported-citation") == nullptr);
}

TEST_CASE("raw blocks are left out with one note, and page breaks among them kept") {
    const Parsed result = parsed("甲\n\n```{=html}\n<b>x</b>\n```\n\n乙`<br>`{=html}丙\n");
    CHECK(result.described() == "paragraph |甲|\nparagraph |乙丙|\n");
    CHECK(result.noted() == std::vector<std::string>{"raw-left-out"});
    CHECK(described("甲\n\n```{=latex}\n\\newpage\n```\n\n乙\n") ==
          "paragraph |甲|\npage-break\nparagraph |乙|\n");
    CHECK(parsed("- 甲\n\n```{=html}\n<!-- -->\n```\n\n- 乙\n").noted().empty());
}
