// SPDX-License-Identifier: Apache-2.0
// The dialect of docs/markdown.md.
#include "parsed.hpp"

#include "read/attributes.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace hanqing;

TEST_CASE("dialect: attributes on images, headings and links") {
    CHECK(described("## 总则 {#sec-a .unnumbered}\n\n![图](a.png){#fig-a "
                    "width=80%}后\n\n[甲](http://a.cn){.red}\n") ==
          "heading 2 {#sec-a .unnumbered} |总则|\nparagraph |<image a.png \"图\" {#fig-a "
          "width=80%}></image>后|\n"
          "paragraph |<link http://a.cn><span .red>甲</span></link>|\n");
    CHECK(described("# 前言 {-}\n") == "heading 1 {#前言 .unnumbered} |前言|\n");
}

TEST_CASE("dialect: spans with classes") {
    CHECK(described("[重**点**]{.emphasis-dots}、[张三]{.name-line}、[史记]{.title-line}、[红]{.red}") ==
          "paragraph "
          "|<dots>重<strong>点</strong></dots>、<name-line>张三</name-line>、<title-line>史记</"
          "title-line>、<span .red>红</span>|\n");
    CHECK(described("\\[甲\\]{.x} [甲] {.x} [甲]{not attributes} `[甲]{.x}`") ==
          "paragraph |[甲]{.x} [甲] {.x} [甲]{not attributes} <code>[甲]{.x}</code>|\n");
    CHECK(described("*甲 [乙* 丙]{.x}") == "paragraph |<emphasis>甲 [乙</emphasis> 丙]{.x}|\n");
}

TEST_CASE("dialect: one span may bear a line and dots, and a class of the sheet besides (E3)") {
    const std::string both = described("[人名]{.name-line .emphasis-dots}");
    CHECK(both.find("<name-line>") != std::string::npos);
    CHECK(both.find("<dots>") != std::string::npos);
    CHECK(both.find("<span") == std::string::npos);
    const std::string more = described("[人名]{.name-line .red}");
    CHECK(more.find("<name-line>") != std::string::npos);
    CHECK(more.find("<span .red>") != std::string::npos);
}

TEST_CASE("dialect: references to figures, tables and sections") {
    CHECK(described("见@fig-a、@tbl-b-1和@sec-c。") ==
          "paragraph |见<reference fig-a></reference>、<reference tbl-b-1></reference>和<reference "
          "sec-c></reference>。|\n");
    CHECK(described("a@fig-a.cn \\@fig-a `@fig-a` @unknown") ==
          "paragraph |<link mailto:a@fig-a.cn>a@fig-a.cn</link> @fig-a <code>@fig-a</code> @unknown|\n");
}

TEST_CASE("dialect: captions of tables, before or after, typed with number or as `: 表题`") {
    const std::string table = "| a |\n|---|\n| 1 |\n";
    const std::string rows = "  row header\n    cell 0 header |a|\n  row\n    cell 0 |1|\n";
    CHECK(described(table + "\n: 表题 {#tbl-a}\n") ==
          "table 1 {#tbl-a}\n" + rows + "paragraph caption |表题|\n");
    CHECK(described(table + ": 表题 {#tbl-a}\n") ==
          "table 1 {#tbl-a}\n" + rows + "paragraph caption |表题|\n");
    CHECK(described(": 表题\n\n" + table) == "paragraph caption |表题|\ntable 1\n" + rows);
    CHECK(described("表 3　各地收入\n\n" + table) == "paragraph caption |表 3　各地收入|\ntable 1\n" + rows);
    CHECK(described("表三人同行\n\n" + table) == "paragraph |表三人同行|\ntable 1\n" + rows);
    CHECK(described("表 3 题\n\n段\n\n" + table) == "paragraph |表 3 题|\nparagraph |段|\ntable 1\n" + rows);
    CHECK(described(table + "\n后文[^1]\n\n[^1]: 注\n") ==
          "table 1\n" + rows + "paragraph |后文<footnote 1></footnote>|\nfootnote [^1]\n  paragraph |注|\n");
}

