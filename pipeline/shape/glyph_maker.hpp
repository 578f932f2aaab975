// SPDX-License-Identifier: Apache-2.0
// GlyphMaker: the pieces of one paragraph after the other to glyphs, with what is remembered between them.
#pragma once

#include "shape/itemize.hpp"
#include "shape/shaped.hpp"
#include "shape/word_memo.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace hanqing {

class GlyphMaker {
public:
    GlyphMaker(const Styled& styled, const Fonts& fonts, Notes& notes)
        : styled_(styled), fonts_(fonts), notes_(notes), items_(styled, fonts, notes) {}

    ShapedParagraph make(const Paragraph& paragraph);

private:
    /// What all glyphs of the piece at hand share.
    struct Setting {
        OpenFace* face = nullptr;
        const Manner* manner = nullptr;
        Length size, shift;
        std::int64_t upem = 1000;
        bool may_skip_shaping = false;
        bool code = false;
    };
    Setting setting_of(const FacePiece& piece, const Paragraph& paragraph);
    const Manner& manner_of(const FacePiece& piece, const CharacterStyle& style, OpenFace& face);
    void make_piece(const FacePiece& piece, const Paragraph& paragraph);
    void make_solitary(const FacePiece& piece, const Paragraph& paragraph);
    void make_formula(const InlineObject& object, const FacePiece& piece, const Paragraph& paragraph);
    struct PrintedText {
        std::string text;
        std::vector<std::uint32_t> bytes_of;  ///< Empty: what was typed is printed.
    };
    [[nodiscard]] PrintedText printed_text(std::uint32_t begin, std::uint32_t end,
                                           std::string_view typed) const;
    void make_room_for_frames(std::size_t from, const Setting& setting);
    void make_word(std::uint32_t begin, std::uint32_t end, const FacePiece& piece, const Setting& setting,
                   const Paragraph& paragraph);
    void make_single(std::uint32_t i, std::uint16_t of_face, const Setting& setting,
                     const Paragraph& paragraph);
    void make_unshaped(std::uint32_t begin, std::uint32_t end, const Setting& setting,
                       const Paragraph& paragraph);
    void make_invisible(const Character& character, std::uint32_t end, const Setting& setting);
    void count_columns(std::uint32_t i);
    void fill_ems(std::size_t from, const Setting& setting);
    void end_run(const FacePiece& piece, const Setting& setting, const Paragraph& paragraph);
    [[nodiscard]] bool is_untouched(std::uint32_t i, const FacePiece& piece, const Setting& setting) const;
    [[nodiscard]] std::uint32_t byte_after(std::uint32_t i, const Paragraph& paragraph) const;

    const Styled& styled_;
    const Fonts& fonts_;
    Notes& notes_;
    Itemizer items_;
    std::optional<FaceId> math_face_;  ///< Asked when a formula is met first.
    WordMemo words_;
    struct KnownManner {
        FaceId face = no_face;
        hb_script_t script{};
        std::uint32_t style = 0;
        bool wide = false;
        const Manner* manner = nullptr;
    };
    std::vector<KnownManner> manners_;
    ShapedParagraph made_;
    std::uint32_t column_ = 0, counted_ = 0;  ///< Of code, for tabs: column, and characters it takes in.
};

}  // namespace hanqing
