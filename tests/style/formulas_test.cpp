// SPDX-License-Identifier: Apache-2.0
// Formulas on their way to the page: objects in lines, blocks of their own, numbers; and lines on laws.
#include "applied.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace hanqing;
using namespace hanqing::test;

TEST_CASE("formulas: an object for each piece, told by its TeX; a displayed one stands in the middle") {
    const Applied one = applied("# 题\n\n设 $\\sum_i x_i=1$。\n\n$$a=b$$\n\n其中 a 为数。\n");
    const auto& paragraphs = one.styled.paragraphs;
    const auto inline_at = std::find_if(paragraphs.begin(), paragraphs.end(), [](const Paragraph& p) {
        return p.text.starts_with("设") && !p.objects.empty();
    });
    REQUIRE(inline_at != paragraphs.end());
    CHECK(inline_at->objects.size() == 2);
    CHECK(inline_at->objects[1].piece == 1);
    CHECK(count_tags(one.styled, TagKind::formula) == 2);
    const auto display = std::find_if(paragraphs.begin(), paragraphs.end(), [](const Paragraph& p) {
        return p.text == object_character && p.objects[0].kind == InlineObject::Kind::formula;
    });
    REQUIRE(display != paragraphs.end());
    CHECK(one.styled.paragraph_styles[display->style].align == Align::centre);
    const auto after = std::find_if(paragraphs.begin(), paragraphs.end(),
                                    [](const Paragraph& p) { return p.text.starts_with("其中"); });
    REQUIRE(after != paragraphs.end());
    CHECK(one.styled.paragraph_styles[after->style].first_indent == Length{});
}

TEST_CASE("formulas: those with labels are numbered, and references show the numbers") {
    const Applied one =
        applied("# 题\n\n$$a$$\n:eqlabel:`e1`\n\n$$b$$\n:eqlabel:`e2`\n\n由 :eqref:`e2` 得。\n");
    CHECK(one.styled.formulas[0].tag == "1");
    CHECK(one.styled.formulas[1].tag == "2");
    CHECK(std::any_of(one.styled.paragraphs.begin(), one.styled.paragraphs.end(),
                      [](const Paragraph& p) { return p.text == "由 （2） 得。"; }));
}

TEST_CASE("title: how a law came to be stands below it; many long lines hang, few stand in the middle") {
    const std::string line =
        "2016年12月25日 第十二届全国人民代表大会常务委员会第二十五次会议《关于修改部分法律的决定》修正";
    const auto look = [&](int lines) {
        std::string text = "# 办法\n\n";
        for (int i = 0; i < lines; ++i) text += line + "\n\n";
        const Applied one = applied(text + "## 第一章\n\n文。\n");
        const auto found = std::find_if(one.styled.paragraphs.begin(), one.styled.paragraphs.end(),
                                        [&](const Paragraph& p) { return p.text == line; });
        REQUIRE(found != one.styled.paragraphs.end());
        return one.styled.paragraph_styles[found->style];
    };
    CHECK(look(1).align == Align::centre);
    CHECK(look(3).align == Align::left);
    CHECK(look(3).first_indent < Length{});
}

TEST_CASE("code: a table that a program drew is set small enough not to wrap") {
    const std::string bar = "+" + std::string(110, '-') + "+\n";
    const std::string row = "|" + std::string(110, 'x') + "|\n";
    const auto size_of = [](const std::string& code) {
        const Applied one = applied("# 题\n\n```\n" + code + "```\n");
        for (const Paragraph& p : one.styled.paragraphs)
            if (p.text.starts_with(code.substr(0, 4))) return one.styled.characters[p.runs[0].style].size;
        return Length{};
    };
    CHECK(size_of(bar + row + bar + row + bar) < size_of("int x = 1;\nint y = 2;\nint z;\n"));
    CHECK(size_of(bar + row + bar + row + bar) >= points(5));
}
