// SPDX-License-Identifier: Apache-2.0
// Table rows -> which of them are the head: a first row in bold, a second row under a head with gaps (项目,
// 行次, 决算数), the row of column numbers (栏次, 1, 2).
#include "read/table_heads.hpp"

#include "base/unicode.hpp"
#include "read/cell_content.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace hanqing {
namespace {

/// The cells of a row that stand in it, by their blocks.
struct Row {
    std::uint32_t block = 0;
    std::vector<std::uint32_t> cells;
};

/// A head is no deeper than this.
constexpr std::size_t head_rows_max = 5;
/// So many rows tell what a column holds.
constexpr std::size_t rows_seen = 40;

std::string without_blanks(std::string_view text) {
    std::string all;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c != U' ' && c != U'\u3000' && c != U'\u00A0' && c != U'\u2028') append_utf8(all, c);
    }
    return all;
}

/// Questions about the rows of one table.
class TableRows {
public:
    TableRows(Document& document, std::uint32_t table) : document_(document) {
        const auto& blocks = document.blocks;
        for (std::uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end) {
            rows_.push_back({row, {}});
            for (std::uint32_t cell = row + 1; cell < blocks[row].end; cell = blocks[cell].end)
                rows_.back().cells.push_back(cell);
        }
        while (marked_ < rows_.size() && blocks[rows_[marked_].block].header) ++marked_;
        for (std::size_t r = 0; r < marked_; ++r) has_words_ = has_words_ || filled(r) > 0;
    }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    /// Rows at the top that are the head already.
    [[nodiscard]] std::size_t marked() const { return marked_; }
    /// Whether these say anything.
    [[nodiscard]] bool has_head() const { return has_words_; }
    [[nodiscard]] std::size_t filled(std::size_t row) const;
    [[nodiscard]] bool is_strong(std::size_t row) const;
    [[nodiscard]] bool is_words(std::size_t row) const;
    [[nodiscard]] bool has_gaps(std::size_t row) const;
    [[nodiscard]] bool fill_gaps_of(std::size_t head, std::size_t end) const;
    [[nodiscard]] bool counts_columns(std::size_t row) const;
    [[nodiscard]] bool is_units(std::size_t row) const;
    [[nodiscard]] bool has_numbers_below(std::size_t row) const;
    [[nodiscard]] bool reaches_down(std::size_t row, std::size_t end) const;
    void mark(std::size_t row);

private:
    [[nodiscard]] const Block& cell(std::uint32_t index) const { return document_.blocks[index]; }
    [[nodiscard]] CellContent content(std::uint32_t index) const {
        const Block& block = cell(index);
        // Blocks in a cell are words.
        return block.end > index + 1 ? CellContent::words : cell_content(block.text.utf8);
    }
    [[nodiscard]] bool is_empty(std::uint32_t index) const {
        return cell(index).end == index + 1 && without_blanks(cell(index).text.utf8).empty();
    }

    Document& document_;
    std::vector<Row> rows_;
    std::size_t marked_ = 0;
    bool has_words_ = false;
};

std::size_t TableRows::filled(std::size_t row) const {
    const auto& cells = rows_[row].cells;
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [&](std::uint32_t c) { return !is_empty(c); }));
}

/// Every cell that says something says it in bold.
bool TableRows::is_strong(std::size_t row) const {
    const auto& cells = rows_[row].cells;
    return filled(row) > 1 && std::all_of(cells.begin(), cells.end(), [&](std::uint32_t index) {
               const Text& text = cell(index).text;
               return is_empty(index) ||
                      std::any_of(text.marks.begin(), text.marks.end(), [&](const Mark& mark) {
                          return mark.kind == MarkKind::strong && mark.begin == 0 &&
                                 mark.end == text.utf8.size();
                      });
           });
}

/// Short words alone, without a number among them.
bool TableRows::is_words(std::size_t row) const {
    constexpr std::size_t bytes_max = 90;
    const auto& cells = rows_[row].cells;
    return filled(row) > 1 && std::all_of(cells.begin(), cells.end(), [&](std::uint32_t index) {
               return is_empty(index) ||
                      (content(index) == CellContent::words && cell(index).text.utf8.size() <= bytes_max);
           });
}

/// Empty cells behind filled ones, or cells across several columns: the head of a head.
bool TableRows::has_gaps(std::size_t row) const {
    bool any = false, gap = false;
    for (const std::uint32_t index : rows_[row].cells) {
        if (is_empty(index)) {
            gap = gap || any;
            continue;
        }
        any = true;
        gap = gap || cell(index).column_span > 1;
    }
    return gap && filled(row) > 1;
}

/// The rows from the head's next one to `end` say something wherever it says nothing, but for the corner.
bool TableRows::fill_gaps_of(std::size_t head, std::size_t end) const {
    const auto is_filled = [&](std::uint32_t column) {
        for (std::size_t row = head + 1; row < end; ++row)
            for (const std::uint32_t index : rows_[row].cells)
                if (cell(index).column == column && !is_empty(index)) return true;
        return false;
    };
    const auto& cells = rows_[head].cells;
    return std::all_of(cells.begin(), cells.end(), [&](std::uint32_t above) {
        return cell(above).column == 0 || !is_empty(above) || is_filled(cell(above).column);
    });
}

