// SPDX-License-Identifier: Apache-2.0
// Sheets: shipped ones are right, faults are named, own ones extend.
#include "style/sheet.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

SheetFinder own(std::string yaml) {
    return [yaml = std::move(yaml)](std::string_view name) -> std::optional<Source> {
        Notes ignored;
        if (name != "own") return {};
        return make_source("styles/own.yaml", yaml, ignored);
    };
}

std::string faults(const std::string& yaml) {
    Notes notes;
    load_sheet("own", own(yaml), notes);
    std::string all;
    for (const Note& note : notes.all()) {
        all += note.id + ":";
        for (const std::string& argument : note.arguments) all += " " + argument;
        all += "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("style: lengths are read exactly, in every unit and by their Chinese names") {
    const Length em = points(12), line = points(20);
    CHECK(length_from_text("15.75pt", em, line) == points(1575, 100));
    CHECK(length_from_text("三号", em, line) == points(1575, 100));
    CHECK(length_from_text("五号", em, line) == points(1050, 100));
    CHECK(length_from_text("2em", em, line) == points(24));
    CHECK(length_from_text("-0.5line", em, line) == -points(10));
    CHECK(length_from_text("30mm", em, line) == micrometres(30'000));
    CHECK(length_from_text("3cm", em, line) == micrometres(30'000));
    CHECK(length_from_text("29.53125pt", em, line) == points(2953125, 100000));
    for (const char* bad : {"", "em", "12", "12 px", "1e3pt", "٣pt", "pt12", "--1pt"})
        CHECK_FALSE(length_from_text(bad, em, line));
}

TEST_CASE("style: every shipped sheet is without fault and has a whole type area") {
    for (const ShippedSheet& shipped : shipped_sheets()) {
        INFO(shipped.name);
        Notes notes;
        const Sheet sheet = load_sheet(shipped.name, {}, notes);
        CHECK(notes.all().empty());
        const auto check_area = [](const Sheet& s) {
            const Length width = s.page.width - s.page.inner - s.page.outer;
            if (s.grid) return;  // the standard gives that type area in millimetres, with the grid in it
            CHECK(width.raw % s.body_size.raw == 0);  // P1
            CHECK(s.line_pitch * s.lines == s.page.height - s.page.top - s.page.bottom);
            CHECK(s.page.outer >= points(40));
            CHECK(s.page.bottom >= points(40));
        };
        check_area(sheet);
        for (const auto& [language, variant] : sheet.variants) check_area(variant);
    }
}

TEST_CASE("style: the official document's type area is 28 characters by 22 lines of the standard") {
    Notes notes;
    const Sheet sheet = load_sheet("gongwen", {}, notes);
    CHECK(sheet.page.top == micrometres(37'000));
    CHECK(sheet.page.inner == micrometres(28'000));
    CHECK(sheet.body_size == points(1575, 100));
    CHECK(sheet.line_pitch == scaled(points(1575, 100), 15, 8));
    const Length width = sheet.page.width - sheet.page.inner - sheet.page.outer;
    const Length depth = sheet.page.height - sheet.page.top - sheet.page.bottom;
    CHECK(width == micrometres(156'000));
    CHECK(depth == micrometres(225'000));
    CHECK(width.raw / sheet.body_size.raw == 28);
    CHECK(sheet.line_pitch * 21 + sheet.body_size <= depth);
    CHECK(sheet.line_pitch * 22 + sheet.body_size > depth);
}

TEST_CASE("style: a sheet of one's own changes a shipped one in a few lines") {
    Notes notes;
    const Sheet sheet = load_sheet(
        "own", own("extends: report\ntext:\n  body: {size: 四号}\n  heading1: {align: centre}\n"), notes);
    CHECK(notes.all().empty());
    CHECK(sheet.body_size == points(1375, 100));
    CHECK(sheet.rule("heading1").align == Align::centre);
    CHECK(sheet.rule("heading1").size == points(1575, 100));
    CHECK(sheet.rule("heading1").lines == 3);
    CHECK(sheet.sources.size() == 2);
}

TEST_CASE("style: faults are named with what would be right") {
    CHECK(faults("extends: report\ntext: {body: {sise: 12pt}}\n") == "sheet-key: text.body.sise size\n");
    CHECK(faults("extends: report\ntext: {body: {size: big}}\n") ==
          "sheet-value: text.body.size big 12pt, 30mm, 2em, 1line, 小四\n");
    CHECK(faults("extends: report\ntext: {body: {size: 0pt}}\n") ==
          "sheet-value: text.body.size 0pt ≥ 4pt\n");
    CHECK(faults("extends: report\ntext: {body: {face: headng}}\n")
              .find("sheet-value-near: text.body.face headng") == 0);
    CHECK(faults("extends: report\ntext: {body: {align: justfy}}\n") ==
          "sheet-value-near: text.body.align justfy justify, left, centre, center, right justify\n");
    CHECK(faults("extends: report\ntext: {quote: {like: bdoy}}\n")
              .find("sheet-value-near: text.quote.like bdoy") == 0);
    CHECK(faults("extends: report\npage: {paper: A44}\n").find("sheet-value-near: page.paper A44") == 0);
    CHECK(faults("extends: report\nrunning: [{text: \"{titel}\"}]\n")
              .find("sheet-value-near: running.text titel") == 0);
    CHECK(faults("extends: report\npieces: [{area: cover, text: \"{titel}\"}]\n")
              .find("sheet-value-near: pieces.text titel") == 0);
    CHECK(faults("extends: report\npieces: cover\n") == "sheet-value: pieces cover [{…}, {…}]\n");
    CHECK(faults("extends: report\nfaces: {body: {features: [tabular]}}\n")
              .find("sheet-value: faces.body.features") == 0);
    CHECK(faults("extends: report\nadjacent-marks: 50\n") == "sheet-value: adjacent-marks 50 100–200\n");
    CHECK(faults("extends: gongwen\nforms: {memo: {grid: true}}\n").find("sheet-key: forms.memo") == 0);
    CHECK(faults("extends: gongwen\nofficial: {mark-tap: 35mm}\n") ==
          "sheet-key: official.mark-tap mark-top\n");
    CHECK(faults("extends: reprot\n") == "sheet-unknown: reprot report\n");
    CHECK(faults("extends: own\n").find("sheet-") != std::string::npos);
    CHECK(faults("extends: report\npage: {inner: 200mm, outer: 200mm, measure: 0em}\n")
              .find("sheet-value: page") == 0);
    CHECK(faults("extends: report\nlanguages: {简体: {}}\n").find("sheet-key: languages") == 0);
}

TEST_CASE("style: `like` begins a kind of text anew, whatever the sheet below said of it") {
    Notes notes;
    const Sheet sheet =
        load_sheet("own", own("extends: report\ntext:\n  heading2: {like: body, face: heading}\n"), notes);
    CHECK(notes.all().empty());
    CHECK(sheet.rule("heading2").size == sheet.body_size);
    CHECK(sheet.rule("heading2").lines == 0);
    CHECK(sheet.rule("heading2").first_indent == sheet.body_size * 2);
}

TEST_CASE("style: forms of a document are laid over its sheet, and languages over those") {
    Notes notes;
    const Sheet sheet = load_sheet("gongwen", {}, notes);
    CHECK(sheet.in(Language::zh_hans, "letter").official.mark_top == micrometres(30'000));
    CHECK(sheet.in(Language::zh_hans, "order").official.mark_top == micrometres(20'000));
    CHECK(sheet.in(Language::zh_hans, "document").official.mark_top == micrometres(35'000));
    CHECK(sheet.in(Language::en, "letter").official.mark_from_sheet);
}

TEST_CASE("style: a gutter comes on top of the inner margin") {
    Notes notes;
    const Sheet plain = load_sheet("report", {}, notes);
    const Sheet bound =
        load_sheet("own", own("extends: report\npage: {gutter: 5mm, measure: 34em}\n"), notes);
    CHECK(notes.all().empty());
    CHECK(bound.page.inner - plain.page.inner == micrometres(5'000));
}

TEST_CASE("style: language variants are laid over the rest") {
    Notes notes;
    const Sheet sheet = load_sheet("report", {}, notes);
    CHECK(sheet.in(Language::zh_hans).body_size == points(12));
    CHECK(sheet.in(Language::en).body_size == points(11));
    CHECK(sheet.in(Language::zh_hant_tw).body_size == points(12));
}
