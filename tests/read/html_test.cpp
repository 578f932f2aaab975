// SPDX-License-Identifier: Apache-2.0
// Raw HTML: the harmless part honoured, the text of everything else kept.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("html: tags inside a paragraph become marks") {
    CHECK(described("H<sub>2</sub>O x<sup>2</sup> <u>下划</u> <mark>亮</mark> <kbd>Ctrl</kbd> <b>粗</b> "
                    "<del>删</del>") ==
          "paragraph |H<subscript>2</subscript>O x<superscript>2</superscript> <underline>下划</underline> "
          "<highlight>亮</highlight> <keyboard>Ctrl</keyboard> <strong>粗</strong> <strike>删</strike>|\n");
    CHECK(described("<span class=\"emphasis-dots\">点</span><a href=\"http://a.cn\">链</a>") ==
          "paragraph |<dots>点</dots><link http://a.cn>链</link>|\n");
}

TEST_CASE("html: ruby annotates the base before it") {
    CHECK(described("<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby>。") ==
          "paragraph |<ruby hàn>汉</ruby><ruby zì>字</ruby>。|\n");
    CHECK(described("<ruby>漢字<rt>かんじ</ruby>") == "paragraph |<ruby かんじ>漢字</ruby>|\n");
}

TEST_CASE("html: what Word puts among its words is no text") {
    const Parsed report = parsed("<p class=\"MsoNormal\">学历<span lang=\"EN-US\"><o:p></o:p></span></p>\n");
    CHECK(report.text() == "学历");
    CHECK(report.noted().empty());
}

TEST_CASE("html: tags that cross a mark never leave marks crossing") {
    const Parsed result = parsed("**甲<u>乙**丙</u>丁 <b>戊*己</b>庚*");
    for (const Mark& a : result.document.blocks.at(0).text.marks)
        for (const Mark& b : result.document.blocks[0].text.marks) {
            const bool crossing = a.begin < b.begin && b.begin < a.end && a.end < b.end;
            CHECK_FALSE(crossing);
        }
    CHECK(result.text() == "甲乙丙丁 戊己庚");
}

TEST_CASE("html: an image has its size, an unsafe address none") {
    const Parsed result = parsed(
        "<img src=\"%E5%9B%BE%201.png\" alt=\"替\" width=\"300\" style='height: 20mm'>\n<a "
        "href=\"javascript:x\">字</a>");
    REQUIRE(result.document.images.size() == 1);
    CHECK(result.document.images[0].path == "图 1.png");
    CHECK(result.document.images[0].attributes.values ==
          std::vector<std::pair<std::string, std::string>>{{"width", "300px"}, {"height", "20mm"}});
    CHECK(result.document.links.empty());
    CHECK(result.note("link-refused") != nullptr);
    CHECK(result.text().find("字") != std::string::npos);
}

TEST_CASE("html: a table becomes a table, with spans on the grid") {
    CHECK(described("<table>\n<thead><tr><th rowspan=2>甲</th><th "
                    "colspan=\"2\">乙</th></tr>\n<tr><th>丙</th><th>丁</th></tr></thead>\n"
                    "<tr><td>1</td><td align=right>2</td><td><b>3</b></td></tr></table>\n") ==
          "table 3\n  row header\n    cell 0 header rows=2 |甲|\n    cell 1 header columns=2 |乙|\n  row "
          "header\n"
          "    cell 1 header |丙|\n    cell 2 header |丁|\n  row\n    cell 0 |1|\n    cell 1 right |2|\n"
          "    cell 2 |<strong>3</strong>|\n");
}

TEST_CASE("html: blank lines in a table do not end it, and Markdown inside its cells is Markdown") {
    CHECK(described("<table><caption>题</caption>\n\n<tr>\n\n<td>\n\n**粗：**后\n\n</td>\n\n<td>\n\n- "
                    "甲\n\n</td></tr>\n\n</table>\n\n后\n") ==
          "paragraph caption |题|\ntable 2\n  row\n    cell 0 |<strong>粗：</strong>后|\n    cell 1\n      "
          "list bullets\n        item\n"
          "          paragraph |甲|\nparagraph |后|\n");
}

