// SPDX-License-Identifier: Apache-2.0
// Headings that are only numbered lines.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

/// The levels of the blocks, 0 for what is no heading.
std::string levels(const std::string& markdown) {
    std::string all;
    for (const Block& block : parsed(markdown).document.blocks)
        all += std::to_string(block.kind == BlockKind::heading ? block.level : 0);
    return all;
}

}  // namespace

TEST_CASE("plain headings: numbered lines over text are headings where nothing else is") {
    CHECK(levels("# 题\n\n一、概况\n\n文。\n\n（一）收入\n\n文。\n\n二、建议\n\n文。\n") == "1203020");
    CHECK(levels("题\n\n第一章　总则\n\n一、目的\n\n文。\n\n二、范围\n\n文。\n\n第二章　附则\n\n文。\n") ==
          "023030"
          "20");
    CHECK(levels("**一、概况**\n\n文。\n\n**二、建议**\n\n文。\n") == "2020");
    const Parsed report = parsed("一、概况\n\n文。\n\n二、建议\n\n文。\n");
    REQUIRE(report.note("headings-typed") != nullptr);
    CHECK(report.at(report.note("headings-typed")->place) == "一、概况");
    CHECK(!report.document.blocks[0].attributes.id.empty());
}

TEST_CASE("plain headings: lists, sentences, gaps and reports with headings stay as they are") {
    CHECK(levels("一、甲\n\n二、乙\n\n三、丙\n\n完。\n") == "0000");
    CHECK(levels("一、要高度重视，压实责任。\n\n文。\n\n二、要落实。\n\n文。\n") == "0000");
    CHECK(levels("一、概况\n\n文。\n\n三、建议\n\n文。\n") == "0000");
    CHECK(levels("# 题\n\n## 节\n\n一、概况\n\n文。\n\n二、建议\n\n文。\n") == "120000");
    CHECK(levels("一、概况\n\n文。\n") == "00");
}
