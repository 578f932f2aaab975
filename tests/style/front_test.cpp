// SPDX-License-Identifier: Apache-2.0
// What stands before the text: title, revisions, contents and lists; and rules that part nothing.
#include "applied.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::test;

TEST_CASE("style: a book lists its figures and tables behind the contents, those with captions") {
    const std::string chapters = "# 题\n\n# 甲\n\n# 乙\n\n";
    Metadata metadata;
    metadata.toc = true;
    const Applied one = applied(chapters +
                                    "表 1 收支情况\n\n|a|\n|-|\n|b|\n\n|c|\n|-|\n|d|\n\n"
                                    "![图](a.png)\n\n图 1 馆藏增长\n\n![](b.png)\n",
                                metadata, "book");
    std::vector<std::string> entries;
    for (const Sequence& sequence : one.styled.sequences)
        for (const FlowBlock& block : sequence.flow)
            if (block.kind == FlowKind::contents_entry) {
                entries.push_back(one.styled.paragraphs[block.index].text);
                CHECK(block.entry_anchor != none);
            }
    REQUIRE(entries.size() >= 2);
    CHECK(entries[entries.size() - 2].find("馆藏增长") != std::string::npos);
    CHECK(entries.back().find("收支情况") != std::string::npos);
    CHECK(count_tags(one.styled, TagKind::contents) == 3);
}

TEST_CASE("style: revisions are a table with a head, behind a cover or at the end") {
    Metadata metadata;
    metadata.revisions = {{"0.9", "2024-02-01", "征求意见"}, {"1.0", "2024-03-05", "印发"}};
    for (const bool cover : {true, false}) {
        metadata.cover = cover;
        const Applied one = applied("# 题\n\n正文。\n", metadata);
        REQUIRE(one.styled.tables.size() == 1);
        const Table& table = one.styled.tables[0];
        CHECK(table.rows == 3);
        CHECK(table.header_rows == 1);
        CHECK(one.styled.paragraphs[table.caption].text == "修订记录");
        CHECK(one.styled.paragraphs[table.cells[1].paragraphs[0]].text == "日期");
        CHECK(one.styled.paragraphs[table.cells[8].paragraphs[0]].text == "印发");
        const std::vector<FlowBlock>& flow = one.styled.sequences.back().flow;
        const FlowBlock& there = cover ? flow.front() : flow.back();
        CHECK(there.kind == FlowKind::table);
        CHECK(one.styled.sequences.back().foot.empty() == cover);  // where the colophon stands
    }
}

TEST_CASE("style: the first of several chapters is no title, a lone heading of any level is") {
    const auto title = [](const char* markdown) {
        Notes notes;
        return first_heading(parse(make_source("t.md", markdown, notes), notes));
    };
    CHECK(title("# 第一章 总则\n\n文。\n\n# 第二章 机构\n") == "");
    CHECK(title("# 年度报告\n\n# 第一章 总则\n") == "年度报告");
    CHECK(title("### 1.10 概率\n\n文。\n\n#### 小节\n") == "1.10 概率");
    CHECK(title("<div align=\"center\">\n\n# 汗青\n\n</div>\n\n## 一\n\n## 二\n") == "汗青");
    CHECK(title("## 一\n\n## 二\n") == "");
    const Applied one = applied("### 概率\n\n文。\n");
    const auto all = texts(one.styled);
    CHECK(std::count(all.begin(), all.end(), "概率") == 1);
}

TEST_CASE("style: a few lines of contents stand between title and text") {
    const auto sequences = [](int sections) {
        std::string markdown = "# 题\n\n[TOC]\n\n";
        for (int i = 0; i < sections; ++i) markdown += "## 节\n\n文。\n\n";
        return applied(markdown).styled.sequences.size();
    };
    CHECK(sequences(3) == 1);
    CHECK(sequences(20) == 2);
}

TEST_CASE("style: contents typed as a list of links give way to those with page numbers") {
    const std::string markdown =
        "# 题\n\n## 目录\n\n- [甲](#甲)\n  - [乙](#乙)\n- [丙](#丙)\n\n## 甲\n\n### 乙\n\n## 丙\n\n文。\n";
    const Applied one = applied(markdown);
    const auto all = texts(one.styled);
    CHECK_FALSE(has(all, "目录"));  // the sheet's own is 目　录
    CHECK(count_tags(one.styled, TagKind::contents_item) == 3);
    CHECK(count_tags(one.styled, TagKind::list) == 0);
    CHECK(std::any_of(one.notes.all().begin(), one.notes.all().end(),
                      [](const Note& note) { return note.id == "contents-replaced"; }));
    Metadata none_wanted;
    none_wanted.toc = false;
    CHECK(count_tags(applied(markdown, none_wanted).styled, TagKind::list) == 2);
    const Applied mixed = applied("# 题\n\n- [甲](#甲)\n- 乙\n- [丙](#甲)\n- [丁](#甲)\n\n## 甲\n\n文。\n");
    CHECK(count_tags(mixed.styled, TagKind::list) == 1);
}

TEST_CASE("style: a rule that parts nothing is not drawn") {
    const auto rules = [](const char* markdown) {
        const Applied one = applied(markdown);
        const auto& flow = one.styled.sequences.back().flow;
        return std::count_if(flow.begin(), flow.end(),
                             [](const FlowBlock& b) { return b.kind == FlowKind::rule; });
    };
    CHECK(rules("甲。\n\n---\n\n乙。\n") == 1);
    CHECK(rules("甲。\n\n---\n\n## 乙\n\n文。\n\n***\n") == 0);
    CHECK(rules("## 甲\n\n---\n\n文。\n") == 0);
}
