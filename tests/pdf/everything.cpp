// SPDX-License-Identifier: Apache-2.0
// A report by hand that holds every construct the writer knows.
#include "sketch.hpp"

namespace hanqing {

namespace {

Length pt(std::int64_t n) { return points(n); }

/// A 16 × 16 picture with a soft edge, or without.
Image test_image(bool transparent, bool colourful) {
    Raster r;
    r.width = r.height = 16;
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 16; ++x) {
            r.samples += static_cast<char>(x * 16);
            r.samples += static_cast<char>(colourful ? y * 16 : x * 16);
            r.samples += static_cast<char>(colourful ? 255 - x * y : x * 16);
            if (transparent) r.alpha += static_cast<char>(255 - y * 8);
        }
    Image image;
    image.width = image.height = points(16);
    image.digest = sha256(r.samples + r.alpha);
    image.content = std::move(r);
    return image;
}

Image test_drawing() {
    Drawing d;
    d.width = 120;
    d.height = 60;
    d.operators =
        "0.2 0.4 0.8 rg 10 10 60 40 re f /G0 gs 0.9 0.2 0.1 rg 40 5 m 110 5 l 75 55 l h f\n"
        "q 20 0 0 -20 85 50 cm /I0 Do Q\n";
    d.alphas = {128};
    d.rasters.push_back(std::get<Raster>(test_image(true, true).content));
    Image image;
    image.width = pt(120);
    image.height = pt(60);
    image.digest = sha256(d.operators);
    image.content = std::move(d);
    return image;
}

void furniture(Sketch& s, std::string_view number) {
    s.line(pt(72), pt(40), "页眉：年度工作报告", {.size = 8, .artifact = Artifact::header});
    s.line(pt(290), pt(810), number, {.size = 8, .artifact = Artifact::page_number});
}

void contents_page(Sketch& s, std::uint32_t section) {
    s.page(595, 842, 9);
    s.pages.pages.back().label = "i";
    s.line(
        pt(150), pt(500), "草案",
        {.family = hei, .size = 90, .colour = {230, 230, 230}, .artifact = Artifact::watermark, .turn = 45});
    const std::uint32_t contents = s.tag(TagKind::contents, section);
    const char* const titles[] = {"第一章 总则", "第二章 表与图"};
    for (int i = 0; i < 2; ++i) {
        const std::uint32_t entry = s.tag(TagKind::contents_item, contents);
        const std::uint32_t reference = s.tag(TagKind::reference, entry);
        const std::uint32_t link = s.tag(TagKind::link, reference);
        const Length y = pt(120 + i * 30);
        const Length end = s.line(pt(72), y, titles[i], {.size = 11, .tag = link});
        s.line(end, y, "..........", {.size = 11, .artifact = Artifact::layout});
        s.line(pt(500), y, std::to_string(i + 1), {.size = 11, .tag = link});
        s.link({{pt(72), y - pt(10)}, pt(440), pt(13)}, link, {"", static_cast<std::uint32_t>(i), titles[i]});
    }
}

void text_page(Sketch& s, std::uint32_t section) {
    s.page();
    furniture(s, "1");
    const std::uint32_t h1 = s.tag(TagKind::h1, section);
    s.line(pt(72), pt(90), "第一章 总则", {.family = hei, .size = 16, .tag = h1});
    const std::uint32_t p = s.tag(TagKind::paragraph, section);
    s.line(pt(72), pt(120), "汗青是竹简火炙之后的称呼，“以火炙简令汗”。",
           {.size = 11, .tag = p, .stretch = points(13, 100)});
    Length x = s.line(pt(72), pt(140), "这里有", {.size = 11, .tag = p});
    x = s.line(x + points(11, 4), pt(140), "efficient office trans-",
               {.family = latin, .size = 11, .tag = p, .added_hyphen = true, .language = Language::en});
    x = s.line(pt(72), pt(160), "port", {.family = latin, .size = 11, .tag = p, .language = Language::en});
    const std::uint32_t strong = s.tag(TagKind::span, p);
    s.pages.tags[strong].language = Language::en;
    x = s.line(x + points(11, 4), pt(160), "naïve déjà vu",
               {.family = mono, .size = 10, .tag = strong, .language = Language::en});
    const std::uint32_t link = s.tag(TagKind::link, p);
    const Length from = x + points(11, 4);
    x = s.line(from, pt(160), "链接文字", {.size = 11, .colour = {0, 0, 160}, .tag = link});
    s.link({{from, pt(150)}, x - from, pt(14)}, link, {"https://example.org/路径?q=1", none, "链接文字"});
    const std::uint32_t mark = s.tag(TagKind::reference, p);
    const Length note_x = x;
    x = s.line(x, pt(156), "1", {.size = 6, .tag = mark});
    s.link({{note_x, pt(149)}, x - note_x, pt(8)}, mark, {"", 2, "注 1"});
    s.line(x, pt(160), "，注后文字。", {.size = 11, .tag = p});
    const std::uint32_t note = s.tag(TagKind::note, section);
    s.pages.tags[note].identifier = "note-1";
    const std::uint32_t rare_p = s.tag(TagKind::paragraph, section);
    s.line(pt(72), pt(190), "𠮷𡈽𪚥", {.family = rare, .size = 11, .tag = rare_p});
    s.line(pt(120), pt(190), "楷体一段，TrueType 轮廓。", {.family = kai, .size = 11, .tag = rare_p});
    s.line(pt(72), pt(210), "连字符-与‑不断行，⼂与丶，·与・", {.family = song, .size = 11, .tag = rare_p});
    s.line(pt(300), pt(210), "专用区与无声之字", {.size = 11, .tag = rare_p});
    PageGlyph* const odd = &s.pages.glyphs[s.pages.glyphs.size() - 8];
    s.pages.text.replace(odd[0].text, 3, "\xEE\x80\x81");
    odd[7].text_size = 0;
    const std::uint32_t list = s.tag(TagKind::list, section);
    s.pages.tags[list].numbering = Tag::Numbering::decimal;
    for (int i = 0; i < 2; ++i) {
        const std::uint32_t item = s.tag(TagKind::item, list);
        const std::uint32_t label = s.tag(TagKind::label, item);
        const std::uint32_t body = s.tag(TagKind::item_body, item);
        const std::uint32_t body_p = s.tag(TagKind::paragraph, body);
        s.line(pt(84), pt(240 + i * 18), std::to_string(i + 1) + ".", {.size = 11, .tag = label});
        s.line(pt(100), pt(240 + i * 18), "列表之一项", {.size = 11, .tag = body_p});
    }
    const std::uint32_t empty_list = s.tag(TagKind::list, section);
    s.tag(TagKind::item, empty_list);
    s.rectangle({{pt(70), pt(290)}, pt(450), pt(30)}, {240, 240, 240}, Artifact::background);
    const std::uint32_t code = s.tag(TagKind::code, s.tag(TagKind::paragraph, section));
    s.line(pt(76), pt(308), "if (a -> b) { return 'h'; }",
           {.family = mono, .size = 9, .tag = code, .language = Language::en, .code = true});
    const std::uint32_t quote = s.tag(TagKind::paragraph, s.tag(TagKind::quote, section));
    s.line(pt(90), pt(345), "人生自古谁无死，留取丹心照汗青。", {.family = kai, .size = 11, .tag = quote});
    s.rectangle({{pt(72), pt(740)}, pt(150), points(1, 2)}, black, Artifact::layout);
    const std::uint32_t note_label = s.tag(TagKind::label, note);
    const std::uint32_t note_text = s.tag(TagKind::paragraph, note);
    s.line(pt(72), pt(755), "1", {.size = 8, .tag = note_label});
    s.link({{pt(72), pt(748)}, pt(6), pt(9)}, note_label, {"", 3, "回到正文"});
    s.line(pt(84), pt(755), "脚注的内容。", {.size = 8, .tag = note_text});
}

void table_page(Sketch& s, std::uint32_t section) {
    s.page(842, 595);
    furniture(s, "2");
    const std::uint32_t h1 = s.tag(TagKind::h1, section);
    s.line(pt(72), pt(90), "第二章 表与图", {.family = hei, .size = 16, .tag = h1});
    const std::uint32_t table = s.tag(TagKind::table, section);
    const std::uint32_t caption = s.tag(TagKind::caption, table);
    s.line(pt(300), pt(115), "表 1 收支", {.family = hei, .size = 10, .tag = caption});
    const std::uint32_t head = s.tag(TagKind::table_head, table);
    const std::uint32_t body = s.tag(TagKind::table_body, table);
    const std::uint32_t row = s.tag(TagKind::row, head);
    const std::uint32_t wide = s.tag(TagKind::head_cell, row);
    s.pages.tags[wide].column_span = 2;
    s.pages.tags[wide].scope_column = true;
    s.line(pt(90), pt(140), "项目", {.size = 10, .tag = wide});
    const std::uint32_t amount = s.tag(TagKind::head_cell, row);
    s.pages.tags[amount].scope_column = true;
    s.line(pt(300), pt(140), "金额", {.size = 10, .tag = amount});
    for (int i = 0; i < 2; ++i) {
        const std::uint32_t r = s.tag(TagKind::row, body);
        if (i == 0) {
            const std::uint32_t tall = s.tag(TagKind::cell, r);
            s.pages.tags[tall].row_span = 2;
            s.line(pt(90), pt(160), "收入", {.size = 10, .tag = tall});
        }
        const std::uint32_t item = s.tag(TagKind::cell, r);
        s.line(pt(180), pt(160 + i * 20), i == 0 ? "拨款" : "其他", {.size = 10, .tag = item});
        const std::uint32_t value = s.tag(TagKind::cell, r);  // empty in the second row
        if (i == 0) s.line(pt(300), pt(160), "1,234.50", {.size = 10, .tag = value});
    }
    s.rectangle({{pt(80), pt(125)}, pt(300), points(3, 2)}, black, Artifact::layout);
    // A table of a head alone, as a form to be filled in has it.
    const std::uint32_t form_row =
        s.tag(TagKind::row, s.tag(TagKind::table_head, s.tag(TagKind::table, section)));
    const std::uint32_t form_cell = s.tag(TagKind::head_cell, form_row);
    s.line(pt(90), pt(230), "空表", {.size = 10, .tag = form_cell});
    for (std::uint32_t i = 0; i < 3; ++i) {
        const std::uint32_t figure = s.tag(TagKind::figure, section);
        s.pages.tags[figure].alternative = "试验图 " + std::to_string(i + 1);
        s.image(i, {{pt(80 + i * 160), pt(260)}, pt(120), pt(i == 2 ? 60 : 120)}, figure);
        const std::uint32_t title = s.tag(TagKind::caption, figure);
        s.line(pt(80 + i * 160), pt(400), "图 " + std::to_string(i + 1),
               {.family = hei, .size = 9, .tag = title});
    }
    s.image(0, {{pt(600), pt(100)}, pt(40), pt(40)}, none);
    s.pages.pages.back().items.push_back(
        {StrokeItem{{{pt(600), pt(200)}, {pt(640), pt(220)}, {pt(680), pt(200)}}, points(3, 4), {128, 0, 0}},
         none,
         Artifact::layout,
         {}});
}

}  // namespace