TEST_CASE("html: paragraphs in a cell are its lines") {
    CHECK(described("<table><tr><td><p>一</p>\n<p>二</p></td><td>三<br>四</td></tr></table>") ==
          "table 2\n  row\n    cell 0 |一⏎二|\n    cell 1 |三⏎四|\n");
}

TEST_CASE("html: a table within a cell keeps its rows, one around one cell is none") {
    CHECK(described("<table><tr><td>名称</td><td><table><tr><th>甲</th><td>1</td></tr><tr><td>乙</td><td></"
                    "td><td>2</td>"
                    "</tr></table></td></tr></table>") ==
          "table 2\n  row\n    cell 0 |名称|\n    cell 1 |<strong>甲</strong>　1⏎乙　2|\n");
    const std::string deep = described(
        "<table><tr><td>子</td><td>首<table><tr><td><ul><li>丙</li></ul></td><td>丁</td></tr></table>尾</"
        "td></tr></table>");
    for (const char* words : {"首", "丙", "丁", "尾"}) CHECK(deep.find(words) != std::string::npos);
    CHECK(described("<table><tr><td><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>") ==
          "table 2\n  row\n    cell 0 |甲|\n    cell 1 |1|\n");
}

TEST_CASE("html: blocks inside a line begin lines, items with their signs") {
    CHECK(described("|甲|\n|--|\n|<ul><li>x86</li><li>ARM 64</li></ul>后|\n") ==
          "table 1\n  row header\n    cell 0 header |甲|\n  row\n    cell 0 |• x86⏎• ARM 64⏎后|\n");
    CHECK(described("前<ol><li>一</li><li>二</li></ol>") == "paragraph |前⏎1. 一⏎2. 二|\n");
    CHECK(described("甲<p>乙</p>") == "paragraph |甲⏎乙|\n");
}

TEST_CASE("html: details, alignment, page breaks and headings") {
    CHECK(described("<details>\n<summary>摘要</summary>\n\n内容 `x`\n\n</details>\n\n<div "
                    "align=\"center\">\n\n中\n\n</div>\n\n"
                    "<p align=\"right\">右</p>\n\n<div class=\"page-break\"></div>\n\n<div "
                    "style=\"page-break-after: always\"></div>\n\n<h2 id=\"x\">题</h2>\n") ==
          "details\n  paragraph |<strong>摘要</strong>|\n  paragraph |内容 <code>x</code>|\nparagraph centre "
          "|中|\n"
          "paragraph right |右|\npage-break\npage-break\nheading 2 {#x} |题|\n");
}

TEST_CASE("html: lists, quotes and preformatted text") {
    CHECK(described("<ol "
                    "start=3><li>甲<ul><li>乙</li></ul></li><li><p>丙</p></li></ol>\n\n<blockquote>引</"
                    "blockquote>\n\n"
                    "<pre><code class=\"language-c\">a &lt; b\n  c</code></pre>\n") ==
          "list ordered 3\n  item\n    paragraph |甲|\n    list bullets\n      item\n        paragraph "
          "|乙|\n  item\n"
          "    paragraph |丙|\nquote\n  paragraph |引|\ncode c |a < b\\n  c|\n");
}

TEST_CASE("html: comments are no text but are known, with their places") {
    const Parsed result = parsed("甲<!-- 一 -->乙\n\n<!-- 二\n二 -->\n\n<div><!-- 三 --></div>\n");
    CHECK(result.text() == "甲乙");
    REQUIRE(result.document.comments.size() == 3);
    CHECK(result.at(result.document.comments[0]) == "<!-- 一 -->");
    CHECK(result.at(result.document.comments[1]) == "<!-- 二\n二 -->");
    CHECK(result.at(result.document.comments[2]) == "<!-- 三 -->");
    CHECK(result.notes.all().empty());
}

