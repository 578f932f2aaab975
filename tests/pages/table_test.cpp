// SPDX-License-Identifier: Apache-2.0
// Tables on the page: widths, numbers, breaks, spans, pictures in cells (typesetting 1.7 T1–T5).
#include "report_pages.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace hanqing;
using namespace hanqing::test;

namespace {

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("tables: short texts stand on one line beside long ones") {
    const std::string prose = repeated("每日巡检两次，记录温度与告警，发现异常应在十分钟内上报。", 3);
    const ReportPages made = pages_of(
        "| 序号 | 检查项目 | 等级 | 是否有参数 | 负责部门 | 说明 |\n|---|---|---|---|---|---|\n"
        "| 1 | 机房温度 | 高 | 是 | 运行维护处 | " +
        prose + " |\n| 2 | 备份 | 中 | 否 | 数据管理处 | " + prose + " |\n");
    for (const char* whole :
         {"序号", "检查项目", "等级", "是否有参数", "负责部门", "运行维护处", "数据管理处"}) {
        INFO(whole);
        CHECK(made.runs_with(whole).size() == 1);
    }
    CHECK(made.outside() == 0);
}

TEST_CASE("tables: options and other short words with hyphens stay whole") {
    const std::string prose = repeated("构建过程中需要用到的变量，可以给出多次，后给的替换先给的。", 4);
    const ReportPages made =
        pages_of("| 命令 | 参数 | 说明 |\n|---|---|---|\n| ctr-img build | --build-arg | " + prose +
                 " |\n| ctr-img load | --input-file | " + prose + " |\n");
    CHECK(made.runs_with("--build-arg").size() == 1);
    CHECK(made.runs_with("--input-file").size() == 1);
}

TEST_CASE("tables: numbers stand on their decimal points, versions do not") {
    const ReportPages made = pages_of(
        "| 项 | 金额 | 版本 |\n|---|---|:--|\n| 甲 | 1,234.5 | 1.0.2 |\n| 乙 | 98.25 | 10.1.3 |\n| 丙 | 7 | "
        "2.0 |\n");
    const auto first = made.x_of("1,234.5", "."), second = made.x_of("98.25", ".");
    REQUIRE(first);
    REQUIRE(second);
    CHECK(*first == *second);
    CHECK(*made.x_of("1.0.2", "1") == *made.x_of("10.1.3", "1"));  // flush left
}

TEST_CASE("tables: numbers with their units end flush, whatever their fractions") {
    const ReportPages made = pages_of(
        "| 项 | 占比 | 数 |\n|---|---|---:|\n| 甲 | 91.6% | 5,186 |\n| 乙 | 8.4% | 42.4 万 |\n| 丙 | 100% | "
        "7 |\n");
    CHECK(*made.x_of("91.6%", "%") == *made.x_of("100%", "%"));
    CHECK(*made.x_of("8.4%", "%") == *made.x_of("100%", "%"));
}

TEST_CASE("tables: labels of regions stay whole beside ten columns of figures") {
    std::string table =
        "| 地　区 | 2015 | 2016 | 2017 | 2018 | 2019 | 2020 | 2021 | 2022 | 2023 | 年均增速 |\n|" +
        repeated("---|", 11) + "\n";
    for (const char* region : {"内蒙古", "黑龙江"})
        table += "| " + std::string(region) +
                 " | 688858.2 | 746395.1 | 832035.9 | 919281.1 | 986515.2 | 1013567.0 | 1149237.0 | "
                 "1204724.0 | 1260582.1 | 7.8 |\n";
    const ReportPages made = pages_of(table);
    CHECK(made.runs_with("内蒙古").size() == 1);
    CHECK(made.runs_with("黑龙江").size() == 1);
    CHECK(made.outside() == 0);
}

TEST_CASE(
    "tables: words beside long figures get eight ems a line before their type shrinks below nine points") {
    const ReportPages made = pages_of(
        "| 项目 | 2023年 | 2022年 | 2021年 |\n|---|---|---|---|\n| 归属于上市公司股东的净利润 | "
        "74,734,071,550.75 | 62,717,467,870.15 | 52,460,144,378.16 |\n| "
        "归属于上市公司股东的扣除非经常性损益的净利润 | 74,752,564,425.52 | 62,791,921,838.87 | "
        "52,581,102,656.15 |\n");
    CHECK(made.runs_with("归属于上市公司股").size() == 2);
    CHECK(made.outside() == 0);
}

TEST_CASE("tables: an indent typed in a cell is no reason to break the word behind it") {
    const ReportPages made = pages_of(
        "| 指标 | 1978 | 1990 | 2000 | 2010 | 2020 | 2021 | 2022 |\n|" + repeated("---|", 8) +
        "\n| 年末总人口数 | 96259.1 | 114333.2 | 126743.3 | 134091.4 | 141212.5 | 141260.6 | 141175.7 |\n| "
        "　　城镇 | 17245.1 | 30195.2 | 45906.3 | 66978.4 | 90220.5 | 91425.6 | 92071.7 |\n");
    CHECK(made.runs_with("城镇").size() == 1);
}

TEST_CASE("pages: wide blanks typed to push a line's end to the right never break the line") {
    const ReportPages made = pages_of("公司代码：600519" + repeated("　", 24) + "公司简称：某某公司\n");
    const auto left = made.runs_with("公司代码"), right = made.runs_with("公司简称");
    REQUIRE(left.size() == 1);
    REQUIRE(right.size() == 1);
    CHECK(left[0]->baseline == right[0]->baseline);
}

TEST_CASE("tables: an empty last cell does not change the rows") {
    const ReportPages empty = pages_of("| 甲 | 乙 |\n|---|---|\n| 子 | 丑 |\n| 寅 |  |\n");
    const ReportPages full = pages_of("| 甲 | 乙 |\n|---|---|\n| 子 | 丑 |\n| 寅 | 卯 |\n");
    const auto depth = [](const ReportPages& made) {
        return made.runs_with("寅")[0]->baseline - made.runs_with("子")[0]->baseline;
    };
    CHECK(depth(empty) == depth(full));
}

TEST_CASE("tables: a caption between two tables is the second one's") {
    const ReportPages made = pages_of("| 甲 |\n|---|\n| 子 |\n\n表 2　各地收入\n\n| 乙 |\n|---|\n| 丑 |\n");
    REQUIRE(made.runs_with("各地收入").size() == 1);
    CHECK(made.runs_with("各地收入")[0]->baseline > made.runs_with("子")[0]->baseline);
}

TEST_CASE("tables: a continuation repeats caption, head and the label of a span, as artifacts") {
    std::string html = "<table><caption>表 1　清单</caption><tr><th>部门</th><th>事项</th></tr>\n";
    for (int i = 0; i < 60; ++i)
        html += i == 0 ? "<tr><td rowspan=60>综合处</td><td>事项</td></tr>\n" : "<tr><td>事项</td></tr>\n";
    const ReportPages made = pages_of(html + "</table>\n");
    REQUIRE(made.pages.pages.size() >= 2);
    CHECK(made.runs_with("综合处").size() == made.pages.pages.size());
    CHECK(made.runs_with("部门").size() == made.pages.pages.size());
    CHECK(made.runs_with("续表 1").size() == made.pages.pages.size() - 1);
    std::size_t tagged = 0;
    for (const Page& page : made.pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape))
                tagged += made.text(*glyphs).find("综合处") != std::string::npos && item.tag != none ? 1 : 0;
    CHECK(tagged == 1);
}