TEST_CASE("dialect: pictures in turn with their captions, all in one paragraph") {
    CHECK(described("![甲](a.png)\n图2（a）人次\n![乙](b.png)\n图2（b）卷次\n![丙](c.png)\n") ==
          "paragraph |<image a.png \"甲\"></image>|\nparagraph caption |图2（a）人次|\n"
          "paragraph |<image b.png \"乙\"></image>|\nparagraph caption |图2（b）卷次|\n"
          "paragraph |<image c.png \"丙\"></image>|\n");
    CHECK(described("![甲](a.png)\nFigure 1 One\n![乙](b.png)  \nFigure 2 Two\n") ==
          "paragraph |<image a.png \"甲\"></image>|\nparagraph caption |Figure 1 One|\n"
          "paragraph |<image b.png \"乙\"></image>|\nparagraph caption |Figure 2 Two|\n");
    CHECK(described("![甲](a.png)\n![乙](b.png)\n图 1 点击![丙](c.png)按钮\n") ==
          "paragraph |<image a.png \"甲\"></image> <image b.png \"乙\"></image> 图 1 点击<image c.png "
          "\"丙\"></image>按钮|\n");
}

TEST_CASE("dialect: captions of figures, in the next paragraph or on the next line") {
    CHECK(described("![](a.png)\n\n图 2-1 说明\n") ==
          "paragraph |<image a.png \"\"></image>|\nparagraph caption |图 2-1 说明|\n");
    CHECK(described("![](a.png)\n图2 说明**：**后\n") ==
          "paragraph |<image a.png \"\"></image>|\nparagraph caption |图2 说明<strong>：</strong>后|\n");
    CHECK(described("![](a.png)\n\n图中可见\n") ==
          "paragraph |<image a.png \"\"></image>|\nparagraph |图中可见|\n");
}

TEST_CASE("dialect: bare addresses end where ASCII ends") {
    CHECK(described("见https://a.cn/x_y_z/*w*/v，以及www.b.cn。邮a.b@c.cn！") ==
          "paragraph |见<link https://a.cn/x_y_z/*w*/v>https://a.cn/x_y_z/*w*/v</link>，以及<link "
          "http://www.b.cn>www.b.cn</link>。"
          "邮<link mailto:a.b@c.cn>a.b@c.cn</link>！|\n");
    CHECK(described("**https://a.cn**（https://b.cn/(x)）") ==
          "paragraph |<strong><link https://a.cn>https://a.cn</link></strong>（<link "
          "https://b.cn/(x)>https://b.cn/(x)</link>）|\n");
    CHECK(described("`https://a.cn` [https://a.cn](http://b.cn) http://localhost") ==
          "paragraph |<code>https://a.cn</code> <link http://b.cn>https://a.cn</link> http://localhost|\n");
}

TEST_CASE("dialect: strikethrough may hold marks and never crosses them") {
    CHECK(described("~~删**粗**。~~后 ~~a~b~~ ~~~c~~~") ==
          "paragraph |<strike>删<strong>粗</strong>。</strike>后 <strike>a~b</strike> ~~~c~~~|\n");
    CHECK(described("~~甲 **乙~~ 丙**") == "paragraph |~~甲 <strong>乙~~ 丙</strong>|\n");
}

TEST_CASE("dialect: an id given twice is a warning") {
    const Parsed result = parsed("# 甲 {#sec-a}\n\n# 乙 {#sec-a}\n");
    CHECK(result.noted() == std::vector<std::string>{"id-twice"});
}

TEST_CASE("dialect: attributes read ids, classes, values and quotes, and nothing else") {
    const auto found = attributes_at("{#a .b .c width=80% title=\"x y\"}z", 0);
    REQUIRE(found);
    CHECK(found->size == 32);
    CHECK(found->attributes.id == "a");
    CHECK(found->attributes.classes == std::vector<std::string>{"b", "c"});
    CHECK(found->attributes.values ==
          std::vector<std::pair<std::string, std::string>>{{"width", "80%"}, {"title", "x y"}});
    for (const char* prose :
         {"{}", "{ }", "{甲}", "{#a", "{a}", "{a=}", "{# a}", "{.}", "{#a}{", "{\"a\"}", "{a=\"b}"})
        if (std::string_view(prose) != "{#a}{") CHECK_FALSE(attributes_at(prose, 0));
}

