// SPDX-License-Identifier: Apache-2.0
// Formulas within a line and on lines of their own: pieces, numbers, breaks, and what is done in need.
#include "plain_face.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

const PlainFace plain;

FormulaBox display(std::string_view tex, std::int64_t measure) {
    return set_display(*read_formula(tex, true), plain, thousand, Length{measure});
}

/// The right end of the words (the numbers) and the height of their baselines.
std::vector<std::pair<std::int64_t, std::int64_t>> numbers(const FormulaBox& box) {
    std::vector<std::pair<std::int64_t, std::int64_t>> all;
    for (std::size_t i = 0; i < box.glyphs.size(); ++i)
        if (box.glyphs[i].face == 1 &&
            (i + 1 == box.glyphs.size() || box.glyphs[i].y != box.glyphs[i + 1].y ||
             box.glyphs[i + 1].face != 1))
            all.emplace_back(box.glyphs[i].x.raw + 500, box.glyphs[i].y.raw);
    return all;
}
using Numbers = std::vector<std::pair<std::int64_t, std::int64_t>>;

/// Baselines from the top down.
std::vector<std::int64_t> baselines(const FormulaBox& box) {
    std::vector<std::int64_t> all;
    for (const FormulaGlyph& g : box.glyphs)
        if (all.empty() || all.back() != g.y.raw) all.push_back(g.y.raw);
    return all;
}

}  // namespace

TEST_CASE("math: pieces side by side are as wide as the whole, with the spaces at their ends") {
    for (const std::string_view tex :
         {"a=b+c", "a,b=\\frac{a}{b}+x^{2}", "x", "f(x)=-b", "a\\displaystyle=\\sum_1^2+b"}) {
        const Formula formula = *read_formula(tex, false);
        Length whole = FormulaSetter(plain, thousand).set_list(formula.list, {}).width, pieces;
        for (std::uint32_t i = 0; i < formula.ends.size(); ++i)
            pieces += set_piece(formula, i, plain, thousand).width;
        CHECK(pieces == whole);
    }
    const Formula formula = *read_formula("a=b", false);
    CHECK(set_piece(formula, 0, plain, thousand).width.raw == 500 + 278 + 800 + 278);
    CHECK(set_piece(formula, 1, plain, thousand).glyphs[0].x.raw == 0);
}

TEST_CASE("math: a piece is at least as high and deep as a parenthesis") {
    const FormulaBox low = set_piece(*read_formula("a", false), 0, plain, thousand);
    CHECK(low.height.raw == 700);
    CHECK(low.depth.raw == 200);
    CHECK(set_piece(*read_formula("", false), 0, plain, thousand).width.raw == 0);
    CHECK(set_piece(*read_formula("\\hspace{-9em}a", false), 0, plain, thousand).width.raw == 0);
    CHECK(set_piece(*read_formula("a^{2^2}", false), 0, plain, thousand).height.raw > 700);
}

TEST_CASE("math: a display without a number is as wide as it is") {
    CHECK(display("a=b", 0).width.raw == 2356);
    CHECK(display("a=b", 9000).width.raw == 2356);
    CHECK(display("a=b", 9000).glyphs[0].x.raw == 0);
}

TEST_CASE("math: a number stands at the measure's right end, the formula in its middle as long as it can") {
    const FormulaBox box = display("a=b\\tag{1}", 9000);
    CHECK(box.width.raw == 9000);
    CHECK(numbers(box) == Numbers{{9000, 0}});
    CHECK(box.glyphs[0].x.raw == (9000 - 2356) / 2);
    // In the middle it would end 322 before the number, which wants 1000.
    const FormulaBox narrow = display("a=b\\tag{1}", 6000);
    CHECK(narrow.glyphs[0].x.raw == 6000 - 1500 - 1000 - 2356);
    // Beside a number of 1500 there is no room for it at all.
    const FormulaBox below = display("a=b\\tag{1}", 4000);
    CHECK(numbers(below).size() == 1);
    CHECK(numbers(below)[0].first == 4000);
    CHECK(numbers(below)[0].second < -100);
    CHECK(below.depth.raw > -numbers(below)[0].second);
}

