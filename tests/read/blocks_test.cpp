// SPDX-License-Identifier: Apache-2.0
// Blocks as the parser finds them.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("blocks: a caption is its own table's, and the unit of the numbers stands apart from it") {
    const Parsed one =
        parsed("![](a.png)\n\n表1 涨跌幅度\n单位：%\n\n| a | b |\n|---|---|\n| 　其中 | 2 |\n");
    REQUIRE(one.document.blocks.size() >= 4);
    CHECK(one.document.blocks[1].caption == Caption::table);
    CHECK(one.document.blocks[1].text.utf8 == "表1 涨跌幅度");
    CHECK(one.document.blocks[2].caption == Caption::unit);
    CHECK(one.document.blocks[2].text.utf8 == "单位：%");
    CHECK(one.described().find("|　其中|") != std::string::npos);
    const Parsed alone = parsed("单位：万元\n\n正文。\n");
    CHECK(alone.document.blocks[0].caption == Caption::none);
}

TEST_CASE("blocks: breaks between two blocks are no paragraph, nor part a table from its caption") {
    const Parsed one = parsed(
        "<center> 表1.1 分布 </center>\n<br>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n甲。\n\n<br>\n\n乙。\n");
    CHECK(one.document.blocks[0].caption == Caption::table);
    CHECK(one.document.blocks[1].kind == BlockKind::table);
    CHECK(one.document.blocks.back().text.utf8 == "乙。");
    CHECK(one.document.blocks[one.document.blocks.size() - 2].text.utf8 == "甲。");
}

TEST_CASE("blocks: a callout of MkDocs may be a title alone") {
    CHECK(described("!!! warning \"请勿外传\"\n\n正文。\n") ==
          "callout warning |请勿外传|\nparagraph |正文。|\n");
}

TEST_CASE("read: comments of MDX are not printed, and name the heading they stand in") {
    const Parsed one = parsed("## 参考 {/*reference*/}\n\n前{/* 内部\n意见 */}后。\n\n`{/* 代码 */}`\n");
    REQUIRE(one.document.blocks.size() >= 3);
    CHECK(one.document.blocks[0].text.utf8 == "参考");
    CHECK(one.document.blocks[0].attributes.id == "reference");
    CHECK(one.document.blocks[1].text.utf8 == "前后。");
    CHECK(one.document.blocks[2].text.utf8 == "{/* 代码 */}");
    CHECK(one.document.comments.size() == 2);
}

TEST_CASE("blocks: headings of both kinds, with ids as GitHub makes them") {
    CHECK(described("# 一、总则\n\nTwo Words!\n---\n\n## 一、总则\n\n## Two words\n") ==
          "heading 1 {#一总则} |一、总则|\nheading 2 {#two-words} |Two Words!|\n"
          "heading 2 {#一总则-1} |一、总则|\nheading 2 {#two-words-1} |Two words|\n");
}

TEST_CASE("blocks: lists nest, count from where they begin, and know tasks") {
    CHECK(described("3. 三\n4. 四\n   - 子\n\n- [ ] 未\n- [x] 已\n") ==
          "list ordered 3\n  item\n    paragraph |三|\n  item\n    paragraph |四|\n    list bullets\n      "
          "item\n"
          "        paragraph |子|\nlist bullets\n  item [ ]\n    paragraph |未|\n  item [x]\n    paragraph "
          "|已|\n");
    CHECK(described("- 甲\n\n- 乙\n").starts_with("list bullets loose\n"));
}

TEST_CASE("blocks: quotes, rules and code") {
    CHECK(described("> 引\n\n***\n\n```py title\nx = 1\n\n  y\n```\n\n    indented\n") ==
          "quote\n  paragraph |引|\nrule\ncode py |x = 1\\n\\n  y|\ncode |indented|\n");
}