Pages everything() {
    Sketch s;
    s.pages.images = {test_image(false, true), test_image(true, false), test_drawing()};
    s.pages.anchors = {{1, pt(80)}, {2, pt(80)}, {1, pt(745)}, {1, pt(148)}};
    s.pages.outline = {{"第一章 总则", 1, 0}, {"脚注", 3, 2}, {"第二章 表与图", 1, 1}};
    const std::uint32_t part = s.tag(TagKind::part, 0);
    contents_page(s, part);
    const std::uint32_t section = s.tag(TagKind::section, part);
    text_page(s, section);
    table_page(s, section);
    s.pages.pages[1].label = "1";
    s.pages.pages[2].label = "2";
    Metadata& m = s.pages.metadata;
    m.authors = {"甲", "乙 & 丙"};
    m.organization = "某某局";
    m.document_number = "某发〔2024〕3号";
    m.identifier = "A001-2024-30-0001";
    m.keywords = {"年度", "报告"};
    m.abstract = "一句 <话> 的摘要";
    m.revisions = {{"0.9", "2024-02-01", "征求意见"}, {"1.0", "2024-03-05", "印发"}};
    s.pages.duplex = true;
    return s.pages;
}

Publication everything_about() {
    Publication p;
    p.stamps.source = sha256("source");
    p.stamps.style = sha256("style");
    p.stamps.fonts = sha256("fonts");
    p.stamps.images = sha256("images");
    p.stamps.program = "Hanqing 1.0.0";
    p.stamps.program_digest = sha256("program");
    p.attachments = {
        {"报告.md", "text/markdown", "Source text", Attachment::Relationship::source, "# 第一章 总则\n"},
        {"style.yaml", "text/yaml", "", Attachment::Relationship::supplement, "name: report\n"}};
    return p;
}

}  // namespace hanqing
