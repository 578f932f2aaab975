// SPDX-License-Identifier: Apache-2.0
// Runs for signs with a look of their own; pictures side by side; tables without a head.
#include "applied.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::test;

namespace {

/// The styles of the paragraph that holds the words, one for each run.
std::vector<CharacterStyle> styles_of(const Styled& styled, std::string_view words) {
    std::vector<CharacterStyle> styles;
    for (const Paragraph& paragraph : styled.paragraphs) {
        if (paragraph.text.find(words) == std::string::npos) continue;
        std::uint32_t end = 0;
        for (const TextRun& run : paragraph.runs) {
            CHECK(run.end > end);
            end = run.end;
            styles.push_back(styled.characters[run.style]);
        }
        CHECK(end == paragraph.text.size());
        break;
    }
    return styles;
}

/// A report in which each picture is so many points wide and high.
Applied with_pictures(const std::string& markdown, Length width, Length height) {
    Applied result;
    const Document document = parse(make_source("t.md", markdown, result.notes), result.notes);
    Pictures pictures;
    for (std::size_t i = 0; i < document.images.size(); ++i) {
        Image image;
        image.width = width;
        image.height = height;
        image.content = Raster{};
        pictures.images.push_back(std::move(image));
    }
    pictures.paths.resize(document.images.size());
    Metadata metadata;
    metadata.title = "题";
    result.styled = apply(load_sheet("report", {}, result.notes), document, std::move(pictures),
                          std::move(metadata), {"0123456789abcdef", "Hanqing"}, result.notes);
    return result;
}

}  // namespace

TEST_CASE("signs: discs, squares and stars tell something by their colour") {
    const auto styles = styles_of(applied("交付🟢预算🔴完\n").styled, "交付");
    REQUIRE(styles.size() == 5);
    CHECK(styles[1].colour != styles[0].colour);
    CHECK(styles[3].colour != styles[1].colour);
    CHECK(styles[4] == styles[0]);
    CHECK(styles_of(applied("🔴\n").styled, "🔴").size() == 1);
    CHECK(styles_of(applied("`🔴`甲\n").styled, "🔴").size() == 2);  // code is shown as typed
}

TEST_CASE("signs: lines of diagrams in code are half as wide as Han") {
    const Applied one = applied("```\n├── 甲\n│\n```\n");
    const auto styles = styles_of(one.styled, "├");
    REQUIRE(styles.size() >= 3);
    CHECK(one.styled.roles[styles[0].role].name == "diagram");
    CHECK(styles[0].size * 6 == styles[1].size * 5);
    CHECK(one.styled.roles[styles[1].role].name == "code");
    CHECK(styles_of(applied("甲→乙\n").styled, "→").size() == 1);
}

TEST_CASE("figures: those of one paragraph stand in a row when they fit, each over its words") {
    const Applied fits = with_pictures("![甲](a.png) ![乙](b.png)\n", points(150), points(100));
    REQUIRE(fits.styled.tables.size() == 1);
    CHECK(fits.styled.tables[0].cells.size() == 2);
    CHECK(fits.styled.tables[0].tag == none);
    CHECK(fits.styled.tables[0].cells[1].paragraphs.size() == 2);
    CHECK(count_tags(fits.styled, TagKind::figure) == 2);
    CHECK(count_tags(fits.styled, TagKind::table) == 0);
    const Applied wide = with_pictures("![甲](a.png) ![乙](b.png)\n", points(900), points(300));
    CHECK(wide.styled.tables.empty());
    CHECK(wide.styled.figures.size() == 2);
    const Applied asked = with_pictures("![](a.png){width=30%} ![](b.png){width=30%} ![](c.png){width=30%}\n",
                                        points(900), points(300));
    REQUIRE(asked.styled.tables.size() == 1);
    CHECK(asked.styled.tables[0].cells.size() == 3);
    const Applied screens = with_pictures("![](a.png)![](b.png)\n", points(810), points(1755));
    CHECK(screens.styled.tables.size() == 1);
    const Applied named = with_pictures("![](a.png) ![](b.png)\n\n图 1　两馆\n", points(150), points(100));
    REQUIRE(named.styled.tables.size() == 1);
    CHECK(named.styled.tables[0].cells[0].paragraphs.size() == 1);
    CHECK(has(texts(named.styled), "图 1　两馆"));
}

TEST_CASE("figures: an icon in a sentence stays in its line, names of files are no captions") {
    const Applied icon = with_pictures("点击 ![图标](i.png) 保存。\n", points(48), points(48));
    CHECK(icon.styled.figures.empty());
    for (const char* alt :
         {"image-20230508143055123", "logo", "Untitled", "微信图片_2023", "IMG_204113", "png"}) {
        const Applied one = with_pictures("![" + std::string(alt) + "](a.png)\n", points(300), points(200));
        REQUIRE(one.styled.figures.size() == 1);
        CHECK(one.styled.figures[0].caption == none);
    }
    CHECK(with_pictures("![馆藏增长](a.png)\n", points(300), points(200)).styled.figures[0].caption != none);
}

TEST_CASE("tables: a head without words is none") {
    const Applied empty = applied("| | |\n|---|---|\n| 项目 | 某 |\n");
    REQUIRE(empty.styled.tables.size() == 1);
    CHECK(empty.styled.tables[0].rows == 1);
    CHECK(empty.styled.tables[0].header_rows == 0);
    const Applied noted =
        applied("| 序号 | 项目 |\n|:-:|---|\n| 1 | pH |\n| 注：括号内为沿海地区的指标 ||\n");
    const TableCell& note = noted.styled.tables[0].cells.back();
    CHECK(note.column_span == 2);
    CHECK(note.align == Align::left);
    const Applied spans = applied(
        "<table><thead><tr><th rowspan=\"3\">甲</th><th colspan=\"2\">乙</th></tr><tr><th "
        "rowspan=\"2\">丙</th><th "
        "rowspan=\"2\">丁</th></tr><tr></tr></thead><tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody></"
        "table>\n");
    CHECK(spans.styled.tables[0].rows == 4);  // the empty row is what the cells above reach into
    CHECK(applied("| | 甲 |\n|---|---|\n| 项目 | 某 |\n").styled.tables[0].header_rows == 1);
}