TEST_CASE("blocks: a table has its columns, alignments and escaped pipes") {
    const Parsed result = parsed("| 左 | 中 | 右 |\n|:--|:-:|--:|\n| a\\|b | **粗。**后 |\n");
    CHECK(result.described() ==
          "table 3\n  row header\n    cell 0 header left |左|\n    cell 1 header centre |中|\n    cell 2 "
          "header right |右|\n"
          "  row\n    cell 0 left |a|b|\n    cell 1 centre |<strong>粗。</strong>后|\n    cell 2 right\n");
    CHECK(result.notes.all().empty());
}

TEST_CASE("blocks: cells beyond the head stay in the last one, with a note; empty ones vanish") {
    const Parsed result = parsed("| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |\n| 5 | 6 | | |\n");
    CHECK(result.document.blocks.at(7 - 1).text.utf8 == "2 | 3 | 4 |");
    CHECK(result.noted() == std::vector<std::string>{"table-row-too-long"});
    CHECK(line_column(result.source, result.notes.all()[0].place.begin).line == 3);
    CHECK(result.document.blocks.at(9).text.utf8 == "6");
}

TEST_CASE("blocks: footnotes stand last, in the order of their first references") {
    const Parsed result = parsed("甲[^b]乙[^a]丙[^b]\n\n[^a]: 注甲\n\n    第二段\n\n[^b]: 注乙\n");
    CHECK(result.described() ==
          "paragraph |甲<footnote 1></footnote>乙<footnote 2></footnote>丙<footnote 1></footnote>|\n"
          "footnote [^b]\n  paragraph |注乙|\nfootnote [^a]\n  paragraph |注甲|\n  paragraph |第二段|\n");
    REQUIRE(result.document.footnotes.size() == 2);
    CHECK(result.document.footnotes[0].references == 2);
    CHECK(result.document.blocks[result.document.footnotes[1].block].kind == BlockKind::footnote);
}

TEST_CASE(
    "blocks: a footnote nobody refers to, or defined twice, stays readable with a warning at its place") {
    const Parsed result = parsed("甲[^1]\n\n[^1]: 一\n\n[^2]: 二\n\n[^1]: 又一\n");
    CHECK(result.described() ==
          "paragraph |甲<footnote 1></footnote>|\ndivision\n  paragraph |[^2]: 二|\ndivision\n  paragraph "
          "|[^1]: 又一|\n"
          "footnote [^1]\n  paragraph |一|\n");
    REQUIRE(result.noted() == std::vector<std::string>{"footnote-unused", "footnote-twice"});
    CHECK(line_column(result.source, result.notes.all()[0].place.begin).line == 5);
    CHECK(line_column(result.source, result.notes.all()[1].place.begin).line == 7);
}

TEST_CASE(
    "blocks: a footnote without a definition stays text with a warning; code that looks like notes is code") {
    const Parsed result = parsed("甲[^9]乙 `[^8]`\n\n```\n[^7]: x\n```\n");
    CHECK(result.text() == "甲[^9]乙 [^8][^7]: x");
    CHECK(result.noted() == std::vector<std::string>{"footnote-undefined"});
}

TEST_CASE("blocks: an open code block or comment does not swallow what was added for the parser") {
    CHECK(described("甲[^1]\n\n[^1]: 注\n\n```\n码") ==
          "paragraph |甲<footnote 1></footnote>|\ncode |码|\nfootnote [^1]\n  paragraph |注|\n");
    const Parsed comment = parsed("甲\n\n[^1]: 注\n\n<!-- 未完");
    CHECK(comment.text().find("[^1] ") == std::string::npos);
}

TEST_CASE("blocks: the ends and depths of blocks are consistent") {
    const Parsed result = parsed(
        "# 一\n\n> - 甲\n>   1. 乙\n\n| a |\n|---|\n| b |\n\n<div "
        "class=\"x\">\n\n丙\n\n</div>\n\n丁[^1]\n\n[^1]: 注\n");
    std::vector<std::uint32_t> open;
    const auto& blocks = result.document.blocks;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
        while (!open.empty() && blocks[open.back()].end <= i) open.pop_back();
        CHECK(blocks[i].depth == open.size());
        CHECK(blocks[i].end > i);
        if (!open.empty()) CHECK(blocks[i].end <= blocks[open.back()].end);
        open.push_back(i);
    }
}

