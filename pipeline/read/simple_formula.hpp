// SPDX-License-Identifier: Apache-2.0
// Formulas that are text: $36.8\%$, $x^2$, $\geq 25$, $\mathrm{CO_2}$. What needs two dimensions (fractions,
// sums with limits, matrices) is none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

struct FormulaPart {
    enum class Kind : std::uint8_t { upright, italic, bold, subscript, superscript };
    Kind kind = Kind::upright;
    std::string text;
    std::size_t at = 0;  ///< Byte of the formula that its first character comes from.
};

/// The formula between its dollar signs as text; nothing when it is more than that.
std::optional<std::vector<FormulaPart>> simple_formula(std::string_view tex);

}  // namespace hanqing
