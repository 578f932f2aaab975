// SPDX-License-Identifier: Apache-2.0
// Formulas between their dollar signs: which are set as such, and how a paragraph is parted by displayed
// ones.
#pragma once

#include "read/document.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace hanqing {

/// What stands between the dollar signs or escaped brackets.
std::string_view tex_of(std::string_view typed);

/// Requires: typed is a formula with its dollar signs; U+2028 for line ends. Nothing when its TeX is not
/// understood.
std::optional<Formula> formula_from(std::string_view typed, bool display);

/// A formula that letters and signs in a line cannot show, as \sum_{i} x_i.
bool is_more_than_text(std::string_view typed, bool display);

/// Has letters of quantities, or roots and the like, which look otherwise in a formula than in text.
bool looks_unlike_text(const Formula& formula);

/// A paragraph parted where formulas are displayed, each a text of its own whose first mark is the formula's
/// and covers it. A stop or comma right behind a formula joins it.
std::vector<Text> parted_by_displays(Text text, Document& document);
bool is_display(const Text& text, const Document& document);

}  // namespace hanqing
