// SPDX-License-Identifier: Apache-2.0
// Sign: what a TeX name or a typed character stands for.
#pragma once

#include "math/formula.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hanqing {

struct NamedSign {
    std::string_view name;
    char32_t code;
};

/// Signs of one kind.
struct SignTable {
    enum class Manner : std::uint8_t {
        sign,     ///< The same in every alphabet.
        italic,   ///< A letter, italic unless an alphabet is named.
        upright,  ///< A letter that TeX sets upright: capital Greek.
        sum,      ///< Large in display style, its limits above and below there.
        integral  ///< Large in display style, its limits beside it.
    };
    std::span<const NamedSign> signs;
    AtomClass atom;
    Manner manner;
};

std::vector<SignTable> letter_tables();
std::vector<SignTable> relation_tables();
std::vector<SignTable> operator_tables();

struct Sign {
    char32_t code = 0;
    AtomClass atom = AtomClass::ordinary;
    SignTable::Manner manner = SignTable::Manner::sign;
};

/// By the name of a command, without its backslash.
std::optional<Sign> sign_named(std::string_view name);
/// Of a character as typed: `-` is the minus, `*` the asterisk operator, ≤ a relation. Nothing where no table
/// has it.
std::optional<Sign> sign_typed(char32_t code);
/// The negation of a relation as one character, or 0.
char32_t negated(char32_t relation);

}  // namespace hanqing
