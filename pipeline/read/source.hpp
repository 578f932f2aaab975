// SPDX-License-Identifier: Apache-2.0
// Source: the bytes of one file as they lie on disk, checked once to be UTF-8 and trusted afterwards.
#pragma once

#include "base/digest.hpp"
#include "base/notes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

/// A whole report may not be longer than this (bytes); a longer one is an error note "source-too-large".
inline constexpr std::uint64_t source_size_max = 64U << 20;

struct Source {
    std::string name;   ///< As messages show it: the path relative to the collection, or "-".
    std::string bytes;  ///< As on disk, with BOM and line ends as they were; this is what is attached.
    Digest digest;      ///< SHA-256 of `bytes`.
    std::uint32_t text_begin = 0;  ///< First byte after a UTF-8 BOM.
};

/// Line and column counted from 1, the column in code points. A line ends at LF, CRLF or a lone CR.
struct LineColumn {
    std::uint32_t line = 1, column = 1;
};
LineColumn line_column(const Source& source, std::uint32_t byte);

/// Checks the bytes. Invalid UTF-8 is an error note "invalid-utf8" {byte offset, guess} at its place, where
/// the guess says GB18030 or UTF-16 when the bytes look like it; NUL, empty and oversized input are noted
/// too. `file` is the number under which notes will name this source.
Source make_source(std::string name, std::string bytes, Notes& notes, std::uint32_t file = 0);

}  // namespace hanqing
