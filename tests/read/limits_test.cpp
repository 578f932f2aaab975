// SPDX-License-Identifier: Apache-2.0
// Inputs that kill parsers: refused with a note, or read in time that grows with their size.
#include "parsed.hpp"

#include <catch2/catch.hpp>

#include <ctime>

using namespace hanqing;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string all;
    all.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += part;
    return all;
}

double seconds_for(const std::string& markdown) {
    const std::clock_t begin = std::clock();
    const Parsed result = parsed(markdown);
    CHECK(result.document.blocks.size() < 10'000'000);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// Ten times the input may take twenty times the time, not a hundred times.
void check_linear(std::string_view part, std::size_t times) {
    INFO(part << " × " << times);
    const double small = seconds_for(repeated(part, times / 10));
    const double large = seconds_for(repeated(part, times));
    CHECK(large < 20 * small + 0.5);
}

}  // namespace

TEST_CASE("limits: nesting, lines, tables and definitions that are too large are errors by name") {
    CHECK(parsed(repeated(">", 200) + " a").noted() == std::vector<std::string>{"nesting-limit"});
    CHECK(parsed(repeated("> ", 90) + "a").notes.all().empty());
    CHECK(parsed(repeated("字", 400'000)).noted() == std::vector<std::string>{"line-too-long"});
    CHECK(parsed(repeated("a|", 1000) + "\n" + repeated("-|", 1000) + "\n").noted() ==
          std::vector<std::string>{"table-columns"});
    CHECK(parsed(repeated("a|", 60) + "\n" + repeated("-|", 60) + "\n" + repeated("a\n", 40'000)).noted() ==
          std::vector<std::string>{"table-cells"});
    CHECK(parsed("[a]: /" + repeated("x", 100'000) + "\n\n" + repeated("[a] ", 10'000)).noted() ==
          std::vector<std::string>{"reference-limit"});
    CHECK(parsed("[a]: http://a.cn/" + repeated("x", 100'000) + "\n\n[a] " + repeated("[b] ", 10'000))
              .note("reference-limit") == nullptr);
}

TEST_CASE("limits: an HTML table has the same limits, and deep HTML is shown as source") {
    CHECK(parsed("<table><tr>" + repeated("<td>a", 1000) + "</table>").noted() ==
          std::vector<std::string>{"table-columns"});
    CHECK(parsed("<table><tr><td colspan=100000>a</table>").noted() ==
          std::vector<std::string>{"table-columns"});
    const Parsed deep = parsed(repeated("<div>", 1000) + "字");
    CHECK(deep.text().ends_with("字"));
    CHECK(deep.note("html-nesting") != nullptr);
}

TEST_CASE("limits: a paragraph of marks, brackets or dollars is read in linear time") {
    check_linear("[", 400'000);
    check_linear("![", 200'000);
    check_linear("*a ", 200'000);
    check_linear("*a_ ", 200'000);
    check_linear("中**，", 40'000);
    check_linear("[a](b)*", 40'000);
    check_linear("<", 400'000);
    check_linear("$a ", 200'000);
    check_linear("$ $$ ", 100'000);
    check_linear("$$a$$ ", 20'000);
    check_linear("$$a$$，\n", 20'000);
    check_linear("$\\sum a$ ", 20'000);
    check_linear(":ref:`a` ", 20'000);
    check_linear("{{", 200'000);
    check_linear("\\*", 200'000);
    check_linear("&amp;", 100'000);
    check_linear("~~a ", 100'000);
    check_linear("[a]{.b}", 60'000);
    check_linear("a@b.", 100'000);
}

TEST_CASE("limits: many lines, blocks, notes and tags are read in linear time") {
    check_linear("a\r", 200'000);
    check_linear("line\n", 100'000);
    check_linear("|-|-|\n|-|\n", 20'000);
    check_linear("%%甲\n", 20'000);
    check_linear("甲 %% ", 20'000);
    check_linear("| 甲\n", 20'000);
    check_linear("甲\n:   乙\n\n", 20'000);
    check_linear("+--+\n|甲|\n", 20'000);
    check_linear("+--+\n|甲\n\n", 20'000);
    check_linear("--- ---\n\n", 20'000);
    check_linear("\n---\na\n--- ---\n", 20'000);
    check_linear("a  b\n--- ---\n1  2\n\n", 10'000);
    check_linear("a|b\n-|-\nx|y|z|w\n\n", 10'000);
    check_linear("<div>\n\n", 20'000);
    check_linear("<div>\n\n</div>\n\n", 20'000);
    check_linear("[^1]: x\n\n", 20'000);
    check_linear("# 一\n", 40'000);
    check_linear("<p>a", 40'000);
    check_linear("字<rt>a</rt>", 40'000);
    CHECK(seconds_for("a\n" + repeated("line of text\n", 100'000) + "|-|-|\n") < 5);
    CHECK(seconds_for(repeated("x|", 100'000) + "\na\n-|-\n") < 5);
    CHECK(seconds_for("a|b\n-|-\n" + repeated("x|", 100'000) + "\n") < 5);
}

TEST_CASE("limits: no text is lost where emphasis is too much for the parser") {
    const std::string many = repeated("*a* ", 3000) + "**尾：**后";
    const Parsed result = parsed(many);
    CHECK(result.note("emphasis-limit") != nullptr);
    CHECK(result.text().ends_with("**尾：**后"));
}

TEST_CASE("limits: ragged and empty tables are tables") {
    CHECK(described("| a | b |\n|---|---|\n") ==
          "table 2\n  row header\n    cell 0 header |a|\n    cell 1 header |b|\n");
    CHECK(parsed("| a | b |\n|---|---|\n| 1 |\nx\n").document.blocks.size() == 10);
    CHECK(parsed("a\n|---|\n").notes.all().empty());
}

TEST_CASE("limits: a heading jump, no heading and a document of headings only are documents") {
    CHECK(described("# 一\n\n#### 四\n") == "heading 1 {#一} |一|\nheading 4 {#四} |四|\n");
    CHECK(parsed(repeated("# 题\n", 500)).document.blocks.back().attributes.id == "题-499");
}
