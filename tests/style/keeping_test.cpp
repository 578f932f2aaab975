// SPDX-License-Identifier: Apache-2.0
// What stays on one page with the table or picture beside it.
#include "applied.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::test;

namespace {

const FlowBlock* paragraph(const Styled& styled, std::string_view text) {
    for (const Sequence& sequence : styled.sequences)
        for (const FlowBlock& block : sequence.flow)
            if (block.kind == FlowKind::paragraph && styled.paragraphs[block.index].text == text)
                return &block;
    return nullptr;
}

bool keeps(const Applied& one, std::string_view text) {
    const FlowBlock* block = paragraph(one.styled, text);
    return block != nullptr && block->keep_with_next;
}

const std::string table = "| a | b |\n|---|---|\n| 1 | 2 |\n";

}  // namespace

TEST_CASE("keeping: labels over a table stay with it, running text does not") {
    const Applied one = applied("# 题\n\n前文。\n\n公开01表\n\n部门：某局　金额单位：万元\n\n" + table);
    CHECK(keeps(one, "公开01表"));
    CHECK(keeps(one, "部门：某局　金额单位：万元"));
    CHECK_FALSE(keeps(one, "前文。"));
    CHECK_FALSE(keeps(applied("# 题\n\n公开01表\n\n后文。\n\n" + table), "公开01表"));
}

TEST_CASE("keeping: words on a source stay under their table") {
    const Applied one = applied("# 题\n\n" + table + "\n资料来源：某局\n");
    const auto& flow = one.styled.sequences.back().flow;
    const auto at = std::find_if(flow.begin(), flow.end(),
                                 [](const FlowBlock& block) { return block.kind == FlowKind::table; });
    REQUIRE(at != flow.end());
    CHECK(at->keep_with_next);
}

TEST_CASE("keeping: a caption typed above its picture stays there, and is not said again below it") {
    const Applied one = applied("# 题\n\n图1 甲\n\n![总收入](a.png)\n\n后文。\n");
    CHECK(keeps(one, "图1 甲"));
    CHECK(count_tags(one.styled, TagKind::caption) == 0);
}
