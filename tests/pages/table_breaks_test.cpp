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
