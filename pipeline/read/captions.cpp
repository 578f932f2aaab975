// SPDX-License-Identifier: Apache-2.0
// Which paragraphs are captions: `: 表题` beside a table, `表 3 …` right before one, `图 2 …` right after or
// before an image; and which say where a table or picture comes from.
#include "read/attributes.hpp"
#include "read/caption_words.hpp"
#include "read/dialect.hpp"
#include "read/text_edit.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::uint32_t none_before = 0xFFFFFFFF;

bool is_only_image(const Text& text) {
    return text.utf8 == object_character && text.marks.size() >= 1 &&
           std::any_of(text.marks.begin(), text.marks.end(),
                       [](const Mark& m) { return m.kind == MarkKind::image; });
}

bool is_paragraph(const Document& document, std::uint32_t index, std::uint32_t depth) {
    return index < document.blocks.size() && document.blocks[index].kind == BlockKind::paragraph &&
           document.blocks[index].depth == depth;
}

bool is_unit(const Block& block) {
    return block.kind == BlockKind::paragraph && block.caption == Caption::none &&
           is_unit_line(block.text.utf8);
}

void make_unit(Block& paragraph) {
    paragraph.caption = Caption::unit;
    std::size_t end = 0;
    while (std::string_view(paragraph.text.utf8).substr(end).starts_with("\xE3\x80\x80")) end += 3;
    if (end == 0) return;
    TextEdits edits;
    edits.erase(0, static_cast<std::uint32_t>(end));
    edits.apply(paragraph.text);
}

/// Makes a paragraph the caption of the table it stands beside.
void make_caption(Block& paragraph, Block& table) {
    paragraph.caption = Caption::table;
    merge(table.attributes, take_last_attributes(paragraph.text));
}

/// The parser takes `: 表题` right below a table for its last row.
bool is_caption_row(const Document& document, std::uint32_t row, std::uint32_t end) {
    if (document.blocks[row].kind != BlockKind::row || document.blocks[row].header || row + 1 >= end)
        return false;
    if (!document.blocks[row + 1].text.utf8.starts_with(": ")) return false;
    return std::all_of(document.blocks.begin() + row + 2, document.blocks.begin() + end,
                       [](const Block& cell) { return cell.text.utf8.empty(); });
}

/// Turns such a last row into a paragraph after the table; what its other cells leave behind is dropped
/// later.
void release_caption_row(Document& document, std::uint32_t table) {
    auto& blocks = document.blocks;
    const std::uint32_t end = blocks[table].end;
    std::uint32_t row = table + 1;
    while (row < end && blocks[row].end < end) row = blocks[row].end;
    if (row >= end || !is_caption_row(document, row, end)) return;
    Block& paragraph = blocks[row];
    paragraph.text = std::move(blocks[row + 1].text);
    paragraph.kind = BlockKind::paragraph;
    paragraph.depth = blocks[table].depth;
    take_caption_mark(paragraph.text);
    make_caption(paragraph, blocks[table]);
    blocks[table].end = row;
}

void caption_table(Document& document, std::uint32_t table, std::uint32_t before) {
    release_caption_row(document, table);
    auto& blocks = document.blocks;
    const std::uint32_t depth = blocks[table].depth;
    const std::uint32_t after = blocks[table].end;
    const auto is_its = [&](std::uint32_t index) {
        return blocks[index].caption == Caption::table || blocks[index].caption == Caption::either;
    };
    if (is_paragraph(document, after, depth) && (is_its(after) || take_caption_mark(blocks[after].text))) {
        if (!is_its(after)) make_caption(blocks[after], blocks[table]);
        return;
    }
    if (before == none_before || !is_paragraph(document, before, depth) ||
        blocks[before].caption != Caption::none)
        return;
    const std::string& words = blocks[before].text.utf8;
    if (take_caption_mark(blocks[before].text) || caption_kind(words) == Caption::table ||
        is_attachment_caption(words))
        make_caption(blocks[before], blocks[table]);
}

