// SPDX-License-Identifier: Apache-2.0
// Every check of the audit is shown pages that break its rule, and only its rule where that can be.
#include <catch2/catch.hpp>

#include "report.hpp"

#include <algorithm>
#include <functional>

using namespace hanqing;

namespace {

constexpr std::string_view prose =
    "竹简经火烤去水分（称为“杀青”），便于书写，也便于保存；后来人们用“汗青”借指史册——"
    "留取丹心照汗青。本报告共收录 2024 年的档案 1,024 件，其中 PDF 文件占九成……其余为图纸。";

std::uint64_t failures(const LayoutReport& report, std::string_view id) {
    const LayoutCheck* const check = check_of(report, id);
    return check == nullptr ? 0 : check->failed;
}

/// Good pages of several paragraphs, with one heading in the middle.
ReportMaker good_report() {
    ReportMaker report;
    for (std::size_t i = 0; i < 30; ++i) {
        if (i == 15) report.add_heading("第二节");
        report.add_text(repeated(prose, 1 + i % 3));
    }
    return report;
}

const Pages& good_pages() {
    static const Pages pages = [] {
        ReportMaker report = good_report();
        return report.pages();
    }();
    return pages;
}

/// Pages after a fault was put into them.
Pages spoiled(const std::function<void(Pages&)>& spoil) {
    Pages pages = good_pages();
    spoil(pages);
    return pages;
}

LayoutReport audit(const Pages& pages) { return audit_pages(pages, system_fonts()); }

/// The fault is found by this check, at least once, and with a page and a limit.
void check_found(std::string_view id, const std::function<void(Pages&)>& spoil) {
    const LayoutReport report = audit(spoiled(spoil));
    INFO(id);
    CHECK(failures(report, id) > 0);
    const bool told = std::any_of(report.faults.begin(), report.faults.end(),
                                  [&](const LayoutFault& f) { return f.id == id && f.measured > f.limit; });
    CHECK(told);
}

std::string text_of(const Pages& pages, std::uint32_t glyph) {
    return pages.text.substr(pages.glyphs[glyph].text, pages.glyphs[glyph].text_size);
}

/// A justified line inside a paragraph whose first (or last) glyph shows one of these characters.
LineRecord& line_with(Pages& pages, bool at_start, const std::vector<std::string>& any) {
    for (LineRecord& line : pages.lines) {
        if (!line.justified || line.begins || line.glyph_begin == line.glyph_end) continue;
        const std::string text = text_of(pages, at_start ? line.glyph_begin : line.glyph_end - 1);
        if (std::find(any.begin(), any.end(), text) != any.end()) return line;
    }
    FAIL("no such line");
    return pages.lines.front();
}

/// Two Han in a row inside a justified line: index of the second.
std::uint32_t second_of_pair(const Pages& pages) {
    for (const LineRecord& line : pages.lines)
        for (std::uint32_t g = line.glyph_begin + 1; line.justified && g + 1 < line.glyph_end; ++g)
            if (text_of(pages, g - 1) == "保" && text_of(pages, g) == "存") return g;
    FAIL("no such pair");
    return 0;
}

}  // namespace

TEST_CASE("audit: good pages pass every check") {
    const LayoutReport report = audit(good_pages());
    for (const LayoutCheck& check : report.checks) {
        INFO(check.id << " measured " << check.worst.raw << " limit " << check.limit.raw << " on page "
                      << check.page);
        CHECK(check.failed == 0);
    }
    for (const std::string_view id : {"P1", "P2", "P3", "P5", "area", "fit", "B3", "W2", "M1", "J2", "J3",
                                      "J4", "gap", "G3", "G4", "G6"}) {
        INFO(id);
        CHECK(check_of(report, id) != nullptr);
    }
    CHECK(report.paragraphs == 30);
}

