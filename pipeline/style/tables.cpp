// SPDX-License-Identifier: Apache-2.0
// A table of the document to a Table: cells with their tags, captions, which columns hold numbers.
#include "style/block_words.hpp"
#include "style/build.hpp"
#include "style/table_rows.hpp"
#include "read/cell_content.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// Entries no longer than this (是, 高, 新增, 8 GB) look best in the middle of their column, but for those of
/// the first, which lead into the row.
constexpr std::int64_t middle_half_ems = 8;

/// What the body cells of a column hold.
struct ColumnCount {
    std::uint32_t numbers = 0, words = 0;
    std::int64_t widest = 0;  ///< In half ems.
    bool placed = false;      ///< The author sets it to the left.
};

void count_cell(ColumnCount& count, const Block& cell) {
    const CellContent content = cell_content(cell.text.utf8);
    count.numbers += content == CellContent::number ? 1 : 0;
    count.words += content == CellContent::words ? 1 : 0;
    std::int64_t width = 0;
    for (std::size_t at = 0; at < cell.text.utf8.size() && width <= middle_half_ems;)
        width += is_wide(next_code_point(cell.text.utf8, at)) ? 2 : 1;
    count.widest = std::max(count.widest, width);
}

Align align_of(Alignment alignment, bool header, bool numeric, bool short_entries) {
    switch (alignment) {
        case Alignment::left:
            return Align::left;
        case Alignment::centre:
            return Align::centre;
        case Alignment::right:
            return Align::right;
        case Alignment::none:
            break;
    }
    if (header || (short_entries && !numeric)) return Align::centre;
    return numeric ? Align::right : Align::left;
}

/// A table while its blocks are walked.
struct TableBuild {
    Build& build;
    Table table;
    std::uint32_t head_tag = none, body_tag = none, row_tag = none;
    std::uint32_t row = none;
    std::vector<bool> short_entries;  ///< By column.
};

void begin_row(TableBuild& making, const Block& row) {
    making.row = making.table.rows++;
    if (row.header) ++making.table.header_rows;
    std::uint32_t& section = row.header ? making.head_tag : making.body_tag;
    if (section == none)
        section =
            add_tag(making.build, row.header ? TagKind::table_head : TagKind::table_body, making.table.tag);
    making.row_tag = add_tag(making.build, TagKind::row, section, row.place);
    making.table.row_tags.push_back(making.row_tag);
}

void add_cell_part(TableBuild& making, TableCell& cell, const Text& text, const TextRule& rule,
                   TextOptions options) {
    options.indented = false;
    TextRule own = rule;
    own.align = cell.align;
    const std::uint32_t paragraph = add_text(making.build, text, own, cell.tag, options);
    making.build.styled.paragraphs[paragraph].measure = {};  // known when the columns are
    cell.paragraphs.push_back(paragraph);
}

bool is_large_image(const Build& build, const Mark& mark) {
    if (mark.kind != MarkKind::image) return false;
    const Image& image = build.styled.images[mark.data];
    return image.content.index() != 0 &&
           image_size(build.document.images[mark.data], image).height > build.sheet.line_pitch;
}

/// A picture taller than a line is a paragraph of its own, which pages fit to the column.
void add_cell_text(TableBuild& making, TableCell& cell, const Text& text, const TextRule& rule,
                   const std::string& prefix = {}) {
    std::uint32_t at = 0;
    const auto add_words = [&](std::uint32_t end, bool last) {
        const bool words = !is_blank(std::string_view(text.utf8).substr(at, end - at));
        if (words || (last && at == 0))
            add_cell_part(making, cell, text, rule,
                          {.prefix = at == 0 ? prefix : "", .begin = at, .end = end});
    };
    for (const Mark& mark : text.marks) {
        if (mark.begin < at || !is_large_image(making.build, mark)) continue;
        add_words(mark.begin, false);
        add_cell_part(making, cell, text, rule, {.begin = mark.begin, .end = mark.end, .large_images = true});
        at = mark.end;
    }
    add_words(static_cast<std::uint32_t>(text.utf8.size()), true);
}

