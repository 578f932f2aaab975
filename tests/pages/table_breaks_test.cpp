// SPDX-License-Identifier: Apache-2.0
// Where tables break and when they lie (typesetting 1.7 T1, C 11).
#include "report_pages.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::test;

namespace {

/// The page on which a run with the words stands.
std::size_t page_of(const ReportPages& made, std::string_view words) {
    for (std::size_t p = 0; p < made.pages.pages.size(); ++p)
        for (const PageItem& item : made.pages.pages[p].items)
            if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape))
                if (made.text(*glyphs).find(words) != std::string::npos) return p;
    return made.pages.pages.size();
}

std::string rows(int count, const std::string& row) {
    std::string all;
    for (int i = 0; i < count; ++i) all += row;
    return all;
}

}  // namespace

TEST_CASE("tables: the label of a group is never the last row of a page") {
    for (int filler = 20; filler < 40; ++filler) {
        const ReportPages made =
            pages_of(rows(filler, "正文。\n\n") +
                     "| 指标 | 数 |\n|---|---|\n| 温室气体 | |\n| 直接排放 | 12 |\n| 间接排放 | 13 |\n" +
                     rows(30, "| 其他 | 1 |\n"));
        INFO(filler);
        CHECK(page_of(made, "温室气体") == page_of(made, "直接排放"));
        CHECK(page_of(made, "温室气体") == page_of(made, "间接排放"));
    }
}

TEST_CASE("tables: the bar of a callout stands beside the head that a page repeats") {
    const ReportPages made =
        pages_of("::: warning 注意\n\n| 项目 | 数 |\n|---|---|\n" + rows(60, "| 某项 | 1 |\n") + "\n:::\n");
    REQUIRE(made.pages.pages.size() >= 2);
    const Page& page = made.pages.pages[1];
    std::optional<Length> bar, head;
    for (const PageItem& item : page.items) {
        if (const auto* box = std::get_if<RectangleItem>(&item.shape);
            box && item.artifact == Artifact::background)
            bar = box->area.corner.y;
        if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape);
            glyphs && made.text(*glyphs).find("项目") == 0)
            head = glyphs->baseline;
    }
    REQUIRE((bar && head));
    CHECK(*bar < *head - points(8));
    CHECK(*bar >= page.type_area.corner.y - points(8));
}

TEST_CASE("tables: an em parts flush numbers from the words behind them, however crowded") {
    const ReportPages made = pages_of(
        "| 项目 | 行次 | 决算数 | 项目（按功能分类） | 行次 | 决算数 |\n|---|---|---|---|---|---|\n" +
        rows(3,
             "| 一、一般公共预算财政拨款收入 | 1 | 18,806.07 | 外交支出和一般公共服务支出 | 32 | 22,391.60 "
             "|\n"));
    const auto number = made.x_of("18,806.07", "7"), words = made.x_of("外交", "外");
    REQUIRE((number && words));
    CHECK(*words - *number >= points(13));  // an em of nine points, and the digit
}

TEST_CASE("tables: a long table whose texts stand in columns of a few characters lies") {
    const std::string row =
        "| 1 | 云市监处罚二〇二三年一〇一号 | 云水县好又多食品厂 | 91925009689364931X | "
        "生产不符合安全标准的食品，经抽检菌落总数项目不符合要求 | "
        "中华人民共和国食品安全法第一百二十四条第一款第一项 | 没收违法所得并处罚款 | 0.50 | "
        "云水县市场监督管理局 | 2023-01-27 | 已缴纳 |\n";
    const std::string head =
        "|序号|文号|名称|统一社会信用代码|违法事实|处罚依据|内容|金额|机关|日期|备注|\n|" + rows(11, "---|") +
        "\n";
    CHECK(pages_of(head + rows(12, row)).noted("table-turned"));
    CHECK_FALSE(pages_of(head + row).noted("table-turned"));
}

TEST_CASE("tables: labels of rows stay whole before figures spread") {
    const ReportPages made = pages_of(
        "|  | 売上高 || 営業利益 || 経常利益 || 当期純利益 "
        "||\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        "|  | 百万円 | ％ | 百万円 | ％ | 百万円 | ％ | 百万円 | ％ |\n"
        "| 2024年３月期 | 128,370 | 8.2 | 9,460 | △3.1 | 9,872 | △2.4 | 6,610 | △5.0 |\n"
        "| 2023年３月期 | 118,632 | △8.8 | 9,758 | △12.9 | 10,115 | △10.2 | 6,958 | － |\n");
    CHECK(made.runs_with("３月期").size() == 2);
    CHECK(made.runs_with("百万円").size() == 4);
}

TEST_CASE("tables: rounding of widths takes nothing from a label that is just whole") {
    const ReportPages made = pages_of(
        "|  | 第１四半期末 | 第２四半期末 | 第３四半期末 | 期末 | 合計 | 配当金総額<br>（合計） | "
        "配当性向<br>（連結） |\n|---|---|---|---|---|---|---|---|\n"
        "| 2023年３月期 | － | 20.00 | － | 25.00 | 45.00 | 1,092 | 15.7 |\n"
        "| 2024年３月期 | － | 22.00 | － | 28.00 | 50.00 | 1,213 | 18.4 |\n");
    CHECK(made.runs_with("３月期").size() == 2);
}

TEST_CASE("tables: counts of few digits stand in the middle under their heads, at full size") {
    const std::string five =
        "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>";
    std::string tall = five;
    for (std::size_t at = tall.find("<td>"); at != std::string::npos; at = tall.find("<td>", at + 4))
        tall.replace(at, 4, "<td rowspan=2>");
    const ReportPages made =
        pages_of("<table border=\"1\"><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>" +
                 tall + "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>" + five +
                 five + "</tr><tr><td>7</td>" + rows(14, "<td>0</td>") + "</tr></table>");
    CHECK(made.outside() == 0);
    CHECK_FALSE(made.noted("table-shrunk"));
    const auto head = made.x_of("结果", "结"), digit = made.x_of("7", "7");
    REQUIRE((head && digit));
    const Length head_middle = *head + points(21, 2), digit_middle = *digit + points(3);
    CHECK(std::abs((head_middle - digit_middle).raw) < points(2).raw);
}