TEST_CASE("audit: a faulty type area is found") {
    check_found("P1", [](Pages& p) { p.pages[0].type_area.width += points(3); });
    check_found("P2", [](Pages& p) {
        for (LineRecord& line : p.lines) line.pitch = points(16);
    });
    check_found("P2", [](Pages& p) {
        for (LineRecord& line : p.lines) line.pitch = points(27);
    });
    check_found("P3", [](Pages& p) { p.lines[40].area.corner.y += points(2); });
    check_found("P6", [](Pages& p) { p.pages[1].type_area.width = points(12) * 41; });
    check_found("area", [](Pages& p) { p.lines[10].area.corner.x -= points(1); });
    check_found("area", [](Pages& p) { p.lines[10].area.corner.y = p.pages[0].height; });
    check_found("area", [](Pages& p) {
        PageItem item;
        item.shape = ImageItem{0, {{points(10), points(100)}, points(500), points(50)}};
        item.tag = 1;
        p.pages[0].items.push_back(item);
    });
    check_found("fit", [](Pages& p) { p.lines[10].area.width += points(30); });
}

TEST_CASE("audit: forbidden marks at a line's edges are found, by level") {
    const auto start = [](Prohibition level, std::string_view mark) {
        return [=](Pages& p) {
            LineRecord& line =
                line_with(p, true, {"的", "书", "人", "便", "存", "档", "为", "其", "来", "史", "本"});
            p.text.replace(p.glyphs[line.glyph_begin].text, 3, mark);
            line.prohibition = level;
        };
    };
    check_found("B3", start(Prohibition::gb, "，"));
    check_found("B3", start(Prohibition::gb, "）"));
    check_found("B2", start(Prohibition::basic, "。"));
    check_found("B4", start(Prohibition::strict, "…"));
    check_found("B3", [](Pages& p) {
        LineRecord& line =
            line_with(p, false, {"的", "书", "人", "便", "存", "档", "为", "其", "来", "史", "本"});
        p.text.replace(p.glyphs[line.glyph_end - 1].text, 3, "《");
    });
    // no level, no rule
    CHECK(failures(audit(spoiled(start(Prohibition::none, "，"))), "B3") == 0);
}

TEST_CASE("audit: marks that keep their blank at a line's edges are found") {
    check_found("M1", [](Pages& p) {
        LineRecord& line = line_with(p, false, {"，", "。", "；", "）", "”"});
        p.glyphs[line.glyph_end - 1].x -= points(6);
    });
}

TEST_CASE("audit: a line that does not fill its measure is found") {
    check_found("P5", [](Pages& p) {
        LineRecord& line =
            line_with(p, false, {"的", "书", "人", "便", "存", "档", "为", "其", "来", "史", "本"});
        p.glyphs[line.glyph_end - 1].x -= points(1);
    });
    check_found("P5", [](Pages& p) {
        LineRecord& line =
            line_with(p, true, {"的", "书", "人", "便", "存", "档", "为", "其", "来", "史", "本"});
        p.glyphs[line.glyph_begin].x += points(1);
    });
}

TEST_CASE("audit: faulty gaps are found") {
    check_found("J2", [](Pages& p) { p.glyphs[second_of_pair(p)].x -= points(1); });
    check_found("J3", [](Pages& p) { p.glyphs[second_of_pair(p)].x += points(1, 10); });
    check_found("gap", [](Pages& p) { p.glyphs[second_of_pair(p)].x += points(2); });
    check_found("J4", [](Pages& p) {
        for (const LineRecord& line : p.lines)
            for (std::uint32_t g = line.glyph_begin + 1; g < line.glyph_end; ++g)
                if (text_of(p, g) == "件") p.glyphs[g].x += points(9);
    });
    check_found("W2", [](Pages& p) {
        for (std::uint32_t g = 1; g < p.glyphs.size(); ++g)
            if (text_of(p, g - 1) == "…" && text_of(p, g) == "…") p.glyphs[g].x += points(1);
    });
}

TEST_CASE("audit: a dash torn in two is found") {
    check_found("W2", [](Pages& p) {
        LineRecord& line =
            line_with(p, true, {"的", "书", "人", "便", "存", "档", "为", "其", "来", "史", "本"});
        LineRecord& before = *(&line - 1);
        p.text.replace(p.glyphs[line.glyph_begin].text, 3, "—");
        p.text.replace(p.glyphs[before.glyph_end - 1].text, 3, "—");
    });
}

