// SPDX-License-Identifier: Apache-2.0
// Tables drawn in text, as pandoc writes them.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("grids: a head, alignments and Markdown in the cells") {
    CHECK(described("+------+--------+\n| 指标 | 数值   |\n+======+=======:+\n| 甲   | **1**  "
                    "|\n+------+--------+\n") ==
          "table 2\n  row header\n    cell 0 header |指标|\n    cell 1 header right |数值|\n"
          "  row\n    cell 0 |甲|\n    cell 1 right |<strong>1</strong>|\n");
    CHECK(described("前\n+---+---+\n| a | b |\n+---+---+\n后\n") ==
          "paragraph |前|\ntable 2\n  row\n    cell 0 |a|\n    cell 1 |b|\nparagraph |后|\n");
    CHECK(parsed("+---+---+\n| a | b |\n+---+---+\n").noted().empty());
}

TEST_CASE("grids: lines that had room stay lines, those the column broke are joined") {
    CHECK(described("+----------+\n| 甲       |\n| 乙       |\n+----------+\n") ==
          "table 1\n  row\n    cell 0 |甲⏎乙|\n");
    CHECK(described("+----------+\n| 一二三四 |\n| 五       |\n+----------+\n") ==
          "table 1\n  row\n    cell 0 |一二三四五|\n");
    CHECK(described("+--------+\n| **属性 |\n| **     |\n+--------+\n") ==
          "table 1\n  row\n    cell 0 |<strong>属性</strong>|\n");
}

TEST_CASE("grids: cells hold lists and paragraphs, and what looks like a list in one line is text") {
    CHECK(described("+--------+\n| - 甲   |\n| - 乙   |\n+--------+\n| 丙     |\n|        |\n| 丁     "
                    "|\n+--------+\n") ==
          "table 1\n  row\n    cell 0\n      list bullets\n        item\n          paragraph |甲|\n"
          "        item\n          paragraph |乙|\n"
          "  row\n    cell 0\n      paragraph |丙|\n      paragraph |丁|\n");
    CHECK(described("+----+----+----+\n| 1. | -  | #  |\n+----+----+----+\n") ==
          "table 3\n  row\n    cell 0 |1.|\n    cell 1 |-|\n    cell 2 |#|\n");
    CHECK(described("+--------+----+\n| ```    | 甲 |\n| x      |    |\n+--------+----+\n\n后\n") ==
          "table 2\n  row\n    cell 0\n      code |x|\n    cell 1 |甲|\nparagraph |后|\n");
}

TEST_CASE("grids: cells across rows and columns") {
    CHECK(described("+------+------+------+\n| 甲   | 乙          |\n|      +------+------+\n"
                    "|      | 丙   | 丁   |\n+------+------+------+\n") ==
          "table 3\n  row\n    cell 0 rows=2 |甲|\n    cell 1 columns=2 |乙|\n  row\n    cell 1 |丙|\n    "
          "cell 2 "
          "|丁|\n");
}

TEST_CASE("grids: bars counted in characters part the cells as well") {
    CHECK(described("+----+----+\n| 地区 | 收入 |\n+====+====+\n| 甲市 | 一二三四 |\n+----+----+\n") ==
          "table 2\n  row header\n    cell 0 header |地区|\n    cell 1 header |收入|\n"
          "  row\n    cell 0 |甲市|\n    cell 1 |一二三四|\n");
}

TEST_CASE("grids: in lists they belong to the item; in code, and where they do not close, they are none") {
    CHECK(described("1. 项\n\n   +---+\n   | a |\n   +---+\n\n   续\n") ==
          "list ordered 1 loose\n  item\n    paragraph |项|\n    table 1\n      row\n        cell 0 |a|\n"
          "    paragraph |续|\n");
    CHECK(described("```\n+---+\n| a |\n+---+\n```\n") == "code |+---+\\n| a |\\n+---+|\n");
    CHECK(described("+---+\n| a |\n后\n").find("table") == std::string::npos);
}

TEST_CASE("grids: places point to the words typed, column by column") {
    const Parsed result =
        parsed("+------+------+\n| 甲   | 乙   |\n| 丙[^9] | 丁 |\n+------+------+\n\n见[^8]处\n");
    REQUIRE(result.document.blocks.size() == 5);
    CHECK(place_of(result.document.blocks[2].text, 0).begin == 18);
    CHECK(result.source.bytes.substr(place_of(result.document.blocks[3].text, 0).begin, 3) == "乙");
    const Place note = result.note("footnote-undefined")->place;
    CHECK(result.source.bytes.substr(note.begin, 4) == "[^9]");
}

TEST_CASE("grids: callouts begin and end within a cell") {
    CHECK(described(
              "+---------+---------+\n| 甲      | 乙      |\n|         |         |\n| ::: tip | :::     |\n"
              "+---------+---------+\n\n后\n")
              .ends_with("paragraph |后|\n"));
    CHECK(described("::: tip\n+---+\n| a |\n+---+\n:::\n") ==
          "callout tip\n  table 1\n    row\n      cell 0 |a|\n");
}

TEST_CASE("simple tables: columns under rules, aligned by their head") {
    CHECK(described("  地区    收入\n------  ------\n甲市      `1`\n乙市         -\n\nTable: 题注\n") ==
          "table 2\n  row header\n    cell 0 header right |地区|\n    cell 1 header right |收入|\n"
          "  row\n    cell 0 right |甲市|\n    cell 1 right |<code>1</code>|\n"
          "  row\n    cell 0 right |乙市|\n    cell 1 right |-|\nparagraph caption |题注|\n");
    CHECK(described("---- ----\n甲   1\n乙   2\n---- ----\n") ==
          "table 2\n  row\n    cell 0 |甲|\n    cell 1 |1|\n  row\n    cell 0 |乙|\n    cell 1 |2|\n");
    CHECK(described("地区  收入合计\n--- ---\n甲市  一二三四\n").find("cell 1 |一二三四|") !=
          std::string::npos);
}

TEST_CASE("multiline tables: blank lines part the rows") {
    CHECK(described("-----------------\n名称     说明\n-------- --------\n甲       一二三四\n         五\n\n"
                    "乙       六\n-----------------\n\n: 题\n") ==
          "table 2\n  row header\n    cell 0 header |名称|\n    cell 1 header |说明|\n"
          "  row\n    cell 0 |甲|\n    cell 1 |一二三四五|\n  row\n    cell 0 |乙|\n    cell 1 |六|\n"
          "paragraph caption |题|\n");
    CHECK(described("  ------ ------\n         数\n\n  甲     1\n\n  乙     2\n  ------ ------\n") ==
          "table 2\n  row header\n    cell 0 header\n    cell 1 header |数|\n"
          "  row\n    cell 0 |甲|\n    cell 1 |1|\n  row\n    cell 0 |乙|\n    cell 1 |2|\n");
}

TEST_CASE("ruled tables: rules and headings stay what they are") {
    CHECK(described("甲\n---\n乙\n") == "heading 2 {#甲} |甲|\nparagraph |乙|\n");
    CHECK(described("甲\n\n---\n\n乙\n") == "paragraph |甲|\nrule\nparagraph |乙|\n");
    CHECK(described("甲\n\n- - -\n\n乙\n") == "paragraph |甲|\nrule\nparagraph |乙|\n");
    CHECK(described("甲乙\n--- ---\n丙\n").find("table") == std::string::npos);
}
