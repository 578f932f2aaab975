// SPDX-License-Identifier: Apache-2.0
// Rows of a table that are labels, notes or heads of others.
#include "applied.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::test;

namespace {

Table table_of(const std::string& markdown) { return applied("# 题\n\n" + markdown).styled.tables.at(0); }

const TableCell& first_of(const Table& table, std::uint32_t row) {
    return *std::find_if(table.cells.begin(), table.cells.end(),
                         [&](const TableCell& cell) { return cell.row == row; });
}

}  // namespace

TEST_CASE("table rows: a label leads the rows below it, and goes across when it is wider than theirs") {
    const Table table = table_of(
        "| 项目 | 数 |\n|---|---|\n| 一、经营活动产生的现金流量： | |\n| 收到的税费 | 1.5 |\n| 其他 | 2.5 |\n"
        "| 二、其他 | |\n| 甲 | 3.5 |\n| 乙 | 4.5 |\n");
    CHECK(table.leads == std::vector<bool>{false, true, false, false, true, false, false});
    CHECK(first_of(table, 1).column_span == 2);
    CHECK(first_of(table, 4).column_span == 1);
}

TEST_CASE("table rows: what is to be filled in is no label") {
    const Table table =
        table_of("| 项目 | 数 |\n|---|---|\n| 申请单位名称及统一代码 | |\n| 地址 | |\n| 电话 | 1 |\n");
    CHECK(first_of(table, 1).column_span == 1);
    CHECK(std::find(table.leads.begin(), table.leads.end(), true) == table.leads.end());
}

TEST_CASE("table rows: notes by their sign, or by their length, go across") {
    const std::string head = "| 项目 | 数 |\n|---|---|\n| 甲 | 1 |\n| 乙 | 2 |\n";
    CHECK(first_of(table_of(head + "| * 初步核算数。 | |\n"), 3).column_span == 2);
    CHECK(first_of(table_of(head + "| ^a^ 初步核算数。 | |\n"), 3).column_span == 2);
    std::string text;
    for (int i = 0; i < 12; ++i) text += "括号内为控制指标，";
    CHECK(first_of(table_of(head + "| " + text + " | |\n"), 3).column_span == 2);
    CHECK(first_of(table_of(head + "| 丙 | |\n"), 3).column_span == 1);
}

TEST_CASE("table rows: a head within the body leads the rows below it") {
    const Table table = table_of(
        "<table><tr><td colspan=4>前10名股东持股情况</td></tr>"
        "<tr><td rowspan=2>名称</td><td rowspan=2>数量</td><td colspan=2>冻结情况</td></tr>"
        "<tr><td>状态</td><td>数量</td></tr><tr><td>甲</td><td>9</td><td>无</td><td>1</td></tr>"
        "<tr><td>乙</td><td>9</td><td>无</td><td>1</td></tr></table>");
    CHECK(table.leads == std::vector<bool>{true, true, true, false, false});
}

TEST_CASE("table rows: a cell of the head covers the empty ones behind it, over a second row") {
    const Table table = table_of(
        "| 收入 | | 支出 | |\n|---|---|---|---|\n| 项目 | 数 | 项目 | 数 |\n| 甲 | 1.5 | 乙 | 2.5 |\n");
    REQUIRE(table.header_rows == 2);
    CHECK(table.cells[0].column_span == 2);
    CHECK(table.cells[1].column == 2);
    CHECK(table.cells[1].column_span == 2);
}

TEST_CASE("table rows: a border asked for in HTML is drawn") {
    const std::string rows = "><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>";
    CHECK(table_of("<table border=\"1\"" + rows).look.inner_vertical > Length{});
    CHECK(table_of("<table border=\"0\"" + rows).look.inner_vertical == Length{});
    CHECK(table_of("<table" + rows).look.inner_vertical == Length{});
}
