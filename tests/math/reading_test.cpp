// SPDX-License-Identifier: Apache-2.0
// What TeX source is read as.
#include "math/formula.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

std::string tree(std::string_view tex, bool display = false) {
    const auto formula = read_formula(tex, display);
    return formula ? describe(*formula) : "refused";
}

/// The first line, for what one command becomes.
std::string first(std::string_view tex, bool display = false) {
    const std::string all = tree(tex, display);
    return all.substr(0, all.find('\n'));
}

}  // namespace

TEST_CASE("math: letters are italic, digits and capital Greek upright, h is in an older block") {
    CHECK(tree("x2\\alpha\\Gamma h∂") == "symbol 𝑥\nsymbol 2\nsymbol 𝛼\nsymbol Γ\nsymbol ℎ\nsymbol 𝜕\n");
    CHECK(tree("\\varGamma\\mathit{\\Gamma}") == "symbol 𝛤\nsymbol 𝛤\n");
}

TEST_CASE("math: alphabets and weight combine, and older blocks keep what is theirs") {
    CHECK(tree("\\mathbf{x}\\boldsymbol{x}\\mathcal{L}\\mathfrak{g}\\mathbb{R}\\mathbb{A}\\mathsf{x}\\mathtt{"
               "x}") == "symbol 𝐱\nsymbol 𝒙\nsymbol ℒ\nsymbol 𝔤\nsymbol ℝ\nsymbol 𝔸\nsymbol 𝗑\nsymbol 𝚡\n");
    CHECK(tree("\\boldsymbol{\\mathcal{L}}\\boldsymbol{\\alpha}\\boldsymbol{\\Gamma}\\boldsymbol{1}") ==
          "symbol 𝓛\nsymbol 𝜶\nsymbol 𝚪\nsymbol 𝟏\n");
    CHECK(tree("{\\bf x}y") == "symbol 𝐱\nsymbol 𝑦\n");
}

TEST_CASE("math: upright letters side by side are a word, and blanks are none") {
    CHECK(tree("\\mathrm { C O _ { 2 } }") == "words \"CO\"\n  _\n    symbol 2\n");
    CHECK(tree("\\mathrm{d}x") == "symbol d\nsymbol 𝑥\n");
    CHECK(tree("1 0 0 \\%") == "symbol 1\nsymbol 0\nsymbol 0\nsymbol %\n");
    CHECK(tree("100%") == "symbol 1\nsymbol 0\nsymbol 0\nsymbol %\n");
}

TEST_CASE("math: scripts take one thing or a group, primes are superscripts that more may join") {
    CHECK(tree("x_i^{2n}") == "symbol 𝑥\n  ^\n    symbol 2\n    symbol 𝑛\n  _\n    symbol 𝑖\n");
    CHECK(tree("f''") == "symbol 𝑓\n  ^\n    symbol ″\n");
    CHECK(tree("f'^2") == "symbol 𝑓\n  ^\n    symbol ′\n    symbol 2\n");
    CHECK(tree("x^\\frac12") ==
          "symbol 𝑥\n  ^\n    fraction\n      0:\n        symbol 1\n      1:\n        symbol 2\n");
    CHECK(tree("^2") == "list\n  ^\n    symbol 2\n");
    CHECK(tree("x²") == "symbol 𝑥\n  ^\n    symbol 2\n");
    CHECK(tree("x_{}") == "symbol 𝑥\n");
}

TEST_CASE("math: a binary sign without two operands is ordinary") {
    CHECK(tree("a-b") == "symbol 𝑎\nsymbol − binary\nsymbol 𝑏\nends 2 3\n");
    CHECK(tree("-b") == "symbol −\nsymbol 𝑏\n");
    CHECK(tree("(-b)") == "symbol ( opening\nsymbol −\nsymbol 𝑏\nsymbol ) closing\n");
    CHECK(tree("a*") == "symbol 𝑎\nsymbol ∗\n");
}

TEST_CASE("math: lines may end behind signs and commas of the outermost level, not before what closes") {
    const auto ends = [](std::string_view tex) { return read_formula(tex, false)->ends; };
    using Ends = std::vector<std::uint32_t>;
    CHECK(ends("a=b+c") == Ends{2, 4, 5});
    CHECK(ends("\\left(a+b\\right)") == Ends{1});
    CHECK(ends("{a+b}") == Ends{2, 3});  // braces around the whole are none
    CHECK(ends("x{a+b}") == Ends{2});
    CHECK(ends("a,b") == Ends{2, 3});
    CHECK(ends("f(a,b)") == Ends{6});
    CHECK(ends("a,") == Ends{2});
    CHECK(ends("a=\\;b") == Ends{3, 4});  // a space stays at the line's end
    CHECK(ends("a<=b") == Ends{3, 4});    // not inside a sign of two characters
    CHECK(ends("[a+)") == Ends{4});
    CHECK(ends("") == Ends{});
}

