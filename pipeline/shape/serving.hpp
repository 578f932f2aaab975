// SPDX-License-Identifier: Apache-2.0
// Servings: the faces that serve each character style of one report, opened, and the fallback for what they
// lack.
#pragma once

#include "shape/character.hpp"
#include "shape/fonts_state.hpp"
#include "style/styled.hpp"

#include <initializer_list>
#include <map>
#include <utility>
#include <vector>

namespace hanqing {

struct Serving {
    const Fonts::RoleFaces* faces = nullptr;
    OpenFace *han = nullptr, *latin = nullptr, *digits = nullptr;
    FaceId marks =
        no_face;  ///< For stops and commas that the Han face draws in the corner of another region.
};

/// A face and its glyph for a character.
struct Served {
    FaceId face = no_face;
    std::uint16_t glyph = 0;
};

class Servings {
public:
    Servings(const Styled& styled, const Fonts& fonts, Notes& notes);

    /// Of a character style. The first time, official faces that are absent and faces that are refused are
    /// noted.
    const Serving& of(std::uint32_t style) {
        const Serving& serving = servings_[style];
        return serving.faces != nullptr ? serving : resolved(style);
    }
    /// The first face of the role that has the character: the wide ones or the narrow ones first.
    Served served(const Serving& serving, char32_t c, bool wide);
    /// The same for characters that must share a face; no_face when none has all.
    FaceId shared_face(const Serving& serving, const Character* begin, const Character* end, bool wide);
    /// The first face that draws a Han character in the form that an ideographic selector asks for (UTS #37).
    FaceId variant_face(const Serving& serving, char32_t base, char32_t selector);
    [[nodiscard]] OpenFace& opened(FaceId id) const { return *fonts_.state().opened(id); }

private:
    const Serving& resolved(std::uint32_t style);
    [[nodiscard]] FaceId face_of_marks(const CharacterStyle& look, FaceId han) const;
    void note(const FaceRole& role, const Fonts::RoleFaces& faces);
    [[nodiscard]] bool has_all(FaceId id, const Character* begin, const Character* end) const;

    const Styled& styled_;
    const Fonts& fonts_;
    Notes& notes_;
    std::vector<Serving> servings_;  ///< By character style.
    std::map<std::pair<const Fonts::RoleFaces*, char32_t>, Served> fallbacks_;
};

/// A stop, comma or the like, whose place in the em differs by region (W1).
bool is_stop(char32_t c);

/// As Notes::add, unless the same note, place aside, was made before.
void note_once(Notes& notes, Weight weight, Place place, std::string_view id,
               std::vector<std::string> arguments);

}  // namespace hanqing
