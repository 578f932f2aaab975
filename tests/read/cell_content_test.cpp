// SPDX-License-Identifier: Apache-2.0
// What counts as a number in a table.
#include "read/cell_content.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("style: numbers of tables, with sign, currency, grouping and unit") {
    for (const char* number : {"1", "1,234.5", "−3", "+0.5", "12.5%", "￥300", "$1,000.00", "(1.2)", "（3）",
                               "2,000元", "36.5℃", "10 000", "7.6*", "约300", "<0.01", "5‰"}) {
        INFO(number);
        CHECK(cell_content(number) == CellContent::number);
    }
}

TEST_CASE("style: versions, dates, ranges and codes are words") {
    for (const char* words : {"2.1.1", "1.10.0", "2024-03-05", "5/6", "5.2.2 / 5.1.1.2", "3-5", "A1", "第3",
                              "1.", "合计", "12个月", "10:30"}) {
        INFO(words);
        CHECK(cell_content(words) == CellContent::words);
    }
}

TEST_CASE("style: dashes and ellipses say that there is no number") {
    for (const char* nothing : {"", " ", "—", "——", "-", "…", "/", "..."}) {
        INFO(nothing);
        CHECK(cell_content(nothing) == CellContent::nothing);
    }
}
