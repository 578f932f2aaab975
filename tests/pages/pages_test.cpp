// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "report.hpp"

#include <algorithm>
#include <ctime>

using namespace hanqing;

namespace {

constexpr std::string_view sentence = "汗青是竹简经火烤去水分之后便于书写与保存的做法，后来借指史册。";

std::vector<std::vector<std::string>> rows_of(std::uint32_t rows, std::uint32_t columns,
                                              std::string_view cell) {
    std::vector<std::vector<std::string>> all;
    for (std::uint32_t r = 0; r < rows; ++r) {
        all.emplace_back();
        for (std::uint32_t c = 0; c < columns; ++c)
            all.back().push_back(r == 0 ? "栏" + std::to_string(c) : std::string(cell) + std::to_string(r));
    }
    return all;
}

bool has_note(const Notes& notes, std::string_view id) {
    return std::any_of(notes.all().begin(), notes.all().end(), [&](const Note& n) { return n.id == id; });
}

void check_all_pass(const Pages& pages) {
    for (const LayoutCheck& check : audit_pages(pages, system_fonts()).checks) {
        INFO(check.id << " worst " << check.worst.raw << " limit " << check.limit.raw << " on page "
                      << check.page);
        CHECK((check.failed == 0 || check.advice));
    }
}

}  // namespace

TEST_CASE("pages: the first em box begins at the type area's top and lines stand on the grid") {
    ReportMaker report;
    for (int i = 0; i < 40; ++i) report.add_text(repeated(sentence, 4));
    const Pages pages = report.pages();
    REQUIRE(pages.pages.size() > 3);
    CHECK(pages.lines[0].area.corner.y == pages.pages[0].type_area.corner.y);
    CHECK(check_of(audit_pages(pages, system_fonts()), "P3")->tested > 100);
    check_all_pass(pages);
}

TEST_CASE("pages: copying gives every character back once, blanks at line ends too") {
    ReportMaker report;
    std::string wanted;
    for (int i = 0; i < 12; ++i) {
        const std::string text =
            repeated("Words of English flow on, and 中文 with them. ", 6) + "End" + std::to_string(i);
        report.add_text(text);
        wanted += text;
    }
    CHECK(all_text(report.pages()) == wanted);
}

TEST_CASE("pages: a heading never ends a page") {
    for (std::size_t lines = 20; lines < 34; ++lines) {
        ReportMaker report;
        for (std::size_t i = 0; i < lines; ++i) report.add_text("一行正文。");
        report.add_heading("第一节");
        report.add_text(repeated(sentence, 5));
        const Pages pages = report.pages();
        CHECK(check_of(audit_pages(pages, system_fonts()), "G6")->failed == 0);
        CHECK(check_of(audit_pages(pages, system_fonts()), "G4")->failed == 0);
        CHECK(check_of(audit_pages(pages, system_fonts()), "P3")->failed == 0);
    }
}

TEST_CASE("pages: notes stand at the foot of the page of their mark") {
    ReportMaker report;
    for (int i = 0; i < 30; ++i) {
        report.add_text(repeated(sentence, 3));
        if (i % 4 == 0) report.add_note("①", "注：" + repeated(sentence, 2));
    }
    const Pages pages = report.pages();
    const LayoutReport audit = audit_pages(pages, system_fonts());
    CHECK(check_of(audit, "F1")->tested == 8);
    CHECK(check_of(audit, "F2")->tested > 0);
    check_all_pass(pages);
    for (const FootnoteText& note : report.styled.footnotes) {
        CHECK(pages.anchors[note.anchor].page == pages.anchors[note.back_anchor].page);
        CHECK(pages.anchors[note.anchor].y > pages.anchors[note.back_anchor].y);
    }
}

TEST_CASE("pages: marks that begin anew on each page are numbered by page") {
    ReportMaker report;
    report.sequence().footnotes_restart = true;
    for (int i = 0; i < 6; ++i) {
        for (int k = 0; k < 14; ++k) report.add_text(sentence);
        report.add_note("⑨", "注文。");
    }
    const Pages pages = report.pages();
    for (std::uint32_t p = 0; p < pages.pages.size(); ++p) {
        const std::string text = text_on(pages, p);
        CHECK(text.find("⑨") == std::string::npos);
        if (text.find("注文") != std::string::npos) CHECK(text.find("①") != std::string::npos);
    }
}

