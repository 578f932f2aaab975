// SPDX-License-Identifier: Apache-2.0
// The character grid of official documents, the shapes of titles, the room of rubies.
#include "support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace hanqing {
namespace {

using namespace test;

/// Share of full-width glyphs at whole ems, in percent.
std::int64_t on_grid_percent(const Setting& s, const BrokenParagraph& b, std::size_t line) {
    std::int64_t all = 0, on = 0;
    for (const PlacedGlyph& g : place_line(s, b, b.solutions[0].lines[line]).glyphs) {
        if (!s.shaped.glyphs[g.glyph].wide) continue;
        ++all;
        on += g.x.raw % em == 0 ? 1 : 0;
    }
    return all == 0 ? 100 : on * 100 / all;
}

const char* const notice =
    "各县（市、区）人民政府，市政府各部门、各直属机构：为做好2025年度统计调查工作，根据《统计法》有关规定，现"
    "将有关事项"
    "通知如下，请认真贯彻执行。一要提高认识，二要加强领导，三要按时报送OFD格式的报表，逾期未报的予以通报；“十"
    "五五”规划"
    "编制工作已经启动，各单位要同步做好数据衔接，确保12月31日前完成1,234户调查。";

}  // namespace

TEST_CASE("grid: lines of 28 cells, Han and marks at whole ems, Latin in whole cells (P3, P4, J7)") {
    Sample sample;
    sample.text(notice);
    sample.style.grid = true;
    sample.style.first_indent = ems(2);
    const Setting s = sample.setting();
    const BrokenParagraph b = break_text(s, ems(28));
    std::size_t whole = 0;
    for (std::size_t i = 0; i < b.solutions[0].lines.size(); ++i) {
        const Line& line = b.solutions[0].lines[i];
        if (!line.last) CHECK(line.set == ems(i == 0 ? 26 : 28));
        if (line.natural == line.set) {
            CHECK(on_grid_percent(s, b, i) == 100);
            ++whole;
        }
    }
    CHECK(whole * 4 >= b.solutions[0].lines.size() * 3);
}

TEST_CASE("grid: a mark that would be the 29th takes half its cell and the half of the last mark before it") {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "国";
    text += "，国国国国国国国。";
    for (int i = 0; i < 28; ++i) text += "国";
    Sample sample;
    sample.text(text);
    sample.style.grid = true;
    const Setting s = sample.setting();
    const BrokenParagraph b = break_text(s, ems(28));
    REQUIRE(utf32(lines_of(s, b)[0]).size() == 29);
    const PlacedLine placed = place_line(s, b, b.solutions[0].lines[0]);
    for (std::size_t i = 0; i <= 20; ++i) CHECK(placed.glyphs[i].x.raw == em * static_cast<std::int64_t>(i));
    CHECK(placed.glyphs[28].x.raw == em * 55 / 2);  // its ink ends at 28 em
}

TEST_CASE("grid: with hanging the mark goes into the margin and every character keeps its cell") {
    std::string text;
    for (int i = 0; i < 28; ++i) text += "国";
    Sample sample;
    sample.text(text + "。" + text);
    sample.style.grid = sample.style.hanging = true;
    const Setting s = sample.setting();
    const BrokenParagraph b = break_text(s, ems(28));
    const PlacedLine placed = place_line(s, b, b.solutions[0].lines[0]);
    REQUIRE(placed.glyphs.size() == 29);
    for (std::size_t i = 0; i < 29; ++i) CHECK(placed.glyphs[i].x.raw == em * static_cast<std::int64_t>(i));
}

TEST_CASE("grid: gaps beside Latin lie between an eighth and half an em inside a line (J4, J7)") {
    for (const char* latin : {"a", "ab", "abc", "abcd", "abcde", "2024", "10"}) {
        Sample sample;
        sample.text(std::string("国") + latin + "国");
        sample.style.grid = true;
        const Setting s = sample.setting();
        const BrokenParagraph b = break_text(s, ems(28));
        const PlacedLine placed = place_line(s, b, b.solutions[0].lines[0]);
        const std::int64_t left = placed.glyphs[1].x.raw - em;
        INFO(latin);
        CHECK(placed.glyphs.back().x.raw % em == 0);
        CHECK(left >= em / 8);
        CHECK(left <= em / 2);
    }
}

TEST_CASE("grid: blanks between Han take cells: one for each full-width one, one for typed spaces") {
    for (const char* blank : {"　", " ", "  ", "　　"}) {
        Sample sample;
        sample.text(std::string("条") + blank + "为国");
        sample.style.grid = true;
        const Setting s = sample.setting();
        const BrokenParagraph b = break_text(s, ems(28));
        const PlacedLine placed = place_line(s, b, b.solutions[0].lines[0]);
        INFO(blank);
        CHECK(placed.glyphs.back().x.raw == em * (std::string_view(blank) == "　　" ? 4 : 3));
    }
}

TEST_CASE("titles: lines are whole words in a trapezium or a diamond (GB/T 9704 7.3.1)") {
    for (const char* title : {"关于印发全省机关电子公文归档管理办法的通知",
                              "某省人民政府办公厅关于加强数字档案馆建设工作的实施意见",
                              "某市财政局关于2024年度预算执行情况和2025年度预算草案编制工作有关问题的请示"})
        for (const std::int64_t width : {14, 16, 18}) {
            Sample sample;
            sample.text(title);
            sample.style.balance = true;
            sample.style.align = Align::centre;
            const Setting s = sample.setting();
            const BrokenParagraph b = break_text(s, ems(width));
            const std::vector<Line>& lines = b.solutions[0].lines;
            REQUIRE(lines.size() >= 2);
            bool fallen = false;
            for (std::size_t i = 1; i < lines.size(); ++i) {
                CHECK(lines[i].begin == lines[i - 1].end);
                const bool rises = lines[i].set > lines[i - 1].set;
                CHECK_FALSE((rises && fallen));  // no hourglass
                fallen = fallen || lines[i].set < lines[i - 1].set;
            }
            for (const std::string& line : lines_of(s, b)) {
                INFO(line);
                CHECK(line.find("的") != 0);
            }
        }
}

