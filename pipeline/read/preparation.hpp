// SPDX-License-Identifier: Apache-2.0
// The one pass that makes a source safe for the parser, as an object: line by line, and within a line from
// one special character to the next. For .cpp files of this folder.
#pragma once

#include "read/block_tag.hpp"
#include "read/math.hpp"
#include "read/prepared.hpp"
#include "read/prepared_writer.hpp"
#include "read/source_line.hpp"
#include "read/text_table.hpp"

#include <array>
#include <set>
#include <vector>

namespace hanqing {

/// What stands in a callout of MkDocs, or goes on with a definition, is indented by as much.
inline constexpr std::size_t callout_columns = 4;
/// Longest run of backticks that is taken for a code span.
inline constexpr std::size_t ticks_max = 32;

class Preparation {
public:
    Preparation(std::string_view text, std::uint32_t file, const ReadLimits& limits, Notes& notes)
        : text_(text), writer_(text), file_(file), limits_(limits), notes_(notes) {}

    Prepared run(std::size_t begin);

private:
    void line();
    [[nodiscard]] bool is_container_line() const;
    [[nodiscard]] bool is_attributes_alone() const;
    void part_from_before();
    [[nodiscard]] BlockTag* tag_at(std::size_t line_begin);
    bool write_tag(BlockTag& tag);
    void write_lines(const BlockTag& tag);
    void write_element();
    void copy_in_line(std::size_t end);
    void shield_all(std::size_t end);
    void narrow_to(const BlockTag& tag);
    void tell_component(const BlockTag& tag);
    [[nodiscard]] SourceLine line_from(std::size_t begin);
    void enter_element(const BlockTag& tag);
    void leave_element(const BlockTag& tag);
    void drop_indent_of_element();
    [[nodiscard]] bool is_tag_of_text() const;
    [[nodiscard]] bool is_whole_element() const;
    void jsx(std::size_t at);
    void write_instead(std::string_view words);
    bool drawn_table(std::size_t line_begin);
    void table_part(const TextCell* cell, const TextTable& table, std::string_view prefix);
    void drawn_cell(const TextCell& cell, const TextTable& table, std::string_view prefix);
    [[nodiscard]] bool ends_on_purpose(const TextCell& cell, std::size_t line) const;
    bool hidden_lines();
    bool abbreviation();
    bool conflict_marker();
    void leave_out(std::size_t begin, std::size_t end);
    void percent(std::size_t at);
    void measure_line_block();
    bool line_of_block();
    [[nodiscard]] bool is_term() const;
    void term();
    bool definition();
    void leave_callouts(std::size_t columns);
    void drop_indent();
    void enter_callout();
    void mend_slips();
    void drop_blanks_of_text();
    void part_from_rule();
    [[nodiscard]] bool is_text_above_rule() const;
    bool parts_from_list();
    [[nodiscard]] bool begins_korean_clause() const;
    void follow_list();
    [[nodiscard]] bool begins_block() const;
    void begin_line();
    void fence();
    void table();
    void note_delimiter(std::uint32_t head, std::uint32_t columns);
    void row();
    void footnote_label(std::size_t begin);
    void inline_text();
    void special(std::size_t at);
    void backslash(std::size_t at);
    void emphasis(std::size_t at);
    [[nodiscard]] bool is_blank_to_fill(std::size_t begin, std::size_t end) const;
    void backticks(std::size_t at);
    void formula(std::size_t at);
    void begin_formula(std::size_t at, const FormulaFound& found);
    void template_tag(std::size_t at);
    void address(std::size_t at);
    void destination(std::size_t at);
    bool sized_destination(std::size_t path_end);
    bool emoji(std::size_t at);
    void pipe(std::size_t at);
    void shield_pipes(std::size_t end);
    bool loose_strong(std::size_t at);
    void shield_to(std::size_t end);
    void keep_indent();
    void keep_footnotes();
    [[nodiscard]] std::size_t paragraph_end();
    [[nodiscard]] std::size_t span_limit(std::size_t at);
    [[nodiscard]] Place place(std::size_t begin, std::size_t end) const {
        return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    void refuse(std::string_view id, Place where, std::vector<std::string> arguments) {
        notes_.error(where, id, std::move(arguments));
        writer_.prepared().refused = true;
    }

    std::string_view text_;
    PreparedWriter writer_;
    std::uint32_t file_;
    const ReadLimits& limits_;
    Notes& notes_;

    SourceLine line_, next_line_;
    SourceLine typed_line_;    ///< The whole of which `next_line_` may be a part.
    std::size_t content_ = 0;  ///< Of the line, after quote marks.
    bool after_blank_ = true;
    bool below_list_ = false;     ///< The line above begins with ○, right below a list.
    std::size_t text_until_ = 0;  ///< Lines up to here are text, though indented as code.
    Fence fence_;                 ///< Open code block.
    struct Callout {
        std::size_t head = 0;        ///< Columns before its head as the parser sees it.
        std::size_t columns = 0;     ///< Columns before what it holds, in the source.
        bool is_definition = false;  ///< Of pandoc's lists: what is indented goes on with it, in no box.
    };
    void hold_indented(Callout callout);
    std::vector<Callout> callouts_;  ///< Those of MkDocs that are open.
    bool in_definitions_ = false;
    bool after_term_ = false;  ///< The line before was the term.
    std::size_t line_block_until_ = 0;
    bool no_more_hidden_ = false;  ///< No `%%` from here on.
    bool in_conflict_ = false;     ///< Between `<<<<<<<` and `>>>>>>>`.
    /// Around the line, of JSX or HTML that holds Markdown.
    struct Element {
        std::size_t tag = 0;   ///< Index of the one that begins it.
        std::size_t keep = 0;  ///< Columns that what it holds stands at, as its tags do…
        std::size_t drop = 0;  ///< …and those typed beyond them.
    };
    std::vector<Element> elements_;
    std::size_t tag_columns_ = 0;  ///< Before the first tag of the line, as typed.
    std::size_t no_jsx_until_ = 0;
    std::vector<BlockTag> tags_;
    std::size_t next_tag_ = 0;
    std::vector<TextTable> text_tables_;
    std::size_t next_table_ = 0;
    bool in_list_ = false;                         ///< What is indented belongs to a list and is no code.
    std::size_t paragraph_end_ = 0;                ///< Of the paragraph last measured.
    std::size_t copied_until_ = 0;                 ///< A code span reaches up to here.
    std::size_t shielded_until_ = 0;               ///< A formula or template tag reaches up to here…
    PrivateMark closing_ = PrivateMark::math_end;  ///< …and ends with this.
    std::size_t shield_column_ = 0;  ///< Of the formula's first line; what stands deeper is kept.
    std::uint32_t columns_ = 0;      ///< Of the table that this line belongs to.
    std::uint64_t rows_ = 0;
    std::uint32_t stray_rows_ = 0;
    bool hide_row_ = false;  ///< The next line looks like a delimiter row and fits no head.
    std::uint32_t emphasis_runs_ = 0;
    std::size_t paragraph_begin_ = 0;              ///< After the last blank line.
    std::size_t excess_ = std::string_view::npos;  ///< From this pipe on cells are too many.
    bool excess_is_empty_ = true;
    bool code_has_pipes_ = false;  ///< Of this row.
    std::size_t strong_runs_ = 0;  ///< `**` in this line so far.
    ClosingMemory memory_;
    std::array<std::size_t, ticks_max + 1> no_ticks_until_{};
    std::set<std::string, std::less<>> labels_;
    std::string tail_;
};

}  // namespace hanqing
