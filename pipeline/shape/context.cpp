// SPDX-License-Identifier: Apache-2.0
// The idea: letters and Han are strong, marks and blanks look through to the nearest strong character on each
// side. Equal sides decide; unequal ones leave it to the language of the text. The two quotes of a pair
// decide together by what stands outside the pair, so that never one of them is wide and the other narrow.
#include "shape/context.hpp"

namespace hanqing {
namespace {

/// Quotes nest two deep in print; beyond this many the outermost counts as unclosed.
constexpr std::size_t open_max = 16;

bool is_opening(char32_t c) { return c == 0x2018 || c == 0x201C; }
bool is_closing(char32_t c) { return c == 0x2019 || c == 0x201D; }

/// Signs that belong to a number beside them and not to the text around it: 5°, ±3, §4, ≥ 0.
bool binds_to_numbers(char32_t c) {
    return c == 0xA4 || c == 0xA7 || c == 0xB0 || c == 0xB1 || c == 0xD7 || c == 0xF7 || c == 0x20AC ||
           c == 0x2030 || c == 0x2032 || c == 0x2033 || (c >= 0x2200 && c <= 0x22FF);
}

/// Signs that hang on the letter or digit before them: m², Word®.
bool binds_to_word(char32_t c) {
    return c == 0xAA || c == 0xAE || c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0xBA || c == 0x2074 ||
           c == 0x207F || (c >= 0x2081 && c <= 0x2084) || c == 0x2122;
}

/// Arrows, lines and shapes, which diagrams in code are drawn of: a cell wide whatever stands beside them.
bool is_of_diagram(char32_t c) { return (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2500 && c <= 0x25FF); }

bool is_kind(const std::vector<Character>& characters, std::size_t i, CharacterKind kind) {
    return i < characters.size() && characters[i].kind == kind;
}
bool is_before(const std::vector<Character>& characters, std::size_t i, CharacterKind kind) {
    return i > 0 && characters[i - 1].kind == kind;
}

bool is_doubled(const std::vector<Character>& characters, std::size_t i) {
    const char32_t c = characters[i].code;
    return (i > 0 && characters[i - 1].code == c) ||
           (i + 1 < characters.size() && characters[i + 1].code == c);
}

bool is_ascii_sign(char32_t c) {
    return (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < 0x7F);
}

bool is_inside_word(const std::vector<Character>& characters, std::size_t i) {
    return is_before(characters, i, CharacterKind::letter) &&
           is_kind(characters, i + 1, CharacterKind::letter);
}

}  // namespace

Context::Side Context::strength(const Character& character, Side otherwise) {
    switch (character.kind) {
        case CharacterKind::wide:
            return Side::han;
        case CharacterKind::letter:
        case CharacterKind::digit:
        case CharacterKind::hangul:
            return Side::latin;
        case CharacterKind::hard_break:
            return Side::edge;
        default:
            return otherwise;
    }
}

void Context::look_around(const std::vector<Character>& characters) {
    Side side = Side::edge;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        around_[i].left = side;
        side = strength(characters[i], side);
    }
    side = Side::edge;
    for (std::size_t i = characters.size(); i-- > 0;) {
        around_[i].right = side;
        side = strength(characters[i], side);
    }
}

bool Context::is_han_single(const std::vector<Character>& characters, std::size_t i) const {
    const char32_t c = characters[i].code;
    const auto& [left, right, han_language, code, settled] = around_[i];
    if (code) return left == Side::han && right == Side::han && !is_of_diagram(c);
    const bool after_digit = is_before(characters, i, CharacterKind::digit);
    const bool after_letter = is_before(characters, i, CharacterKind::letter);
    if (binds_to_numbers(c) && (after_digit || is_kind(characters, i + 1, CharacterKind::digit)))
        return false;
    if (binds_to_word(c) && (after_digit || after_letter)) return false;
    if (c == 0x2019 && after_letter && right == Side::latin) return false;
    const bool is_chinese_pair = (c == 0x2014 || c == 0x2026) && is_doubled(characters, i);  // —— and ……
    if (is_chinese_pair && han_language) return true;
    if (left == right) return left == Side::edge ? han_language : left == Side::han;
    if (left == Side::edge || right == Side::edge) return left == Side::han || right == Side::han;
    return han_language;
}

bool Context::is_han_pair(const Surroundings& open, const Surroundings& close) const {
    const Side left = open.left, right = close.right, first = open.right, last = close.left;
    if (left == Side::han && right == Side::han) return true;
    if (open.code) return false;
    if (open.han_language && first == Side::han && last == Side::han) return true;
    if (left == Side::edge && right == Side::edge)
        return first == last && first != Side::edge ? first == Side::han : open.han_language;
    if (left == right) return false;
    if (left == Side::edge || right == Side::edge) return left == Side::han || right == Side::han;
    return open.han_language;
}

void Context::settle_quotes(std::vector<Character>& characters) {
    open_.clear();
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const char32_t c = characters[i].code;
        if (is_opening(c)) {
            if (open_.size() == open_max) open_.erase(open_.begin());
            open_.push_back(i);
        }
        if (!is_closing(c) || (c == 0x2019 && is_inside_word(characters, i))) continue;  // don’t
        std::size_t depth = open_.size();
        while (depth > 0 && characters[open_[depth - 1]].code + 1 != c) --depth;
        if (depth == 0) continue;
        const std::size_t open = open_[depth - 1];
        open_.resize(depth - 1);
        // dtype=‘int64’: what stands tight behind a sign of ASCII belongs to it.
        const bool is_value = open > 0 && is_ascii_sign(characters[open - 1].code) &&
                              around_[open].right == Side::latin && around_[i].left == Side::latin;
        characters[open].wide = characters[i].wide = !is_value && is_han_pair(around_[open], around_[i]);
        around_[open].settled = around_[i].settled = true;
    }
}

void Context::settle(std::vector<Character>& characters, const Paragraph& paragraph, const Styled& styled) {
    around_.assign(characters.size(), {});
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (characters[i].kind != CharacterKind::either) continue;
        const CharacterStyle& style = styled.characters[paragraph.runs[characters[i].run].style];
        around_[i].han_language = is_han(style.language);
        around_[i].code = style.code;
    }
    look_around(characters);
    settle_quotes(characters);
    for (std::size_t i = 0; i < characters.size(); ++i)
        if (characters[i].kind == CharacterKind::either && !around_[i].settled)
            characters[i].wide = is_han_single(characters, i);
}

}  // namespace hanqing
