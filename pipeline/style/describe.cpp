// SPDX-License-Identifier: Apache-2.0
// A Styled as text: one line a flow block, for `inspect --stage styled` and goldens.
#include "style/styled.hpp"

#include <algorithm>

namespace hanqing {
namespace {

std::string in_points(Length length) {
    const std::int64_t hundredths = scaled(length, 100, units_per_point).raw;
    return std::to_string(hundredths / 100) +
           (hundredths % 100 == 0 ? "" : "." + std::to_string(hundredths % 100));
}

std::string first_words(const std::string& text) {
    std::size_t end = std::min<std::size_t>(text.size(), 60);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    return text.substr(0, end) + (end < text.size() ? "…" : "");
}

std::string describe_paragraph(const Styled& styled, std::uint32_t index) {
    const Paragraph& paragraph = styled.paragraphs[index];
    const CharacterStyle& style = styled.characters[paragraph.runs.front().style];
    return "measure " + in_points(paragraph.measure) + " size " + in_points(style.size) + " face " +
           styled.roles[style.role].name + " runs " + std::to_string(paragraph.runs.size()) + " |" +
           first_words(paragraph.text) + "|";
}

std::string describe_table(const Styled& styled, std::uint32_t index) {
    const Table& table = styled.tables[index];
    std::string out =
        std::to_string(table.rows) + " rows " + std::to_string(table.columns.size()) + " columns";
    for (const TableCell& cell : table.cells)
        for (const std::uint32_t paragraph : cell.paragraphs)
            out += "\n    cell " + std::to_string(cell.row) + "," + std::to_string(cell.column) + " " +
                   describe_paragraph(styled, paragraph);
    return out;
}

std::string describe_block(const Styled& styled, const FlowBlock& block) {
    switch (block.kind) {
        case FlowKind::paragraph:
            return "paragraph " + describe_paragraph(styled, block.index);
        case FlowKind::contents_entry:
            return "entry " + describe_paragraph(styled, block.index);
        case FlowKind::figure:
            return "figure image " + std::to_string(styled.figures[block.index].image);
        case FlowKind::table:
            return "table " + describe_table(styled, block.index);
        case FlowKind::rule:
            return "rule";
        case FlowKind::page_break:
            return "page break";
    }
    return {};
}

}  // namespace

std::string describe(const Styled& styled) {
    std::string out =
        "language " + std::string(tag_of(styled.language)) + " title |" + styled.metadata.title + "|\n";
    for (const Sequence& sequence : styled.sequences) {
        out += "sequence pitch " + in_points(sequence.line_pitch) + "\n";
        for (const FixedText& text : sequence.texts)
            out += "  fixed y " + in_points(text.y) + " " + describe_paragraph(styled, text.paragraph) + "\n";
        for (const FlowBlock& block : sequence.flow) {
            out += "  " + describe_block(styled, block) + "\n";
            for (const SideText& text : block.beside)
                out += "    beside " + describe_paragraph(styled, text.paragraph) + "\n";
        }
        for (const FlowBlock& block : sequence.foot) out += "  foot " + describe_block(styled, block) + "\n";
    }
    for (const FootnoteText& note : styled.footnotes)
        for (const std::uint32_t paragraph : note.paragraphs)
            out += "note " + describe_paragraph(styled, paragraph) + "\n";
    return out;
}

}  // namespace hanqing
