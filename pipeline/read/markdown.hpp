// SPDX-License-Identifier: Apache-2.0
// Source -> Document: GitHub's Markdown made safe for Chinese, and Hanqing's dialect (docs/markdown.md) on
// top.
#pragma once

#include "read/document.hpp"
#include "read/source.hpp"

namespace hanqing {

/// Limits before parsing, for inputs that kill the parser (each an error note with its place).
struct ReadLimits {
    std::uint32_t depth = 100;        ///< Nested quotes and lists.
    std::uint32_t columns = 64;       ///< Of a pipe table.
    std::uint32_t cells = 2'000'000;  ///< Rows × columns of one table.
    std::uint32_t line_bytes = 1U << 20;
    std::uint64_t reference_bytes = 8U << 20;  ///< Length of link definitions times their uses.
};

/// Never fails: what cannot be understood stays readable as text, with a note. Splits off front matter.
/// The first H1 is kept as a heading; style drops it when it repeats the title. Requires: a checked Source.
Document parse(const Source& source, Notes& notes, std::uint32_t file = 0, const ReadLimits& limits = {});

}  // namespace hanqing