/// "• " or "2. " before an item's first paragraph in a cell.
std::string item_prefix(const Document& document, std::uint32_t list, std::uint32_t item) {
    return item_label(document.blocks[list], document.blocks[item], 0) + " ";
}

/// Blocks inside a cell, one paragraph each.
void add_cell_blocks(TableBuild& making, TableCell& cell, std::uint32_t begin, std::uint32_t end) {
    const Document& document = making.build.document;
    const TextRule& rule = making.build.sheet.rule(cell.header ? "table-head" : "table");
    std::vector<std::uint32_t> lists;  // that are open
    std::string prefix;
    for (std::uint32_t i = begin; i < end; ++i) {
        const Block& block = document.blocks[i];
        while (!lists.empty() && document.blocks[lists.back()].end <= i) lists.pop_back();
        if (block.kind == BlockKind::list) lists.push_back(i);
        if (block.kind == BlockKind::item && !lists.empty()) prefix = item_prefix(document, lists.back(), i);
        if (block.text.utf8.empty()) continue;
        const bool literal = block.kind == BlockKind::code || block.kind == BlockKind::html;
        TextRule code = making.build.sheet.rule("code");
        code.size = smaller(code.size, rule.size);
        code.line_pitch = smaller(code.line_pitch, rule.line_pitch);
        if (literal)
            add_cell_part(making, cell, with_hard_breaks(block.text), code, {});
        else
            add_cell_text(making, cell, block.text, rule, prefix);
        prefix.clear();
    }
}

/// How a cell stands when not as it says itself.
struct CellPlace {
    std::uint32_t columns = 0;  ///< So many wide; 0: as it says, and all else too.
    Align align = Align::left;
};

void add_cell(TableBuild& making, std::uint32_t index, CellPlace place = {}) {
    const Block& block = making.build.document.blocks[index];
    TableCell cell;
    cell.row = making.row;
    cell.column = block.column;
    cell.row_span = block.row_span;
    cell.column_span = place.columns > 0 ? place.columns : block.column_span;
    cell.header = block.header;
    const bool numeric =
        block.column < making.table.columns.size() && making.table.columns[block.column].numeric;
    cell.align = align_of(block.alignment, block.header, numeric,
                          block.column < making.short_entries.size() && making.short_entries[block.column]);
    if (place.columns > 0) cell.align = place.align;
    cell.tag =
        add_tag(making.build, block.header ? TagKind::head_cell : TagKind::cell, making.row_tag, block.place);
    Tag& tag = making.build.styled.tags[cell.tag];
    tag.row_span = static_cast<std::uint16_t>(std::min(block.row_span, 0xFFFFU));
    tag.column_span = static_cast<std::uint16_t>(std::min(cell.column_span, 0xFFFFU));
    if (block.header) (cell.row < making.table.header_rows ? tag.scope_column : tag.scope_row) = true;
    const TextRule& rule = making.build.sheet.rule(block.header ? "table-head" : "table");
    if (!block.text.utf8.empty() || block.end == index + 1) add_cell_text(making, cell, block.text, rule);
    add_cell_blocks(making, cell, index + 1, block.end);
    making.table.cells.push_back(std::move(cell));
}

void find_kinds_of_columns(const Document& document, std::uint32_t index, TableBuild& making) {
    Table& table = making.table;
    std::vector<ColumnCount> counts(table.columns.size());
    for (std::uint32_t i = index + 1; i < document.blocks[index].end; ++i) {
        const Block& block = document.blocks[i];
        if (block.kind != BlockKind::cell || block.header || block.column >= counts.size()) continue;
        count_cell(counts[block.column], block);
        // Codes that the author sets to the left show by their length what belongs to what.
        if (block.alignment == Alignment::left) counts[block.column].placed = true;
    }
    for (std::size_t c = 0; c < counts.size(); ++c) {
        table.columns[c].numeric =
            !counts[c].placed && counts[c].numbers > 0 && counts[c].numbers >= 4 * counts[c].words;
        making.short_entries.push_back(c > 0 && counts[c].widest <= middle_half_ems);
    }
}

