// SPDX-License-Identifier: Apache-2.0
// The words alone: what search finds and what a PDF must give back.
#include "read/parsed.hpp"
#include "read/plain_text.hpp"

#include <catch2/catch.hpp>

namespace hanqing {

TEST_CASE("plain text: one block a line, without marks, footnotes last") {
    CHECK(
        text_lines(parsed("# 题\n\n一**二**[三](x)`四`[^a]\n\n[^a]: 注\n\n| 甲 | 乙 |\n|---|---|\n| 1 | |\n")
                       .document) ==
        "heading\t题\nparagraph\t一二三四\ncell\t甲\ncell\t乙\ncell\t1\nnote paragraph\t注\n");
}

TEST_CASE("plain text: breaks are blanks, comments say nothing, images have lines of their own") {
    CHECK(text_lines(parsed("一\\\n二![图](a.png)<!-- 密 -->三\n\n```\na\n\tb\n```\n").document) ==
          "paragraph\t一 二三\nimage\t图\ncode\ta  b\n");
}

TEST_CASE("plain text: ruby stands after its base, set apart") {
    CHECK(text_lines(parsed("称<ruby>镬<rt>huò</rt></ruby>。").document) ==
          "paragraph\t称镬\uFFFAhuò\uFFFB。\n");
}

}  // namespace hanqing
