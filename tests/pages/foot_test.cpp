// SPDX-License-Identifier: Apache-2.0
// The foot of a page: what is pinned there, and notes above it.
#include <catch2/catch.hpp>

#include "report.hpp"

using namespace hanqing;

namespace {

constexpr std::string_view sentence = "汗青是竹简经火烤去水分之后便于书写与保存的做法，后来借指史册。";

Length distance_of(Length a, Length b) { return a < b ? b - a : a - b; }

/// A report whose last page bears a colophon.
void pin_colophon(ReportMaker& report) {
    FlowBlock colophon;
    colophon.index = report.add_paragraph("版本 1.0", report.small_lines, report.small,
                                          report.add_tag(TagKind::paragraph), report.measure);
    report.sequence().foot.push_back(colophon);
}

}  // namespace

TEST_CASE("pages: the last page's foot holds what is pinned there, on the foot of the type area") {
    ReportMaker report;
    report.add_text(sentence);
    pin_colophon(report);
    const Pages pages = report.pages();
    REQUIRE(pages.pages.size() == 1);
    const LineRecord& last = pages.lines.back();
    const Rectangle& area = pages.pages[0].type_area;
    CHECK(last.kind == LineKind::fixed);
    CHECK(distance_of(last.area.corner.y + last.area.height, area.corner.y + area.height) < points(1));
}

TEST_CASE("pages: notes stand above what is pinned to the foot") {
    ReportMaker report;
    report.add_text(sentence);
    report.add_note("①", "注：" + std::string(sentence));
    pin_colophon(report);
    const Pages pages = report.pages();
    REQUIRE(pages.pages.size() == 1);
    Length note_top, note, pinned;
    for (const LineRecord& line : pages.lines) {
        if (line.kind == LineKind::note && note_top == Length{}) note_top = line.area.corner.y;
        if (line.kind == LineKind::note) note = line.area.corner.y + line.area.height;
        if (line.kind == LineKind::fixed) pinned = line.area.corner.y;
    }
    Length rule;
    for (const PageItem& item : pages.pages[0].items)
        if (const auto* bar = std::get_if<RectangleItem>(&item.shape);
            bar && item.artifact == Artifact::layout)
            rule = bar->area.corner.y + bar->area.height;
    CHECK(rule > Length{});
    CHECK(rule < note_top);  // clear of the tallest letters
    CHECK(note > Length{});
    CHECK(note <= pinned);
    for (const LayoutCheck& check : audit_pages(pages, system_fonts()).checks) {
        INFO(check.id);
        CHECK((check.failed == 0 || check.advice));
    }
}

TEST_CASE("pages: a line alone on the last page is company for none, whatever is pinned below it") {
    ReportMaker report;
    for (int i = 0; i < 29; ++i) report.add_text("一行正文。");
    report.add_text(repeated(sentence, 3));  // 30 lines hold its first; one would be left
    pin_colophon(report);
    const Pages pages = report.pages();
    CHECK(check_of(audit_pages(pages, system_fonts()), "G4")->failed == 0);
}
