// SPDX-License-Identifier: Apache-2.0
// Where tables break and when they lie (typesetting 1.7 T1, C 11).
#include "report_pages.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::test;

namespace {

std::string rows(int count, const std::string& row) {
    std::string all;
    for (int i = 0; i < count; ++i) all += row;
    return all;
}

}  // namespace

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
