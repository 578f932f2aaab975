// SPDX-License-Identifier: Apache-2.0
// Formula: a TeX formula as a tree of atoms (The TeXbook, chapters 17 and 18, and appendix G), independent of
// any font.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// What an atom is to its neighbours: the table of spaces between them (TeXbook, chapter 18) goes by it.
enum class AtomClass : std::uint8_t {
    ordinary,
    operation,  ///< \sum, \lim, \sin
    binary,
    relation,
    opening,
    closing,
    punctuation,
    inner  ///< Fractions, \left…\right.
};

struct MathNode;
using MathList = std::vector<MathNode>;

/// TeX's four styles; each has a cramped form, in which exponents rise less.
enum class MathStyle : std::uint8_t { display, text, script, script_script };

/// One thing in a list, with what hangs on it.
struct MathNode {
    enum class Kind : std::uint8_t {
        symbol,     ///< `code`, already the code point of its alphabet (𝑥, 𝐱, 𝒜).
        words,      ///< `text` upright: \text, \operatorname, names of functions, Han.
        list,       ///< A group: `parts[0]`.
        fraction,   ///< `parts`: above, below; `bar` false: \binom and the like.
        radical,    ///< `parts[0]`, and the degree `parts[1]` if there is one.
        accent,     ///< `code` over `parts[0]`, as wide as it when `stretches`.
        line,       ///< Over (`above`) or under `parts[0]`: \overline, \underline; \overbrace by `code`.
        delimited,  ///< `parts[0]` between the delimiters `open` and `close` (0: none), as tall as it.
        delimiter,  ///< One delimiter `code` of `size` 1 to 4: \big to \Bigg; 0, \middle: as tall as those
                    ///< around.
        stack,      ///< `parts[0]` with `parts[1]` above and `parts[2]` below, either may be empty.
        arrow,      ///< `code` as wide as the words `parts[0]` over and `parts[1]` under it.
        array,      ///< `columns` cells a row, one part a cell; see `Grid`.
        space,      ///< `width` of mu (1/18 em), negative ones too.
        style,      ///< Turns to `style` until the list's end.
        phantom,    ///< The room of `parts[0]` without its ink.
        framed,     ///< \boxed{parts[0]}
        struck      ///< \cancel{parts[0]}: a rule through it.
    };
    /// Of an array: pairs of right and left columns without a space between them are an alignment.
    struct Grid {
        std::uint32_t columns = 1;
        std::string align;                 ///< By column: l, c or r; the last one holds for those beyond.
        std::vector<std::uint32_t> rules;  ///< Rows with a rule above them; as many as rows: below the last.
        std::vector<std::uint32_t> bars;   ///< Columns with a bar left of them.
        bool pairs = false;                ///< aligned, split: r l r l without spaces inside a pair.
        bool cases = false;                ///< Rows nearer to one another, in text style.
        bool small = false;                ///< smallmatrix, substack: script style.
        bool close = false;                ///< No space at the outer sides, nor between pairs (alignat).
        bool display = false;              ///< Its rows are displayed formulas, each may have its tag.
        std::vector<std::string> tags;     ///< By row: \tag{…}; may be shorter than the rows.
        std::vector<std::int32_t> gaps;    ///< By row: room below it beyond the usual, in mu; may be shorter.
    };

    Kind kind = Kind::symbol;
    AtomClass atom = AtomClass::ordinary;
    char32_t code = 0;
    std::string text;
    std::vector<MathList> parts;
    MathList subscript, superscript;
    enum class Limits : std::uint8_t { by_style, above, beside } limits = Limits::beside;
    bool large = false;  ///< Of an operator: taller in display style.
    bool bar = true, stretches = false, above = true;
    char32_t open = 0, close = 0;
    std::uint8_t size = 0;
    std::int32_t width = 0;
    std::optional<MathStyle> style;  ///< Of `style`; of a fraction: set as in that style (\dfrac).
    enum class Room : std::uint8_t { both, width, height } room = Room::both;  ///< Of a phantom.
    Grid grid;
    std::uint32_t tex = 0;  ///< Byte of the source that it comes from.
};

struct Formula {
    std::string source;    ///< As typed, with its dollar signs; of whoever read it there.
    std::string tex;       ///< Without them.
    bool display = false;  ///< On lines of its own.
    MathList list;
    std::string tag;  ///< \tag{…}: the number at the right.
    /// Where a line may end within the formula: indices into `list` behind relations and binary signs of the
    /// outermost level. Piece i are the atoms from the one before it on (0 at first) up to ends[i].
    std::vector<std::uint32_t> ends;
};

/// Nothing where a command is unknown or braces do not match: then the source is shown.
std::optional<Formula> read_formula(std::string_view tex, bool display);

/// One line a node, indented by depth.
std::string describe(const Formula& formula);

}  // namespace hanqing