TEST_CASE("blocks: front matter is split off, also with BOM and CRLF; an open one is an error") {
    const Parsed result = parsed("\xEF\xBB\xBF---\r\n题名: 甲\r\n---\r\n# 正文\r\n");
    REQUIRE(result.document.front_matter.find("题名") != nullptr);
    CHECK(result.document.front_matter.find("题名")->text == "甲");
    CHECK(result.described() == "--- 题名\nheading 1 {#正文} |正文|\n");
    CHECK(parsed("---\n\n# 规则\n\n---\n").described() == "rule\nheading 1 {#规则} |规则|\nrule\n");
    const Parsed open = parsed("---\n题名: 甲\n\n# 正文\n");
    REQUIRE(open.note("front-matter-open") != nullptr);
    CHECK(open.notes.has_errors());
    CHECK(parsed("---\n# 注释\n题名: 甲\n").note("front-matter-open") != nullptr);
}

TEST_CASE("blocks: a rule on the first line, a heading below it and no keys are no front matter") {
    CHECK(described("---\n# 题\n\n正文。\n") == "rule\nheading 1 {#题} |题|\nparagraph |正文。|\n");
    CHECK(described("---\n# 题\n\n正文。\n\n---\n\n乙\n") ==
          "rule\nheading 1 {#题} |题|\nparagraph |正文。|\nrule\nparagraph |乙|\n");
    CHECK(parsed("---\n# 题\n\n时间: 三月\n").noted().empty());
    CHECK(described("---\n# 注释\n\n题名: 甲\n---\n乙\n") == "--- 题名\nparagraph |乙|\n");
}

TEST_CASE("blocks: what other tools understand stays source, one note for each kind") {
    const Parsed result = parsed(
        "::: tip\n内容\n:::\n\n::: warning\n又\n:::\n\n> [!NOTE]\n> 注意\n\n[TOC]\n\n```mermaid\ngraph "
        "TD\n```\n\n"
        "公式 $\\nosuch{a_1*b}{c}$ 与 $\\no c*d_2$，{% note %} <Intro>介绍</Intro>\n\n$$\nx_1 = \\no\n= "
        "y\n$$\n");
    CHECK(result.described() ==
          "callout tip\n  paragraph |内容|\ncallout warning\n  paragraph |又|\n"
          "callout note\n  paragraph |注意|\ncode mermaid |graph TD|\n"
          "paragraph |公式 <code>$\\nosuch{a_1*b}{c}$</code> 与 <code>$\\no c*d_2$</code>，<code>{% note "
          "%}</code> "
          "介绍|\n"
          "code math |$$\\nx_1 = \\no\\n= y\\n$$|\n");
    CHECK(result.noted() == std::vector<std::string>{"unsupported-mermaid", "unsupported-math",
                                                     "unsupported-template", "component-tags"});
}

TEST_CASE("blocks: prices are no formulas") {
    CHECK(described("费用 $5，合计 $10。") == "paragraph |费用 $5，合计 $10。|\n");
    CHECK(described("US$5和6US$，**重点**") == "paragraph |US$5和6US$，<strong>重点</strong>|\n");
    CHECK(described("`$a` 和 `$b`") == "paragraph |<code>$a</code> 和 <code>$b</code>|\n");
    CHECK(described("\\$a\\$ 与 \\$*b*") == "paragraph |$a$ 与 $<emphasis>b</emphasis>|\n");
}

TEST_CASE("blocks: lines of component tags alone vanish with a note, text in them never") {
    const Parsed bare = parsed("<StickyHeader>\n\n正文\n\n</StickyHeader>\n");
    CHECK(bare.described() == "paragraph |正文|\n");
    CHECK(bare.noted() == std::vector<std::string>{"component-tags"});
    CHECK(described("<Card title=\"说明\" />\n") == "paragraph |<strong>说明</strong>|\n");
}

