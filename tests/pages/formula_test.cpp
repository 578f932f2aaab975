// SPDX-License-Identifier: Apache-2.0
// Formulas on the page: where they stand, what is heard, and how lines and pages make room for them.
#include "report_pages.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::test;

namespace {

/// What is heard of formulas, piece after piece.
std::vector<std::string> spoken(const ReportPages& made) {
    std::vector<std::string> all;
    for (const Page& page : made.pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape);
                glyphs != nullptr && glyphs->spoken)
                all.push_back(made.pages.text.substr(glyphs->spoken->begin, glyphs->spoken->size));
    return all;
}

Length baseline_of(const ReportPages& made, std::string_view words) {
    const auto runs = made.runs_with(words);
    REQUIRE_FALSE(runs.empty());
    return runs[0]->baseline;
}

}  // namespace

TEST_CASE(
    "formulas: a displayed one is heard as it was typed, in the middle, with text on the grid below it") {
    const ReportPages made = pages_of("# 题\n\n甲。\n\n$$\\frac{a}{b}=c$$\n\n乙。\n");
    REQUIRE(spoken(made) == std::vector<std::string>{"$$\\frac{a}{b}=c$$"});
    bool has_rule = false;
    for (const Page& page : made.pages.pages)
        for (const PageItem& item : page.items)
            has_rule = has_rule || (std::holds_alternative<RectangleItem>(item.shape) && item.tag != none &&
                                    made.pages.tags[item.tag].kind == TagKind::formula);
    CHECK(has_rule);
    const Length apart = baseline_of(made, "乙") - baseline_of(made, "甲");
    CHECK(apart.raw % points(20).raw == 0);
    CHECK(apart >= points(60));
    const auto line = std::find_if(made.pages.lines.begin(), made.pages.lines.end(), [](const LineRecord& l) {
        return l.kind == LineKind::text && l.area.width > points(20);
    });
    REQUIRE(line != made.pages.lines.end());
    const Rectangle& area = made.pages.pages[line->page].type_area;
    const Length left = line->area.corner.x - area.corner.x;
    const Length right = area.width - left - line->area.width;
    CHECK(left - right < points(1));
    CHECK(right - left < points(1));
}

TEST_CASE("formulas: a long one in a line is broken behind its signs, and its pieces are all of its source") {
    std::string tex = "x_1";
    for (int i = 2; i < 40; ++i) tex += "+x_{" + std::to_string(i) + "}";
    const ReportPages made = pages_of("# 题\n\n设 $\\sum_i " + tex + "$ 成立。\n");
    std::string joined;
    for (const std::string& piece : spoken(made)) joined += piece;
    CHECK(joined == "$\\sum_i " + tex + "$");
    CHECK(spoken(made).size() > 30);
    CHECK(made.outside() == 0);
    CHECK_FALSE(made.noted("line-overfull"));
}

TEST_CASE("formulas: a line with a tall one takes whole lines, others stay as they are") {
    const auto apart = [](const std::string& middle) {
        const ReportPages made = pages_of("# 题\n\n甲。\n\n" + middle + "\n\n乙。\n");
        return baseline_of(made, "乙") - baseline_of(made, "甲");
    };
    CHECK(apart("设 $\\sum_i x_i$ 为和。") == points(40));
    CHECK(apart("设 $\\begin{matrix}a\\\\b\\\\c\\\\d\\end{matrix}+\\sum x$ 为和。") > points(60));
    CHECK(apart("设 $\\begin{matrix}a\\\\b\\\\c\\\\d\\end{matrix}+\\sum x$ 为和。").raw % points(20).raw ==
          0);
}
