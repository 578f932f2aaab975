// SPDX-License-Identifier: Apache-2.0
// Character: one code point of a paragraph and what itemising decides for it.
#pragma once

#include "shape/fonts.hpp"

#include <cstdint>
#include <string_view>

namespace hanqing {

enum class CharacterKind : std::uint8_t {
    wide,    ///< Han, kana, full-width marks: the Han face, always.
    hangul,  ///< The Han face; for its neighbours it counts as Latin, since Korean marks are narrow.
    letter,  ///< Of any other script.
    digit,   ///< ASCII.
    mark,    ///< Narrow marks and symbols.
    either,  ///< Wide or narrow by context: “ ” ‘ ’ — … · × ① → and whatever UAX #11 calls ambiguous.
    space,      ///< Blanks but U+3000.
    extend,     ///< Belongs to the character before: combining marks, selectors, joiners.
    invisible,  ///< Soft hyphen, zero-width blanks, direction marks.
    control,    ///< C0 and C1.
    tab,
    object,
    hard_break,
    private_use,
};

/// By Unicode's properties.
CharacterKind kind_by_properties(char32_t c);
inline CharacterKind kind_of(char32_t c) {
    return c >= 0x4E00 && c <= 0x9FFF ? CharacterKind::wide : kind_by_properties(c);
}

/// Fitzpatrick's skin tones, which colour the sign before them; set in black they have nothing to say.
constexpr bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

/// Marks that fill an em square each when they stand among Han (clreq 3.1), whatever width the face gives
/// them.
bool fills_em(char32_t c);

struct Character {
    char32_t code = 0;
    std::uint32_t at = 0;   ///< Byte in the paragraph's text.
    std::uint32_t run = 0;  ///< Index into Paragraph::runs.
    FaceId face = no_face;
    std::uint16_t glyph = 0;  ///< By the face's character map; 0: it needs shaping, or none.
    CharacterKind kind{};
    bool wide = false;  ///< Set among Han: wide and Hangul, and `either` in Han context.
    bool substitute = false;
    bool printed = false;       ///< Stands for what was typed: `code` is not what the text has.
    bool begins_piece = false;  ///< Forces a cut of the text before it.
    std::uint8_t level = 0;     ///< Bidi embedding level.
};

}  // namespace hanqing
