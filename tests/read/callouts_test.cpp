// SPDX-License-Identifier: Apache-2.0
// Callouts in the three ways in which authors write them.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("callouts: a pair of ::: holds blocks, and its head names kind and title") {
    CHECK(described(":::tip\n内容\n:::") == "callout tip\n  paragraph |内容|\n");
    CHECK(described("::: info 专家**点评**\n\n- 甲\n\n:::") ==
          "callout info |专家<strong>点评</strong>|\n  list bullets\n    item\n      paragraph |甲|\n");
    CHECK(described("::: warning \"期限\"\n甲\n:::") == "callout warning |期限|\n  paragraph |甲|\n");
    CHECK(described(":::note[题]\n甲\n:::") == "callout note |题|\n  paragraph |甲|\n");
    CHECK(described("::: {.callout-tip #a}\n甲\n:::") == "callout tip {#a .callout-tip}\n  paragraph |甲|\n");
    CHECK(described("::: {.wide}\n甲\n:::") == "division {.wide}\n  paragraph |甲|\n");
}

TEST_CASE("callouts: Quarto's titles, by attribute or heading, and columns that are no callouts") {
    CHECK(described("::: {.callout-note title=\"数据口径\" collapse=\"true\"}\n甲\n:::") ==
          "callout note {.callout-note} |数据口径|\n  paragraph |甲|\n");
    CHECK(described("::: {.callout-tip}\n## 小**标题**\n\n甲\n:::") ==
          "callout tip {.callout-tip} |小<strong>标题</strong>|\n  paragraph |甲|\n");
    CHECK(described("::: tip 题\n## 节\n:::") == "callout tip |题|\n  heading 2 {#节} |节|\n");
    CHECK(described("::: columns\n::: {.column width=\"50%\"}\n甲\n:::\n::: column\n乙\n:::\n:::") ==
          "division\n  division {.column width=50%}\n    paragraph |甲|\n  division\n    paragraph |乙|\n");
    const Parsed result = parsed("::: {.callout-note title=\"口径\"}\n甲\n:::");
    CHECK(place_of(result.document.blocks[0].text, 0).begin == 26);
}

TEST_CASE("callouts: they nest, and stand in lists") {
    CHECK(described("::::note\n甲\n:::tip\n乙\n:::\n::::") ==
          "callout note\n  paragraph |甲|\n  callout tip\n    paragraph |乙|\n");
    CHECK(described("- 甲\n\n  :::tip\n  乙\n  :::\n").find("    callout tip\n      paragraph |乙|") !=
          std::string::npos);
}

TEST_CASE("callouts: what MkDocs indents is Markdown, not code") {
    CHECK(described("!!! note \"口径\"\n    数字**截至**年末。\n\n    - 甲\n\n后文") ==
          "callout note |口径|\n  paragraph |数字<strong>截至</strong>年末。|\n  list bullets\n    item\n    "
          "  paragraph |甲|\n"
          "paragraph |后文|\n");
    CHECK(described("???+ note \"甲\"\n\t乙\n\n\t??? tip\n\t\t丙\n\n    丁") ==
          "callout note |甲|\n  paragraph |乙|\n  callout tip\n    paragraph |丙|\n  paragraph |丁|\n");
    CHECK(described("=== \"C++\"\n    ```cpp\n    int a;\n\n      b;\n    ```\n=== \"C\"\n    甲") ==
          "callout |C++|\n  code cpp |int a;\\n\\n  b;|\ncallout |C|\n  paragraph |甲|\n");
}

TEST_CASE("callouts: what MkDocs indents in a list stays in its item") {
    CHECK(described("1. 甲\n\n    ??? note \"题\"\n        乙\n\n        - 丙\n\n    丁\n2. 戊\n") ==
          "list ordered 1 loose\n  item\n    paragraph |甲|\n    callout note |题|\n      paragraph |乙|\n"
          "      list bullets\n        item\n          paragraph |丙|\n    paragraph |丁|\n"
          "  item\n    paragraph |戊|\n");
    CHECK(described("甲\n\n    !!! note\n        乙\n") == "paragraph |甲|\ncode |!!! note\\n    乙|\n");
}

TEST_CASE("callouts: a code block left open ends with its callout") {
    CHECK(described("!!! note\n    ```\n    code\n后文") ==
          "callout note\n  code |code|\nparagraph |后文|\n");
}

TEST_CASE("callouts: a displayed formula in one keeps its lines") {
    const Parsed result = parsed("??? note \"证明\"\n    $$\n    a \\\\\n    = b\n    $$\n\n后文");
    CHECK(result.described() ==
          "callout note |证明|\n  formula |<formula>$$⏎a \\\\⏎= b⏎$$</formula>|\nparagraph |后文|\n");
}

TEST_CASE("callouts: marks without a partner stay, with a note at their line") {
    const Parsed result = parsed("甲\n\n::: tip\n乙\n");
    CHECK(result.described() == "paragraph |甲|\nparagraph |::: tip|\nparagraph |乙|\n");
    REQUIRE(result.note("callout-unpaired") != nullptr);
    CHECK(result.at(result.note("callout-unpaired")->place).starts_with("::: tip"));
    CHECK(parsed("!!! note\n甲").note("callout-unpaired") != nullptr);
    CHECK(parsed("!!! 注意\n甲").noted().empty());
}

TEST_CASE("callouts: code blocks keep what looks like one") {
    CHECK(described("```\n!!! note\n    甲\n:::\n```") == "code |!!! note\\n    甲\\n:::|\n");
}

TEST_CASE("callouts: alerts, with a title or without") {
    CHECK(described("> [!NOTE]\n> 甲\n>\n> 乙") == "callout note\n  paragraph |甲|\n  paragraph |乙|\n");
    CHECK(described("> [!warning]- 题\n> 甲") == "callout warning |题|\n  paragraph |甲|\n");
    CHECK(described("> [!TIP]") == "callout tip\n");
    CHECK(described("> [!]\n> 甲") == "quote\n  paragraph |[!] 甲|\n");
}

TEST_CASE("callouts: places inside point to the author's own columns") {
    const Parsed result = parsed("!!! note\n    见[^9]处\n\n    甲");
    REQUIRE(result.document.blocks.size() == 3);
    CHECK(result.at(result.document.blocks[2].place) == "甲");
}

TEST_CASE("contents: [TOC] asks for them and is not text") {
    const Parsed result = parsed("[TOC]\n\n# 甲");
    CHECK(result.document.asks_contents);
    CHECK(result.text() == "甲");
}

TEST_CASE("blocks: an indent typed by hand in any wide space is left to the style") {
    CHECK(described("&emsp;&emsp;甲　乙") == "paragraph |甲　乙|\n");
    CHECK(described("&nbsp;&nbsp;　　**甲**") == "paragraph |<strong>甲</strong>|\n");
}
