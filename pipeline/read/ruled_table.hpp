// SPDX-License-Identifier: Apache-2.0
// Tables whose columns stand under rules of dashes: pandoc's simple tables, one line a row, and multiline
// tables, rows parted by blank lines. For .cpp files of this folder.
#pragma once

#include "read/source_line.hpp"
#include "read/text_table.hpp"

#include <optional>

namespace hanqing {

/// The runs of dashes in a line of nothing else; a list's or a rule's single dashes are none.
std::vector<TextSlice> dash_runs(std::string_view text, const SourceLine& line);

class RuledTables {
public:
    RuledTables(std::string_view text, std::uint32_t columns_max) : text_(text), columns_max_(columns_max) {}

    /// A table that begins with this rule, which stands after a blank line.
    std::optional<TextTable> under(const SourceLine& rule);
    /// A table with this line as its head and the next one, which consists of `runs`, as its rule.
    std::optional<TextTable> headed(const SourceLine& head, const SourceLine& rule);

private:
    struct Rows {
        std::vector<SourceLine> lines;
        bool has_blank = false;
        SourceLine closing;  ///< The rule below them.
        bool is_closed = false;
    };
    [[nodiscard]] Rows rows_after(const SourceLine& rule, bool over_blanks);
    std::optional<TextTable> table_of(const std::vector<SourceLine>& head, const SourceLine& rule,
                                      const Rows& rows, bool is_multiline);

    std::string_view text_;
    std::uint32_t columns_max_;
    bool no_more_rules_ = false;  ///< Up to the end of the text.
};

}  // namespace hanqing
