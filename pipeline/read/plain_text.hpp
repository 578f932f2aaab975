// SPDX-License-Identifier: Apache-2.0
// Document -> its words alone, for search and for comparing with what a PDF gives back.
#pragma once

#include "read/document.hpp"

#include <string>

namespace hanqing {

/// A line for each block that has words: kind, tab, text without marks, in source order (footnotes last).
/// Breaks and tabs are blanks; ruby stands right after its base, between U+FFFA and
/// U+FFFB; a formula within a line between two U+FFF9. What stands for
/// an image follows its block as a line of its own; references, whose words are not the author's, are left
/// out.
std::string text_lines(const Document& document);

}  // namespace hanqing
