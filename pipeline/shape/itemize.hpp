// SPDX-License-Identifier: Apache-2.0
// Itemizer: a paragraph's text cut into pieces of one face, script, direction and style.
#pragma once

#include "shape/character.hpp"
#include "shape/context.hpp"
#include "shape/serving.hpp"

#include <hb.h>

#include <cstdint>
#include <set>
#include <vector>

namespace hanqing {

/// A stretch of characters that shaping may take together.
struct FacePiece {
    std::uint32_t begin = 0, end = 0;  ///< Characters.
    std::uint32_t run = 0;             ///< Index into Paragraph::runs.
    FaceId face = no_face;             ///< no_face: one object or hard break.
    hb_script_t script = HB_SCRIPT_COMMON;
    std::uint8_t level = 0;
    bool wide = false;
    bool fitted = false;  ///< Scaled and shifted as the role says for Latin.
    bool substitute = false;
};

class Itemizer {
public:
    Itemizer(const Styled& styled, const Fonts& fonts, Notes& notes)
        : styled_(styled), notes_(notes), servings_(styled, fonts, notes) {}

    /// Characters and pieces of this paragraph until the next call.
    void itemize(const Paragraph& paragraph);
    [[nodiscard]] const std::vector<Character>& characters() const { return characters_; }
    [[nodiscard]] const std::vector<FacePiece>& pieces() const { return pieces_; }
    Servings& servings() { return servings_; }

private:
    void read(const Paragraph& paragraph);
    void print_typed_signs(const Paragraph& paragraph);
    void choose_faces(const Paragraph& paragraph);
    bool choose_han_face(std::size_t i, const Serving& serving);
    [[nodiscard]] std::size_t cluster_end(std::size_t begin) const;
    void choose_cluster_face(std::size_t begin, std::size_t end, const Serving& serving);
    void choose_face(std::size_t i, const Serving& serving);
    void choose_face_of_blank(std::size_t i, const Serving& serving);
    void substitute(Character& character, const Serving& serving);
    void note_lacking(const Paragraph& paragraph);
    void cut(const Paragraph& paragraph);
    [[nodiscard]] FacePiece piece_at(std::size_t i, const Serving& serving) const;

    const Styled& styled_;
    Notes& notes_;
    Servings servings_;
    Context context_;
    std::vector<Character> characters_;
    std::vector<FacePiece> pieces_;
    std::set<char32_t> noted_;  ///< Missing and private-use characters.
    bool has_either_ = false, has_right_to_left_ = false, has_lacking_ = false, has_typed_signs_ = false;
};

}  // namespace hanqing