TEST_CASE("titles: no line ends inside a date, a count or an ordinal") {
    for (const char* title : {"某省统计局关于2024年第3季度全省经济运行情况和主要指标完成进度的通报",
                              "某市人民政府关于第十四个五年规划和二〇三五年远景目标纲要实施情况的报告",
                              "某县财政局关于下达2025年第一批乡村振兴补助资金1234万元的通知"})
        for (std::int64_t width = 10; width <= 24; ++width) {
            Sample sample;
            sample.text(title);
            sample.style.balance = true;
            sample.style.align = Align::centre;
            for (const std::string& line : broken_text(sample, ems(width))) {
                INFO(line << " in " << width);
                for (const char* start : {"年", "季", "万", "批", "个五", "〇"}) CHECK(line.find(start) != 0);
                CHECK(line.rfind("第") != line.size() - 3);
            }
        }
}

TEST_CASE("titles: the names of bodies keep their last character") {
    for (std::int64_t width = 12; width <= 24; ++width) {
        Sample sample;
        sample.text("某省档案局关于印发全省综合档案馆建设与评估管理办法的通知");
        sample.style.balance = true;
        sample.style.align = Align::centre;
        for (const std::string& line : broken_text(sample, ems(width))) {
            INFO(line << " in " << width);
            for (const char* start : {"馆", "局", "法"}) CHECK(line.find(start) != 0);
        }
    }
}

TEST_CASE("titles: names in 《》 stay whole, blanks typed among words are where lines end") {
    const auto lines_of = [](const char* title, std::int64_t width) {
        Sample sample;
        sample.text(title);
        sample.style.balance = true;
        sample.style.align = Align::centre;
        return broken_text(sample, ems(width));
    };
    for (std::int64_t width = 18; width <= 26; ++width)
        for (const std::string& line :
             lines_of("国务院办公厅关于印发《政府信息公开条例》实施情况通报的通知", width)) {
            INFO(line << " in " << width);
            CHECK((line.find("《") == std::string::npos) == (line.find("》") == std::string::npos));
        }
    const auto parted = lines_of("证券代码：三〇〇七五〇 证券简称：宁德时代 公告编号：二〇二四", 26);
    REQUIRE(parted.size() == 2);
    CHECK((parted[1].find("公告编号") == 0 || parted[1].find("证券简称") == 0));
}

TEST_CASE("titles: lines end where the sense pauses, and never inside of brackets that a line holds") {
    const auto lines_of = [](const char* title, std::int64_t width) {
        Sample sample;
        sample.text(title);
        sample.style.balance = true;
        sample.style.align = Align::centre;
        return broken_text(sample, ems(width));
    };
    CHECK(lines_of("海城市2023年国民经济和社会发展统计公报", 18).front() != "海城市2023年国民");
    CHECK(lines_of("国新办举行2023年国民经济运行情况新闻发布会", 19).front() == "国新办举行2023年");
    CHECK(lines_of("2024年3月期的连结业绩（2023年4月1日至2024年3月31日）", 24).front() ==
          "2024年3月期的连结业绩");
    CHECK(lines_of("东岭市市场监督管理局行政执法规定的修订对照表", 18).front() == "东岭市市场监督管理局");
}

TEST_CASE("titles: what the author parts is shaped part by part") {
    Sample sample;
    sample.text("云水县人民政府办公室\u2028关于印发云水县防汛抗旱应急预案的通知");
    sample.style.balance = true;
    sample.style.align = Align::centre;
    for (std::int64_t width = 11; width <= 17; ++width) {
        const auto lines = broken_text(sample, ems(width));
        INFO(width);
        REQUIRE(lines.size() == 3);
        CHECK(lines[0].find("关于") == std::string::npos);
        CHECK(lines[2].find("的") != 0);
        CHECK(lines[2].size() > 12);
    }
}

TEST_CASE("titles: a title that fits its line stays in one") {
    Sample sample;
    sample.text("年度工作报告");
    sample.style.balance = true;
    CHECK(broken_text(sample, ems(20)).size() == 1);
}

TEST_CASE(
    "ruby: a base narrower than its annotation is spread, never broken, and centred under it (R3, R4, B7)") {
    Sample sample;
    sample.text("国国国国振假名国国国国");
    sample.rubies.push_back({12, 21, "ふりがなふりがな", 0});
    const Setting s = sample.setting();
    const BrokenParagraph b = break_text(s, ems(6));
    bool seen = false;
    for (std::size_t i = 0; i < b.solutions[0].lines.size(); ++i) {
        const PlacedLine placed = place_line(s, b, b.solutions[0].lines[i]);
        for (const PlacedRuby& ruby : placed.rubies) {
            seen = true;
            CHECK(ruby.width == ems(4));
            CHECK(ruby.base_width >= ruby.width);
            CHECK(lines_of(s, b)[i].find("振假名") != std::string::npos);
        }
    }
    CHECK(seen);
}

TEST_CASE("ruby: a base wider than its annotation keeps its place") {
    Sample sample;
    sample.text("国汉国");
    sample.rubies.push_back({3, 6, "h", 0});
    const Setting s = sample.setting();
    const BrokenParagraph b = break_text(s, ems(20));
    CHECK(b.solutions[0].lines[0].natural == ems(3));
}

}  // namespace hanqing