bool is_picture(const Document& document, std::uint32_t index, std::uint32_t depth) {
    return is_paragraph(document, index, depth) && is_only_image(document.blocks[index].text);
}

/// Below a picture is the place of its caption. One above it is its own when nothing is below, or when what
/// is below stands above the next picture.
void caption_figure(Document& document, std::uint32_t image, std::uint32_t before) {
    auto& blocks = document.blocks;
    const std::uint32_t after = blocks[image].end, depth = blocks[image].depth;
    if (!is_picture(document, image, depth)) return;
    const auto is_numbered = [&](std::uint32_t index) {
        return is_paragraph(document, index, depth) &&
               caption_kind(blocks[index].text.utf8) == Caption::figure;
    };
    const bool below = is_numbered(after);
    const bool above =
        before != none_before && is_numbered(before) && blocks[before].caption == Caption::none;
    if (above && (!below || is_picture(document, blocks[after].end, depth)))
        blocks[before].caption = Caption::figure_below;
    else if (below || (is_paragraph(document, after, depth) && is_pointing_line(blocks[after].text.utf8)))
        blocks[after].caption = Caption::figure;
}

/// Right under a picture or table, under its caption, or under another such line.
void mark_source(Document& document, std::uint32_t line, std::uint32_t before) {
    auto& blocks = document.blocks;
    if (before == none_before || blocks[line].caption != Caption::none ||
        !is_source_line(blocks[line].text.utf8))
        return;
    const Block& above = blocks[before];
    const bool belongs = above.kind == BlockKind::table || is_picture(document, before, above.depth) ||
                         above.caption == Caption::figure || above.caption == Caption::either ||
                         above.caption == Caption::table || above.caption == Caption::source;
    if (belongs) blocks[line].caption = Caption::source;
}

/// A table of one cell that holds one picture is how some frame a picture: it becomes that picture.
void unframe_picture(Document& document, std::uint32_t table) {
    auto& blocks = document.blocks;
    std::uint32_t picture = 0xFFFFFFFF;
    for (std::uint32_t i = table + 1; i < blocks[table].end; ++i) {
        if (blocks[i].kind == BlockKind::row ||
            (blocks[i].kind == BlockKind::cell && blocks[i].text.utf8.empty()))
            continue;
        if (picture != 0xFFFFFFFF || !is_only_image(blocks[i].text)) return;
        picture = i;
    }
    if (picture == 0xFFFFFFFF || blocks[table].columns != 1) return;
    blocks[table].kind = BlockKind::paragraph;
    blocks[table].text = std::move(blocks[picture].text);
    blocks[table].alignment = Alignment::centre;
}

/// Cells of a caption row stand behind its paragraph without belonging to anything.
void drop_left_cells(Document& document) {
    auto& blocks = document.blocks;
    std::vector<std::uint32_t> moved(blocks.size() + 1);
    std::vector<bool> drop(blocks.size());
    for (std::uint32_t i = 0; i < blocks.size(); ++i)
        if (blocks[i].kind == BlockKind::paragraph)
            for (std::uint32_t cell = i + 1; cell < blocks[i].end; ++cell) drop[cell] = true;
    if (std::find(drop.begin(), drop.end(), true) == drop.end()) return;
    std::uint32_t kept = 0;
    for (std::uint32_t i = 0; i <= blocks.size(); ++i) {
        moved[i] = kept;
        if (i == blocks.size() || drop[i]) continue;
        if (kept != i) blocks[kept] = std::move(blocks[i]);
        ++kept;
    }
    blocks.resize(kept);
    for (Block& block : blocks) block.end = moved[block.end];
    for (Footnote& footnote : document.footnotes) footnote.block = moved[footnote.block];
}

}  // namespace