TEST_CASE("pages: entries of the contents show the number of their page in a slot of fixed width") {
    ReportMaker report;
    std::vector<std::uint32_t> anchors;
    report.styled.sequences.push_back(report.sequence());
    for (int i = 0; i < 5; ++i) {
        for (int k = 0; k < 40; ++k) report.add_text(sentence);
        anchors.push_back(report.add_heading("标题" + std::to_string(i)).anchor);
    }
    report.add_text("末段。");
    Sequence& front = report.styled.sequences[0];
    front.numbering = NumberStyle::lower_roman;
    report.sequence().first_number = 1;
    report.sequence().begin_odd = true;
    for (int i = 0; i < 5; ++i) {
        FlowBlock entry;
        entry.kind = FlowKind::contents_entry;
        entry.entry_anchor = anchors[static_cast<std::size_t>(i)];
        entry.index = report.add_paragraph("标题" + std::to_string(i), report.plain_lines, report.body,
                                           report.add_tag(TagKind::contents_item), points(380));
        front.flow.push_back(entry);
    }
    const Pages pages = report.pages();
    CHECK(pages.pages[0].label == "i");
    CHECK(pages.pages[1].blank);
    CHECK(pages.pages[2].label == "1");
    std::string wanted;
    for (int i = 0; i < 5; ++i)
        wanted += "标题" + std::to_string(i) +
                  pages.pages[pages.anchors[anchors[static_cast<std::size_t>(i)]].page].label;
    CHECK(text_on(pages, 0) == wanted);
    for (const PageItem& item : pages.pages[0].items)
        if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape)) CHECK(glyphs->begin < glyphs->end);
}

TEST_CASE("pages: a table goes on with its head again and the caption of a continuation, as artifacts") {
    ReportMaker report;
    report.add_text(sentence);
    Table& table = report.add_table(rows_of(120, 4, "内容"));
    table.caption_tag = report.add_tag(TagKind::caption, table.tag);
    table.caption = report.add_paragraph("表 1　示例", report.plain_lines, report.small, table.caption_tag,
                                         report.measure);
    table.continued = report.add_paragraph("续表 1", report.plain_lines, report.small, none, report.measure);
    const Pages pages = report.pages();
    REQUIRE(pages.pages.size() > 3);
    for (std::uint32_t p = 1; p < pages.pages.size(); ++p)
        CHECK(text_on(pages, p, Artifact::repeated_head) == "续表 1栏0栏1栏2栏3");
    std::string wanted = std::string(sentence) + "表 1　示例栏0栏1栏2栏3";
    for (int r = 1; r < 120; ++r) wanted += repeated("内容" + std::to_string(r), 4);
    CHECK(all_text(pages) == wanted);
    CHECK(check_of(audit_pages(pages, system_fonts()), "T1")->tested > 2);
    check_all_pass(pages);
}

TEST_CASE("pages: numbers of a column stand on their decimal point") {
    ReportMaker report;
    Table& table = report.add_table({{"项目", "金额"}, {"甲", "1,234.5"}, {"乙", "7.25"}, {"丙", "33"}});
    table.columns[1].numeric = true;
    for (TableCell& cell : table.cells)
        if (cell.column == 1 && !cell.header) cell.align = Align::right;
    const Pages pages = report.pages();
    std::vector<Length> points_at;
    for (const PageItem& item : pages.pages[0].items) {
        const auto* glyphs = std::get_if<GlyphsItem>(&item.shape);
        if (glyphs == nullptr) continue;
        for (std::uint32_t g = glyphs->begin; g < glyphs->end; ++g)
            if (pages.text.compare(pages.glyphs[g].text, pages.glyphs[g].text_size, ".") == 0)
                points_at.push_back(pages.glyphs[g].x);
    }
    REQUIRE(points_at.size() == 2);
    CHECK(points_at[0] == points_at[1]);
}

