// SPDX-License-Identifier: Apache-2.0
// Numbers of lists: typed ones that rise are content.
#include "parsed.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace hanqing;

namespace {

std::vector<int> numbers(const Parsed& report) {
    std::vector<int> all;
    for (const Block& block : report.document.blocks)
        if (block.kind == BlockKind::item) all.push_back(block.number);
    return all;
}

std::size_t renumbered(const Parsed& report) {
    const auto noted = report.noted();
    return static_cast<std::size_t>(std::count(noted.begin(), noted.end(), "list-renumbered"));
}

}  // namespace

TEST_CASE("list numbers: those that rise stay as typed") {
    const Parsed report = parsed("1. 甲\n2. 乙\n6. 丙\n\n> 3. 丁\n> 5. 戊\n\n正文。\n\n7) 己\n9) 庚\n");
    CHECK(numbers(report) == std::vector<int>{1, 2, 6, 3, 5, 7, 9});
    CHECK(renumbered(report) == 0);
}

TEST_CASE("list numbers: others are counted, and a note tells once what was typed otherwise") {
    const Parsed ones = parsed("1. 甲\n1. 乙\n1. 丙\n");
    CHECK(numbers(ones) == std::vector<int>{1, 2, 3});
    CHECK(renumbered(ones) == 0);
    const Parsed twice = parsed("1. 甲\n2. 乙\n2. 丙\n3. 丁\n");
    CHECK(numbers(twice) == std::vector<int>{1, 2, 3, 4});
    CHECK(renumbered(twice) == 1);
    CHECK(numbers(parsed("- 甲\n- 乙\n")) == std::vector<int>{-1, -1});
}

TEST_CASE("list numbers: HTML has its own") {
    CHECK(numbers(parsed("<ol start=\"3\"><li>甲</li><li value=\"8\">乙</li><li>丙</li></ol>\n")) ==
          std::vector<int>{3, 8, 9});
}