bool take_caption_mark(Text& text) {
    constexpr std::array<std::string_view, 4> marks{"：", ": ",
                                                    "Table: ", "table: "};  // pandoc's all but one
    const auto mark = std::find_if(marks.begin(), marks.end(),
                                   [&](std::string_view m) { return text.utf8.starts_with(m); });
    if (mark == marks.end()) return false;
    std::size_t end = mark->size();
    while (end < text.utf8.size() && text.utf8[end] == ' ') ++end;
    if (end == text.utf8.size()) return false;
    TextEdits edits;
    edits.erase(0, static_cast<std::uint32_t>(end));
    edits.apply(text);
    return true;
}

std::optional<Text> take_figure_caption(Text& text) {
    if (!text.utf8.starts_with(object_character) || text.marks.empty() ||
        text.marks.front().kind != MarkKind::image)
        return {};
    std::size_t begin = object_character.size();
    const std::string_view rest = std::string_view(text.utf8).substr(begin);
    if (rest.starts_with(hard_break_mark))
        begin += hard_break_mark.size();
    else if (rest.starts_with(' '))
        begin += 1;
    if (caption_kind(std::string_view(text.utf8).substr(begin)) != Caption::figure) return {};
    const auto size = static_cast<std::uint32_t>(text.utf8.size());
    Text caption = part_of(text, static_cast<std::uint32_t>(begin), size);
    text = part_of(text, 0, static_cast<std::uint32_t>(object_character.size()));
    return caption;
}

std::vector<Text> figures_of(Text text) {
    const std::string_view utf8 = text.utf8;
    const std::string begins = std::string(hard_break_mark) + std::string(object_character);
    std::vector<std::uint32_t> places;
    std::size_t picture = utf8.starts_with(object_character) ? 0 : std::string_view::npos;
    for (std::size_t at = utf8.find(begins);
         at != std::string_view::npos && picture != std::string_view::npos; at = utf8.find(begins, at + 1)) {
        std::string_view words = utf8.substr(picture, at - picture).substr(object_character.size());
        if (words.starts_with(hard_break_mark)) words.remove_prefix(hard_break_mark.size());
        if (words.starts_with(' ')) words.remove_prefix(1);
        if (caption_kind(words) != Caption::figure) continue;
        picture = at + hard_break_mark.size();
        places.push_back(static_cast<std::uint32_t>(at));
        places.push_back(static_cast<std::uint32_t>(picture));
    }
    std::vector<Text> figures;
    if (places.empty()) {
        figures.push_back(std::move(text));
        return figures;
    }
    std::vector<Text> parts = parts_of(text, places);
    for (std::size_t i = 0; i < parts.size(); i += 2) figures.push_back(std::move(parts[i]));
    return figures;
}

std::optional<Text> take_unit_line(Text& text) {
    const std::size_t at = text.utf8.rfind(hard_break_mark);
    if (at == std::string::npos ||
        !is_unit_line(std::string_view(text.utf8).substr(at + hard_break_mark.size())))
        return {};
    const auto begin = static_cast<std::uint32_t>(at + hard_break_mark.size());
    Text unit = part_of(text, begin, static_cast<std::uint32_t>(text.utf8.size()));
    text = part_of(text, 0, static_cast<std::uint32_t>(at));
    return unit;
}

void settle_captions(Document& document) {
    auto& blocks = document.blocks;
    struct Siblings {
        std::uint32_t last = none_before, before_last = none_before;
    };
    std::vector<Siblings> siblings;  // by depth
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
        siblings.resize(blocks[i].depth + 1);
        Siblings& here = siblings[blocks[i].depth];
        if (here.last != none_before && blocks[here.last].end != i) here = {};
        if (blocks[i].kind == BlockKind::table) unframe_picture(document, i);
        if (blocks[i].kind == BlockKind::table) {
            const bool has_unit = here.last != none_before && is_unit(blocks[here.last]);
            if (has_unit) make_unit(blocks[here.last]);
            caption_table(document, i, has_unit ? here.before_last : here.last);
        }
        if (blocks[i].kind == BlockKind::paragraph) {
            caption_figure(document, i, here.last);
            mark_source(document, i, here.last);
        }
        here = {i, here.last};
    }
    drop_left_cells(document);
}

}  // namespace hanqing
