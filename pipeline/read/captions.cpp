// SPDX-License-Identifier: Apache-2.0
// Which paragraphs are captions: `: 表题` beside a table, `表 3 …` right before one, `图 2 …` right after an
// image.
#include "base/unicode.hpp"
#include "read/attributes.hpp"
#include "read/dialect.hpp"
#include "read/text_edit.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

/// A longer paragraph that begins so is prose about the table.
constexpr std::size_t caption_bytes_max = 400;
constexpr std::size_t unit_bytes_max = 90;
constexpr std::uint32_t none_before = 0xFFFFFFFF;

struct Word {
    std::string_view word;
    Caption kind;
};
constexpr std::array words{
    Word{"续表", Caption::table},  Word{"附表", Caption::table},    Word{"表", Caption::table},
    Word{"표", Caption::table},    Word{"Table", Caption::table},   Word{"附图", Caption::figure},
    Word{"图", Caption::figure},   Word{"圖", Caption::figure},     Word{"図", Caption::figure},
    Word{"그림", Caption::figure}, Word{"Figure", Caption::figure}, Word{"Fig.", Caption::figure},
};

bool is_numeral(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19) ||
           std::u32string_view(U"〇一二三四五六七八九十百").find(c) != std::u32string_view::npos;
}
bool is_joint(char32_t c) { return std::u32string_view(U"-–—.．－").find(c) != std::u32string_view::npos; }
bool is_space(char32_t c) { return c == ' ' || c == 0x3000 || c == 0xA0; }

/// Past a number like 3, 2-1, 4.2, A-1, 三; 0 when there is none. What follows must not make it a word
/// (表三人).
std::size_t number_end(std::string_view text, std::size_t at) {
    std::size_t end = 0;
    bool has_numeral = false;
    for (std::size_t next = at; next < text.size();) {
        const std::size_t here = next;
        const char32_t c = next_code_point(text, next);
        const bool letter = here == at && c >= 'A' && c <= 'Z';
        if (!is_numeral(c) && !letter && !(has_numeral || here > at ? is_joint(c) : false)) {
            const bool apart = is_space(c) || c == 0x2028 ||
                               std::u32string_view(U":：、。.，,（(").find(c) != std::u32string_view::npos;
            return has_numeral && apart ? here : 0;
        }
        has_numeral = has_numeral || is_numeral(c);
        end = next;
    }
    return has_numeral ? end : 0;
}

/// `单位：万元`, `（单位：亿元、%）`, `Unit: million yuan`.
bool is_unit_line(std::string_view text) {
    constexpr std::array<std::string_view, 9> words = {"单位",     "單位",     "単位",     "단위",    "Unit",
                                                       "计量单位", "計量單位", "金额单位", "货币单位"};
    if (text.size() > unit_bytes_max || text.find("。") != std::string_view::npos) return false;
    for (const std::string_view open : {"（", "("})
        if (text.starts_with(open)) text.remove_prefix(open.size());
    const auto word =
        std::find_if(words.begin(), words.end(), [&](std::string_view w) { return text.starts_with(w); });
    if (word == words.end()) return false;
    text.remove_prefix(word->size());
    return text.starts_with("：") || text.starts_with(":");
}

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
    if (take_caption_mark(blocks[before].text) || caption_kind(blocks[before].text.utf8) == Caption::table)
        make_caption(blocks[before], blocks[table]);
}

void caption_figure(Document& document, std::uint32_t image) {
    auto& blocks = document.blocks;
    const std::uint32_t after = blocks[image].end;
    if (!is_only_image(blocks[image].text) || !is_paragraph(document, after, blocks[image].depth)) return;
    if (caption_kind(blocks[after].text.utf8) == Caption::figure) blocks[after].caption = Caption::figure;
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

Caption caption_kind(std::string_view text) {
    if (text.size() > caption_bytes_max) return Caption::none;
    for (const Word& word : words) {
        if (!text.starts_with(word.word)) continue;
        std::size_t at = word.word.size();
        for (std::size_t next = at; next < text.size() && is_space(next_code_point(text, next));) at = next;
        return number_end(text, at) > 0 ? word.kind : Caption::none;
    }
    return Caption::none;
}

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
            if (has_unit) blocks[here.last].caption = Caption::unit;
            caption_table(document, i, has_unit ? here.before_last : here.last);
        }
        if (blocks[i].kind == BlockKind::paragraph) caption_figure(document, i);
        here = {i, here.last};
    }
    drop_left_cells(document);
}

}  // namespace hanqing
