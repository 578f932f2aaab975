// SPDX-License-Identifier: Apache-2.0
// Maps letters to the mathematical alphabets; what older blocks had before them was left out there.
#include "math/alphabets.hpp"

#include <array>

namespace hanqing {
namespace {

bool is_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool is_small(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_digit_sign(char32_t c) { return c >= U'0' && c <= U'9'; }

struct Exception {
    Alphabet alphabet;
    char32_t letter, code;
};
// The Letterlike Symbols of 2100 to 214F, for alphabets that are not bold.
constexpr std::array<Exception, 24> exceptions{{
    {Alphabet::italic, U'h', 0x210E},        {Alphabet::script, U'B', 0x212C},
    {Alphabet::script, U'E', 0x2130},        {Alphabet::script, U'F', 0x2131},
    {Alphabet::script, U'H', 0x210B},        {Alphabet::script, U'I', 0x2110},
    {Alphabet::script, U'L', 0x2112},        {Alphabet::script, U'M', 0x2133},
    {Alphabet::script, U'R', 0x211B},        {Alphabet::script, U'e', 0x212F},
    {Alphabet::script, U'g', 0x210A},        {Alphabet::script, U'o', 0x2134},
    {Alphabet::fraktur, U'C', 0x212D},       {Alphabet::fraktur, U'H', 0x210C},
    {Alphabet::fraktur, U'I', 0x2111},       {Alphabet::fraktur, U'R', 0x211C},
    {Alphabet::fraktur, U'Z', 0x2128},       {Alphabet::double_struck, U'C', 0x2102},
    {Alphabet::double_struck, U'H', 0x210D}, {Alphabet::double_struck, U'N', 0x2115},
    {Alphabet::double_struck, U'P', 0x2119}, {Alphabet::double_struck, U'Q', 0x211A},
    {Alphabet::double_struck, U'R', 0x211D}, {Alphabet::double_struck, U'Z', 0x2124},
}};

/// Where an alphabet's A stands; 0: there is none.
char32_t latin_start(Lettering l) {
    switch (l.alphabet) {
        case Alphabet::roman:
            return l.bold ? 0x1D400 : 0;
        case Alphabet::automatic:
        case Alphabet::italic:
            return l.bold ? 0x1D468 : 0x1D434;
        case Alphabet::script:
            return l.bold ? 0x1D4D0 : 0x1D49C;
        case Alphabet::fraktur:
            return l.bold ? 0x1D56C : 0x1D504;
        case Alphabet::double_struck:
            return 0x1D538;
        case Alphabet::sans:
            return l.bold ? 0x1D5D4 : 0x1D5A0;
        case Alphabet::sans_italic:
            return l.bold ? 0x1D63C : 0x1D608;
        case Alphabet::monospace:
            return 0x1D670;
    }
    return 0;
}

char32_t latin_in(Lettering lettering, char32_t letter) {
    const char32_t start = latin_start(lettering);
    if (start == 0) return letter;
    const Alphabet alphabet =
        lettering.alphabet == Alphabet::automatic ? Alphabet::italic : lettering.alphabet;
    if (!lettering.bold || alphabet == Alphabet::double_struck)
        for (const Exception& e : exceptions)
            if (e.alphabet == alphabet && e.letter == letter) return e.code;
    return start + (is_capital(letter) ? letter - U'A' : letter - U'a' + 26);
}

char32_t digit_in(Lettering lettering, char32_t digit) {
    const char32_t value = digit - U'0';
    if (lettering.alphabet == Alphabet::double_struck) return 0x1D7D8 + value;
    if (lettering.alphabet == Alphabet::monospace) return 0x1D7F6 + value;
    if (lettering.alphabet == Alphabet::sans) return (lettering.bold ? 0x1D7EC : 0x1D7E2) + value;
    return lettering.bold ? 0x1D7CE + value : digit;
}

/// A Greek letter's place behind its alphabet's Α; 58: it has none. The order is that of the block, with the
/// variant forms at its end.
char32_t greek_place(char32_t c) {
    if (c >= U'Α' && c <= U'Ω') return c - U'Α';
    if (c >= U'α' && c <= U'ω') return c - U'α' + 26;
    switch (c) {
        case U'ϴ':
            return 17;
        case U'∇':
            return 25;
        case U'∂':
            return 51;
        case U'ϵ':
            return 52;
        case U'ϑ':
            return 53;
        case U'ϰ':
            return 54;
        case U'ϕ':
            return 55;
        case U'ϱ':
            return 56;
        case U'ϖ':
            return 57;
        default:
            return 58;
    }
}

char32_t greek_in(Lettering lettering, char32_t letter, bool upright) {
    const char32_t place = greek_place(letter);
    const bool small = place >= 26;
    switch (lettering.alphabet) {
        case Alphabet::sans:
            return lettering.bold ? 0x1D756 + place : letter;
        case Alphabet::sans_italic:
            return lettering.bold ? 0x1D790 + place : letter;
        case Alphabet::italic:
            upright = false;
            break;
        // TeX's roman has capitals alone: the small ones stay italic.
        case Alphabet::roman:
            upright = !small;
            break;
        default:
            break;
    }
    if (upright) return lettering.bold ? 0x1D6A8 + place : letter;
    return (lettering.bold ? 0x1D71C : 0x1D6E2) + place;
}

}  // namespace

bool has_alphabets(char32_t c) {
    return is_capital(c) || is_small(c) || is_digit_sign(c) || greek_place(c) < 58;
}

char32_t letter_in(Lettering lettering, char32_t letter, bool upright) {
    if (is_digit_sign(letter)) return digit_in(lettering, letter);
    if (is_capital(letter) || is_small(letter)) {
        if (upright && lettering.alphabet == Alphabet::automatic) lettering.alphabet = Alphabet::roman;
        return latin_in(lettering, letter);
    }
    return greek_place(letter) < 58 ? greek_in(lettering, letter, upright) : letter;
}

}  // namespace hanqing
