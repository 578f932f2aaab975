// SPDX-License-Identifier: Apache-2.0
// Cells -> Tokens: stretches of narrow characters without a space, which have rules of their own: addresses
// and code break at their signs, words hyphenate, units stay with their numbers.
#pragma once

#include "lines/breaks.hpp"

namespace hanqing {

struct Token {
    std::size_t begin = 0, end = 0;
    bool open = false;  ///< An address, code, or so long that it may break at its signs.
    bool name = false;  ///< Long enough to be cut at a sign when all else is worse.
};
std::vector<Token> tokens_of(const Cells& cells);

/// Whether an open token may break before cell `at`, at a sign or between words of a camelCase name.
bool breaks_at_sign(const Cells& cells, const Token& token, std::size_t at);

/// The same inside a name that is too short to be cut but when all else is worse.
bool cuts_name(const Cells& cells, const Token& token, std::size_t at);

/// Cells before which a word of the token may be hyphenated.
std::vector<std::size_t> hyphen_points(const Cells& cells, const Token& token);

/// The same for its words of capitals, which are left whole otherwise.
std::vector<std::size_t> hyphen_points_of_capitals(const Cells& cells, const Token& token);

/// The token is the symbol of a unit: km, MB, kWh.
bool is_unit(const Cells& cells, const Token& token);

}  // namespace hanqing
