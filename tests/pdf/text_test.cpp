// SPDX-License-Identifier: Apache-2.0
// Copying: what poppler and mupdf take out of a file is the source's text, letter by letter.
#include "sketch.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

namespace hanqing {

namespace {

std::string without_space(std::string text) {
    text.erase(
        std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n' || c == '\f'; }),
        text.end());
    return text;
}

struct Copies {
    std::string poppler, mupdf;
};
Copies copied(const Pages& pages) {
    const std::string path = saved("text.pdf", written(pages));
    return {without_space(output_of("pdftotext " + path + " -")),
            without_space(output_of("mutool draw -q -F text " + path + " 2>/dev/null"))};
}

/// One line on one page, with its pages still open to mischief.
Sketch line_of(std::string_view text, const Ink& ink = {}) {
    Sketch s;
    s.page(2000);
    Ink tagged = ink;
    tagged.tag = s.tag(TagKind::paragraph, 0);
    s.line(points(72), points(100), text, tagged);
    return s;
}

}  // namespace

TEST_CASE("text: ligatures, several characters of one glyph and letters beyond the BMP copy as written") {
    const struct {
        std::string_view family, text;
    } lines[] = {{latin, "efficientofficeflow"},
                 {song, "连字符-与‑，⼂与丶，·与・，一⼀"},
                 {rare, "𠮷𡈽𪚥"},
                 {kai, "楷体“引号”——破折号……"},
                 {mono, "naïvedéjàvu"},
                 {song, "e\xCC\x81"}};
    for (const auto& line : lines) {
        INFO(line.text);
        const Copies copies = copied(line_of(line.text, {.family = line.family}).pages);
        CHECK(copies.poppler == line.text);
        CHECK(copies.mupdf == line.text);
    }
}

TEST_CASE("text: an added hyphen is not copied") {
    Sketch s = line_of("trans-", {.family = latin, .added_hyphen = true, .language = Language::en});
    s.line(points(72), points(120), "port", {.family = latin, .tag = 1, .language = Language::en});
    CHECK(copied(s.pages).poppler == "transport");
    CHECK(copied(s.pages).mupdf ==
          "trans\xC2\xADport");  // mupdf knows no ActualText; a soft hyphen is as near as can be
}

TEST_CASE("text: private use characters, silent glyphs and the box of many meanings are spoken for") {
    Sketch private_use = line_of("汗青");
    private_use.pages.text.replace(0, 3, "\xEE\x80\x81");
    CHECK(copied(private_use.pages).poppler == "\xEE\x80\x81青");
    Sketch silent = line_of("汗青简");
    silent.pages.glyphs[1].text_size = 0;
    CHECK(copied(silent.pages).poppler == "汗简");
    CHECK(copied(silent.pages).mupdf == "汗\xE2\x80\x8B简");  // a blank of no width: mupdf wants some text
    Sketch box = line_of("一丁七万丈三上下不与丐丑");
    for (PageGlyph& g : box.pages.glyphs) g.glyph = box.pages.glyphs[0].glyph;
    CHECK(copied(box.pages).poppler == "一丁七万丈三上下不与丐丑");
}

TEST_CASE("text: every glyph stands within a hundredth of a point of its place") {
    for (const std::int64_t size : {7, 10, 16, 42}) {
        Sketch s = line_of("汗青是竹简火炙之后的称呼“以火炙简令汗”，故名", {.size = size});
        std::int64_t drift = 0;
        for (std::size_t i = 0; i < s.pages.glyphs.size(); ++i) {
            drift +=
                static_cast<std::int64_t>(i % 5 == 0 ? 6553 * size : 3571);  // uneven gaps and an even one
            s.pages.glyphs[i].x += Length{drift};
        }
        const std::string found =
            output_of("mutool draw -q -F stext " + saved("places.pdf", written(s.pages)) +
                      " 2>/dev/null | grep -o ' x=\"[^\"]*' | tr -d ' x=\"'");
        std::size_t at = 0, next = 0;
        for (; at < found.size() && next < s.pages.glyphs.size(); ++next) {
            const double x = std::strtod(found.c_str() + at, nullptr);
            CHECK(std::abs(x - static_cast<double>(s.pages.glyphs[next].x.raw) / 65536) < 0.0105);
            at = found.find('\n', at) + 1;
        }
        CHECK(next == s.pages.glyphs.size());
    }
}

}  // namespace hanqing
