// SPDX-License-Identifier: Apache-2.0
// Rows that head a table though nothing marks them.
#include "parsed.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace hanqing;

namespace {

/// Rows at the top of the first table that are its head.
std::uint32_t head_rows(const std::string& markdown) {
    const Parsed one = parsed(markdown);
    std::uint32_t rows = 0;
    for (const Block& block : one.document.blocks) {
        if (block.kind != BlockKind::row) continue;
        if (!block.header) break;
        ++rows;
    }
    return rows;
}

}  // namespace

TEST_CASE("table heads: a row of words under a head with gaps, and the row that counts the columns") {
    const std::string head = "| 收入 | | 支出 | |\n|---|---|---|---|\n";
    const std::string names = "| 项目 | 决算数 | 项目 | 决算数 |\n",
                      numbers = "| 一、甲 | 3,452.17 | 一、乙 | 12.40 |\n";
    CHECK(head_rows(head + names + numbers) == 2);
    CHECK(head_rows(head + names + "| 栏次 | 1 | 栏次 | 2 |\n" + numbers) == 3);
    CHECK(head_rows(head + numbers + numbers) == 1);
    // Words in every row: the second is one of them.
    CHECK(head_rows(head + names + "| 一、甲 | 无 | 一、乙 | 有 |\n") == 1);
    // A head without gaps is whole.
    CHECK(head_rows("| 项目 | 数 |\n|---|---|\n| 项目 | 决算数 |\n| 甲 | 3 |\n") == 1);
    CHECK(head_rows("| | 収益 || 利益 ||\n|---|---|---|---|---|\n| | 百万円 | ％ | 百万円 | ％ |\n"
                    "| 本期 | 128,370 | 8.2 | 9,460 | △3.1 |\n") == 2);
}

TEST_CASE("table heads: three rows of the form for disclosure of information") {
    const std::string results = "| 维持 | 总计 ";
    CHECK(head_rows("| 复议 | | 诉讼 | | | |\n|---|---|---|---|---|---|\n" + results +
                    "| 直接起诉 | | 复议后起诉 | |\n| | " + results + results +
                    "|\n| 0 | 1 | 2 | 3 | 0 | 0 |\n") == 3);
    CHECK(head_rows("<table><tr><td colspan=2>复议</td><td colspan=4>诉讼</td></tr>"
                    "<tr><td rowspan=2>维持</td><td rowspan=2>总计</td><td colspan=2>起诉</td><td "
                    "colspan=2>复议后</td></tr>"
                    "<tr><td>维持</td><td>总计</td><td>维持</td><td>总计</td></tr>"
                    "<tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td></tr>"
                    "<tr><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr></table>") == 4);
}

TEST_CASE("table heads: a first row of HTML in bold or on a ground of its own") {
    const std::string body = "<tr><td>甲</td><td>丙</td></tr></table>";
    CHECK(head_rows("<table><tr><td><b>项</b></td><td><b>目</b></td></tr>" + body) == 1);
    CHECK(head_rows("<table><tr style=\"background-color:#eee\"><td>项</td><td>目</td></tr>" + body) == 1);
    CHECK(head_rows("<table><tr><td bgcolor=\"#eee\">项</td><td bgcolor=\"#eee\">目</td></tr>" + body) == 1);
    CHECK(head_rows("<table><tr><td>项</td><td>目</td></tr>" + body) == 0);
    CHECK(head_rows("<table><tr><td><b>项</b></td><td><b>目</b></td></tr>"
                    "<tr><td><b>甲</b></td><td><b>丙</b></td></tr></table>") == 0);
}

TEST_CASE("table heads: the row of units belongs to the head") {
    const auto heads = [](const char* text) {
        const Parsed report = parsed(text);
        return std::count_if(report.document.blocks.begin(), report.document.blocks.end(),
                             [](const Block& b) { return b.kind == BlockKind::row && b.header; });
    };
    CHECK(
        heads(
            "| 期 | 中間 | 期末 |\n|---|---|---|\n| | 円 銭 | 円 銭 |\n| 2023年3月期 | 25.00 | 30.00 |\n") ==
        2);
    CHECK(heads("| 地区 | 收入 | 增长 |\n|---|---|---|\n| | （万元） | （%） |\n| 甲市 | 25.0 | 3.0 |\n") ==
          2);
    CHECK(heads("| 单位 | 个 |\n|---|---|\n| 元 | 元 |\n| 甲 | 1 |\n") == 1);
    CHECK(heads("| 甲 | 乙 |\n|---|---|\n| | 元 |\n| 丙 | 丁 |\n") == 1);
}