TEST_CASE("audit: ruby, objects, grids and text from right to left are no faults") {
    const auto free = [](void (*set)(LineRecord&)) {
        const Pages pages = spoiled([&](Pages& p) {
            p.glyphs[second_of_pair(p)].x += points(2);
            for (LineRecord& line : p.lines) set(line);
        });
        return failures(audit(pages), "gap");
    };
    CHECK(free([](LineRecord&) {}) == 1);
    CHECK(free([](LineRecord& line) { line.spaced = true; }) == 0);
    CHECK(free([](LineRecord& line) { line.on_grid = true; }) == 0);
    CHECK(free([](LineRecord& line) { line.mirrored = true; }) == 0);
}

TEST_CASE("audit: a single character on a last line is found, marks not counted") {
    check_found("G3", [](Pages& p) {
        for (LineRecord& line : p.lines)
            if (line.last && !line.first) line.glyph_end = line.glyph_begin + 1;
    });
}

TEST_CASE("audit: widows, lines alone and headings at the foot are found") {
    check_found("G4", [](Pages& p) {
        const auto first = std::find_if(p.lines.begin(), p.lines.end(), [](auto& l) { return l.page == 1; });
        first->first = false;
        first->last = true;
    });
    check_found("G4", [](Pages& p) {
        const std::uint32_t last = p.lines.back().page;
        const auto first =
            std::find_if(p.lines.begin(), p.lines.end(), [&](auto& l) { return l.page == last; });
        p.lines.erase(first + 1, p.lines.end());
    });
    check_found("G6", [](Pages& p) {
        const auto next = std::find_if(p.lines.begin(), p.lines.end(), [](auto& l) { return l.page == 1; });
        (next - 1)->kind = LineKind::heading;
    });
}

TEST_CASE("audit: ink on a blank page is found") {
    check_found("G8", [](Pages& p) { p.pages[1].blank = true; });
}

TEST_CASE("audit: notes away from their marks, and off the foot, are found") {
    ReportMaker report;
    for (int i = 0; i < 30; ++i) {
        report.add_text(repeated(prose, 2));
        if (i % 4 == 0) report.add_note("①", "注文若干。");
    }
    const Pages good = report.pages();
    CHECK(check_of(audit(good), "F1")->tested == 8);
    CHECK(failures(audit(good), "F1") == 0);
    CHECK(failures(audit(good), "F2") == 0);
    Pages low = good;
    for (LineRecord& line : low.lines)
        if (line.kind == LineKind::note) line.area.corner.y -= points(3);
    CHECK(failures(audit(low), "F2") > 0);
    Pages moved = good;
    std::vector<PageItem>& from = moved.pages[0].items;
    std::vector<PageItem>& to = moved.pages[1].items;
    for (std::size_t i = from.size(); i-- > 0;) {
        std::uint32_t tag = from[i].tag;
        while (tag < moved.tags.size() && moved.tags[tag].kind != TagKind::note) tag = moved.tags[tag].parent;
        if (tag >= moved.tags.size()) continue;
        to.push_back(from[i]);
        from.erase(from.begin() + static_cast<std::ptrdiff_t>(i));
    }
    CHECK(failures(audit(moved), "F1") > 0);
}

TEST_CASE("audit: a table without its head on a page, and a caption alone, are found") {
    ReportMaker report;
    std::vector<std::vector<std::string>> rows;
    for (int r = 0; r < 100; ++r) rows.push_back({"栏" + std::to_string(r), "值"});
    Table& table = report.add_table(rows);
    table.caption_tag = report.add_tag(TagKind::caption, table.tag);
    table.caption = report.add_paragraph("表 1　示例", report.plain_lines, report.small, table.caption_tag,
                                         report.measure);
    const Pages good = report.pages();
    CHECK(failures(audit(good), "T1") == 0);
    CHECK(failures(audit(good), "T2") == 0);
    Pages headless = good;
    std::erase_if(headless.pages[1].items,
                  [](const PageItem& item) { return item.artifact == Artifact::repeated_head; });
    CHECK(failures(audit(headless), "T1") == 1);
    Pages torn = good;
    std::vector<PageItem>& items = torn.pages[0].items;
    const auto caption = std::find_if(items.begin(), items.end(),
                                      [&](const PageItem& item) { return item.tag == table.caption_tag; });
    REQUIRE(caption != items.end());
    torn.pages[1].items.push_back(*caption);
    items.erase(caption);
    CHECK(failures(audit(torn), "T2") == 1);
}