TEST_CASE("pages: a table too wide is set smaller, then lying, then split, and a remark says which") {
    const auto notes_for = [](std::uint32_t columns, std::string_view cell) {
        ReportMaker report;
        report.add_text(sentence);
        report.add_table(rows_of(5, columns, cell));
        report.add_text(sentence);
        const Pages pages = report.pages();
        CHECK(check_of(audit_pages(pages, system_fonts()), "area")->failed == 0);
        if (has_note(report.notes, "table-turned"))
            CHECK(std::any_of(pages.pages.begin(), pages.pages.end(),
                              [](const Page& p) { return p.width > p.height; }));
        return std::string(has_note(report.notes, "table-shrunk") ? "shrunk " : "") +
               (has_note(report.notes, "table-turned") ? "turned " : "") +
               (has_note(report.notes, "table-split") ? "split" : "");
    };
    CHECK(notes_for(4, "内容") == "");
    CHECK(notes_for(14, "内容") == "");  // half the padding goes first
    CHECK(notes_for(18, "内容") == "shrunk ");
    CHECK(notes_for(22, "内容").ends_with("turned "));
    CHECK(notes_for(60, "内容") == "split");
}

TEST_CASE("pages: a row taller than a page is split and nothing of it is lost") {
    ReportMaker report;
    std::string tall;
    for (int i = 0; i < 300; ++i) tall += std::string(sentence);
    report.add_table({{"项目", "说明"}, {"甲", tall}, {"乙", "短"}});
    const Pages pages = report.pages();
    CHECK(pages.pages.size() > 3);
    CHECK(all_text(pages).size() == tall.size() + std::string("项目说明甲乙短").size());
    const bool complete = all_text(pages) == "项目说明甲" + tall + "乙短";
    CHECK(complete);
}

TEST_CASE("pages: running texts stand outside by turns, and blank pages have none") {
    ReportMaker report;
    Furniture number;
    number.text = "— {page} —";
    number.align = Align::right;
    number.outside = true;
    number.baseline = points(30);
    Furniture head;
    head.text = "{h1}";
    head.baseline = points(-12);
    head.skip_first = true;
    report.sequence().furniture = {number, head};
    for (int i = 0; i < 3; ++i) {
        FlowBlock& heading = report.add_heading("第" + std::to_string(i) + "章");
        heading.break_before = FlowBlock::Break::odd_page;
        for (int k = 0; k < 20; ++k) report.add_text(sentence);
    }
    for (int k = 0; k < 30; ++k) report.add_text(sentence);
    const Pages pages = report.pages();
    REQUIRE(pages.pages.size() >= 6);
    bool blank = false;
    for (std::uint32_t p = 0; p < pages.pages.size(); ++p) {
        if (pages.pages[p].blank) {
            blank = true;
            CHECK(pages.pages[p].items.empty());
            continue;
        }
        CHECK(text_on(pages, p, Artifact::page_number) == "— " + std::to_string(p + 1) + " —");
        for (const PageItem& item : pages.pages[p].items) {
            if (item.artifact != Artifact::page_number) continue;
            const Length x = pages.glyphs[std::get<GlyphsItem>(item.shape).begin].x;
            CHECK((x > pages.pages[p].width / 2) == (p % 2 == 0));
        }
        if (p > 0)
            CHECK(text_on(pages, p, Artifact::header).find("章") != std::string::npos);
        else
            CHECK(text_on(pages, p, Artifact::header).empty());
    }
    CHECK(blank);
}

TEST_CASE("pages: a picture that could not be read leaves a framed box with its place in the tags") {
    ReportMaker report;
    report.styled.images.emplace_back();
    Figure figure;
    figure.tag = report.add_tag(TagKind::figure);
    report.styled.figures.push_back(figure);
    FlowBlock block;
    block.kind = FlowKind::figure;
    block.index = 0;
    report.flow().push_back(block);
    const Pages pages = report.pages();
    REQUIRE(!pages.pages[0].items.empty());
    CHECK(std::holds_alternative<StrokeItem>(pages.pages[0].items[0].shape));
    CHECK(pages.pages[0].items[0].tag == figure.tag);
}

