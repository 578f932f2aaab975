// SPDX-License-Identifier: Apache-2.0
// Where stretches of Latin may be cut, if they may.
#include "lines/tokens.hpp"

#include "lines/hyphens.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace hanqing {
namespace {

constexpr std::size_t long_token = 24;  ///< Cells; no word is so long.
constexpr std::size_t name_token = 10;
constexpr std::size_t short_name = 6;
constexpr std::size_t shortest_capitals = 8;  ///< Capitals in a row from here on are a word.
constexpr std::size_t edge = 2;               ///< Least cells of an address on either side of a cut.

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }

std::string ascii(const Cells& cells, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i)
        text += cells.cells[i].code < 0x80 ? static_cast<char>(cells.cells[i].code) : '\x01';
    return text;
}

bool is_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.substr(0, 4) == "www." ||
           text.substr(0, 7) == "mailto:" || std::count(text.begin(), text.end(), '/') > 1;
}

Token classified(const Cells& cells, std::size_t begin, std::size_t end) {
    Token token{begin, end};
    token.open = cells.cells[begin].code_span || end - begin >= long_token;
    if (!token.open && end - begin >= 8) token.open = is_address(ascii(cells, begin, end));
    token.name = end - begin >= name_token;
    return token;
}

bool is_sign(char32_t c) {
    return std::u32string_view(U"/._-?&=#%:@+,;|\\~!*)]}>").find(c) != std::u32string_view::npos;
}

/// 1,234.5 and 127.0.0.1 everywhere, 2024-03-05 and 10:30 where they are no part of an address.
bool is_inside_number(const Cells& all, const Token& token, std::size_t sign) {
    const bool between = all.cells[sign - 1].kind == Kind::digit && all.cells[sign + 1].kind == Kind::digit;
    const char32_t c = all.cells[sign].code;
    return between && (!token.open || c == '.' || c == ',');
}

/// Letters only, beside nothing that makes them part of a name or a number.
bool is_plain_word(const Cells& cells, const Token& token, std::size_t begin, std::size_t end) {
    const auto spoils = [&](std::size_t i) {
        const char32_t c = cells.cells[i].code;
        return cells.cells[i].kind == Kind::digit || c == '_' || c == '@' || c == '/' || c == '\\' ||
               c == '.' || c == '=' || c >= 0x80;
    };
    if (begin > token.begin && spoils(begin - 1)) return false;
    if (end < token.end && spoils(end) && !(cells.cells[end].code == '.' && end + 1 == token.end) &&
        cells.cells[end].code < 0x2000)
        return false;
    // An abbreviation in capitals has no syllables, a camelCase name is cut between its words.
    return std::all_of(cells.cells.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                       cells.cells.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Cell& c) { return !is_upper(c.code); });
}

void hyphenate_word(const Cells& cells, std::size_t begin, std::size_t end,
                    std::vector<std::size_t>& points) {
    for (const std::size_t after : hyphenation_points(ascii(cells, begin, end)))
        points.push_back(begin + after);
}

}  // namespace

std::vector<Token> tokens_of(const Cells& all) {
    std::vector<Token> tokens;
    const auto inside = [&](const Cell& c) {
        return is_solid(c) && !c.wide && c.kind != Kind::object && c.kind != Kind::formula &&
               c.kind != Kind::note;
    };
    for (std::size_t i = 0; i < all.cells.size();) {
        std::size_t end = i;
        while (end < all.cells.size() && inside(all.cells[end]) &&
               all.cells[end].code_span == all.cells[i].code_span)
            ++end;
        if (end > i) tokens.push_back(classified(all, i, end));
        i = std::max(end, i + 1);
    }
    return tokens;
}

bool breaks_at_sign(const Cells& all, const Token& token, std::size_t at) {
    if (at < token.begin + edge || at + edge > token.end) return false;
    const char32_t left = all.cells[at - 1].code, right = all.cells[at].code;
    if (is_sign(left)) return !is_sign(right) && !is_inside_number(all, token, at - 1);
    return left >= 'a' && left <= 'z' && is_upper(right);
}

bool cuts_name(const Cells& all, const Token& token, std::size_t at) {
    return token.end - token.begin >= short_name && breaks_at_sign(all, token, at);
}

std::vector<std::size_t> hyphen_points(const Cells& all, const Token& token) {
    std::vector<std::size_t> points;
    for (std::size_t i = token.begin; i < token.end;) {
        std::size_t end = i;
        while (end < token.end && is_ascii_letter(all.cells[end].code) && !all.cells[end].raised) ++end;
        if (end - i >= shortest_hyphenated && is_plain_word(all, token, i, end))
            hyphenate_word(all, i, end, points);
        i = std::max(end, i + 1);
    }
    return points;
}

std::vector<std::size_t> hyphen_points_of_capitals(const Cells& all, const Token& token) {
    std::vector<std::size_t> points;
    for (std::size_t i = token.begin; i < token.end;) {
        std::size_t end = i;
        while (end < token.end && is_upper(all.cells[end].code)) ++end;
        const bool whole = (i == token.begin || !is_ascii_letter(all.cells[i - 1].code)) &&
                           (end == token.end || !is_ascii_letter(all.cells[end].code));
        if (whole && end - i >= shortest_capitals) hyphenate_word(all, i, end, points);
        i = std::max(end, i + 1);
    }
    return points;
}

bool is_unit(const Cells& all, const Token& token) {
    static constexpr std::string_view units[] = {
        "A",  "B",  "C",   "cm",  "d",  "dB",   "eV",   "F",    "g",   "GB",  "GHz",  "GW",
        "h",  "ha", "Hz",  "J",   "K",  "KB",   "kB",   "kg",   "kHz", "kJ",  "km",   "kPa",
        "kV", "kW", "kWh", "L",   "lm", "lx",   "m",    "MB",   "mg",  "MHz", "min",  "mL",
        "ml", "mm", "mol", "MPa", "ms", "MW",   "N",    "nm",   "Pa",  "pH",  "PB",   "s",
        "t",  "TB", "V",   "W",   "Wb", "Gbps", "Mbps", "kbps", "pt",  "px",  "km/h", "m/s"};
    std::size_t end = token.end;
    while (end > token.begin && (is_mark(all.cells[end - 1].kind) || all.cells[end - 1].raised)) --end;
    if (end == token.begin || end - token.begin > 4) return false;
    const std::string text = ascii(all, token.begin, end);
    return std::find(std::begin(units), std::end(units), text) != std::end(units);
}

}  // namespace hanqing
