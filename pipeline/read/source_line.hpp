// SPDX-License-Identifier: Apache-2.0
// Lines of a Markdown source as the preparation sees them: bounds, and what stands before the content.
#pragma once

#include <cstddef>
#include <string_view>

namespace hanqing {

/// A line without its end; `next` is where the following one begins.
struct SourceLine {
    std::size_t begin = 0, end = 0, next = 0;
};

/// The line that begins at `begin`; it ends at LF, CRLF or a lone CR.
SourceLine line_at(std::string_view text, std::size_t begin);

/// The line without the blanks at its end.
std::string_view content_of(std::string_view text, const SourceLine& line);

/// Offset of the first character that is no blank, tabulator or quote mark; line.end when there is none.
std::size_t content_begin(std::string_view text, const SourceLine& line);

struct Indent {
    std::size_t columns = 0, end = 0;  ///< `end`: offset behind the blanks counted.
};
/// The blanks at the beginning of a line, `columns_max` columns at most.
Indent indent_of(std::string_view text, const SourceLine& line, std::size_t columns_max);

/// From `at`, past list markers (`- `, `12. `) and the mark of a footnote's definition.
std::size_t after_markers(std::string_view text, std::size_t at, std::size_t end);

/// A run of ` or ~ that may open or close a code block; size 0 when there is none.
struct Fence {
    char mark = 0;
    std::size_t size = 0;
};
Fence fence_at(std::string_view text, const SourceLine& line);

/// "label" of `[label]:` at `at` with where the rest begins; `end` 0 when it is no definition.
struct LabelFound {
    std::string_view label;
    std::size_t end = 0;
};
LabelFound label_at(std::string_view text, std::size_t at, std::size_t end);

bool is_ascii_punctuation(char c);

}  // namespace hanqing
