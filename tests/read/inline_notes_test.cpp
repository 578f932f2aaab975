// SPDX-License-Identifier: Apache-2.0
// Footnotes written where they are referred to.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("inline notes: one is a footnote with its words") {
    const Parsed result = parsed("正文^[据**统计局**[公报](http://a.cn)。]继续。\n");
    CHECK(result.described() ==
          "paragraph |正文<footnote 1></footnote>继续。|\n"
          "footnote [^]\n  paragraph |据<strong>统计局</strong><link http://a.cn>公报</link>。|\n");
    REQUIRE(result.document.footnotes.size() == 1);
    CHECK(result.document.footnotes[0].block == 1);
    CHECK(result.at(result.document.blocks[1].place) == "据**统计局**[公报](http://a.cn)。");
    CHECK(result.noted().empty());
}

TEST_CASE("inline notes: they are numbered among the others by their first reference") {
    const Parsed result =
        parsed("# 题^[一 注]\n\n甲[^b]乙^[二 注]丙[^a]\n\n[^a]: 四\n\n[^b]: 三\n\n[^c]: 无\n");
    REQUIRE(result.document.footnotes.size() == 4);
    CHECK(result.document.footnotes[1].label == "b");
    CHECK(result.document.footnotes[3].label == "a");
    for (std::uint32_t i = 0; i < 4; ++i) {
        const Block& block = result.document.blocks[result.document.footnotes[i].block];
        CHECK(block.kind == BlockKind::footnote);
        CHECK(block.footnote == i);
    }
    CHECK(result.described().find("heading 1 {#题} |题<footnote 1></footnote>|\n") == 0);
    CHECK(result.described().find(
              "甲<footnote 2></footnote>乙<footnote 3></footnote>丙<footnote 4></footnote>") !=
          std::string::npos);
    CHECK(result.noted() == std::vector<std::string>{"footnote-unused"});
}

TEST_CASE("inline notes: what is no note stays as typed") {
    for (const std::string text : {"匹配 ^[一二]$", "x^[2]", "甲^[]", "甲\\^[乙]", "甲^\\[乙]", "甲`^[乙]`",
                                   "甲^[乙", "**甲^[乙**丙]"})
        CHECK(parsed(text).document.footnotes.empty());
    CHECK(described("甲^[乙^[丙]丁]") ==
          "paragraph |甲<footnote 1></footnote>|\nfootnote [^]\n  paragraph |乙^[丙]丁|\n");
}