TEST_CASE("tables: every row of a long table is set once, inside the type area") {
    std::string rows = "| 号 | 名 |\n|---|---|\n";
    for (int i = 1000; i < 1700; ++i) rows += "| K" + std::to_string(i) + " | 名称 |\n";
    const ReportPages made = pages_of(rows);
    for (int i = 1000; i < 1700; ++i) {
        INFO(i);
        CHECK(made.runs_with("K" + std::to_string(i)).size() == 1);
    }
    CHECK(made.outside() == 0);
}

TEST_CASE("tables: a row taller than a page goes on on the next") {
    const std::string prose = repeated("天地玄黄，宇宙洪荒，日月盈昃，辰宿列张。", 150);
    const ReportPages made = pages_of("| 甲 | 乙 |\n|---|---|\n| 一 | " + prose + "完 |\n");
    CHECK(made.pages.pages.size() >= 2);
    CHECK(made.runs_with("完").size() == 1);
    CHECK(made.outside() == 0);
}

TEST_CASE("tables: sixty columns are split, each part with the key column, and nothing is lost") {
    std::string head = "| 项目 |", line = "|---|", row = "| 甲项 |";
    for (int i = 10; i < 70; ++i) {
        head += " 第" + std::to_string(i) + "列 |";
        line += "---|";
        row += " V" + std::to_string(i) + " |";
    }
    const ReportPages made = pages_of(head + "\n" + line + "\n" + row + "\n");
    CHECK(made.noted("table-split"));
    for (int i = 10; i < 70; ++i) CHECK(made.runs_with("V" + std::to_string(i)).size() == 1);
    CHECK(made.runs_with("甲项").size() > 1);
    CHECK(made.outside() == 0);
}