TEST_CASE("math: each row of an alignment has its own number, aligned alone has one at its middle") {
    const FormulaBox rows = display("\\begin{align}a&=b\\tag{1}\\\\a&=c\\tag{2}\\end{align}", 9000);
    CHECK(numbers(rows) == Numbers{{9000, 760}, {9000, -740}});
    const FormulaBox whole = display("\\begin{aligned}a&=b\\\\a&=c\\end{aligned}\\tag{1}", 9000);
    CHECK(numbers(whole) == Numbers{{9000, 0}});
}

TEST_CASE("math: what is too wide is broken before relations, later rows 2 em in") {
    const FormulaBox box = display("a=b=c", 4000);
    CHECK_FALSE(box.overfull);
    CHECK(box.width.raw == 4000);
    REQUIRE(box.glyphs.size() == 5);
    // a=b takes 2356, =c after it 1856 more.
    CHECK(box.glyphs[2].y.raw == 0);
    CHECK(box.glyphs[3].x.raw == 2000);
    CHECK(box.glyphs[3].y.raw == -1500);
    CHECK(box.glyphs[3].size == thousand);
    CHECK(baselines(box) == std::vector<std::int64_t>{0, -1500});
}

TEST_CASE("math: a relation that would leave the row half empty gives way to a binary sign") {
    // Before the + of the end the row is full; before the = it is not a third of the measure.
    const FormulaBox box = display("a=a+b+c+x+y", 8000);
    CHECK(baselines(box).size() == 2);
    CHECK(box.glyphs[3].y.raw == 0);
    // Nothing is broken inside brackets.
    const FormulaBox brackets = display("a+b+c=\\left(a+b\\right)", 7000);
    CHECK(baselines(brackets) == std::vector<std::int64_t>{0, -1500});
    CHECK(brackets.glyphs[5].x.raw == 2000);  // the =
}

TEST_CASE("math: the number of a broken formula stands beside its last row") {
    const FormulaBox box = display("a=b=c\\tag{1}", 6800);
    CHECK(baselines(box) == std::vector<std::int64_t>{0});
    const FormulaBox broken = display("a=b=c=x\\tag*{1}", 5500);
    CHECK(numbers(broken) == Numbers{{5500, -1500}});
}

TEST_CASE("math: an alignment is set a little smaller, or its right cells are broken") {
    constexpr std::string_view rows = "\\begin{aligned}a&=a+b+c\\\\&=x\\end{aligned}";
    // 500 + 1356 + 3788: nine tenths of it are less than 5200.
    const FormulaBox smaller = display(rows, 5200);
    CHECK(smaller.glyphs[0].size < thousand);
    CHECK(smaller.glyphs[0].size.raw >= 900);
    CHECK(baselines(smaller).size() == 2);
    const FormulaBox broken = display(rows, 4500);
    CHECK(broken.glyphs[0].size == thousand);
    CHECK(baselines(broken).size() == 3);
    CHECK_FALSE(broken.overfull);
}

TEST_CASE("math: rows of an alignment without room beside what they align at stand one below the other") {
    const FormulaBox box = display("\\begin{aligned}a+b+c&=a+b\\\\&=x\\end{aligned}", 5300);
    CHECK_FALSE(box.overfull);
    CHECK(box.glyphs[0].x.raw == 0);
    CHECK(baselines(box).size() == 3);
}

TEST_CASE("math: numbers keep their size beside a formula that is set smaller") {
    const FormulaBox box = display("\\left(abcxyabcxy\\right.\\tag{1}", 5000);
    CHECK(box.glyphs.front().size < thousand);
    CHECK(box.glyphs.back().size == thousand);
}

TEST_CASE("math: what cannot be broken is set smaller, down to three fifths, and then told") {
    const FormulaBox fits = display("\\left(abcxyabcxy\\right.", 4500);
    CHECK_FALSE(fits.overfull);
    CHECK(fits.width.raw <= 4500);
    CHECK(fits.glyphs[0].size.raw >= 600);
    const FormulaBox too_wide = display("\\left(abcxyabcxy\\right.", 2000);
    CHECK(too_wide.overfull);
    CHECK(too_wide.glyphs[0].size.raw == 600);
}
