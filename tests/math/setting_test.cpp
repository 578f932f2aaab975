// SPDX-License-Identifier: Apache-2.0
// Where glyphs and rules stand, computed by hand from the rules of appendix G and the plain face's numbers.
#include "plain_face.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

const PlainFace face;

MathBox box_of(std::string_view tex, MathStyle style = MathStyle::text, bool cramped = false) {
    return FormulaSetter(face, thousand).set_list(read_formula(tex, true)->list, {style, cramped});
}

MathBox display_of(std::string_view tex) { return box_of(tex, MathStyle::display); }

struct At {
    std::int64_t x, y;
    friend bool operator==(At, At) = default;
    friend std::ostream& operator<<(std::ostream& out, At at) { return out << at.x << "," << at.y; }
};
std::vector<At> places(const FormulaBox& box) {
    std::vector<At> all;
    for (const FormulaGlyph& g : box.glyphs) all.push_back({g.x.raw, g.y.raw});
    return all;
}
using Places = std::vector<At>;

}  // namespace

TEST_CASE("math: neighbours stand apart by their classes, less in scripts") {
    // 5 mu are 278, 4 mu 222, 3 mu 167.
    CHECK(places(box_of("a=b")) == Places{{0, 0}, {778, 0}, {1856, 0}});
    CHECK(places(box_of("a+b")) == Places{{0, 0}, {722, 0}, {1644, 0}});
    CHECK(places(box_of("a,b")) == Places{{0, 0}, {500, 0}, {867, 0}});
    CHECK(places(box_of("+b")) == Places{{0, 0}, {700, 0}});
    CHECK(places(box_of("x^{a=b}")) == Places{{0, 0}, {500, 400}, {750, 400}, {1150, 400}});
    CHECK(box_of("a\\quad b").width.raw == 2000);
}

TEST_CASE("math: scripts rise and fall by the constants (rule 18)") {
    const MathBox square = box_of("x^2");
    CHECK(places(square) == Places{{0, 0}, {500, 400}});
    CHECK(square.glyphs[1].size.raw == 500);
    CHECK(square.width.raw == 500 + 250 + 20);
    CHECK(square.height.raw == 400 + 350);
    CHECK(places(box_of("x^2", MathStyle::text, true)) == Places{{0, 0}, {500, 300}});
    CHECK(places(box_of("x_2")) == Places{{0, 0}, {500, -200}});
    // A subscript taller than the most its top may stand: 700/2 - 300 would be 50, so the least, 200, holds.
    CHECK(box_of("x_2").depth.raw == 200);
    CHECK(places(box_of("x_2^2")) ==
          Places{{0, 0}, {500, 400}, {500, -200}});  // 250 between them: just enough
}

TEST_CASE("math: scripts too near to one another move apart, the upper one first (rule 18e)") {
    // Between the superscript's bottom, 400 - 50, and the subscript's top, 350 - 200, are 200: 50 too few.
    // The superscript's bottom may rise to 450, which is more than enough for all of the 50.
    CHECK(places(box_of("x_2^a")) == Places{{0, 0}, {500, 500}, {500, -150}});
}

TEST_CASE("math: an overhang moves superscripts, not subscripts, and belongs to the width without them") {
    CHECK(box_of("f").width.raw == 460);
    CHECK(places(box_of("f_2^2")) == Places{{0, 0}, {460, 400}, {400, -200}});
}

TEST_CASE("math: scripts of a box hang on its edges (rule 18a)") {
    // {ab}: 400 - 80/2 of the script's size up is less than the least, 400; 100 + 25 down less than 200.
    CHECK(places(box_of("{ab}^2_2")) == Places{{0, 0}, {500, 0}, {1000, 400}, {1000, -200}});
    // {12}: 700 high, so 700 - 40.
    CHECK(places(box_of("{12}^2")) == Places{{0, 0}, {500, 0}, {1000, 660}});
}

