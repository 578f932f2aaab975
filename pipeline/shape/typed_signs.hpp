// SPDX-License-Identifier: Apache-2.0
// Signs of the typewriter shown as those of print that they stand for: "…" as “…”, don't with its apostrophe,
// 2023--24 with a dash. What is copied stays what was typed.
#pragma once

#include "shape/character.hpp"
#include "style/styled.hpp"

#include <vector>

namespace hanqing {

/// Quotation marks that come in pairs in their paragraph, none next to a blank inside; else all stay as they
/// are. Code does, too.
void set_curly_quotes(std::vector<Character>& characters, const Paragraph& paragraph, const Styled& styled);

/// In languages of words: -- and --- between words or numbers become one character, whose bytes are theirs.
void set_dashes(std::vector<Character>& characters, const Paragraph& paragraph, const Styled& styled);

}  // namespace hanqing
