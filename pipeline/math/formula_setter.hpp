// SPDX-License-Identifier: Apache-2.0
// FormulaSetter: lists of atoms into boxes (The TeXbook, appendix G, with the constants of OpenType's MATH
// table where TeX has its fonts' dimensions).
#pragma once

#include "math/math_box.hpp"

#include <utility>

namespace hanqing {

class FormulaSetter {
public:
    FormulaSetter(const MathFont& font, Length size) : font_(font), size_(size) {}

    /// Where setting a list stands: what changes from atom to atom.
    struct Progress {
        MathManner manner;
        std::optional<AtomClass> before;
    };

    MathBox set_list(const MathList& list, MathManner manner) const;
    /// Atoms `begin` to `end`; the space before the first one is there if `progress` has one before it.
    MathBox set_range(const MathList& list, std::size_t begin, std::size_t end, Progress& progress) const;

    [[nodiscard]] Length size_of(MathStyle style) const;
    /// Of `text` style: dimensions that TeX gives in points are for 10 pt.
    [[nodiscard]] Length tenths_of_point(std::int64_t n) const { return scaled(size_, n, 100); }
    [[nodiscard]] Length mu(std::int32_t width, MathStyle style) const;
    [[nodiscard]] MathBox words(std::string_view text, MathManner manner) const;
    [[nodiscard]] MathBox set_array(const MathNode& node, MathManner manner) const;
    /// An array and where its rows' baselines are, from its own.
    struct Rows {
        MathBox box;
        std::vector<Length> baselines;
    };
    [[nodiscard]] Rows set_rows(const MathNode& node, MathManner manner) const;
    /// Room between two rows of displayed formulas (\openup\jot).
    [[nodiscard]] Length row_gap(Length depth_above, Length height_below) const;
    /// Extents of a parenthesis: what lines of text reach at least, so that they stand even.
    [[nodiscard]] MathBox strut(MathStyle style) const;

private:
    // formula_setter.cpp
    MathBox set_atom(const MathNode& node, MathManner manner) const;
    MathBox set_nucleus(const MathNode& node, MathManner manner) const;
    MathBox set_symbol(const MathNode& node, MathManner manner) const;
    MathBox set_operator(const MathNode& node, MathManner manner) const;

    // glyphs.cpp
    [[nodiscard]] Length units(std::int32_t units, MathStyle style) const;
    [[nodiscard]] Length constant(MathConstant constant, MathStyle style) const;
    [[nodiscard]] Length axis(MathStyle style) const;
    [[nodiscard]] std::uint16_t glyph_of(char32_t code, MathStyle style) const;
    [[nodiscard]] MathBox glyph_box(std::uint16_t glyph, MathStyle style) const;
    [[nodiscard]] MathBox character(char32_t code, MathStyle style) const;
    /// The character at least as tall (or wide) as wanted, else the largest; built from parts if it can be.
    [[nodiscard]] MathBox stretched(char32_t code, Length wanted, MathStyle style, bool vertical) const;
    [[nodiscard]] MathBox assembled(const MathFont::Assembly& assembly, Length wanted, MathStyle style,
                                    bool vertical) const;

    // scripts.cpp
    MathBox set_scripts(MathBox nucleus, const MathNode& node, MathManner manner) const;
    MathBox set_limits(MathBox nucleus, const MathList& above, const MathList& below,
                       MathManner manner) const;
    MathBox place_limits(MathBox nucleus, std::optional<MathBox> above, std::optional<MathBox> below,
                         MathStyle style) const;

    // fractions.cpp
    MathBox set_fraction(const MathNode& node, MathManner manner) const;
    MathBox set_radical(const MathNode& node, MathManner manner) const;
    void place_stacked(MathBox& box, MathBox above, MathBox below, MathManner manner) const;
    void place_over_rule(MathBox& box, MathBox above, MathBox below, MathManner manner) const;

    // coverings.cpp
    MathBox set_accent(const MathNode& node, MathManner manner) const;
    MathBox widest_accent(char32_t code, Length width, MathStyle style) const;
    [[nodiscard]] std::pair<Length, Length> ink_of(const MathBox& box) const;
    MathBox set_line(const MathNode& node, MathManner manner) const;
    MathBox set_arrow(const MathNode& node, MathManner manner) const;
    MathBox set_framed(const MathNode& node, MathManner manner) const;
    MathBox set_struck(const MathNode& node, MathManner manner) const;
    MathBox set_phantom(const MathNode& node, MathManner manner) const;

    // arrays.cpp
    struct Row {
        Length height, depth;
        Length baseline;  ///< Down from the array's top.
    };
    struct Cells {
        std::vector<MathBox> boxes;
        std::vector<Length> widths;  ///< Of the columns.
        std::vector<Row> rows;
        std::vector<Length> rules;  ///< Their tops, down from the array's.
    };
    [[nodiscard]] Length gap_between(const MathNode::Grid& grid, const Row& above, const Row& below) const;
    [[nodiscard]] Length side_of(const MathNode::Grid& grid) const;
    [[nodiscard]] Cells set_cells(const MathNode& node, MathManner manner) const;
    Length stack_rows(const MathNode::Grid& grid, Cells& set) const;
    [[nodiscard]] MathBox row_strut(const MathNode::Grid& grid) const;
    [[nodiscard]] Length column_gap(const MathNode::Grid& grid, std::size_t column) const;

    // delimiters.cpp
    MathBox set_delimited(const MathNode& node, MathManner manner) const;
    MathBox delimiter_around(char32_t code, Length height, Length depth, MathStyle style) const;
    MathBox delimiter_of_size(char32_t code, Length wanted, MathStyle style) const;
    MathBox set_big(const MathNode& node, MathManner manner) const;
    void add_delimiters(MathBox& box, MathBox open, MathBox close) const;

    const MathFont& font_;
    Length size_;
};

}  // namespace hanqing
