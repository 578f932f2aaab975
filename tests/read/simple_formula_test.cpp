// SPDX-License-Identifier: Apache-2.0
// Formulas that are text, and those that are not.
#include "parsed.hpp"

#include "read/simple_formula.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

TEST_CASE("formula: accents, roots, fractions, circled numbers and indices of Han are text") {
    CHECK(described("$Q_{总}$") == "paragraph |<emphasis>Q</emphasis><subscript>总</subscript>|\n");
    CHECK(described("$\\bar{x}\\pm s$") ==
          "paragraph |<emphasis>x\u0304</emphasis>±<emphasis>s</emphasis>|\n");
    CHECK(described("$\\textcircled{3}$、$\\surd$") == "paragraph |③、√|\n");
    CHECK(described("$\\sqrt{2}$、$\\frac{1}{2}$、$\\frac{a+b}{2}$").find("√2、1/2、(") != std::string::npos);
    CHECK(described("$\\frac{1}{3}m$、$2\\frac{1}{3}$、$\\frac{dy}{dx}$、$\\sqrt 2$") ==
          "paragraph "
          "|(1/3)<emphasis>m</emphasis>、2(1/3)、<emphasis>dy</emphasis>/<emphasis>dx</emphasis>、√2|\n");
    CHECK(described("$\\overline{AB}$") == "paragraph |<formula>$\\overline{AB}$</formula>|\n");
    CHECK(described("$5 和收费$6") == "paragraph |$5 和收费$6|\n");
}

TEST_CASE("simple formulas: become text with scripts, without a note") {
    const auto shown = [](const std::string& tex) { return described("$" + tex + "$"); };
    CHECK(shown("36.8\\%") == "paragraph |36.8%|\n");
    CHECK(shown("\\geq 25\\%") == "paragraph |≥25%|\n");
    CHECK(shown("\\mathrm{CO_2}") == "paragraph |CO<subscript>2</subscript>|\n");
    CHECK(shown("-40^{\\circ}\\mathrm{C}") == "paragraph |−40°C|\n");
    CHECK(shown("1.2\\times10^{4}") == "paragraph |1.2×10<superscript>4</superscript>|\n");
    CHECK(shown("a_{11}") == "paragraph |<emphasis>a</emphasis><subscript>11</subscript>|\n");
    CHECK(shown("\\mathbf{x}") == "paragraph |<strong>x</strong>|\n");
    CHECK(described("温度 $25^\\circ$C，$5/$c") == "paragraph |温度 25°C，$5/$c|\n");
    CHECK(parsed("件数 $n$ 与\\(\\alpha\\)。").noted().empty());
    CHECK(described("点$^{[1]}$；") == "paragraph |点<superscript>[1]</superscript>；|\n");
}

TEST_CASE("simple formulas: what wants two dimensions stays as typed") {
    for (const std::string tex : {"\\frac{\\frac{a}{b}}{c}", "\\sum_{i} x", "x_{a_b}", "\\binom{n}{2}",
                                  "\\sqrt[3]{x}", "a & b", "{", "x}", "\\", "x^", "\\mathbb{R}"})
        CHECK_FALSE(simple_formula(tex));
    CHECK_FALSE(simple_formula(std::string(400, 'x')));
    CHECK(parsed("值为 $\\binom{1}{2}$。").noted().empty());
    CHECK(parsed("值为 $\\nosuchsign{1}{2}$。").note("unsupported-math") != nullptr);
    CHECK(described("值 $\\nosuchsign{1}$。") == "paragraph |值 <code>$\\nosuchsign{1}$</code>。|\n");
}

TEST_CASE("dialect: scripts of pandoc, words in double brackets, empty spans, boxes in quotations") {
    CHECK(described("H~2~O 与 5~10 人，3~5~") == "paragraph |H<subscript>2</subscript>O 与 5~10 人，3~5~|\n");
    CHECK(
        described("PM~2.5~、a^−1^、10^－3^") ==
        "paragraph "
        "|PM<subscript>2.5</subscript>、a<superscript>−1</superscript>、10<superscript>－3</superscript>|\n");
    CHECK(described("^a^ 括号外") == "paragraph |<superscript>a</superscript> 括号外|\n");
    CHECK(described("文^\\[1\\]^。") == "paragraph |文<superscript>[1]</superscript>。|\n");
    CHECK(described("x ^ 2 ^ y, 2^10") == "paragraph |x ^ 2 ^ y, 2^10|\n");
    CHECK(described("见[[海瑞|官员]]、[[张居正]]，[[nodiscard]]") ==
          "paragraph |见官员、张居正，[[nodiscard]]|\n");
    CHECK(described("![[年表.png|400]]") == "paragraph |<image 年表.png \"\" {width=400}></image>|\n");
    CHECK(described("# []{#_Toc1 .anchor}规划\n").find("anchor") == std::string::npos);
    CHECK(parsed("# []{#_Toc1 .anchor}规划\n").document.blocks[0].text.utf8 == "规划");
    CHECK(parsed("- \\[ \\] 甲\n").text() == "[ ] 甲");
    CHECK(parsed("> - [x] 对照\n> - [ ] 查\n").text() == "对照查");
    CHECK(described("甲\n$n$ 件") == "paragraph |甲 <emphasis>n</emphasis> 件|\n");
}
