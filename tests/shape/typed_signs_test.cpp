// SPDX-License-Identifier: Apache-2.0
// Signs of the typewriter as those of print; what is copied stays.
#include "base/unicode.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::sample;

namespace {

std::u32string codes(const ShapedParagraph& shaped) {
    std::u32string all;
    for (const Glyph& glyph : shaped.glyphs)
        if (glyph.text_size > 0) all += glyph.code;
    return all;
}

std::string covered_text(const ShapedParagraph& shaped, const std::string& text) {
    std::string result;
    for (const Glyph& glyph : shaped.glyphs) result += text.substr(glyph.text, glyph.text_size);
    return result;
}

}  // namespace

TEST_CASE("typed signs: quotation marks in pairs are curly, wide among Han, narrow among Latin") {
    CHECK(codes(shaped("他说\"好\"。")) == U"他说“好”。");
    CHECK(widths(shaped("他说\"好\"。")) == "WWWWWW");
    CHECK(codes(shaped("the \"x\" isn't", Language::en)) == U"the “x” isn’t");
    CHECK(widths(shaped("the \"x\" word", Language::en)) == "nnnnnnnnnnnn");
    const std::string text = "他说\"好\"，the \"x\" isn't\"再\"";
    CHECK(covered_text(shaped(text), text) == text);
}

TEST_CASE("typed signs: what is in doubt stays as typed") {
    for (const std::string_view text : {"5\"宽", "\"未完", "甲\" 乙 \"丙", "\"\"空", "12\"x7\"", "'甲'"})
        CHECK(codes(shaped(text)) == utf32(text));
    Styled typed = styled();
    typed.typed_signs = true;
    Notes notes;
    CHECK(codes(shape_paragraph(paragraph({{"他说\"好\"", 0}}), typed, fonts(), notes)) == U"他说\"好\"");
    CHECK(codes(shape_paragraph(paragraph({{"a \"b\"", 1}}), styled(), fonts(), notes)) == U"a \"b\"");
}

TEST_CASE("typed signs: two and three hyphens between words are dashes, in languages of words") {
    const std::string text = "2023--24 a---b, x -- y; --flag";
    CHECK(codes(shaped(text, Language::en)) == U"2023–24 a—b, x – y; --flag");
    CHECK(covered_text(shaped(text, Language::en), text) == text);
    CHECK(codes(shaped("2023--24 年")) == U"2023--24 年");
}
