// SPDX-License-Identifier: Apache-2.0
// Pieces of inline content in source order -> one Text: breaks resolved, marks closed, every byte with its
// origin.
#pragma once

#include "read/reading.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {

/// How literal text relates to the prepared text it came from.
enum class Spelling : std::uint8_t {
    markdown,  ///< Backslash escapes and entities.
    html,      ///< Entities.
    verbatim,  ///< Code: as it stands, line ends become blanks.
};

class TextBuilder {
public:
    /// For a block that stands in [begin, end) of the prepared text.
    TextBuilder(Reading& reading, std::uint32_t begin, std::uint32_t end);

    /// Appends text that is expected at `hint` of the prepared text, or soon after.
    void append(std::string_view literal, std::optional<std::uint32_t> hint, Spelling spelling);
    /// Appends a line of code, or its end, that stands at `at`.
    void append_line(std::string_view line, std::uint32_t at, Spelling spelling = Spelling::verbatim);
    /// Appends text that comes from nowhere in particular, like a mark put in for a tag.
    void append_bare(std::string_view text);
    void soft_break();
    void hard_break();
    /// A break before the next text, none where a line begins or the text ends.
    void new_line();
    /// White space of HTML: one blank between words, none at the beginning of a line.
    void blank();

    /// Marks nest: closing one closes those opened after it.
    std::uint32_t open(MarkKind kind, std::uint32_t data = 0);
    void close(std::uint32_t mark);
    /// Appends U+FFFC under a mark of its own.
    void object(MarkKind kind, std::uint32_t data, std::optional<std::uint32_t> hint);
    /// Puts a finished mark from byte `begin` of the text up to here.
    void mark_from(std::uint32_t begin, MarkKind kind, std::uint32_t data);

    /// A state of the text to which `cut_from` can go back.
    struct Point {
        std::uint32_t size = 0;
        std::size_t marks = 0;
    };
    [[nodiscard]] Point point() const { return {size(), text_.marks.size()}; }
    /// Takes back what was appended since.
    std::string cut_from(Point point);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.utf8.size()); }
    [[nodiscard]] std::string_view words() const { return text_.utf8; }
    [[nodiscard]] std::uint32_t cursor() const { return cursor_; }
    [[nodiscard]] bool holds_only_formula() const { return display_only_; }
    [[nodiscard]] Reading& reading() { return reading_; }
    /// Wide spaces typed before the text stay: in tables they show what belongs to what.
    void keep_indent() { keeps_indent_ = true; }
    /// Every line end is meant.
    void keep_line_ends() { keeps_line_ends_ = true; }
    /// The parser's columns may point beyond the block.
    void move_cursor(std::uint32_t to) { cursor_ = std::max(cursor_, std::min(to, end_)); }

    Text take();

private:
    std::uint32_t locate(std::string_view literal, std::optional<std::uint32_t> hint) const;
    void align(std::string_view literal, Spelling spelling);
    std::size_t plain_run(std::string_view literal, Spelling spelling);
    std::size_t mismatch(std::string_view literal, Spelling spelling);
    std::size_t private_mark(std::string_view literal, Spelling spelling);
    void act_on(std::uint8_t mark);
    void end_comment();
    void end_formula();
    void keep_formula(Formula formula);
    void put(std::string_view bytes, std::uint32_t from);
    void add_origins(std::uint32_t from, std::uint32_t size);
    void add_origin(std::uint32_t text, std::uint32_t source);
    void put_below_label(std::string_view item);
    void resolve_break(std::string_view next);
    std::string_view without_indent(std::string_view bytes, std::uint32_t& from);
    std::string_view with_wide_indent(std::string_view bytes, std::uint32_t& from);
    [[nodiscard]] bool is_underlined() const;
    [[nodiscard]] bool is_strong_line() const;
    void widen_blanks(std::uint32_t begin);
    void keep_anchors();
    [[nodiscard]] bool ends_with_caption() const;
    void note_source(std::string_view id);
    void remark_underscores(std::string_view literal) const;

    Reading& reading_;
    std::uint32_t begin_, end_, cursor_;
    Text text_;
    std::vector<std::uint32_t> open_;
    std::uint32_t formula_mark_ = 0;
    std::uint32_t line_begin_ = 0;        ///< Byte of the text after the last break…
    std::uint32_t whole_line_begin_ = 0;  ///< …and after the last hard one.
    std::size_t indent_ = 0;        ///< Wide spaces typed before the first line; of cells, halves of them.
    std::uint32_t indent_end_ = 0;  ///< Of a cell: where its indent ends.
    std::uint32_t below_label_end_ = 0;   ///< Of an item below a label: where its indent ends.
    std::optional<std::size_t> pending_;  ///< A soft break is open; marks from this one on came after it.
    bool pending_is_hard_ = false;
    bool is_code_ = false;                                    ///< White space is content.
    std::optional<std::pair<Point, std::uint32_t>> comment_;  ///< One is open: from where, in both texts.
    bool keeps_indent_ = false;
    bool keeps_line_ends_ = false;
    std::uint32_t display_end_ = 0;  ///< Of the last displayed formula.
    bool in_formula_ = false;
    bool in_display_ = false;
    bool display_only_ = false;
};

/// "" or " ": what a source line end between two characters becomes. Nothing between wide characters.
std::string_view joined(char32_t before_last, char32_t last, char32_t next);

}  // namespace hanqing