TEST_CASE("dialect: the examples of docs/markdown.md raise no notes but those they speak of") {
    std::ifstream file(HANQING_ROOT "/docs/markdown.md");
    REQUIRE(file);
    std::stringstream content;
    content << file.rdbuf();
    const std::string doc = content.str();
    std::size_t examples = 0;
    for (std::size_t at = doc.find("````markdown\n"); at != std::string::npos;
         at = doc.find("````markdown\n", at)) {
        at += 13;
        const std::size_t end = doc.find("\n````", at);
        REQUIRE(end != std::string::npos);
        const Parsed result = parsed(doc.substr(at, end - at));
        INFO(doc.substr(at, end - at));
        for (const std::string& id : result.noted()) CHECK(doc.find("`" + id + "`") != std::string::npos);
        CHECK_FALSE(result.notes.has_errors());
        CHECK(!result.document.blocks.empty());
        ++examples;
        at = end + 5;
    }
    CHECK(examples >= 18);
}

TEST_CASE("dialect: a table of one cell that holds a picture is the picture") {
    CHECK(described("| ![图](a.png) |\n|---|\n\n图 2 说明\n") ==
          "paragraph centre |<image a.png \"图\"></image>|\nparagraph caption |图 2 说明|\n");
    CHECK(described("| ![图](a.png) 文 |\n|---|\n").starts_with("table 1\n"));
    CHECK(described("| ![图](a.png) | ![图](b.png) |\n|---|---|\n").starts_with("table 2\n"));
}

TEST_CASE("dialect: == around words is a highlight, == between words is text") {
    CHECK(described("这是==重点==。") == "paragraph |这是<highlight>重点</highlight>。|\n");
    CHECK(described("==a **b** c==，==丁==") ==
          "paragraph |<highlight>a <strong>b</strong> c</highlight>，<highlight>丁</highlight>|\n");
    for (const std::string text :
         {"a == b == c", "x==y, z==w", "===甲===", "== 甲 ==", "==甲", "\\==甲==", "====", "**==甲**=="})
        CHECK(parsed(text).text().find("==") != std::string::npos);
    CHECK(described("`==甲==`") == "paragraph |<code>==甲==</code>|\n");
}

TEST_CASE(
    "dialect: formulas in the brackets of LaTeX; those not understood are shown as typed, with a note") {
    CHECK(described("其中 \\(\\binom{x_1}{2}\\) 和 \\( \\sum b*c \\)。") ==
          "paragraph |其中 <formula>\\(\\binom{x_1}{2}\\)</formula> 和 <formula>\\( \\sum b*c "
          "\\)</formula>。|\n");
    const Parsed unknown = parsed("其中 \\(\\nosuch{x_1}{2}\\) 是。\n\n\\[\n\\nosuch * y_1\n\\]\n");
    CHECK(unknown.described() ==
          "paragraph |其中 <code>\\(\\nosuch{x_1}{2}\\)</code> 是。|\n"
          "code math |\\[\\n\\nosuch * y_1\\n\\]|\n");
    REQUIRE(unknown.note("unsupported-math") != nullptr);
    CHECK(described("其中\n\\[ a=1 \\]\n\\[ b=2 \\]\n成立。") ==
          "paragraph |其中|\nformula |<formula>\\[ a=1 \\]</formula>|\n"
          "formula |<formula>\\[ b=2 \\]</formula>|\nparagraph resumes |成立。|\n");
}

TEST_CASE("dialect: escaped brackets of prose stay brackets") {
    for (const std::string text : {"见\\[1\\]和\\[来源：甲=乙\\]", "函数\\(甲\\)、open\\(\\)、\\(optional\\)",
                                   "\\[a\\_b\\]", "\\[x = 1"}) {
        const Parsed result = parsed(text);
        INFO(text);
        CHECK(result.noted().empty());
        CHECK(result.text().find('\\') == std::string::npos);
    }
}

TEST_CASE("dialect: blanks inside of ** are a slip in Chinese, and stars between numbers are stars") {
    CHECK(described("请注意** 截止日期 **不变，是 **至多增加 1 ** 。") ==
          "paragraph |请注意<strong>截止日期</strong>不变，是 <strong>至多增加 1</strong> 。|\n");
    CHECK(described("**甲** 和 **乙** 与 **丙**") ==
          "paragraph |<strong>甲</strong> 和 <strong>乙</strong> 与 <strong>丙</strong>|\n");
    CHECK(parsed("2 ** 3 ** 4").text() == "2 ** 3 ** 4");
    CHECK(parsed("幂 ** 是").text() == "幂 ** 是");
    CHECK(parsed("** 甲 **").noted() == std::vector<std::string>{"emphasis-blanks"});
}
