// SPDX-License-Identifier: Apache-2.0
// Attributes in kramdown's braces, behind words and on lines of their own.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("attributes: a line of them belongs to the block before it") {
    CHECK(described("甲\n{: #a .b}\n乙\n") == "paragraph {#a .b} |甲|\nparagraph |乙|\n");
    CHECK(described("## 题\n{: #preface }\n") == "heading 2 {#preface} |题|\n");
    CHECK(described("> 引\n{: .prompt-info }\n") == "quote {.prompt-info}\n  paragraph |引|\n");
    CHECK(described("```\nx\n{: .y}\n```\n{: .z}\n") == "code {.z} |x\\n{: .y}|\n");
    CHECK(described("- 甲\n  {: .b}\n- 乙\n") ==
          "list bullets\n  item\n    paragraph {.b} |甲|\n  item\n    paragraph |乙|\n");
    CHECK(described("{: .first}\n\n甲\n") == "paragraph |{: .first}|\nparagraph |甲|\n");
    CHECK(described("甲 {: 不是 }\n{: 也不是 }\n") == "paragraph |甲 {: 不是 } {: 也不是 }|\n");
}

TEST_CASE("attributes: under a table they are no row") {
    const std::string table =
        "table 1 {.table .striped}\n  row header\n    cell 0 header |甲|\n  row\n    cell 0 |1|\n";
    CHECK(described("| 甲 |\n|---|\n| 1 |\n{: .table .striped}\n") == table);
    CHECK(described("| 甲 |\n|---|\n| 1 |\n{: .table .striped}\n\n后\n") == table + "paragraph |后|\n");
    CHECK(described("> | 甲 |\n> |---|\n> | 1 |\n> {: .t}\n") ==
          "quote\n  table 1 {.t}\n    row header\n      cell 0 header |甲|\n    row\n      cell 0 |1|\n");
}

TEST_CASE("attributes: behind headings, pictures, links and emphasis") {
    CHECK(described("## 题 {: #a .no_toc}\n") == "heading 2 {#a .no_toc} |题|\n");
    CHECK(described("![x](a.png){: .c width=\"300\" }后\n") ==
          "paragraph |<image a.png \"x\" {.c width=300}></image>后|\n");
    CHECK(described("**甲**{: .red}乙") == "paragraph |<strong><span .red>甲</span></strong>乙|\n");
}

TEST_CASE("attributes: the class caption makes a caption beside a picture or table") {
    CHECK(described("![x](a.png)\n\n说明\n{: .caption }\n") ==
          "paragraph |<image a.png \"x\"></image>|\nparagraph caption {.caption} |说明|\n");
    CHECK(described("甲\n\n说明\n{: .caption }\n") == "paragraph |甲|\nparagraph {.caption} |说明|\n");
}

TEST_CASE("attributes: {:toc} asks for the contents in place of its list") {
    const Parsed result = parsed("* content\n{:toc}\n\n# 甲\n");
    CHECK(result.document.asks_contents);
    CHECK(result.described() == "heading 1 {#甲} |甲|\n");
    CHECK(described("- 甲\n- 乙\n{:toc}\n").find("甲") != std::string::npos);
}
