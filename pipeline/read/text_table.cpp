// SPDX-License-Identifier: Apache-2.0
// Goes through the lines for what may begin a drawn table, past code and past the tables found.
#include "read/text_table.hpp"

#include "read/grid_table.hpp"
#include "read/ruled_table.hpp"
#include "read/screen_columns.hpp"
#include "read/source_line.hpp"

namespace hanqing {
namespace {

class TableSearch {
public:
    TableSearch(std::string_view text, std::uint32_t columns_max)
        : text_(text), columns_max_(columns_max), ruled_(text, columns_max) {}

    std::vector<TextTable> run(std::size_t begin) {
        while (begin < text_.size()) {
            const SourceLine line = line_at(text_, begin);
            begin = line.next;
            if (is_code(line)) {
                above_ = {};
                continue;
            }
            const TextSlice words = trimmed_slice(text_, {line.begin, line.end});
            auto table = table_at(line, words, begin);
            if (table) {
                begin = table->end;
                tables_.push_back(*std::move(table));
            }
            const bool is_blank = words.begin == words.end;
            is_single_ = after_blank_ && !is_blank && !table;
            after_blank_ = is_blank || table;
            above_ = line;
        }
        return std::move(tables_);
    }

private:
    bool is_code(const SourceLine& line) {
        const Fence fence = fence_at(text_, line);
        if (open_.size == 0) {
            open_ = fence;
            return fence.size > 0;
        }
        const bool bare = text_.substr(line.begin, line.end - line.begin).find_last_not_of("`~> \t\r") ==
                          std::string_view::npos;
        if (fence.mark == open_.mark && fence.size >= open_.size && bare) open_ = {};
        return true;
    }

    std::optional<TextTable> table_at(const SourceLine& line, TextSlice words, std::size_t& next) {
        if (words.begin == words.end) return {};
        const char first = text_[words.begin];
        if (first == '+' && is_grid_rule(text_.substr(words.begin, words.end - words.begin)))
            return grid_table(text_, line, columns_max_, next);
        if (first != '-') return {};
        const std::size_t runs = dash_runs(text_, line).size();
        if (after_blank_ && runs > 0) return ruled_.under(line);
        return is_single_ && runs > 1 ? ruled_.headed(above_, line) : std::nullopt;
    }

    std::string_view text_;
    std::uint32_t columns_max_;
    RuledTables ruled_;
    std::vector<TextTable> tables_;
    Fence open_;
    SourceLine above_;  ///< The line before.
    bool after_blank_ = true;
    bool is_single_ = false;  ///< It stands alone below a blank one.
};

}  // namespace

std::vector<TextTable> text_tables(std::string_view text, std::size_t begin, std::uint32_t columns_max) {
    return TableSearch(text, columns_max).run(begin);
}

}  // namespace hanqing