TEST_CASE(
    "html: what is no HTML is shown as typed, what has no effect keeps its text; one note for each kind") {
    const Parsed result = parsed(
        "Vector<int> 与 List<string>，<font size=5>红</font>，<video>影</video>\n\n<Foo a=\"b\">\n  "
        "内容\n</Foo>\n\n<script>x()</script>\n");
    CHECK(result.text() == "Vector<int> 与 List<string>，红，影内容");
    CHECK(result.noted() ==
          std::vector<std::string>{"html-unknown", "html-ignored", "html-media", "component-tags"});
}

TEST_CASE("html: elements left open end with their block and take nothing along") {
    CHECK(described("<div>\n\n甲\n\n<center>乙\n\n丙\n") ==
          "paragraph |甲|\nparagraph centre |乙|\nparagraph |丙|\n");
    CHECK(described("</div>\n\n甲</b>乙\n") == "paragraph |甲乙|\n");
}

TEST_CASE("html: an empty anchor is kept at the text that follows, and links lead there") {
    CHECK(described("<a name=\"甲\"></a>\n\n## 题\n\n[见](#甲)[题](#题)\n") ==
          "heading 2 {#题} |<span #甲>题</span>|\n"
          "paragraph |<link #题>见</link><link #题>题</link>|\n");
    CHECK(described("<a name=\"安装\"></a>\n## 安装\n\n[见](#安装)\n") ==
          "heading 2 {#安装} |<span #安装>安</span>装|\nparagraph |<link #安装>见</link>|\n");
    const Parsed result = parsed(
        "[甲](#a)[乙](#b)[丙](#c)[丁](#d)\n\n# 题\n\n<a id=\"a\"></a>\n\n一\n\n"
        "<span id=\"b\"></span>二\n\n<p id=\"c\">三</p>\n\n| <a id=\"d\"></a>四 |\n|---|\n");
    CHECK(result.noted().empty());
    CHECK(result.described() ==
          "paragraph |<link #a>甲</link><link #b>乙</link><link #c>丙</link><link #c>丁</link>|\n"
          "heading 1 {#题} |题|\nparagraph {#a} |<span #a>一</span>|\nparagraph {#b} |<span #b>二</span>|\n"
          "paragraph {#c} |<span #c>三</span>|\ntable 1\n  row header\n    cell 0 header |<span "
          "#d>四</span>|\n");
}

TEST_CASE("html: links to a container lead to its first paragraph, and what no link names gives no id") {
    CHECK(described("[见](#a)\n\n<div id=\"a\" class=\"b\">\n\n甲\n\n乙\n\n</div>\n") ==
          "paragraph |<link #a>见</link>|\ndivision {#a .b}\n  paragraph {#a} |甲|\n  paragraph |乙|\n");
    CHECK(described("<a id=\"a\"></a>甲\n") == "paragraph |<span #a>甲</span>|\n");
}

TEST_CASE("html: the id of any element is a place that links lead to") {
    const Parsed callout = parsed("# 题\n\n<span id=\"a\"></span>\n\n::: tip 提示\n甲\n:::\n\n[见](#a)\n");
    CHECK(callout.described() ==
          "heading 1 {#题} |题|\ncallout tip |提示|\n  paragraph {#a} |<span #a>甲</span>|\n"
          "paragraph |<link #a>见</link>|\n");
    for (const char* markup :
         {"<ul id=\"a\"><li>甲</li></ul>", "<ol><li id=\"a\">甲</li></ol>", "<pre id=\"a\">x</pre>\n\n甲",
          "<hr id=\"a\">\n\n甲", "<b id=\"a\">甲</b>", "<a id=\"a\" href=\"https://a.cn\">甲</a>",
          "<kbd id=\"a\">甲</kbd>", "<small id=\"a\">甲</small>", "<dl><dt id=\"a\">甲</dt></dl>",
          "<details><summary id=\"a\">甲</summary></details>"}) {
        INFO(markup);
        const Parsed result = parsed("# 题\n\n" + std::string(markup) + "\n\n[见](#a)\n");
        const auto found = std::find_if(result.document.blocks.begin(), result.document.blocks.end(),
                                        [](const Block& block) { return block.attributes.id == "a"; });
        REQUIRE(found != result.document.blocks.end());
        CHECK(found->text.utf8 == "甲");
    }
    CHECK(
        described("[见](#a)\n\n# 题\n\n<table><tr><td id=\"a\">甲</td></tr></table>\n").find("<link #题>") !=
        std::string::npos);
}

