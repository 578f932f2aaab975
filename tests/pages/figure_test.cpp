// SPDX-License-Identifier: Apache-2.0
// Figures: inside the type area whatever they are, small ones on the line, missing ones as a useful frame.
#include "report_pages.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::test;

namespace {

bool is_inside(const ReportPages& made, const ImageItem& image) {
    const Rectangle& area = made.pages.pages[0].type_area;
    return image.area.corner.x >= area.corner.x &&
           image.area.corner.x + image.area.width <= area.corner.x + area.width &&
           image.area.corner.y + image.area.height <= area.corner.y + area.height;
}

}  // namespace

TEST_CASE("figures: wide and tall pictures keep their shape inside the type area") {
    for (const auto& [width, height] : {std::pair{3000, 300}, std::pair{300, 3000}, std::pair{5000, 5000}}) {
        const ReportPages made = pages_of("![说明文字](a.png)\n", {picture_of(width, height)});
        REQUIRE(made.images().size() == 1);
        const ImageItem& image = *made.images()[0];
        CHECK(is_inside(made, image));
        CHECK(std::abs(image.area.width.raw * height - image.area.height.raw * width) <
              std::int64_t{width + height} * 2);
    }
}

TEST_CASE("figures: what has no size of its own leaves room for text, a photograph more of it") {
    const auto share = [](const std::string& attributes, bool photograph) {
        Image picture = picture_of(400, 3000);
        if (photograph) picture.content = Jpeg{};
        const ReportPages made = pages_of("![说明文字](a.png)" + attributes + "\n", {std::move(picture)});
        REQUIRE(made.images().size() == 1);
        return made.images()[0]->area.height.raw * 100 / made.pages.pages[0].type_area.height.raw;
    };
    CHECK(share("", true) <= 50);
    CHECK(share("", true) > 40);
    CHECK(share("", false) <= 75);
    CHECK(share("", false) > 60);
    CHECK(share("{height=200mm}", true) > 80);
}

TEST_CASE("figures: an icon stands on the line, a large file with a small width too") {
    const ReportPages small = pages_of("点击 ![图标](a.png) 按钮。\n", {picture_of(12, 12)});
    REQUIRE(small.images().size() == 1);
    CHECK(small.runs_with("按钮").size() == 1);
    CHECK(small.runs_with("点击")[0]->baseline == small.runs_with("按钮")[0]->baseline);
    const ReportPages large =
        pages_of("点击 <img src=\"a.png\" alt=\"图标\" width=\"16\"> 按钮。\n", {picture_of(512, 512)});
    REQUIRE(large.images().size() == 1);
    CHECK(large.runs_with("点击")[0]->baseline == large.runs_with("按钮")[0]->baseline);
    CHECK(large.images()[0]->area.width <= points(15));
}

TEST_CASE("figures: the frame of a missing picture says what and where it is, and is no taller than that") {
    const ReportPages made = pages_of("前。\n\n![各地收入对比图](图/收入.png \"收入\")\n\n后。\n");
    CHECK(made.images().empty());
    CHECK(made.runs_with("图片缺失").size() == 1);
    CHECK(made.runs_with("各地收入对比图").size() == 1);
    CHECK(made.runs_with("收入.png").size() == 1);
    const Length depth = made.runs_with("后。")[0]->baseline - made.runs_with("前。")[0]->baseline;
    CHECK(depth < points(160));
}

TEST_CASE("figures: a row of badges that cannot be fetched stays a line of words") {
    const ReportPages made =
        pages_of("![构建](https://a.example/b.svg) ![版本](https://a.example/v.svg)\n\n正文。\n");
    CHECK(made.runs_with("图片缺失").empty());
    CHECK(made.runs_with("构建").size() == 1);
}
