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
    {false, R"(\sqrt{x})", 1069, 716, 42},
    {true, R"(\sqrt{x})", 1069, 716, 42},
    {true, R"(\sqrt{x^2+1})", 3158, 1080, 62},
    {true, R"(\sqrt{\frac{a}{b}})", 1391, 1502, 792},
    {true, R"(\sqrt[n]{\frac{a}{b}})", 1431, 1502, 792},
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
    {true, R"(\left\{ \begin{array}{ll}x+y=1,&x>0\\x-y=2,&x<0\end{array}\right.)", 8870, 1454, 954},
    {true, R"(\begin{vmatrix}a&b\\c&d\end{vmatrix})", 2497, 1450, 950},
    {true, R"(\begin{Bmatrix}a\\b\\c\end{Bmatrix})", 1598, 2050, 1550},
    {false, R"(\bigl(\begin{smallmatrix}a&b\\c&d\end{smallmatrix}\bigr))", 2342, 839, 339},
    {true, R"(\left\lceil\frac{x}{2}\right\rceil)", 1649, 1089, 598},
    {true, R"(\left\langle a,b\right\rangle)", 2135, 683, 156},
    {true, R"(\bigvee\bigwedge\coprod)", 3617, 937, 437},
    {true, R"(\oint_C f)", 1786, 959, 554},
    {false, R"(f\colon X\to Y)", 3918, 678, 207},
    {false, R"(\forall\varepsilon>0)", 2874, 676, 15},
    {false, R"(90^\circ)", 1394, 676, 22},
    {false, R"(a\mapsto b\implies c)", 5144, 683, 11},
    {false, R"(a\Rightarrow b\iff c)", 5334, 683, 11},
    {false, R"(\dot{x}\ddot{x}\check{x}\breve{x}\acute{x}\grave{x})", 2850, 710, 11},
    {false, R"(\hat{\imath})", 278, 685, 11},
    {false, R"(\hat{f}^2_i)", 924, 893, 285},
    {true, R"(\begin{array}{|c|c|}\hline a&b\\\hline\end{array})", 3004, 890, 390},
    {false, R"(x\in\mathbb{R}\subseteq\mathbb{C})", 4634, 718, 76},
    {false, R"(a\cdot b\times c\div d\pm e\mp f)", 7932, 683, 207},
    {false, R"(\|\mathbf{w}\|^2)", 1890, 839, 150},
    {false, R"(\left|x\right|)", 883, 650, 150},
    {true, R"(\left|\frac{a}{b}\right|)", 1170, 1079, 610},
    {false, R"(\arg\min f)", 3618, 678, 218},
    {false, R"(\Pr(x))", 2160, 662, 158},
    {true, R"(\det A)", 2000, 683, 10},
    {true, R"(\gcd(a,b))", 3661, 683, 218},
    {false, R"(\partial f/\partial x)", 2565, 678, 207},
    {false, R"(\nabla^2 f)", 1684, 839, 207},
    {false, R"(e^{-\frac{x^2}{2}})", 1951, 1326, 11},
    {true, R"(e^{-\frac{x^2}{2\sigma^2}})", 2442, 1490, 11},
    {false, R"(\frac{\partial f}{\partial x})", 1124, 1005, 339},
    {true, R"(\frac{\partial^2 f}{\partial x^2})", 1773, 1473, 716},
    {true, R"(\frac{1}{\sqrt{2\pi}\sigma})", 2774, 1310, 1058},
    {false, R"(x_{i,j}^{(k)})", 1517, 942, 449},
    {false, R"(\sum\nolimits_{i} x)", 1889, 727, 317},
    {false, R"((a,b])", 2206, 683, 168},
    {false, R"([0,1))", 2206, 676, 168},
    {false, R"(\lfloor x\rfloor)", 1249, 650, 168},
    {false, R"(a!)", 837, 676, 11},
    {false, R"(\{1,2,\cdots,n\})", 4571, 676, 160},
    {false, R"(a_1,a_2,\dots,a_n)", 5201, 441, 229},
    {false, R"(a_1+a_2+\cdots+a_n)", 7098, 500, 229},
    {false, R"(\alpha_{i}\ge0,\quad i=1,2)", 7029, 676, 230},
    {true, R"(\left(\begin{array}{cc}a&b\\c&d\end{array}\right))", 4307, 1452, 952},
    {true, R"(\begin{aligned}&a\\&=b\end{aligned})", 1716, 1600, 1100},
    {true, R"(\begin{aligned}a\\b+c\end{aligned})", 2057, 1600, 1100},
    {true, R"(\begin{alignedat}{2}a&=b&c&=d\end{alignedat})", 4443, 850, 350},
    {false, R"(\text{if }x>0)", 3062, 683, 15},
    {false, R"(\mathrm{softmax}(x))", 4493, 683, 158},
    {false, R"(\operatorname{softmax}(x))", 4493, 683, 158},
    {false, R"(\mathbf{X}^{-1})", 1682, 839, 0},
    {false, R"({\rm d}x)", 975, 683, 11},
    {false, R"(\mathcal{O}(n\log n))", 4271, 691, 218},
    {false, R"(p\mid q\nmid r)", 3112, 650, 205},
    {false, R"(\neg p\land q\lor r)", 4346, 506, 205},
    {false, R"(\sqrt{2}\sqrt{x_i})", 2464, 1031, 344},
    {false, R"(1\,000\,000)", 3857, 676, 14},
    {false, R"(0.5)", 1254, 688, 14},
    {false, R"(3{,}5)", 1250, 688, 141},
    {false, R"(a\,\%)", 1504, 676, 13},
    {false, R"(a\dagger b\star c\circ d\bullet e)", 6140, 683, 149},
    {false, R"(x\to\infty)", 2821, 442, 11},
    {false, R"(x\rightarrow0^+)", 2923, 709, 14},
    {false, R"(\ell_2)", 905, 676, 222},
    {true, R"(\int_{-\infty}^{+\infty}e^{-x^2}\,dx=\sqrt{\pi})", 7660, 1165, 541},
    {true, R"(A=\left(a_{ij}\right)_{m\times n})", 5298, 834, 464},
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