TEST_CASE("math: fractions, binomials and roots") {
    CHECK(first("\\dfrac{a}{b}") == "fraction display");
    CHECK(first("\\binom{n}{k}") == "fraction open=( close=) no-bar");
    CHECK(tree("a\\over b") == "fraction inner\n  0:\n    symbol 𝑎\n  1:\n    symbol 𝑏\n");
    CHECK(tree("\\sqrt[3]{x}") == "radical\n  0:\n    symbol 𝑥\n  1:\n    symbol 3\n");
    CHECK(tree("\\root n \\of x") == "radical\n  0:\n    symbol 𝑥\n  1:\n    symbol 𝑛\n");
}

TEST_CASE("math: delimiters that grow, that have a size, and that are none") {
    CHECK(first("\\left\\{x\\right.") == "delimited inner open={");
    CHECK(first("\\Biggl[") == "delimiter [ opening size=4");
    CHECK(tree("\\left<a\\middle|b\\right>") ==
          "delimited inner open=⟨ close=⟩\n  symbol 𝑎\n  delimiter | relation size=0\n  symbol 𝑏\n");
}

TEST_CASE("math: operators have limits in displays, integrals beside them, and \\limits says otherwise") {
    CHECK(first("\\sum_i") == "symbol ∑ operation large limits-in-display");
    CHECK(first("\\int_0") == "symbol ∫ operation large");
    CHECK(first("\\int\\limits_0") == "symbol ∫ operation large limits");
    CHECK(first("\\lim_{x}") == "words \"lim\" operation limits-in-display");
    CHECK(first("\\sin x") == "words \"sin\" operation");
    CHECK(first("\\operatorname*{argmin}_x") == "words \"argmin\" operation limits-in-display");
    CHECK(first("\\operatorname{softmax}") == "words \"softmax\" operation");
}

TEST_CASE("math: arrays with columns, rules, bars and room between rows") {
    CHECK(first("\\begin{array}{l|r}a&b\\\\[2mu]\\hline c\\end{array}") == "array 2 lr rule=1 bar=1 gap=2");
    CHECK(
        tree("\\begin{pmatrix}a&b\\\\c\\end{pmatrix}") ==
        "delimited inner open=( close=)\n  array 2 c close\n    0:\n      symbol 𝑎\n    1:\n      symbol 𝑏\n"
        "    2:\n      symbol 𝑐\n    3:\n");
    CHECK(first("\\begin{cases}a\\\\\\end{cases}") == "delimited inner open={");
    CHECK(tree("\\begin{array}{*{2}{c}}[a]\\\\ [b]\\end{array}").find("symbol ]") != std::string::npos);
}

TEST_CASE(
    "math: a right cell of an alignment begins with an empty atom, so that its relation keeps its space") {
    CHECK(
        tree("\\begin{aligned}a&=b\\end{aligned}") ==
        "array 2 c pairs display\n  0:\n    symbol 𝑎\n  1:\n    list\n    symbol = relation\n    symbol 𝑏\n");
}

TEST_CASE("math: numbers belong to the rows of a display, or to the whole") {
    CHECK(first("\\begin{align}a&=b\\tag{1}\\\\c&=d\\tag*{A}\\end{align}", true) ==
          "array 2 c pairs display tag=(1) tag=A");
    CHECK(tree("x\\tag { 2.1 }", true) == "symbol 𝑥\ntag (2.1)\n");
    CHECK(read_formula("x=\\begin{aligned}a\\tag{3}\\end{aligned}", true)->tag == "(3)");
    CHECK(tree("x\\tag{1}") == "symbol 𝑥\nspace 18\nwords \"(1)\"\nends 2 3\n");  // in a line
    CHECK(tree("x\\label{eq:a}\\nonumber", true) == "symbol 𝑥\n");
}

TEST_CASE("math: breaks without an environment make rows in a display and nothing in a line") {
    CHECK(first("a\\\\b", true) == "array 1 c display");
    CHECK(first("a&=b\\\\&=c", true) == "array 2 c pairs display");
    CHECK(tree("\\\\").empty());
    CHECK(tree("a\\newline b") == "symbol 𝑎\nspace 18\nsymbol 𝑏\nends 2 3\n");
}

TEST_CASE("math: a full stop behind rows belongs to the last of them") {
    const std::string rows = tree("\\displaystyle\\begin{aligned}a&=b\\\\&=c\\end{aligned}.", true);
    CHECK(rows.starts_with("array 2 c pairs display\n"));
    CHECK(rows.ends_with("symbol 𝑐\n    symbol .\n"));
    // In front of something else it stays between the two.
    CHECK(tree("\\begin{aligned}a\\end{aligned},b", true).starts_with("array 1"));
    CHECK(read_formula("\\begin{aligned}a\\end{aligned},b", true)->list.size() == 3);
}

TEST_CASE("math: what stands over a base is of its class, braces leave the signs beside them alone") {
    CHECK(first("\\overset{a}{=}") == "stack relation");
    CHECK(first("\\stackrel{a}{b}") == "stack relation");
    CHECK(first("\\underset{x}{\\operatorname{argmin}}") == "stack operation");
    CHECK(tree("\\underbrace{a}_{n}+b") ==
          "line ⏟ limits below\n  symbol 𝑎\n  _\n    symbol 𝑛\nsymbol + binary\nsymbol 𝑏\nends 2 3\n");
    CHECK(first("\\overrightarrow{AB}") == "line \u20D7");
    CHECK(first("\\xrightarrow[a]{b}") == "arrow → relation");
    CHECK(first("\\widehat{AB}") == "accent U+0302 stretches");
}

