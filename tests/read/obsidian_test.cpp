// SPDX-License-Identifier: Apache-2.0
// What authors type in Obsidian and Notion.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("obsidian: %%remarks%% are not printed, and count as comments that travel with the source") {
    const Parsed result = parsed("甲%%密%%乙\n\n%% 内部 %%\n\n%%\n多行\n\n第二段\n%%\n丙\n");
    CHECK(result.described() == "paragraph |甲乙|\nparagraph |丙|\n");
    REQUIRE(result.document.comments.size() == 3);
    CHECK(result.at(result.document.comments[0]) == "%%密%%");
    CHECK(result.at(result.document.comments[2]).starts_with("%%\n多行"));
    CHECK(described("%% 甲\n乙 %% 丙\n") == "paragraph |丙|\n");
}

TEST_CASE("obsidian: other percent signs are text") {
    CHECK(described("增长50%%，又50%%。") == "paragraph |增长50%%，又50%%。|\n");
    CHECK(described("`%%a%%`与%%") == "paragraph |<code>%%a%%</code>与%%|\n");
    CHECK(described("```\n%%a%%\n```") == "code |%%a%%|\n");
    CHECK(described("%% 甲\n\n乙\n") == "paragraph |%% 甲|\nparagraph |乙|\n");
    CHECK(parsed("| 甲%%密%% | 乙 |\n|---|---|\n| 1 | 2 |\n").text() == "甲乙12");
}

TEST_CASE("obsidian: ids of blocks go, links to them keep their words") {
    CHECK(described("重复率 41%。^key-finding\n\n见 [[#^key-finding]] 与 [[#结论]] ^a1\n") ==
          "paragraph |重复率 41%。|\nparagraph |见 key-finding 与 结论|\n");
    CHECK(described("x^2^和10^23\n") == "paragraph |x<superscript>2</superscript>和10^23|\n");
}

TEST_CASE("obsidian: what is embedded and no picture keeps its name, with one note") {
    const Parsed result = parsed("![[访谈提纲#问题三]]和![[数据.xlsx]]、![[附件|别名]]\n\n![[年表.PNG]]\n");
    CHECK(result.described() ==
          "paragraph |访谈提纲#问题三和数据.xlsx、别名|\nparagraph |<image 年表.PNG \"\"></image>|\n");
    CHECK(result.noted() == std::vector<std::string>{"embed-left-out"});
}

TEST_CASE("obsidian: states of tasks") {
    CHECK(
        described("- [-] 取消\n- [>] 推迟\n- [/] 进行\n- [x] 完成\n") ==
        "list bullets\n  item [ ]\n    paragraph |<strike>取消</strike>|\n  item [ ]\n    paragraph |推迟|\n"
        "  item [ ]\n    paragraph |进行|\n  item [x]\n    paragraph |完成|\n");
}
