// SPDX-License-Identifier: Apache-2.0
#include "image/made.hpp"

#include <catch2/catch.hpp>
#include <clocale>
#include <cstdlib>
#include <thread>

using namespace hanqing;
using namespace std::string_literals;

namespace {

std::string svg(const std::string& inside, const std::string& attributes = "width=\"200\" height=\"100\"") {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " +
           attributes + ">" + inside + "</svg>";
}

const Drawing& drawing_of(const made::Read& read) {
    INFO(read.notes);
    REQUIRE(std::holds_alternative<Drawing>(read.image.content));
    return std::get<Drawing>(read.image.content);
}

std::string operators_of(const std::string& file) { return drawing_of(made::read(file, "a.svg")).operators; }

bool contains(const std::string& all, const std::string& part) { return all.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("svg: shapes become operators and nothing else") {
    const auto read =
        made::read(svg("<rect x='50' y='25' width='100' height='50' fill='#0000ff'/>"), "a.svg");
    const Drawing& drawing = drawing_of(read);
    CHECK(read.notes.empty());
    CHECK(drawing.width == Approx(4096));
    CHECK(drawing.height == Approx(2048));
    CHECK(drawing.operators == "0 0 1 rg\n1024 512 m\n3072 512 l\n3072 1536 l\n1024 1536 l\nh\nf\n");
    CHECK(read.image.width == points(150));
    CHECK(read.image.height == points(75));
}

TEST_CASE("svg: strokes keep their pen, dashes and rule") {
    const std::string ops =
        operators_of(svg("<path d='M0 50L200 50' stroke='black' stroke-width='2' stroke-dasharray='4 2' "
                         "stroke-linecap='round'/>"));
    CHECK(contains(ops, " w 1 J 0 j 4 M ["));
    CHECK(contains(ops, "S\n"));
    CHECK(contains(operators_of(svg("<path d='M0 0H9V9Z' fill-rule='evenodd'/>")), "f*\n"));
}

TEST_CASE("svg: opacity of one thing is constant alpha") {
    const Drawing drawing =
        drawing_of(made::read(svg("<g opacity='0.5'><circle cx='50' cy='50' r='20'/></g>"), "a.svg"));
    CHECK(drawing.alphas == std::vector<std::uint8_t>{128});
    CHECK(contains(drawing.operators, "/G0 gs"));
}

TEST_CASE("svg: text is outlines, so no font is needed later") {
    const std::string ops = operators_of(svg("<text x='10' y='50' font-size='20'>统计图 Chart</text>"));
    CHECK(ops.size() > 1000);
    CHECK(contains(ops, " c\n"));
}

TEST_CASE("svg: neither locale nor environment changes the shape of a character") {
    const std::string file =
        svg("<text x='10' y='50' font-size='20' font-family='Unknown Sans'>直骨角“今”——令 fi</text>");
    const std::string expected = operators_of(file);
    for (const char* language : {"ja", "zh_TW", "fr", "xx"})
        for (const char* variable : {"LC_ALL", "LANG", "LANGUAGE", "PANGO_LANGUAGE", "FC_LANG"}) {
            setenv(variable, language, 1);
            std::string got;
            std::thread([&] { got = operators_of(file); }).join();
            CHECK(got == expected);
            unsetenv(variable);
        }
}

TEST_CASE("svg: Japanese and Chinese shapes follow the picture's language, then the report's") {
    const std::string text = "<text x='10' y='50' font-size='20'>直骨角</text>";
    const std::string chinese = operators_of(svg(text));
    CHECK(operators_of(svg(text, "width='200' height='100' xml:lang='ja'")) != chinese);
    CHECK(operators_of(svg(text, "width='200' height='100' xml:lang='en'")) == chinese);
    VectorFonts japanese;
    japanese.language = Language::ja;
    CHECK(drawing_of(made::read(svg(text), "a.svg", {}, japanese)).operators != chinese);
}

TEST_CASE("svg: a choice by language takes the picture's, not the reader's") {
    const std::string choice =
        "<switch><rect systemLanguage='fr' width='10' height='10'/><rect systemLanguage='zh-CN' width='20' "
        "height='20'/>"
        "<rect width='30' height='30'/></switch>";
    setenv("LANG", "fr_FR.UTF-8", 1);
    const std::string ops = operators_of(svg(choice));
    unsetenv("LANG");
    CHECK(ops == operators_of(svg("<rect width='20' height='20'/>")));
}

TEST_CASE("svg: effects beyond paths become pixels, with a remark") {
    const auto read = made::read(svg("<defs><linearGradient id='g'><stop offset='0'/><stop offset='1' "
                                     "stop-color='red'/></linearGradient></defs>"
                                     "<rect width='200' height='100' fill='url(#g)'/>"),
                                 "a.svg");
    CHECK(read.notes == "svg-rasterised");
    REQUIRE(std::holds_alternative<Raster>(read.image.content));
    CHECK(std::get<Raster>(read.image.content).width == 1200);
    CHECK(read.image.width == points(150));
}

TEST_CASE("svg: nothing outside is read, nothing runs, and the author is told") {
    const auto notes = [](const std::string& inside) {
        return made::read(svg("<rect width='9' height='9'/>" + inside), "a.svg").notes;
    };
    CHECK(notes("<image href='file:///etc/passwd' width='9' height='9'/>") == "svg-outside");
    CHECK(notes("<image xlink:href='http://example.org/a.png' width='9' height='9'/>") == "svg-outside");
    CHECK(notes("<use href='other.svg#x'/>") == "svg-outside");
    CHECK(notes("<style>@import url(http://example.org/a.css);</style>") == "svg-outside svg-outside");
    CHECK(notes("<script>alert(1)</script>") == "svg-script");
    CHECK(notes("<rect onclick='alert(1)'/>") == "svg-script");
    CHECK(notes("<foreignObject><p>甲</p></foreignObject>") == "svg-foreign-object");
    CHECK(notes("<a href='http://example.org'><rect width='1' height='1'/></a>").empty());
}

TEST_CASE("svg: entities are refused, a plain document type is not") {
    const std::string bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>";
    CHECK(made::read(bomb + svg("<text>&b;</text>"), "a.svg").notes == "svg-entities");
    const std::string plain =
        "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
        "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>";
    CHECK(made::read(plain + svg("<rect width='9' height='9'/>"), "a.svg").notes.empty());
}

TEST_CASE("svg: broken, deep or too large, it is a note") {
    CHECK(made::read("<svg xmlns='http://www.w3.org/2000/svg'><rect", "a.svg").notes == "image-broken");
    CHECK(made::read("<svg xmlns='http://www.w3.org/2000/svg'><g>", "a.svg").notes == "image-broken");
    CHECK(made::read(svg("\xFF\xFE"), "a.svg").notes == "image-unsupported");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<g>";
    CHECK(made::read(svg(deep), "a.svg").notes == "image-unsupported");
    CHECK(made::read("<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg").notes == "image-broken");
}

TEST_CASE("svg: a picture inside is kept as pixels; a bomb inside is not opened") {
    const auto with = [](const std::string& base64) {
        return made::read(svg("<image width='50' height='50' href='data:image/png;base64," + base64 + "'/>"),
                          "a.svg");
    };
    // A PNG of one red pixel.
    const auto read =
        with("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");
    CHECK(drawing_of(read).rasters.size() == 1);
    CHECK(contains(drawing_of(read).operators, "/I0 Do"));
    // The same claiming 65535 × 65535.
    CHECK(with("iVBORw0KGgoAAAANSUhEUgAA//8AAP//CAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC")
              .notes == "image-too-large");
}

TEST_CASE("svg: characters that no face has are named") {
    const auto read = made::read(svg("<text x='1' y='50'>\xF3\xB0\x80\x80</text>"), "a.svg");
    CHECK(read.notes == "svg-glyph-missing");
    CHECK(read.all[0].arguments[1] == "U+F0000");
    VectorFonts none;
    none.folders = {"/nonexistent"};
    CHECK(made::read(svg("<text x='1' y='50'>甲</text>"), "a.svg", {}, none).notes == "svg-glyph-missing");
}
