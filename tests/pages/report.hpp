// SPDX-License-Identifier: Apache-2.0
// Small reports made by hand, from styled text to pages, with the system's fonts.
#pragma once

#include "pages/audit.hpp"
#include "pages/pages.hpp"

#include <string>
#include <string_view>

namespace hanqing {

inline const Fonts& system_fonts() {
    static Notes notes;
    static const Fonts fonts = Fonts::open({}, notes);
    return fonts;
}

/// Styled in the making: 12 pt on 20 pt, 36 characters by 30 lines, one sequence.
struct ReportMaker {
    Styled styled;
    Notes notes;
    std::uint32_t body = 0, small = 0;                               ///< Character styles.
    std::uint32_t body_lines = 0, plain_lines = 0, small_lines = 0;  ///< Paragraph styles.
    Length measure = points(432);

    ReportMaker() {
        FaceRole role;
        role.name = "body";
        role.han.push_back({Language::zh_hans, {{"Noto Serif CJK SC"}}});
        styled.roles.push_back(role);
        CharacterStyle character;
        character.size = points(12);
        styled.characters.push_back(character);
        character.size = points(9);
        styled.characters.push_back(character);
        small = 1;
        ParagraphStyle lines;
        lines.first_indent = points(24);
        lines.line_pitch = points(20);
        lines.gap = points(3);
        styled.paragraph_styles.push_back(lines);
        lines.first_indent = {};
        lines.align = Align::left;
        styled.paragraph_styles.push_back(lines);
        lines.line_pitch = points(14);
        styled.paragraph_styles.push_back(lines);
        plain_lines = 1;
        small_lines = 2;
        styled.tags.push_back({});
        Sequence sequence;
        sequence.page.top = points(60);
        sequence.page.inner = points(80);
        sequence.page.outer = sequence.page.width - points(80) - measure;
        sequence.page.bottom = sequence.page.height - points(60) - points(600);
        sequence.line_pitch = points(20);
        sequence.body_size = points(12);
        sequence.footnote_gap = points(10);
        sequence.footnote_rule_weight = points(1, 2);
        styled.sequences.push_back(sequence);
    }
    Sequence& sequence() { return styled.sequences.back(); }
    std::vector<FlowBlock>& flow() { return sequence().flow; }

    std::uint32_t add_tag(TagKind kind, std::uint32_t parent = 0) {
        Tag tag;
        tag.kind = kind;
        tag.parent = parent;
        styled.tags.push_back(tag);
        return static_cast<std::uint32_t>(styled.tags.size() - 1);
    }
    std::uint32_t add_anchor() {
        styled.anchors.push_back({});
        return static_cast<std::uint32_t>(styled.anchors.size() - 1);
    }
    std::uint32_t add_paragraph(std::string_view text, std::uint32_t style, std::uint32_t character,
                                std::uint32_t tag, Length width) {
        Paragraph paragraph;
        paragraph.text = text;
        paragraph.runs.push_back({static_cast<std::uint32_t>(text.size()), character, none, none, none});
        paragraph.origins.push_back({0, 0});
        paragraph.style = style;
        paragraph.tag = tag;
        paragraph.measure = width;
        styled.paragraphs.push_back(paragraph);
        return static_cast<std::uint32_t>(styled.paragraphs.size() - 1);
    }
    FlowBlock& add_text(std::string_view text) {
        FlowBlock block;
        block.index = add_paragraph(text, body_lines, body, add_tag(TagKind::paragraph), measure);
        flow().push_back(block);
        return flow().back();
    }
    FlowBlock& add_heading(std::string_view text) {
        FlowBlock& block = add_text(text);
        styled.tags.back().kind = TagKind::h2;
        styled.paragraphs.back().style = plain_lines;
        block.height = points(40);
        block.keep_with_next = true;
        block.heading_level = 1;
        block.heading_text = text;
        block.anchor = add_anchor();
        return flow().back();
    }
    /// Gives the last paragraph a mark at its end, and a note of this text.
    void add_note(std::string_view mark, std::string_view text) {
        FootnoteText note;
        note.anchor = add_anchor();
        note.back_anchor = add_anchor();
        const std::uint32_t reference = add_tag(TagKind::reference, styled.paragraphs.back().tag);
        Paragraph& marked = styled.paragraphs.back();
        marked.text += mark;
        marked.runs.push_back({static_cast<std::uint32_t>(marked.text.size()), small, reference, none,
                               static_cast<std::uint32_t>(styled.footnotes.size())});
        note.tag = add_tag(TagKind::note);
        styled.tags[reference].refers_to = note.tag;
        note.label = add_paragraph(mark, plain_lines, small, add_tag(TagKind::label, note.tag), {});
        note.paragraphs = {
            add_paragraph(text, small_lines, small, add_tag(TagKind::paragraph, note.tag), {})};
        styled.footnotes.push_back(note);
    }
    /// A table of rows of cells; the first row is its head.
    Table& add_table(const std::vector<std::vector<std::string>>& rows) {
        Table table;
        table.tag = add_tag(TagKind::table);
        table.rows = static_cast<std::uint32_t>(rows.size());
        table.header_rows = 1;
        table.columns.resize(rows[0].size());
        table.look.top = table.look.bottom = points(1);
        table.look.head = points(1, 2);
        table.look.padding_x = points(4);
        table.look.padding_y = points(2);
        table.look.size_min = points(7);
        std::uint32_t section = add_tag(TagKind::table_head, table.tag);
        for (std::uint32_t r = 0; r < table.rows; ++r) {
            if (r == 1) section = add_tag(TagKind::table_body, table.tag);
            table.row_tags.push_back(add_tag(TagKind::row, section));
            for (std::uint32_t c = 0; c < rows[r].size(); ++c) {
                TableCell cell;
                cell.row = r;
                cell.column = c;
                cell.header = r == 0;
                cell.tag = add_tag(r == 0 ? TagKind::head_cell : TagKind::cell, table.row_tags.back());
                cell.paragraphs = {add_paragraph(rows[r][c], small_lines, small, cell.tag, {})};
                table.cells.push_back(cell);
            }
        }
        styled.tables.push_back(table);
        FlowBlock block;
        block.kind = FlowKind::table;
        block.index = static_cast<std::uint32_t>(styled.tables.size() - 1);
        flow().push_back(block);
        return styled.tables.back();
    }
    Pages pages() {
        Lines lines = break_lines(shape(styled, system_fonts(), notes), system_fonts(), notes);
        return paginate(std::move(lines), system_fonts(), notes);
    }
};

/// Text of all content in reading order, or of one kind of artifact.
inline std::string text_on(const Pages& pages, std::uint32_t page, Artifact artifact = Artifact::none) {
    std::string text;
    for (const PageItem& item : pages.pages[page].items) {
        const auto* glyphs = std::get_if<GlyphsItem>(&item.shape);
        if (glyphs == nullptr || item.artifact != artifact) continue;
        for (std::uint32_t g = glyphs->begin; g < glyphs->end; ++g)
            text.append(pages.text, pages.glyphs[g].text, pages.glyphs[g].text_size);
    }
    return text;
}
inline std::string all_text(const Pages& pages) {
    std::string text;
    for (std::uint32_t p = 0; p < pages.pages.size(); ++p) text += text_on(pages, p);
    return text;
}
inline const LayoutCheck* check_of(const LayoutReport& report, std::string_view id) {
    for (const LayoutCheck& check : report.checks)
        if (check.id == id) return &check;
    return nullptr;
}
inline std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace hanqing
