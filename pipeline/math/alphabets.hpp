// SPDX-License-Identifier: Apache-2.0
// Alphabet: which of Unicode's mathematical alphabets a letter is set in (Unicode 15, block 1D400 to 1D7FF).
#pragma once

#include <cstdint>

namespace hanqing {

enum class Alphabet : std::uint8_t {
    automatic,  ///< Latin and small Greek italic, capital Greek and digits upright.
    roman,
    italic,
    script,
    fraktur,
    double_struck,
    sans,
    sans_italic,
    monospace
};

struct Lettering {
    Alphabet alphabet = Alphabet::automatic;
    bool bold = false;
};

/// The code point of an ASCII letter or digit, or of a Greek letter, in an alphabet. One that the alphabet
/// lacks stays as it would be without it. `upright`: what `automatic` does to this letter.
char32_t letter_in(Lettering lettering, char32_t letter, bool upright);
/// Letters and digits that alphabets are about; ∂ and ϕ are among the Greek ones.
bool has_alphabets(char32_t letter);

}  // namespace hanqing
