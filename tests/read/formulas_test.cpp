// SPDX-License-Identifier: Apache-2.0
// Formulas that are set, the paragraphs around displayed ones, and roles that name them.
#include "parsed.hpp"

#include "read/line_signs.hpp"
#include "read/plain_text.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE(
    "formulas: a displayed one parts its paragraph, takes the stop behind it, and what follows resumes") {
    const Parsed result = parsed("设\n$$\na = \\frac{b}{c}\n$$，其中 b 为数。\n\n下段。\n");
    CHECK(result.described() ==
          "paragraph |设|\nformula |<formula>$$⏎a = \\frac{b}{c}⏎$$</formula>|\n"
          "paragraph resumes |其中 b 为数。|\nparagraph |下段。|\n");
    REQUIRE(result.document.formulas.size() == 1);
    CHECK(result.document.formulas[0].display);
    CHECK(result.document.formulas[0].source == "$$\na = \\frac{b}{c}\n$$，");
    CHECK(described("$$a$$\n\n其中 a 为数。\n") ==
          "formula |<formula>$$a$$</formula>|\nparagraph resumes |其中 a 为数。|\n");
    CHECK(described("- 项\n  $$a$$\n  后\n").find("formula |<formula>$$a$$</formula>|") != std::string::npos);
}

TEST_CASE("formulas: where one is more than text, letters of all are set alike, numbers stay text") {
    CHECK(described("$x^2$ 与 $36\\%$") ==
          "paragraph |<emphasis>x</emphasis><superscript>2</superscript> 与 36%|\n");
    CHECK(described("$x^2$ 与 $36\\%$、$\\sum x$") ==
          "paragraph |<formula>$x^2$</formula> 与 36%、<formula>$\\sum x$</formula>|\n");
    CHECK(described("$\\alpha$、$\\sqrt 5$、$\\int x$").find("<formula>$\\sqrt 5$") != std::string::npos);
    CHECK(described("`$a$` 与 $\\sum x$").find("<code>$a$</code>") != std::string::npos);
    // What is in a formula is no Markdown.
    CHECK(described("$a^b^c_d_ \\sum ~x~$ **重**").find("<strong>重</strong>") != std::string::npos);
}

TEST_CASE("roles: labels name what stands before them, references lead there, others show their label") {
    const Parsed result = parsed(
        "# 题\n:label:`sec_a`\n\n见 :numref:`fig_b`、:numref:`sec_x` 与 :cite:`Li.2020`。\n\n"
        "![图](a.png)\n:width:`300px`\n:label:`fig_b`\n\n$$a=1$$\n:eqlabel:`eq_c`\n\n"
        ":begin_tab:`pytorch`\n安装。\n:end_tab:\n\n[**要点**]与(**次要**)。\n");
    CHECK(result.described() ==
          "heading 1 {#sec_a} |题|\n"
          "paragraph |见 <reference fig_b></reference>、<code>sec_x</code> 与 [Li.2020]。|\n"
          "paragraph |<image a.png \"图\" {#fig_b width=300px}></image>|\n"
          "formula {#eq_c} |<formula>$$a=1$$</formula>|\n"
          "paragraph |<strong>PyTorch</strong>⏎安装。|\n"
          "paragraph |<strong>要点</strong>与<strong>次要</strong>。|\n");
    CHECK(result.note("reference-elsewhere") != nullptr);
    CHECK(described("文字。\n:label:`par_a`\n") == "paragraph {#par_a} |文字。|\n");
    CHECK(described("[**要点**] :x:`甲`") == "paragraph |[<strong>要点</strong>] :x:<code>甲</code>|\n");
}

TEST_CASE("line signs: how a law came to be") {
    for (const std::string_view line :
         {"2016年12月25日 第十二届全国人民代表大会常务委员会第二十五次会议通过",
          "2004年9月19日 中华人民共和国国务院令第420号公布", "2021年1月1日 施行",
          "1990年6月23日 国务院批准　",
          "（2013年1月21日某委员会第1568次会议通过，根据2020年12月23日《决定》修正）"})
        CHECK(is_enactment(line));
    for (const std::string_view line :
         {"2016年12月25日", "2016年本办法通过。现予公布", "会议通过", "2016年12月25日，馆里举行了开放日活动"})
        CHECK_FALSE(is_enactment(line));
}

TEST_CASE("html: rows without cells are a slip, but not where cells reach down into them") {
    const std::string slip = "<table><tr><td>甲</td></tr>\n<tr>\n<tr><td>乙</td></tr></table>";
    CHECK(described(slip) == "table 1\n  row\n    cell 0 |甲|\n  row\n    cell 0 |乙|\n");
    const Parsed spanned = parsed("<table><tr><td rowspan=2>甲</td></tr><tr></tr></table>");
    CHECK(spanned.described().find("rows=2") != std::string::npos);
}

TEST_CASE("contents: a list that a sentence announces is no typed contents") {
    const std::string heads = "\n## 甲\n\n一。\n\n## 乙\n\n二。\n\n## 丙\n\n三。\n";
    const std::string list = "- [甲](#甲)\n- [乙](#乙)\n- [丙](#丙)\n";
    CHECK(text_lines(parsed("# 题\n\n" + list + heads).document).find("contents\t甲") != std::string::npos);
    CHECK(text_lines(parsed("# 题\n\n方式有三种：\n\n" + list + heads).document).find("contents") ==
          std::string::npos);
    CHECK(text_lines(parsed("# 题\n\n另见\n\n" + list + heads + heads + heads).document).find("contents") ==
          std::string::npos);
}

TEST_CASE("formulas: in plain text their source stands between signs, so that readers can leave it out") {
    CHECK(text_lines(parsed("设 $\\sum x$。\n\n$$a$$\n").document) ==
          "paragraph\t设 \uFFF9$\\sum x$\uFFF9。\nformula\t$$a$$\n");
}