void read_widths(const Attributes& attributes, Table& table) {
    for (const auto& [key, value] : attributes.values) {
        if (key != "widths") continue;
        std::size_t column = 0;
        std::uint32_t number = 0;
        for (const char c : value + ",") {
            if (c >= '0' && c <= '9')
                number = std::min(number * 10 + static_cast<std::uint32_t>(c - '0'), 100U);
            else if (c == ',' || c == ' ') {
                if (column < table.columns.size() && number > 0)
                    table.columns[column++].percent = static_cast<std::uint16_t>(number);
                number = 0;
            }
        }
    }
}

/// "表 3　" before a caption that has no number of its own.
std::string caption_prefix(const Build& build, std::uint32_t block, std::string_view caption) {
    const auto target = build.by_block.find(block);
    if (target == build.by_block.end() || caption.starts_with(build.labels.table)) return {};
    return build.targets[target->second].mention + std::string(build.labels.caption_gap);
}

void add_captions(TableBuild& making, std::uint32_t block, std::uint32_t caption) {
    Build& build = making.build;
    const bool numbered = build.by_block.contains(block);
    if (caption == none && !numbered) return;
    const TextRule& rule = build.sheet.rule("table-caption");
    const std::string words = caption == none ? "" : plain_text(build.document.blocks[caption].text);
    const std::string prefix = caption_prefix(build, block, words);
    making.table.caption_tag = add_tag(build, TagKind::caption, making.table.tag);
    making.table.caption = caption == none
                               ? add_plain(build, prefix, rule, making.table.caption_tag, false)
                               : add_text(build, build.document.blocks[caption].text, rule,
                                          making.table.caption_tag, {.prefix = prefix, .indented = false});
    making.table.continued =
        add_plain(build, std::string(build.labels.continued) + prefix + words, rule, none, false);
}

bool is_empty(const Build& build, const TableCell& cell) {
    return std::all_of(cell.paragraphs.begin(), cell.paragraphs.end(),
                       [&](std::uint32_t p) { return is_blank(build.styled.paragraphs[p].text); });
}

/// A form to be filled in has mostly rows without a word: without rules nobody would see them.
bool is_form(const Build& build, const Table& table) {
    std::vector<bool> has_words(table.rows);
    for (const TableCell& cell : table.cells)
        for (std::uint32_t r = 0; r < cell.row_span && cell.row + r < table.rows; ++r)
            if (!is_empty(build, cell)) has_words[cell.row + r] = true;
    const auto empty = std::count(has_words.begin() + table.header_rows, has_words.end(), false);
    return empty > 0 && empty * 2 >= static_cast<std::int64_t>(table.rows - table.header_rows);
}

/// Markdown knows no table without a head: where authors want none they leave its cells empty.
bool is_empty_head(const Document& document, std::uint32_t index) {
    const Block& row = document.blocks[index];
    if (row.kind != BlockKind::row || !row.header || row.end == index + 1) return false;
    return std::all_of(document.blocks.begin() + index + 1, document.blocks.begin() + row.end,
                       [](const Block& cell) { return is_blank(cell.text.utf8) && cell.row_span == 1; });
}

/// `<table border="1">`.
bool has_border(const Attributes& attributes) {
    return std::any_of(attributes.values.begin(), attributes.values.end(),
                       [](const auto& value) { return value.first == "border"; });
}

void rule_fully(TableLook& look) {
    const Length fine = micrometres(120);
    for (Length* rule : {&look.inner_horizontal, &look.inner_vertical, &look.side})
        *rule = larger(*rule, fine);
}

