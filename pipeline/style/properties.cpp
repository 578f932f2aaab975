// SPDX-License-Identifier: Apache-2.0
// The top level of a sheet, its page and the properties that belong to no other part.
#include "style/properties.hpp"

#include <array>

namespace hanqing {
namespace {

struct Paper {
    std::string_view name;
    std::int64_t width, height;  ///< Micrometres.
};
constexpr std::array<Paper, 8> papers = {{{"A4", 210'000, 297'000},
                                          {"A3", 297'000, 420'000},
                                          {"A5", 148'000, 210'000},
                                          {"16开", 185'000, 260'000},
                                          {"大16开", 210'000, 285'000},
                                          {"B5", 176'000, 250'000},
                                          {"Letter", 215'900, 279'400},
                                          {"32开", 130'000, 184'000}}};

void read_paper(MapReader& page, PageGeometry& geometry) {
    const Value* value = page.take("paper");
    if (value == nullptr) return;
    for (const Paper& paper : papers) {
        if (value->text != paper.name) continue;
        geometry.width = micrometres(paper.width);
        geometry.height = micrometres(paper.height);
        return;
    }
    std::vector<std::string_view> names;
    for (const Paper& paper : papers) names.push_back(paper.name);
    page.not_among(*value, "paper", names);
}

/// The far margins follow from measure and lines, so that the type area is whole in both directions (P1).
void close_type_area(Sheet& sheet, Length measure) {
    PageGeometry& page = sheet.page;
    if (measure > Length{}) page.outer = page.width - page.inner - measure;
    if (sheet.lines > 0) page.bottom = page.height - page.top - sheet.line_pitch * sheet.lines;
}

void read_choice(MapReader& top, std::string_view key, Choice& to) {
    top.one_of(key, to,
               {{"auto", Choice::automatic},
                {"true", Choice::yes},
                {"false", Choice::no},
                {"yes", Choice::yes},
                {"no", Choice::no}});
}

void read_composition(MapReader& top, Sheet& sheet) {
    top.one_of("prohibition", sheet.prohibition,
               {{"none", Prohibition::none},
                {"basic", Prohibition::basic},
                {"gb", Prohibition::gb},
                {"strict", Prohibition::strict}});
    top.flag("grid", sheet.grid);
    top.flag("hanging", sheet.hanging);
    top.flag("hyphenate", sheet.hyphenate);
    top.one_of("korean-breaks", sheet.korean_words, {{"word", true}, {"syllable", false}});
    top.number("gap", sheet.gap_permille, 500);
    top.number("adjacent-marks", sheet.adjacent_percent, 200, 100);
    top.one_of("emphasis", sheet.emphasis_dots, {{"face", false}, {"dots", true}});
    top.one_of("links", sheet.link_colour, {{"text", false}, {"colour", true}});
}

void read_document(MapReader& top, Sheet& sheet) {
    read_choice(top, "cover", sheet.cover);
    read_choice(top, "contents", sheet.contents);
    top.number("contents-depth", sheet.contents_depth, 6);
    top.flag("list-of-figures", sheet.list_figures);
    top.flag("list-of-tables", sheet.list_tables);
    top.flag("byline", sheet.byline);
    top.flag("typed-signs", sheet.typed_signs);
    top.length("first-page-top", sheet.first_page_top);
    top.flag("number-sections", sheet.number_sections);
    top.flag("chapter-numbers", sheet.chapter_numbers);
    top.texts("section-numbers", sheet.section_numbers);
    const auto number_styles = {std::pair<std::string_view, NumberStyle>{"arabic", NumberStyle::arabic},
                                {"roman", NumberStyle::lower_roman},
                                {"Roman", NumberStyle::upper_roman},
                                {"han", NumberStyle::han},
                                {"none", NumberStyle::none}};
    top.one_of("page-numbers", sheet.body_numbers, number_styles);
    top.one_of("front-numbers", sheet.front_numbers, number_styles);
    top.text("colophon", sheet.colophon);
    check_fields(top, "colophon", piece_fields());
    top.flag("duplex", sheet.duplex);
    top.flag("indent-after-heading", sheet.indent_after_heading);
    top.one_of("lists", sheet.lists_as_paragraphs, {{"hanging", false}, {"paragraphs", true}});
    top.flag("figures-float", sheet.figures_float);
    top.flag("footnotes-restart", sheet.footnotes_restart);
    top.one_of("footnote-marks", sheet.footnote_marks,
               {{"arabic", std::string("arabic")}, {"circled", std::string("circled")}});
    top.colour("code-fill", sheet.code_fill);
}

}  // namespace

void read_page(MapReader& top, Sheet& sheet, Notes& notes) {
    const Value* map = top.take("page");
    if (map == nullptr) return;
    MapReader page(*map, "page", sheet.body_size, sheet.line_pitch, notes);
    read_paper(page, sheet.page);
    Length measure, gutter;
    page.length("width", sheet.page.width);
    page.length("height", sheet.page.height);
    page.length("top", sheet.page.top);
    page.length("bottom", sheet.page.bottom);
    page.length("inner", sheet.page.inner);
    page.length("outer", sheet.page.outer);
    page.length("gutter", gutter);
    page.length("bleed", sheet.page.bleed, Length{}, "≥ 0mm");
    page.length("measure", measure);
    page.number("lines", sheet.lines, 200);
    page.flag("two-sided", sheet.page.two_sided);
    page.close();
    sheet.page.inner += gutter;  // what binding hides comes on top of the margin one sees
    close_type_area(sheet, measure);
    const Length least = points(72);
    if (sheet.page.width - sheet.page.inner - sheet.page.outer < least ||
        sheet.page.height - sheet.page.top - sheet.page.bottom < least)
        page.bad(*map, "", "> 72pt × 72pt");
}

Sheet sheet_from_value(const Value& value, Notes& notes) {
    Sheet sheet;
    MapReader top(value, "", points(12), points(20), notes);
    top.take("description");
    read_rules(top, sheet, notes);
    top.set_em(sheet.body_size);
    top.set_line(sheet.line_pitch);
    sheet.page.top = sheet.page.bottom = sheet.page.inner = sheet.page.outer = points(72);
    read_page(top, sheet, notes);
    read_faces(top, sheet, notes);
    check_faces(value.find("text"), sheet, notes);
    read_pieces(top, sheet, notes);
    read_furniture(top, sheet, notes);
    read_table_look(top, sheet, notes);
    read_official(top, sheet, notes);
    read_composition(top, sheet);
    read_document(top, sheet);
    top.close();
    return sheet;
}

}  // namespace hanqing
