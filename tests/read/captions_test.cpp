// SPDX-License-Identifier: Apache-2.0
// Lines beside tables and pictures that belong to them.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

const std::string picture = "paragraph |<image a.png \"\"></image>|\n";
const std::string rows = "  row header\n    cell 0 header |a|\n    cell 1 header |b|\n";

}  // namespace

TEST_CASE("captions: a figure's caption may stand above its picture") {
    CHECK(described("图1：变动情况\n\n![](a.png)\n\n后文。\n") ==
          "paragraph caption |图1：变动情况|\n" + picture + "paragraph |后文。|\n");
    // Above and below in turn, each is its own picture's.
    const Parsed above = parsed("图1 甲\n\n![](a.png)\n\n图2 乙\n\n![](a.png)\n");
    CHECK(above.document.blocks[0].caption == Caption::figure_below);
    CHECK(above.document.blocks[2].caption == Caption::figure_below);
    const Parsed below = parsed("![](a.png)\n\n图1 甲\n\n![](a.png)\n\n图2 乙\n");
    CHECK(below.document.blocks[1].caption == Caption::figure);
    CHECK(below.document.blocks[3].caption == Caption::figure);
    // Words about the figure, and its caption below.
    const Parsed both = parsed("图1 如下\n\n![](a.png)\n\n图1 甲\n");
    CHECK(both.document.blocks[0].caption == Caption::none);
    CHECK(both.document.blocks[2].caption == Caption::figure);
}

TEST_CASE("captions: Korean and bracketed numbers, and an attachment that is a table") {
    for (const std::string line :
         {"<표 2-1> 배출량", "[표 1] 감축 실적", "【表1】各地收入", "附件：问题情况表（单位：万元）"})
        CHECK(described(line + "\n\n| a | b |\n|---|---|\n") ==
              "paragraph caption |" + line + "|\ntable 2\n" + rows);
    CHECK(described("<그림 2-1> 로드맵\n\n![](a.png)\n") ==
          "paragraph caption |<그림 2-1> 로드맵|\n" + picture);
    CHECK(described("附件：申请书\n\n| a | b |\n|---|---|\n") ==
          "paragraph |附件：申请书|\ntable 2\n" + rows);
    CHECK(described("<표 2-1 배출량\n\n| a | b |\n|---|---|\n") ==
          "paragraph |<표 2-1 배출량|\ntable 2\n" + rows);
}

TEST_CASE("captions: lines that point to a picture, or name a source") {
    CHECK(described("![](a.png)\n\n▲ 现场\n\n图源：某报\n\n后文。\n") ==
          picture + "paragraph caption |▲ 现场|\nparagraph source |图源：某报|\nparagraph |后文。|\n");
    CHECK(described("| a | b |\n|---|---|\n\n자료: 당사\n") ==
          "table 2\n" + rows + "paragraph source |자료: 당사|\n");
    CHECK(described("后文。\n\n图源：某报\n") == "paragraph |后文。|\nparagraph |图源：某报|\n");
    CHECK(described("![](a.png)\n\n△3.1 以下\n") == picture + "paragraph |△3.1 以下|\n");
}

TEST_CASE("captions: a unit pushed to the right by blanks is one, with the caption above it") {
    const Parsed report =
        parsed("表１　児童数の推移\n\n　　　　（単位：校、人）\n\n| 年 | 数 |\n|---|---|\n| 1 | 2 |\n");
    CHECK(report.document.blocks.at(0).caption == Caption::table);
    CHECK(report.document.blocks.at(1).caption == Caption::unit);
    CHECK(report.document.blocks.at(1).text.utf8 == "（単位：校、人）");
}