TEST_CASE("math: a fraction's halves keep their distance from its bar (rule 15)") {
    const MathBox fraction = display_of("\\frac{a}{b}");
    CHECK(places(fraction) == Places{{120, 600}, {120, -500}});
    REQUIRE(fraction.rules.size() == 1);
    CHECK(fraction.rules[0].x.raw == 120);
    CHECK(fraction.rules[0].y.raw == 230);
    CHECK(fraction.rules[0].width.raw == 500);
    CHECK(fraction.rules[0].height.raw == 40);
    CHECK(fraction.width.raw == 740);
    CHECK(fraction.height.raw == 1000);
    CHECK(fraction.depth.raw == 600);
    // In text: halves of script size. 270 + 50 + 50 is above 350; 200 - 230 + 50 is below it.
    CHECK(places(box_of("\\frac{a}{b}")) == Places{{120, 370}, {120, -350}});
}

TEST_CASE("math: without a bar both halves move apart alike (rule 15c)") {
    // 500 - 50 - (200 - 300) = 550 are more than the least.
    CHECK(places(box_of("{a\\atop b}")) == Places{{120, 500}, {120, -300}});
    // (\\sum in display: 700 - 100 - (400 - 400) = 600.)
    CHECK(places(display_of("{a\\atop b}")) == Places{{120, 700}, {120, -400}});
}

TEST_CASE("math: operators are larger in displays, centred on the axis, limits above and below (rule 13)") {
    const MathBox sum = display_of("\\sum_1^2");
    // 1000 - -500 is centred on 250 as it is. Limits of 250 each in the middle of 1400.
    REQUIRE(sum.glyphs.size() == 3);
    CHECK(sum.glyphs[0].glyph == PlainFace::large_sum);
    // Above: 1000 + max(100, 150 - 0); below: -(500 + max(100, 500 - 350) + 350).
    CHECK(places(sum) == Places{{0, 0}, {575, 1150}, {575, -1000}});
    CHECK(sum.width.raw == 1400);
    CHECK(places(box_of("\\sum_1^2")) == Places{{0, 0}, {1000, 700 - 40}, {1000, -200 - 25}});
}

TEST_CASE("math: an integral's subscript stands under its overhang, its superscript at its advance") {
    const MathBox integral = display_of("\\int_1^2");
    // 1200 and -800 are centred on 200: 50 up. Superscript at 1250 - 40, subscript at 750 + 25.
    CHECK(places(integral) == Places{{0, 50}, {900, 1210}, {700, -775}});
    CHECK(display_of("\\int").width.raw == 900);
}

TEST_CASE("math: delimiters are the first form that is tall enough, then built of parts (rule 19)") {
    const MathBox plain = box_of("\\left(x\\right.");
    // x reaches 350 below the axis: the plain one does.
    CHECK(plain.glyphs[0].glyph == face.glyph(U'('));
    CHECK(plain.width.raw == 300 + 500 + 120);
    // A fraction of 1000 and 600: 850 from the axis. max(1531.7, 1700 - 500) wanted, so the form of 1600.
    const MathBox tall = display_of("\\left(\\frac{a}{b}\\right.");
    CHECK(tall.glyphs[0].glyph == PlainFace::tall_parenthesis);
    CHECK(tall.glyphs[0].y.raw == 250 - 400);
    // Four rows of 1200: 2400 from the axis, wanted max(4324.8, 4300).
    const MathBox built = display_of("\\left(\\begin{matrix}a\\\\b\\\\c\\\\x\\end{matrix}\\right.");
    // With the least overlap, n repeats reach 1150 + 450 n: 8 repeats do, 4750, 425 too many for 9 joints.
    REQUIRE(built.glyphs.size() == 10 + 4);
    CHECK(built.glyphs[0].glyph == PlainFace::part_bottom);
    CHECK(built.glyphs[1].glyph == PlainFace::part_middle);
    CHECK(built.glyphs[9].glyph == PlainFace::part_top);
    const std::int64_t bottom = built.glyphs[0].y.raw, top = built.glyphs[9].y.raw + 600;
    CHECK(top - bottom == 4325);
    CHECK(std::abs((top + bottom) / 2 - 250) <= 1);
}