TEST_CASE("html: a link to # is none, and nobody is told") {
    const Parsed result = parsed("<a href=\"#\">甲</a>[乙](#)");
    CHECK(result.described() == "paragraph |甲乙|\n");
    CHECK(result.noted().empty());
}

TEST_CASE("html: alignment holds for the Markdown inside, and not for what is around or deeper") {
    CHECK(described("<div align=\"center\">\n\n**甲**\n\n- 乙\n\n## 题\n\n</div>\n\n丙\n") ==
          "paragraph centre |<strong>甲</strong>|\nlist bullets\n  item\n    paragraph |乙|\n"
          "heading 2 centre {#题} |题|\nparagraph |丙|\n");
    CHECK(described("<center>\n\n甲\n\n</center>\n") == "paragraph centre |甲|\n");
    CHECK(described("<p align=\"right\">\n\n甲\n\n乙\n\n</p>\n\n丙\n") ==
          "paragraph right |甲|\nparagraph right |乙|\nparagraph |丙|\n");
    CHECK(described("<div align=right>\n\n![甲](a.png)\n图 1 乙\n\n</div>\n") ==
          "paragraph right |<image a.png \"甲\"></image>|\nparagraph caption |图 1 乙|\n");
}

TEST_CASE("html: headings with blank lines inside keep their words") {
    CHECK(described("<h1 align=\"center\">\n\n**甲** 乙\n\n丙\n\n</h1>\n") ==
          "heading 1 centre {#甲-乙} |<strong>甲</strong> 乙|\nparagraph centre |丙|\n");
    CHECK(described("<details>\n<summary>\n\n甲\n\n</summary>\n\n乙\n\n</details>\n") ==
          "details\n  paragraph |甲|\n  paragraph |乙|\n");
}

TEST_CASE("html: the name of a tab stands over what it holds") {
    CHECK(described("<SimpleTab>\n\n<div label=\"本地部署\">\n\n文。\n\n</div>\n\n</SimpleTab>\n")
              .find("<strong>本地部署</strong>") != std::string::npos);
}

TEST_CASE("html: an anchor twice at one place, or without a link to it, is no fault") {
    CHECK(parsed("<p id=\"p1\"><a name=\"p1\"></a><a name=\"p1\"></a>甲</p>\n").noted().empty());
    CHECK(parsed("<a name=\"x\"></a>甲\n\n<a name=\"x\"></a>乙\n").noted().empty());
    CHECK(parsed("<a name=\"x\"></a>甲\n\n<a name=\"x\"></a>乙\n\n[见](#x)\n").noted() ==
          std::vector<std::string>{"id-twice"});
    CHECK(parsed("# 甲 {#x}\n\n# 乙 {#x}\n").noted() == std::vector<std::string>{"id-twice"});
}

TEST_CASE("html: what components of other tools show is kept") {
    CHECK(described("<TabItem value=\"a\" label=\"本地部署\">\n\n文。\n\n</TabItem>\n") ==
          "paragraph |<strong>本地部署</strong>|\nparagraph |文。|\n");
    CHECK(described("<Listing number=\"17-1\" file-name=\"a.rs\" "
                    "caption=\"定义一个函数\">\n\n文。\n\n</Listing>\n") ==
          "paragraph |<strong>17-1　定义一个函数　a.rs</strong>|\nparagraph |文。|\n");
    CHECK(described("<SimpleTab groupId=\"os\">\n<div label=\"甲\">\n\n文。\n\n</div>\n") ==
          "paragraph |<strong>甲</strong>|\nparagraph |文。|\n");
}

TEST_CASE("html: badges say since when") {
    CHECK(described("实验性的<Badge type=\"warning\" text=\"beta\" />。") ==
          "paragraph |实验性的<superscript>beta</superscript>。|\n");
    CHECK(described("## 宏 <sup class=\"vt-badge\" data-text=\"3.4+\" />\n")
              .find("<superscript>3.4+</superscript>") != std::string::npos);
}
