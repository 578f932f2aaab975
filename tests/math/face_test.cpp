// SPDX-License-Identifier: Apache-2.0
// Formulas in a real face, against what XeLaTeX makes of them (TeX Live 2022, unicode-math, amsmath, TeX Gyre
// Termes Math at 10 pt): \wd, \ht and \dp of their boxes in hundredths of a point.
#include "opentype_face.hpp"

#include "math/formula_setter.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

using namespace hanqing;

namespace {

struct Measured {
    bool display;
    std::string_view tex;
    std::int64_t width, height, depth;
};

// clang-format off
constexpr Measured measured[] = {
    {false, R"(x)", 475, 441, 11},
    {false, R"(f)", 452, 678, 207},
    {false, R"(fg)", 952, 678, 207},
    {false, R"(x^2)", 947, 839, 11},
    {false, R"(x_i)", 747, 441, 230},
    {false, R"(x_i^2)", 947, 839, 285},
    {false, R"(f_i^2)", 924, 839, 285},
    {false, R"(a+b)", 2108, 683, 11},
    {false, R"(a=b)", 2220, 683, 11},
    {false, R"(a+b=c-d)", 5437, 683, 13},
    {false, R"(-a)", 1164, 441, 11},
    {false, R"(f(x))", 1723, 678, 207},
    {false, R"(f(x)=g(y))", 4689, 678, 207},
    {false, R"(f'(x))", 2072, 780, 207},
    {false, R"(f'')", 979, 780, 207},
    {false, R"(x'_i)", 824, 780, 285},
    {false, R"(\alpha+\beta\gamma)", 3127, 645, 224},
    {false, R"(\sum_{i=1}^n x_i)", 3071, 889, 317},
    {true, R"(\int_0^1 f(x)\,dx)", 4266, 1295, 551},
    {false, R"(\int_0^1 f(x)\,dx)", 4224, 1132, 388},
    {true, R"(\int f)", 1327, 959, 459},
    {true, R"(\frac{a}{b})", 744, 1075, 610},
    {true, R"(\frac{x^2+1}{y_i})", 2791, 1473, 828},
    {true, R"(\frac{\frac{a}{b}}{c})", 902, 1536, 609},
    {true, R"(\dfrac{1}{2}+\tfrac{1}{2})", 2509, 1310, 598},
    {false, R"(\hat{x})", 475, 685, 11},
    {false, R"(\hat{A})", 611, 883, 0},
    {false, R"(\bar{x})", 475, 637, 11},
    {false, R"(\tilde{y}_k^j)", 897, 949, 334},
    {false, R"(\vec{v})", 454, 710, 18},
    {false, R"(\dot{x}+\ddot{x})", 2054, 661, 11},
    {false, R"(\widehat{xyz})", 1337, 699, 206},
    {false, R"(\widetilde{AB})", 1227, 885, 0},
    {true, R"(\left(\frac{a}{b}\right))", 1804, 1087, 610},
    {true, R"(\left[\begin{matrix}1\\2\\3\\4\\5\\6\\7\end{matrix}\right])", 1485, 4450, 3950},
    {false, R"(\left(x\right))", 1271, 658, 158},
    {false, R"(\bigl(x\bigr)\Bigl(\biggl(\Biggl()", 3017, 1474, 974},
    {false, R"((x))", 1271, 658, 158},
    {false, R"(\binom{n}{k})", 1336, 834, 334},
    {false, R"(\lim_{x\to0}f)", 3446, 683, 232},
    {false, R"(\sin x)", 1809, 641, 11},
    {false, R"(\log_2 n)", 2416, 683, 300},
    {true, R"(\begin{pmatrix}a&b\\c&d\end{pmatrix})", 3307, 1452, 952},
    {true, R"(\begin{bmatrix}a_{11}&a_{12}\\a_{21}&a_{22}\end{bmatrix})", 4769, 1466, 966},
    {true, R"(\begin{cases}1,&x>0\\0,&x<0\end{cases})", 4622, 1690, 1190},
    {true, R"(\begin{aligned}a&=b\\c&=d+e\end{aligned})", 3823, 1600, 1100},
    {true, R"(\begin{aligned}a&=b&c&=d\end{aligned})", 6443, 850, 350},
    {true, R"(\begin{array}{c|c}a&b\\\hline c&d\end{array})", 3059, 1470, 970},
    {true, R"(\begin{array}{lr}a&b\\c&d\end{array})", 3059, 1450, 950},
    {true, R"(\begin{gathered}a+b\\c\end{gathered})", 2108, 1600, 1100},
    {true, R"(\boxed{E=mc^2})", 4214, 1179, 351},
    {false, R"(\mathrm{d}x)", 975, 683, 11},
    {false, R"(\mathbb{R}^n)", 1348, 702, 0},
    {false, R"(\mathcal{L}(\theta))", 2321, 687, 158},
    {false, R"(a\bmod b)", 3338, 683, 11},
    {false, R"(a\equiv b\pmod{p})", 6071, 683, 205},
    {false, R"(a\quad b\,c\;d\!e)", 3734, 683, 13},
    {true, R"(\sum_{\substack{i<n\\j<m}} a)", 2039, 937, 1827},
    {false, R"(a,b,\ldots,c)", 3743, 683, 141},
    {false, R"(a\mid b)", 1764, 683, 150},
    {false, R"(|x|)", 883, 650, 150},
    {false, R"(\|x\|_2)", 1643, 650, 222},
    {true, R"(\overrightarrow{AB})", 1227, 908, 0},
    {false, R"(P(A\mid B)=\frac{P(AB)}{P(B)})", 7005, 961, 454},
    {false, R"(\{x\in A: x>0\})", 6130, 676, 160},
    {false, R"({(x+y)}^2)", 3301, 994, 206},
    {true, R"(\iint_D f)", 2157, 959, 541},
    {true, R"(a\not\subset b)", 2238, 683, 150},
    {false, R"(10\%)", 1837, 676, 14},
};
// clang-format on

/// Of ten points, in hundredths of one.
std::int64_t hundredths(Length length) { return scaled(length, 100, units_per_point).raw; }

std::string words_face() {
    return "/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-regular.otf";
}

/// Two in a hundred, or a tenth of a point.
bool is_near(std::int64_t ours, std::int64_t theirs, std::int64_t whole) {
    return std::abs(ours - theirs) <= std::max<std::int64_t>(10, whole * 2 / 100);
}

}  // namespace

