// SPDX-License-Identifier: Apache-2.0
// FormulaReader: the tokens of a formula into a list of atoms, by descent.
#pragma once

#include "math/alphabets.hpp"
#include "math/formula.hpp"
#include "math/signs.hpp"
#include "math/tex_tokens.hpp"

#include <string>
#include <string_view>

namespace hanqing {

/// Thrown inside `read_formula` alone: the source is not what we can set.
struct UnreadableFormula {};

class FormulaReader {
public:
    using Handler = void (FormulaReader::*)(MathList& to, const TexToken& command);

    /// `depth`: how deep in groups the source already stands.
    FormulaReader(std::string_view tex, bool display, std::uint32_t depth);
    /// All of the source; `\\` and `&` at the outermost level make it an array.
    MathList read_all();
    std::string take_tag();

private:
    // Lists (formula_reader.cpp)
    MathList read_list(bool until_bracket = false);
    MathList read_group();     ///< Behind its opening brace, with the closing one.
    MathList read_argument();  ///< A group or one thing.
    void read_item(MathList& to);
    void read_character(MathList& to, const TexToken& token);
    void read_command(MathList& to, const TexToken& command);
    void read_script(MathList& to, bool superscript);
    void read_primes(MathList& to);
    void add_sign(MathList& to, const Sign& sign, std::uint32_t at);
    MathList outermost_rows(MathList first);

    // Tokens
    [[nodiscard]] const TexToken& peek() const { return tokens_[next_]; }
    TexToken take() { return tokens_[next_ + 1 < tokens_.size() ? next_++ : next_]; }
    [[nodiscard]] bool at_character(char32_t c) const;
    [[nodiscard]] bool at_command(std::string_view name) const;
    [[nodiscard]] bool at_stop(bool until_bracket) const;
    bool take_character(char32_t c);
    /// What stands between braces, as written; or one token.
    std::string_view raw_argument();
    /// What stands between brackets, where some follow.
    std::optional<std::string_view> raw_option();
    char32_t read_delimiter();
    [[nodiscard]] std::string name_with_star(std::string_view name);

    // Commands (commands.cpp, lettering.cpp, decorations.cpp, words.cpp)
    /// Commands that one handler reads; a blank after each name.
    struct Commands {
        Handler handler;
        std::string_view names;
    };
    static std::vector<Commands> structure_commands();
    static std::vector<Commands> other_commands();
    static Handler handler_of(std::string_view name);
    void fraction(MathList& to, const TexToken& command);
    void general_fraction(MathList& to, const TexToken& command);
    void root(MathList& to, const TexToken& command);
    void by_number(MathList& to, const TexToken& command);
    void degree_and_root(MathList& to, const TexToken& command);
    void left_right(MathList& to, const TexToken& command);
    void spaced_sign(MathList& to, const TexToken& command);
    void sides(MathList& to, const TexToken& command);
    void enclosed(MathList& to, const TexToken& command);
    void middle(MathList& to, const TexToken& command);
    void big(MathList& to, const TexToken& command);
    void limits(MathList& to, const TexToken& command);
    void environment(MathList& to, const TexToken& command);
    void substack(MathList& to, const TexToken& command);
    void matrix_command(MathList& to, const TexToken& command);
    void space(MathList& to, const TexToken& command);
    void measured_space(MathList& to, const TexToken& command);
    void style_switch(MathList& to, const TexToken& command);
    void class_command(MathList& to, const TexToken& command);
    void modulo(MathList& to, const TexToken& command);
    void negation(MathList& to, const TexToken& command);
    void accent(MathList& to, const TexToken& command);
    void over_under(MathList& to, const TexToken& command);
    void stack(MathList& to, const TexToken& command);
    void wide_arrow(MathList& to, const TexToken& command);
    void phantom(MathList& to, const TexToken& command);
    void framed(MathList& to, const TexToken& command);
    void chemistry(MathList& to, const TexToken& command);
    void circled(MathList& to, const TexToken& command);
    void dropped(MathList& to, const TexToken& command);
    void dropped_with_argument(MathList& to, const TexToken& command);
    void coloured(MathList& to, const TexToken& command);
    void contents(MathList& to, const TexToken& command);
    void tag(MathList& to, const TexToken& command);
    void line_break(MathList& to, const TexToken& command);
    void letters(MathList& to, const TexToken& command);
    void letters_switch(MathList& to, const TexToken& command);
    void words(MathList& to, const TexToken& command);
    void function_name(MathList& to, const TexToken& command);
    void operator_name(MathList& to, const TexToken& command);
    void logo(MathList& to, const TexToken& command);

    void add_words(MathList& to, std::string_view raw, Lettering lettering, std::uint32_t at);
    void fraction_between(MathList& list, MathList above, const TexToken& command);
    [[nodiscard]] bool at_infix() const;

    // Environments (environments.cpp)
    /// Rows up to what ends them; `spec` is the environment's own column description, if it has one.
    MathNode read_array(MathNode::Grid grid, std::string_view end);
    void read_rules(MathNode& array, std::uint32_t row);
    void take_row_gap(MathNode& array, std::uint32_t row);

    std::string_view tex_;
    std::vector<TexToken> tokens_;
    std::size_t next_ = 0;
    std::uint32_t depth_ = 0;
    bool display_ = false;
    Lettering lettering_;
    std::string tag_;
};

/// A list as one atom: itself where it is one ordinary sign, or a group.
MathNode grouped(MathList list, std::uint32_t at);
MathNode symbol_node(char32_t code, AtomClass atom, std::uint32_t at);
MathNode words_node(std::string text, std::uint32_t at);
MathNode space_node(std::int32_t width, std::uint32_t at);
/// `1.5em` in mu; nothing where it is no length.
std::optional<std::int32_t> tex_length(std::string_view raw);
/// What a command makes of the lettering around it: weight and alphabet combine (\boldsymbol{\mathcal L}).
Lettering lettering_of_command(std::string_view name, Lettering around);
/// The byte that all of a list comes from, where it was read from a source of its own.
void say_where(MathList& list, std::uint32_t at);
/// The characters of a list without its layout: what a tag says.
std::string plain_text(const MathList& list);
/// Binary signs that stand between no two operands become ordinary (TeXbook, appendix G, rules 5 and 6).
void settle_binary_signs(MathList& list);
/// Columns and bars of an array by its description.
void read_columns(MathNode::Grid& grid, std::string_view spec);
/// Where lines may end (formula.hpp).
std::vector<std::uint32_t> line_ends(const MathList& list);

}  // namespace hanqing