TEST_CASE("tables: a short table is not cut for the sake of a few empty lines") {
    std::string markdown = repeated("一行正文。\n\n", 28) + "| 项目 | 数 |\n|---|---|\n";
    for (int i = 0; i < 9; ++i) markdown += "| 第" + std::to_string(i) + "行 | 1 |\n";
    const ReportPages made = pages_of(markdown);
    std::set<std::uint32_t> pages;
    for (std::uint32_t p = 0; p < made.pages.pages.size(); ++p)
        for (const PageItem& item : made.pages.pages[p].items)
            if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape))
                if (made.text(*glyphs).find("行") == 4) pages.insert(p);
    CHECK(pages == std::set<std::uint32_t>{1});
}

TEST_CASE("tables: a heading lies with the table that is turned, and so does the colophon") {
    std::string row = "|", rule = "|", cells = "|";
    for (int i = 0; i < 12; ++i) row += " 二〇二四年 |", rule += "---|", cells += " 12345678.90 |";
    const ReportPages made = pages_of("正文。\n\n## 附表\n\n" + row + "\n" + rule + "\n" + cells + "\n");
    REQUIRE(made.noted("table-turned"));
    REQUIRE(made.pages.pages.size() == 2);
    CHECK(made.pages.pages[1].width > made.pages.pages[1].height);
    for (const LineRecord& line : made.pages.lines) {
        if (line.kind == LineKind::heading && line.place.begin > 6) CHECK(line.page == 1);
        if (line.kind == LineKind::fixed) CHECK(line.page == 1);
    }
    CHECK(made.outside() == 0);
}

TEST_CASE("tables: one long token does not take the room of all other columns") {
    const ReportPages made = pages_of(
        "| 说明 | 地址 | 摘要 |\n|---|---|---|\n| 短文字说明 | "
        "https://www.example.org/zwgk/zcwj/202401/t20240115_1234567.html | "
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0 |\n");
    CHECK(made.runs_with("66c7").at(0)->baseline < made.runs_with("8e0").at(0)->baseline);
    CHECK(made.runs_with("短文字说明").size() == 1);
    CHECK(made.outside() == 0);
}

TEST_CASE("tables: the unit of the numbers ends with the table, under its caption") {
    const ReportPages made = pages_of("表1 收支\n单位：万元\n\n| 项目 | 数 |\n|---|---|\n| 收入 | 1.5 |\n");
    const auto unit = made.runs_with("万元"), caption = made.runs_with("收支"), head = made.runs_with("项目");
    REQUIRE((unit.size() == 1 && caption.size() == 1 && head.size() == 1));
    CHECK(caption[0]->baseline < unit[0]->baseline);
    CHECK(unit[0]->baseline < head[0]->baseline);
    CHECK(made.outside() == 0);
}

TEST_CASE("tables: pictures in cells are shown, no wider than their column") {
    const ReportPages made = pages_of("| 年龄 | 性别 |\n|---|---|\n| ![年龄](a.png) | ![性别](b.png) |\n",
                                      {picture_of(700, 350), picture_of(700, 350)});
    const auto images = made.images();
    REQUIRE(images.size() == 2);
    const Rectangle& area = made.pages.pages[0].type_area;
    CHECK(images[0]->area.width > area.width / 3);
    CHECK(std::abs((images[0]->area.width - images[1]->area.width).raw) < points(12).raw);  // half ems
    CHECK(images[1]->area.corner.x + images[1]->area.width <= area.corner.x + area.width);
    CHECK(images[0]->area.corner.y > made.runs_with("年龄")[0]->baseline);
}

TEST_CASE("tables: a table that frames one picture is that picture, and takes its caption") {
    const ReportPages made =
        pages_of("| ![图](a.png) |\n|---|\n\n<center>图 2.5 评级</center>\n", {picture_of(300, 100)});
    REQUIRE(made.images().size() == 1);
    CHECK(made.images()[0]->area.width == points(300));
    CHECK(made.runs_with("图 2.5").size() == 1);
}