TEST_CASE("math: a root's bar is as far above as its sign leaves room for (rule 11)") {
    // Wanted 400 + 100 + 160 + 40 = 700, so the form of 1000: 300 more, half of them above.
    const MathBox root = display_of("\\sqrt{x}");
    REQUIRE(root.glyphs.size() == 2);
    CHECK(root.glyphs[0].glyph == PlainFace::tall_root);
    CHECK(root.rules[0].y.raw == 400 + 160 + 150);
    CHECK(root.rules[0].x.raw == 600);
    CHECK(root.rules[0].width.raw == 500);
    CHECK(root.glyphs[0].y.raw == 710 + 40 - 1000);
    CHECK(root.height.raw == 710 + 40 + 30);
    CHECK(root.depth.raw == 250);
    // The degree: after 100, then 200 back; 3 of 150 by 210 raised 600 above the bottom.
    const MathBox cube = display_of("\\sqrt[3]{x}");
    CHECK(places(cube) == Places{{100, -250 + 600}, {50, -250}, {650, 0}});
}

TEST_CASE("math: an accent's middle stands over that of its base, above what the base is taller (rule 12)") {
    // The hat's middle is 250 left of its origin, the letter's 250 right of its own; 400 - 300 up.
    CHECK(places(box_of("\\hat{x}")) == Places{{0, 0}, {500, 100}});
    CHECK(box_of("\\hat{x}").width.raw == 500);
    // The widest that is not wider than 1000.
    const MathBox wide = box_of("\\widehat{xy}");
    CHECK(wide.glyphs.back().glyph == PlainFace::wide_hat);
    CHECK(wide.glyphs.back().x.raw == 500 - 450);
    CHECK(box_of("\\widehat{x}").glyphs.back().glyph == face.glyph(U'\u0302'));
    // Scripts stand as they would without the accent.
    CHECK(places(box_of("\\hat{x}^2")) == Places{{0, 0}, {500, 100}, {500, 400}});
}

TEST_CASE("math: lines over and under keep their gaps (rules 9 and 10)") {
    const MathBox over = box_of("\\overline{x}"), under = box_of("\\underline{x}");
    CHECK(over.rules[0].y.raw == 520);
    CHECK(over.height.raw == 590);
    CHECK(under.rules[0].y.raw == -100 - 110 - 40);
    CHECK(under.depth.raw == 270);
}

TEST_CASE("math: frames stand 3.4 pt of 10 away, phantoms leave no ink") {
    const MathBox framed = box_of("\\boxed{x}");
    CHECK(framed.width.raw == 500 + 2 * 340);
    CHECK(framed.height.raw == 740);
    CHECK(framed.depth.raw == 440);
    CHECK(framed.rules.size() == 4);
    const MathBox phantom = box_of("\\phantom{x}");
    CHECK(phantom.glyphs.empty());
    CHECK(phantom.width.raw == 500);
    CHECK(phantom.height.raw == 400);
    CHECK(box_of("\\vphantom{x}").width.raw == 0);
    CHECK(box_of("\\hphantom{x}").height.raw == 0);
}

TEST_CASE("math: columns of a matrix are 1 em apart, its rows 1.2 em, centred on the axis") {
    const MathBox matrix = box_of("\\begin{matrix}a&b\\\\c&x\\end{matrix}");
    // Rows of 840 and 360: 2400 high, so its top is 250 + 1200.
    CHECK(places(matrix) == Places{{0, 610}, {1500, 610}, {0, -590}, {1500, -590}});
    CHECK(matrix.width.raw == 2000);
    CHECK(matrix.height.raw == 1450);
    CHECK(matrix.depth.raw == 950);
}

TEST_CASE("math: an alignment's columns meet at the relation, its rows are 1.5 em apart") {
    const MathBox rows = display_of("\\begin{aligned}a+b&=c\\\\&=x\\end{aligned}");
    // The left column is 2144 wide; each relation has 278 before and behind it.
    CHECK(places(rows) ==
          Places{{0, 760}, {722, 760}, {1644, 760}, {2422, 760}, {3500, 760}, {2422, -740}, {3500, -740}});
}

TEST_CASE("math: a character that no face has is told, with an em in its place") {
    const MathBox box = box_of("\\clubsuit x");
    CHECK(box.missing == std::vector<char32_t>{U'♣'});
    CHECK(places(box) == Places{{1000, 0}});
    CHECK(box_of("\\diamondsuit").missing.empty());  // a face of words has it
    CHECK(box_of("\\diamondsuit").width.raw == 500);
}