TEST_CASE("math: boxes are as large as XeLaTeX's") {
    if (termes_math().empty()) return;
    const OpenTypeFace face(termes_math(), {words_face()});
    const FormulaSetter setter(face, points(10));
    for (const Measured& m : measured) {
        const auto formula = read_formula(m.tex, m.display);
        INFO(m.tex);
        REQUIRE(formula);
        const MathBox box =
            setter.set_list(formula->list, {m.display ? MathStyle::display : MathStyle::text});
        INFO(hundredths(box.width) << " " << hundredths(box.height) << " " << hundredths(box.depth));
        CHECK(is_near(hundredths(box.width), m.width, m.width));
        CHECK(is_near(hundredths(box.height), m.height, m.height + m.depth));
        CHECK(is_near(hundredths(box.depth), m.depth, m.height + m.depth));
    }
}

TEST_CASE("math: nothing is missing in the face, and ink stays within height and depth") {
    if (termes_math().empty()) return;
    const OpenTypeFace face(termes_math(), {words_face()});
    for (const Measured& m : measured) {
        const FormulaBox box = set_display(*read_formula(m.tex, true), face, points(10), {});
        CHECK(box.missing.empty());
        for (const FormulaGlyph& g : box.glyphs) {
            if (g.face != 0) continue;
            const MathFont::Extents ink = face.extents(g.glyph);
            CHECK(g.y + scaled(g.size, ink.top, 1000) <= box.height + Length{2});
            CHECK(-g.y - scaled(g.size, ink.bottom, 1000) <= box.depth + Length{2});
        }
    }
}

TEST_CASE("math: the same formula becomes the same box") {
    if (termes_math().empty()) return;
    const OpenTypeFace face(termes_math(), {words_face()});
    for (const Measured& m : measured) {
        const FormulaBox one = set_display(*read_formula(m.tex, true), face, points(11), points(200));
        const FormulaBox two = set_display(*read_formula(m.tex, true), face, points(11), points(200));
        REQUIRE(one.glyphs.size() == two.glyphs.size());
        for (std::size_t i = 0; i < one.glyphs.size(); ++i) {
            CHECK(one.glyphs[i].x == two.glyphs[i].x);
            CHECK(one.glyphs[i].y == two.glyphs[i].y);
        }
    }
}
