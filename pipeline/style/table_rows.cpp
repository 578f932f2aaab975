// SPDX-License-Identifier: Apache-2.0
// The words of a table's rows -> their kinds.
#include "style/table_rows.hpp"

#include "read/cell_content.hpp"
#include "style/block_words.hpp"

#include <algorithm>
#include <string_view>

namespace hanqing {
namespace {

/// Where more rows than this share of all have one word alone, it is a form to be filled in.
constexpr std::size_t labels_share = 2;
/// So many labels in a row (一、…, （一）…) belong to the same rows below.
constexpr std::size_t labels_in_turn_max = 4;

bool is_empty(const Document& document, std::uint32_t cell) {
    return document.blocks[cell].end == cell + 1 && is_blank(document.blocks[cell].text.utf8);
}

/// A row's first cell is the only one that says anything, and reaches into no other row.
bool is_alone(const Document& document, std::uint32_t row) {
    const Block& block = document.blocks[row];
    if (block.header || block.end < row + 2) return false;
    const Block& first = document.blocks[row + 1];
    if (first.column != 0 || first.row_span > 1 || is_empty(document, row + 1)) return false;
    for (std::uint32_t cell = first.end; cell < block.end; cell = document.blocks[cell].end)
        if (!is_empty(document, cell)) return false;
    return true;
}

/// Its only cell reaches across the table already.
bool is_one_cell(const Document& document, std::uint32_t row) {
    return document.blocks[row + 1].end == document.blocks[row].end;
}

bool begins_note(const Text& text) {
    for (const std::string_view sign :
         {"注：", "注:", "注1", "备注：", "说明：", "资料来源", "数据来源", "註：", "资料來源", "資料來源",
          "Note:", "Notes:", "Source:", "※", "*", "＊", "^"})
        if (text.utf8.starts_with(sign)) return true;
    return std::any_of(text.marks.begin(), text.marks.end(), [](const Mark& mark) {
        return mark.kind == MarkKind::superscript && mark.begin == 0;
    });
}

/// Rows of words alone, with those their cells reach down to, that name what is in the rows below: those are
/// numbers.
std::size_t rows_of_inner_head(const Document& document, std::uint32_t row, std::uint32_t table_end) {
    constexpr std::size_t bytes_max = 90, numbers_min = 2;
    const auto count = [&](std::uint32_t of, CellContent content) {
        std::size_t found = 0;
        for (std::uint32_t cell = of + 1; cell < document.blocks[of].end; cell = document.blocks[cell].end)
            found += cell_content(document.blocks[cell].text.utf8) == content ? 1 : 0;
        return found;
    };
    const Block& block = document.blocks[row];
    bool parted = false;
    std::uint32_t depth = 1;
    for (std::uint32_t cell = row + 1; cell < block.end; cell = document.blocks[cell].end) {
        const Block& one = document.blocks[cell];
        if (one.end > cell + 1 || one.text.utf8.size() > bytes_max) return 0;
        parted = parted || one.column_span > 1;
        depth = std::max(depth, one.row_span);
    }
    if (count(row, CellContent::number) > 0 || count(row, CellContent::words) < 3) return 0;
    std::uint32_t below = block.end;
    for (std::uint32_t i = 1; parted && i < depth && below < table_end; ++i)
        below = document.blocks[below].end;
    const bool heads = below < table_end && count(below, CellContent::number) >= numbers_min;
    return heads ? (parted ? depth : 1) : 0;
}

std::size_t width_of(const Document& document, std::uint32_t row) {
    return half_ems_of(document.blocks[row + 1].text.utf8);
}

/// The widest of the first cells of rows of entries.
std::size_t widest_entry(const Document& document, const std::vector<std::uint32_t>& rows) {
    std::size_t widest = 0;
    for (const std::uint32_t row : rows)
        if (document.blocks[row].end > row + 1 && document.blocks[row + 1].column == 0 &&
            document.blocks[row + 1].column_span == 1 && !is_alone(document, row))
            widest = std::max(widest, width_of(document, row));
    return widest;
}

/// A label has rows to speak of below it, behind at most a few other labels.
bool leads_entries(const std::vector<bool>& alone, std::size_t row) {
    for (std::size_t i = row + 1; i < alone.size() && i <= row + labels_in_turn_max; ++i)
        if (!alone[i]) return true;
    return false;
}

}  // namespace

std::vector<RowShape> row_shapes(const Document& document, std::uint32_t table, std::size_t half_ems) {
    const Block& whole = document.blocks[table];
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = table + 1; row < whole.end; row = document.blocks[row].end) rows.push_back(row);
    std::vector<RowShape> shapes(rows.size());
    if (whole.columns < 2) return shapes;
    std::vector<bool> alone;
    for (const std::uint32_t row : rows) alone.push_back(is_alone(document, row));
    const auto labels = static_cast<std::size_t>(std::count(alone.begin(), alone.end(), true));
    const auto heads = std::count_if(rows.begin(), rows.end(),
                                     [&](std::uint32_t row) { return document.blocks[row].header; });
    const bool is_form = labels * labels_share + static_cast<std::size_t>(heads) > rows.size();
    const std::size_t widest = widest_entry(document, rows);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        RowShape& shape = shapes[r];
        const std::uint32_t row = rows[r];
        if (!alone[r]) {
            const bool after_label = r > 0 && alone[r - 1] && !document.blocks[row].header;
            const std::size_t inner = after_label ? rows_of_inner_head(document, row, whole.end) : 0;
            for (std::size_t i = r; i < r + inner; ++i) shapes[i].kind = RowKind::head;
            continue;
        }
        if (begins_note(document.blocks[row + 1].text) || (!is_form && width_of(document, row) > half_ems)) {
            shape = {RowKind::note, true};
        } else if (!is_form && leads_entries(alone, r)) {
            shape = {RowKind::label, !is_one_cell(document, row) && width_of(document, row) > widest};
        }
    }
    return shapes;
}

std::uint32_t head_cover(const Document& document, std::uint32_t row, std::uint32_t cell) {
    const Block& block = document.blocks[row];
    const Block& first = document.blocks[cell];
    if (!block.header || block.end >= document.blocks.size() || is_empty(document, cell)) return 0;
    const Block& below = document.blocks[block.end];
    if (below.kind != BlockKind::row || !below.header) return 0;
    std::uint32_t covered = first.column_span;
    for (std::uint32_t next = first.end; next < block.end && is_empty(document, next);
         next = document.blocks[next].end)
        covered += document.blocks[next].column_span;
    return covered > first.column_span ? covered : 0;
}

}  // namespace hanqing