/// Across the table a note begins at the left, a label where its column has it.
CellPlace place_across(const TableBuild& making, const Block& cell, RowKind kind) {
    const bool centred = kind == RowKind::label && cell.alignment == Alignment::centre;
    return {static_cast<std::uint32_t>(making.table.columns.size()), centred ? Align::centre : Align::left};
}

/// The cells of a row; of one whose first cell goes across, that cell alone.
void add_row_cells(TableBuild& making, std::uint32_t row, RowShape shape) {
    const Document& document = making.build.document;
    const std::uint32_t end = document.blocks[row].end;
    if (shape.across)
        return add_cell(making, row + 1, place_across(making, document.blocks[row + 1], shape.kind));
    for (std::uint32_t cell = row + 1; cell < end;) {
        const std::uint32_t covered = head_cover(document, row, cell);
        add_cell(making, cell, {covered, Align::centre});
        const std::uint32_t next_column = document.blocks[cell].column + covered;
        cell = document.blocks[cell].end;
        while (covered > 0 && cell < end && document.blocks[cell].column < next_column)
            cell = document.blocks[cell].end;
    }
}

void add_rows(TableBuild& making, std::uint32_t index, Length inset) {
    const Build& build = making.build;
    const std::vector<Block>& blocks = build.document.blocks;
    const Length size = build.sheet.rule("table").size;
    const auto half_ems =
        static_cast<std::size_t>((build.measure - inset).raw * 2 / std::max<std::int64_t>(size.raw, 1));
    const std::vector<RowShape> shapes = row_shapes(build.document, index, half_ems);
    auto shape = shapes.begin();
    for (std::uint32_t row = index + 1; row < blocks[index].end; row = blocks[row].end, ++shape) {
        if (is_empty_head(build.document, row)) continue;
        begin_row(making, blocks[row]);
        making.table.leads.push_back(shape->kind == RowKind::label || shape->kind == RowKind::head);
        add_row_cells(making, row, *shape);
    }
}

/// Its place is over the table's right end, in the type of the table.
void add_unit(TableBuild& making, std::uint32_t unit) {
    if (unit == none) return;
    Build& build = making.build;
    Table& table = making.table;
    if (table.caption_tag == none) table.caption_tag = add_tag(build, TagKind::caption, table.tag);
    const Block& block = build.document.blocks[unit];
    TextRule rule = build.sheet.rule("table");
    rule.align = Align::right;
    table.unit =
        add_text(build, block.text, rule, add_tag(build, TagKind::paragraph, table.caption_tag, block.place),
                 {.indented = false});
    build.styled.paragraphs[table.unit].measure = {};  // the table's width, known later
}

}  // namespace

FlowBlock add_table(Build& build, std::uint32_t index, OverTable over, std::uint32_t parent_tag,
                    Length inset) {
    const Document& document = build.document;
    const Block& block = document.blocks[index];
    TableBuild making{build, {}};
    making.table.look = build.sheet.table_look;
    making.table.place = block.place;
    making.table.columns.resize(block.columns);
    making.table.tag = add_tag(build, TagKind::table, parent_tag, block.place);
    find_kinds_of_columns(document, index, making);
    read_widths(block.attributes, making.table);
    add_captions(making, index, over.caption);
    add_unit(making, over.unit);
    add_rows(making, index, inset);
    if (has_border(block.attributes) || is_form(build, making.table)) rule_fully(making.table.look);
    build.styled.tables.push_back(std::move(making.table));
    FlowBlock flow = flow_of(build.sheet.rule("table-caption"), FlowKind::table,
                             static_cast<std::uint32_t>(build.styled.tables.size() - 1), build);
    flow.height = {};
    flow.keep_with_next = false;
    flow.left = inset;
    flow.right = {};
    flow.space_before = flow.space_after = scaled(build.sheet.line_pitch, 1, 2);
    flow.place = block.place;
    flow.anchor = anchor_of(build, index);
    return flow;
}

}  // namespace hanqing
