// SPDX-License-Identifier: Apache-2.0
// The face of formulas: HarfBuzz's constants under our names, and objects without a face to set them.
#include "sample.hpp"
#include "shape/math_face.hpp"

#include <hb-ot.h>
#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::sample;

TEST_CASE("math face: constants, forms for scripts and larger delimiters are those of the table") {
    const Styled made = styled();
    Notes notes;
    Servings servings(made, fonts(), notes);
    const FaceId id = math_face_of(made, fonts());
    REQUIRE(id != no_face);
    const MathFace face(fonts(), id, servings, 0);
    hb_font_t* const font = fonts().face(id).font;
    const auto same = [&](MathConstant ours, hb_ot_math_constant_t theirs) {
        return face.constant(ours) == hb_ot_math_get_constant(font, theirs);
    };
    CHECK(same(MathConstant::script_percent, HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN));
    CHECK(same(MathConstant::axis_height, HB_OT_MATH_CONSTANT_AXIS_HEIGHT));
    CHECK(same(MathConstant::subscript_shift_down, HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN));
    CHECK(same(MathConstant::stack_gap_min, HB_OT_MATH_CONSTANT_STACK_GAP_MIN));
    CHECK(same(MathConstant::fraction_rule_thickness, HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS));
    CHECK(same(MathConstant::overbar_extra_ascender, HB_OT_MATH_CONSTANT_OVERBAR_EXTRA_ASCENDER));
    CHECK(same(MathConstant::radical_degree_bottom_raise_percent,
               HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT));
    const std::uint16_t prime = face.glyph(0x2032), open = face.glyph(U'(');
    CHECK(face.script_form(prime, 1) != prime);
    CHECK(face.variants(open, true).size() > 2);
    CHECK_FALSE(face.assembly(open, true).parts.empty());
    CHECK(face.words("若", points(10)).glyphs.size() == 1);
}

TEST_CASE("math face: where none is here the source is shown, with one note") {
    Styled made = styled();
    made.formulas.push_back(*read_formula("\\frac{a}{b}", false));
    made.formulas[0].source = "$\\frac{a}{b}$";
    Paragraph text = paragraph({{"\xEF\xBF\xBC", 0}});
    text.objects.push_back({InlineObject::Kind::formula, 0, 0, {}, {}, 0});
    FontRequest request;
    request.system = false;
    request.folders = {"/usr/share/fonts/opentype/noto"};
    Notes notes;
    const Fonts few = Fonts::open(request, notes);
    const ShapedParagraph shown = shape_paragraph(text, made, few, notes);
    REQUIRE(shown.formula_at(0) != nullptr);
    CHECK(shown.formula_at(0)->glyphs.size() == made.formulas[0].source.size());
    const auto& all = notes.all();
    CHECK(std::any_of(all.begin(), all.end(), [](const Note& n) { return n.id == "math-face-missing"; }));
    const ShapedParagraph set = shape_paragraph(text, made, fonts(), notes);
    REQUIRE(set.formula_at(0) != nullptr);
    CHECK(set.formula_at(0)->rules.size() == 1);
}