TEST_CASE("blocks: a list keeps the mark behind its numbers") {
    CHECK(described("1) 甲\n2) 乙\n") ==
          "list ordered 1)\n  item\n    paragraph |甲|\n  item\n    paragraph |乙|\n");
    CHECK(described("3. 甲\n") == "list ordered 3\n  item\n    paragraph |甲|\n");
}

TEST_CASE("blocks: the empty rows of a form to be filled in stay") {
    CHECK(described("| 甲 | 乙 |\n|---|---|\n| | |\n| | |\n") ==
          "table 2\n  row header\n    cell 0 header |甲|\n    cell 1 header |乙|\n"
          "  row\n    cell 0\n    cell 1\n  row\n    cell 0\n    cell 1\n");
}

TEST_CASE("blocks: a delimiter row that does not fit its head is named") {
    const Parsed result = parsed("甲\n\n| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n");
    REQUIRE(result.note("table-delimiter") != nullptr);
    CHECK(result.at(result.note("table-delimiter")->place) == "|---|---|");
    CHECK(result.note("table-delimiter")->arguments == std::vector<std::string>{"2", "3"});
    CHECK(parsed("| a |\n|---|---|\n").note("table-delimiter") != nullptr);
    for (const std::string text :
         {"a | b\n---\n", "```\n| a | b |\n|---|\n```\n", "| a | b |\n|---|---|\n", "甲\n---|---\n"})
        CHECK(parsed(text).noted().empty());
}

TEST_CASE("blocks: a pipe inside of code belongs to it where a row has too many cells") {
    const Parsed report = parsed(
        "| 选项 | 类型 |\n|---|---|\n| mode | `'a' | 'b'` 默认 a |\n| x | `a\\|b` | `c | d` |\n| `y | z` "
        "|\n");
    std::vector<std::string> cells;
    std::size_t codes = 0;
    for (const Block& block : report.document.blocks)
        if (block.kind == BlockKind::cell) {
            cells.push_back(block.text.utf8);
            for (const Mark& mark : block.text.marks) codes += mark.kind == MarkKind::code ? 1 : 0;
        }
    REQUIRE(cells.size() == 8);
    CHECK(cells[3] == "'a' | 'b' 默认 a");
    CHECK(cells[5].find("a|b") == 0);
    CHECK(cells[5].find("c | d") != std::string::npos);
    CHECK(codes == 3);  // `y | z` fills its row's two cells and is no code
}

TEST_CASE("blocks: what other tools show over code stands over it, and engines are told") {
    CHECK(described("```sh [npm]\nnpm i\n```\n") == "paragraph |<strong>npm</strong>|\ncode sh |npm i|\n");
    CHECK(described("```js title=\"src/a.js\"\na\n```\n").find("<strong>src/a.js</strong>") !=
          std::string::npos);
    for (const char* info : {"plantuml", "echarts", "dot"})
        CHECK(parsed("```" + std::string(info) + "\na\n```\n").noted() ==
              std::vector<std::string>{"unsupported-diagram"});
    CHECK(parsed("```{r, echo=FALSE}\na\n```\n").noted() == std::vector<std::string>{"code-not-run"});
    CHECK(parsed("```r\na\n```\n").noted().empty());
}

TEST_CASE("blocks: a Korean clause below its predecessor's items is no part of the last item") {
    const Parsed report = parsed("1. 조사\n2. 수거\n② 제1항의 사업은 무상으로 한다.\n");
    CHECK(report.document.blocks.back().kind == BlockKind::paragraph);
    CHECK(report.document.blocks.back().depth == 0);
    CHECK(parsed("▸ 일반회계\n▸ 결산액\n").text() == "▸ 일반회계\u2028▸ 결산액");
}

TEST_CASE("blocks: a row of dashes by itself is a rule") {
    CHECK(described("甲\n\n―――――――――\n\n乙\n") == "paragraph |甲|\nrule\nparagraph |乙|\n");
    CHECK(described("——\n") == "paragraph |——|\n");
}
