// SPDX-License-Identifier: Apache-2.0
// Marks of HackMD, docsify and wikis.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("site marks: sizes of pictures, in the path or the title") {
    CHECK(described("![甲](a.png =400x300)") ==
          "paragraph |<image a.png \"甲\" {width=400 height=300}></image>|\n");
    CHECK(described("![](a.png =50%x)与![](b.png =x20)") ==
          "paragraph |<image a.png \"\" {width=50%}></image>与<image b.png \"\" {height=20}></image>|\n");
    CHECK(described("![甲](a.png ':size=300x140')") ==
          "paragraph |<image a.png \"甲\" {width=300 height=140}></image>|\n");
    CHECK(described("[甲](b =c)") == "paragraph |[甲](b =c)|\n");
}

TEST_CASE("site marks: ++insertions++ are underlined, C++ is none") {
    CHECK(described("備註 ++底線++ 與") == "paragraph |備註 <underline>底線</underline> 與|\n");
    CHECK(described("C++程序与C++程序，a++ 和 b++") == "paragraph |C++程序与C++程序，a++ 和 b++|\n");
}

TEST_CASE("site marks: names of emoji, apart from words and times") {
    CHECK(described("謝謝:smile: :+1:。") == "paragraph |謝謝😄 👍。|\n");
    CHECK(described("12:star:30、`:smile:`、:unknown:") ==
          "paragraph |12:star:30、<code>:smile:</code>、:unknown:|\n");
    const Parsed result = parsed(":tada:见[^9]");
    CHECK(result.at(result.document.blocks[0].place) == ":tada:见[^9]");
}

TEST_CASE("site marks: abbreviations explained are left out with one note") {
    const Parsed result = parsed("*[DGBAS]: 行政院主計總處\n*[A]: 乙\n\nDGBAS 公布。\n");
    CHECK(result.described() == "paragraph |DGBAS 公布。|\n");
    CHECK(result.noted() == std::vector<std::string>{"abbreviation-left-out"});
    CHECK(described("*[甲]*乙") == "paragraph |<emphasis>[甲]</emphasis>乙|\n");
}

TEST_CASE("site marks: docsify's callouts and ids of headings") {
    CHECK(described("?> 本文为 **试行** 版。\n\n!> 不适用。\n") ==
          "callout tip\n  paragraph |本文为 <strong>试行</strong> 版。|\ncallout important\n  paragraph "
          "|不适用。|\n");
    CHECK(described("## 第一章 总则 :id=zongze\n") == "heading 2 {#zongze} |第一章 总则|\n");
}

TEST_CASE("site marks: HTML lists keep their kind of number, check boxes their state") {
    CHECK(described("<ol type=\"a\" start=\"3\"><li>甲</li></ol>\n") ==
          "list ordered 3 a\n  item\n    paragraph |甲|\n");
    const Parsed result = parsed("<input type=\"checkbox\" checked> 同意 <input type=\"checkbox\"> 不同意\n");
    CHECK(result.text() == "☑ 同意 ☐ 不同意");
    CHECK(result.noted().empty());
}

TEST_CASE("site marks: colours of spans and fonts, but none too light for paper") {
    CHECK(described("<span style=\"color:#c00\">红</span><font color=\"blue\">蓝</font>") ==
          "paragraph |<span color=#CC0000>红</span><span color=#0000FF>蓝</span>|\n");
    CHECK(described("<span style=\"color: rgb(255, 0, 0); font-weight:bold\">红</span>") ==
          "paragraph |<span color=#FF0000><strong>红</strong></span>|\n");
    CHECK(described("<span style=\"color:white\">白</span><span style=\"color:black\">黑</span>") ==
          "paragraph |白黑|\n");
    CHECK(parsed("<font color=\"red\">红</font>").noted().empty());
    CHECK(parsed("<font size=\"5\">大</font>").noted() == std::vector<std::string>{"html-ignored"});
}
