// SPDX-License-Identifier: Apache-2.0
// Finds formulas and template tags in source text, so that their source can be shown as it was typed.
#pragma once

#include <cstddef>
#include <string_view>

namespace hanqing {

/// $…$ or $$…$$ from where it was looked for up to `end`; end 0 when there is none.
struct FormulaFound {
    std::size_t end = 0;
    bool is_display = false;
};

/// Remembers where no closing mark follows, so that a paragraph is searched once for each kind.
struct ClosingMemory {
    std::size_t no_inline_until = 0, no_display_until = 0, no_percent_until = 0;
    std::size_t no_braces_until = 0, no_comment_until = 0;
    std::size_t no_bracket_until = 0, no_parenthesis_until = 0;
};

/// pandoc's rule made stricter: the opening $ has a character right after it, the closing one right before it
/// and neither letter nor digit after it; Han without any TeX command is prose about dollars. Requires:
/// text[at] is an unescaped $; nothing is sought beyond `limit`.
FormulaFound formula_at(std::string_view text, std::size_t at, std::size_t limit, ClosingMemory& memory);

/// \[…\] or \(…\) that begins at `at`. Brackets are escaped in prose too (\[1\], as converters write), so
/// what is between must look like TeX: a command, or a sign of formulas and no Han.
FormulaFound bracket_formula_at(std::string_view text, std::size_t at, std::size_t limit,
                                ClosingMemory& memory);

/// End of {% … %} or {{ … }} that begins at `at`, 0 when there is none before `limit`.
std::size_t template_end(std::string_view text, std::size_t at, std::size_t limit, ClosingMemory& memory);

/// The same of {/* … */}, a comment of MDX.
std::size_t comment_end(std::string_view text, std::size_t at, std::size_t limit, ClosingMemory& memory);

}  // namespace hanqing