/// 栏次 | | 1 | 2 …, or 1 to n from the first column to the last.
bool TableRows::counts_columns(std::size_t row) const {
    constexpr std::array<std::string_view, 7> labels = {"栏次", "欄次", "甲", "乙", "丙", "A", "B"};
    std::size_t number = 0;
    bool labelled = false;
    for (const std::uint32_t index : rows_[row].cells) {
        const std::string text = without_blanks(cell(index).text.utf8);
        if (text.empty() && cell(index).end == index + 1) continue;
        if (std::find(labels.begin(), labels.end(), text) != labels.end())
            labelled = labelled || text == labels[0] || text == labels[1];
        else if (text == std::to_string(number + 1))
            ++number;
        else
            return false;
    }
    constexpr std::size_t numbers_min = 4;
    return labelled ? number > 0 : number >= numbers_min && number + 3 >= rows_[row].cells.size();
}

/// | | 円 銭 | 百万円 | ％ |: in what the figures below are counted.
bool TableRows::is_units(std::size_t row) const {
    constexpr std::array<std::string_view, 30> units = {
        "円",   "円銭", "銭", "千円", "百万円", "億円", "％", "%",    "元",     "千元",
        "万元", "亿元", "人", "千人", "万人",   "件",   "株", "倍",   "回",     "日",
        "个",   "個",   "户", "戶",   "吨",     "公顷", "原", "천원", "백만원", "원"};
    const auto& cells = rows_[row].cells;
    return filled(row) > 0 && std::all_of(cells.begin(), cells.end(), [&](std::uint32_t index) {
               std::string text = without_blanks(cell(index).text.utf8);
               for (const std::string_view bracket : {"（", "）", "(", ")"})
                   if (const std::size_t at = text.find(bracket); at != std::string::npos)
                       text.erase(at, bracket.size());
               if (text.empty()) return cell(index).end == index + 1;
               return cell(index).column > 0 && std::find(units.begin(), units.end(), text) != units.end();
           });
}

/// Some column in which the row has words is of numbers below it.
bool TableRows::has_numbers_below(std::size_t row) const {
    const std::size_t end = std::min(rows_.size(), row + 1 + rows_seen);
    for (const std::uint32_t index : rows_[row].cells) {
        if (is_empty(index)) continue;
        std::size_t numbers = 0, words = 0;
        for (std::size_t below = row + 1; below < end; ++below)
            for (const std::uint32_t other : rows_[below].cells) {
                if (cell(other).column != cell(index).column) continue;
                numbers += content(other) == CellContent::number ? 1 : 0;
                words += content(other) == CellContent::words ? 1 : 0;
            }
        if (numbers > words) return true;
    }
    return false;
}

/// A cell of these rows goes on below `end`.
bool TableRows::reaches_down(std::size_t row, std::size_t end) const {
    return std::any_of(rows_[row].cells.begin(), rows_[row].cells.end(),
                       [&](std::uint32_t index) { return row + cell(index).row_span > end; });
}

void TableRows::mark(std::size_t row) {
    document_.blocks[rows_[row].block].header = true;
    for (const std::uint32_t index : rows_[row].cells) document_.blocks[index].header = true;
}

/// Rows of words alone over rows of numbers, the first with cells across several columns: a head of <td>.
std::size_t head_of_words(const TableRows& rows) {
    if (rows.size() < 3 || !rows.has_gaps(0)) return 0;
    std::size_t end = 0;
    while (end < rows.size() && end < head_rows_max && rows.is_words(end)) ++end;
    if (end < 2 || end >= rows.size() || !rows.has_numbers_below(end - 1)) return 0;
    for (std::size_t r = 0; r < end; ++r)
        if (rows.reaches_down(r, end)) return 0;
    return end;
}

/// Rows of words, two at most, that go on with a head which has gaps.
std::size_t rows_under_head(const TableRows& rows, std::size_t head) {
    if (!rows.has_gaps(head)) return 0;
    for (std::size_t count = 1; count <= 2; ++count) {
        const std::size_t last = head + count, end = last + 1;
        if (end >= rows.size() || !rows.is_words(last) || rows.reaches_down(last, end)) return 0;
        if (rows.fill_gaps_of(head, end) && rows.has_numbers_below(last)) return count;
    }
    return 0;
}

/// Where the head ends.
std::size_t head_end(const TableRows& rows) {
    std::size_t end = rows.marked();
    if (rows.has_head())
        end += rows_under_head(rows, end - 1);
    else if (end + 1 < rows.size() && rows.is_strong(end) && !rows.is_strong(end + 1))
        ++end;
    else if (end == 0)
        end = head_of_words(rows);
    if (end > 0 && end + 1 < rows.size() && rows.counts_columns(end)) ++end;
    if (end > 0 && end + 1 < rows.size() && rows.is_units(end) && rows.has_numbers_below(end)) ++end;
    return end;
}

}  // namespace

void settle_table_heads(Document& document) {
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
        if (document.blocks[i].kind != BlockKind::table) continue;
        TableRows rows(document, i);
        const std::size_t end = head_end(rows);
        for (std::size_t r = rows.marked(); r < end; ++r) rows.mark(r);
    }
}

}  // namespace hanqing
