// SPDX-License-Identifier: Apache-2.0
// Pairs first: where they are in doubt, nothing changes.
#include "shape/typed_signs.hpp"

#include <algorithm>

namespace hanqing {
namespace {

const CharacterStyle& style_of(const Character& c, const Paragraph& paragraph, const Styled& styled) {
    return styled.characters[paragraph.runs[c.run].style];
}

bool is_gap(const std::vector<Character>& characters, std::size_t i) {
    return i >= characters.size() || characters[i].kind == CharacterKind::space ||
           characters[i].kind == CharacterKind::hard_break || characters[i].code == 0x3000;
}

bool is_letter_at(const std::vector<Character>& characters, std::size_t i) {
    return i < characters.size() && characters[i].kind == CharacterKind::letter;
}
bool is_word_at(const std::vector<Character>& characters, std::size_t i) {
    return is_letter_at(characters, i) ||
           (i < characters.size() && characters[i].kind == CharacterKind::digit);
}

void become(Character& c, char32_t code) {
    c.code = code;
    c.kind = kind_of(code);
    c.printed = true;
}

/// Places of '"' outside of code, in order.
std::vector<std::size_t> quotes_of(const std::vector<Character>& characters, const Paragraph& paragraph,
                                   const Styled& styled) {
    std::vector<std::size_t> quotes;
    for (std::size_t i = 0; i < characters.size(); ++i)
        if (characters[i].code == U'"' && !style_of(characters[i], paragraph, styled).code)
            quotes.push_back(i);
    return quotes;
}

/// First and last of each pair enclose something that touches them.
bool are_pairs(const std::vector<Character>& characters, const std::vector<std::size_t>& quotes) {
    if (quotes.size() % 2 != 0) return false;
    for (std::size_t k = 0; k < quotes.size(); k += 2) {
        const std::size_t open = quotes[k], close = quotes[k + 1];
        if (close == open + 1 || is_gap(characters, open + 1) || is_gap(characters, close - 1)) return false;
        if (is_word_at(characters, open - 1) && is_word_at(characters, open + 1)) return false;  // 5"x7"
    }
    return true;
}

/// don't, the authors' : behind a letter. An apostrophe before one may as well open a quotation.
void set_apostrophes(std::vector<Character>& characters, const Paragraph& paragraph, const Styled& styled) {
    for (std::size_t i = 1; i < characters.size(); ++i) {
        if (characters[i].code != U'\'' || !is_letter_at(characters, i - 1)) continue;
        if (!is_letter_at(characters, i + 1) || style_of(characters[i], paragraph, styled).code) continue;
        become(characters[i], 0x2019);
    }
}

}  // namespace

void set_curly_quotes(std::vector<Character>& characters, const Paragraph& paragraph, const Styled& styled) {
    set_apostrophes(characters, paragraph, styled);
    const std::vector<std::size_t> quotes = quotes_of(characters, paragraph, styled);
    if (!are_pairs(characters, quotes)) return;
    for (std::size_t k = 0; k < quotes.size(); ++k)
        become(characters[quotes[k]], k % 2 == 0 ? char32_t{0x201C} : char32_t{0x201D});
}

void set_dashes(std::vector<Character>& characters, const Paragraph& paragraph, const Styled& styled) {
    std::size_t to = 0;
    for (std::size_t i = 0; i < characters.size();) {
        std::size_t end = i;
        while (end < characters.size() && characters[end].code == U'-' &&
               characters[end].run == characters[i].run)
            ++end;
        const std::size_t count = end - i;
        const CharacterStyle& style = style_of(characters[i], paragraph, styled);
        const bool has_words = style.language == Language::en || style.language == Language::other;
        const bool between = i > 0 && end < characters.size() &&
                             ((is_word_at(characters, i - 1) && is_word_at(characters, end)) ||
                              (is_gap(characters, i - 1) && is_gap(characters, end)));
        if ((count == 2 || count == 3) && has_words && !style.code && between) {
            characters[to] = characters[i];
            become(characters[to++], count == 2 ? char32_t{0x2013} : char32_t{0x2014});
            i = end;
            continue;
        }
        characters[to++] = characters[i++];
    }
    characters.resize(to);
}

}  // namespace hanqing