TEST_CASE("pages: a picture larger than the type area is made to fit") {
    ReportMaker report;
    report.styled.images.emplace_back();
    report.styled.images[0].width = points(900);
    report.styled.images[0].height = points(4000);
    report.styled.images[0].content = Raster{};
    report.styled.figures.emplace_back();
    report.styled.figures[0].tag = report.add_tag(TagKind::figure);
    FlowBlock block;
    block.kind = FlowKind::figure;
    block.index = 0;
    report.flow().push_back(block);
    const Pages pages = report.pages();
    const auto& image = std::get<ImageItem>(pages.pages[0].items[0].shape);
    CHECK(image.area.height <= points(600));
    CHECK(image.area.width.raw * 4000 / 900 - image.area.height.raw < 65536);
    CHECK(check_of(audit_pages(pages, system_fonts()), "area")->failed == 0);
}

TEST_CASE("pages: 10,000 rows take as long a row as 1,000") {
    const auto seconds_a_row = [](std::uint32_t rows) {
        ReportMaker report;
        report.add_table(rows_of(rows, 6, "单元格"));
        Lines lines =
            break_lines(shape(report.styled, system_fonts(), report.notes), system_fonts(), report.notes);
        const std::clock_t start = std::clock();
        const Pages pages = paginate(std::move(lines), system_fonts(), report.notes);
        CHECK(pages.pages.size() > rows / 40);
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / rows;
    };
    const double few = seconds_a_row(1000), many = seconds_a_row(10000);
    WARN("table: " << few * 1e6 << " µs a row at 1,000, " << many * 1e6 << " µs at 10,000");
    CHECK(many < few * 2);
}

namespace {

/// Rectangles of one kind of artifact on a page.
std::vector<Rectangle> bars_on(const Page& page, Artifact artifact) {
    std::vector<Rectangle> bars;
    for (const PageItem& item : page.items)
        if (const auto* bar = std::get_if<RectangleItem>(&item.shape); bar && item.artifact == artifact)
            bars.push_back(bar->area);
    return bars;
}

}  // namespace

TEST_CASE("pages: a head without a heading shows the title; without anything to say it has no rule") {
    const auto made = [](const std::string& title) {
        ReportMaker report;
        report.styled.metadata.title = title;
        Furniture head;
        head.text = "{h1}";
        head.baseline = points(-12);
        report.sequence().furniture = {head};
        report.sequence().head_rule = {points(8), points(1, 2)};
        for (int i = 0; i < 50; ++i) report.add_text(sentence);
        report.add_heading("第一章");
        for (int i = 0; i < 50; ++i) report.add_text(sentence);
        return report.pages();
    };
    const Pages titled = made("年度报告"), bare = made("");
    REQUIRE(titled.pages.size() > 2);
    CHECK(text_on(titled, 0, Artifact::header) == "年度报告");
    CHECK(bars_on(titled.pages[0], Artifact::header).size() == 1);
    CHECK(text_on(bare, 0, Artifact::header).empty());
    CHECK(bars_on(bare.pages[0], Artifact::header).empty());
    const auto last = static_cast<std::uint32_t>(bare.pages.size() - 1);
    CHECK(text_on(bare, last, Artifact::header) == "第一章");
    CHECK(bars_on(bare.pages[last], Artifact::header).size() == 1);
}

TEST_CASE("pages: the rest of a note stands under a rule as long as the measure, with a sign before it") {
    ReportMaker report;
    for (int i = 0; i < 26; ++i) report.add_text(sentence);
    report.add_note("①", repeated(sentence, 30));
    for (int i = 0; i < 40; ++i) report.add_text(sentence);
    const Pages pages = report.pages();
    const auto rules = [&](std::uint32_t page) { return bars_on(pages.pages[page], Artifact::layout); };
    REQUIRE(rules(0).size() == 1);
    CHECK(rules(0)[0].width < report.measure / 2);
    CHECK(text_on(pages, 0, Artifact::layout).empty());
    REQUIRE(rules(1).size() == 1);
    CHECK(rules(1)[0].width == report.measure);
    CHECK(text_on(pages, 1, Artifact::layout) == "续");
    CHECK(text_on(pages, 0).find("①") != std::string::npos);
    CHECK(all_text(pages).find(repeated(sentence, 30)) != std::string::npos);
    check_all_pass(pages);
}