TEST_CASE("math: signs by number, scripts at both sides, brackets by name") {
    CHECK(tree("\\unicode{x2264}") == tree("\\le"));
    CHECK(tree("\\unicode{8804}") == tree("\\le"));
    CHECK(tree("\\unicode{xD800}") == "refused");
    CHECK(tree("\\unicode{x}") == "refused");
    CHECK(tree("\\abs{x}") == tree("\\left|x\\right|"));
    CHECK(tree("\\sideset{}{'}\\sum_n") ==
          "list operation limits-in-display\n  symbol ∑ operation large\n    ^\n      symbol ′\n  "
          "_\n    symbol 𝑛\n");
}

TEST_CASE("math: chemical equations are the mathematics that they stand for") {
    CHECK(tree("\\ce{H2O}") == tree("{\\mathrm{H}_{2}\\mathrm{O}}"));
    CHECK(tree("\\ce{SO4^2-}") == tree("{\\mathrm{SO}_{4}^{2-}}"));
    CHECK(tree("\\ce{Na+ + Cl-}") == tree("{\\mathrm{Na}^{+}+\\mathrm{Cl}^{-}}"));
    CHECK(tree("\\ce{2H2 + O2 ->[\\Delta] 2H2O}") ==
          tree("{2\\,\\mathrm{H}_2+\\mathrm{O}_2\\xrightarrow{\\Delta}2\\,\\mathrm{H}_2\\mathrm{O}}"));
    CHECK(tree("\\ce{CH2=CH2}") == tree("{\\mathrm{CH}_2{=}\\mathrm{CH}_2}"));
    CHECK(tree("\\ce{A v}") == tree("{\\mathrm{A}\\,{\\downarrow}}"));
    CHECK(tree("\\ce{->[a}") == "refused");
    CHECK(tree("\\ce{$a}") == "refused");
}

TEST_CASE("math: words keep their blanks, and may hold mathematics again") {
    CHECK(tree("\\text{if  }x") == "words \"if \"\nsymbol 𝑥\n");
    CHECK(tree("x\\text{损失 $l_2$}") ==
          "symbol 𝑥\nlist\n  words \"损失 \"\n  symbol 𝑙\n    _\n      symbol 2\n");
    CHECK(tree("\\text{S o f t m a x}") == "words \"Softmax\"\n");
    CHECK(tree("\\text{50\\%}") == "words \"50%\"\n");
    CHECK(tree("x\\textbf{ab}") == "symbol 𝑥\nlist\n  symbol 𝐚\n  symbol 𝐛\n");
    CHECK(tree("损失=x") == "words \"损失\"\nsymbol = relation\nsymbol 𝑥\nends 2 3\n");
    CHECK(tree("\\text{第\\textcircled{1}步\\small a}") == "words \"第①步a\"\n");
    CHECK(tree("\\textcircled{1}") == "words \"①\"\n");
}

TEST_CASE("math: characters typed as themselves are what their commands are") {
    CHECK(tree("a×b≤c") == tree("a\\times b\\le c"));
    CHECK(tree("α∈ℝ") == tree("\\alpha\\in\\mathbb{R}"));
    CHECK(tree("f′") == tree("f'"));
    CHECK(tree("ｘ＝１") == tree("x=1"));
    CHECK(tree("x\u0304") == tree("\\bar{x}"));
    CHECK(tree("（x）") == "words \"（\"\nsymbol 𝑥\nwords \"）\"\n");
}

TEST_CASE("math: negated relations are one character where there is one") {
    CHECK(tree("\\not=") == "symbol ≠ relation\n");
    CHECK(tree("\\not\\in") == "symbol ∉ relation\n");
    CHECK(tree("\\not\\approxeq") == "accent U+0338 relation\n  symbol ≊ relation\n");
}

TEST_CASE("math: what has no ink or no colour here leaves what it was about") {
    CHECK(tree("\\color{red}x") == "symbol 𝑥\n");
    CHECK(tree("\\textcolor{red}{x}") == "symbol 𝑥\n");
    CHECK(tree("\\smash{x}") == "symbol 𝑥\n");
    CHECK(tree("\\,\\quad\\hspace{1em}\\kern3mu") == "space 3\nspace 18\nspace 18\nspace 3\n");
}

TEST_CASE("math: a percent sign behind a digit is one, elsewhere it begins a comment if a line follows") {
    CHECK(tree("a % note\nb") == "symbol 𝑎\nsymbol 𝑏\n");
    CHECK(tree("5% \nb") == "symbol 5\nsymbol %\nsymbol 𝑏\n");
    CHECK(tree("a%b") == "symbol 𝑎\nsymbol %\nsymbol 𝑏\n");
}
