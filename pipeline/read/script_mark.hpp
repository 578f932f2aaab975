// SPDX-License-Identifier: Apache-2.0
// pandoc's marks of indices and exponents: H~2~O, PM~2.5~, x^2^, 文^[1]^.
#pragma once

#include "read/document.hpp"

#include <cstdint>
#include <string_view>

namespace hanqing {

/// Where the mark that opens at `at` closes; 0 when it is none: 5~10 is a range. A few letters, digits and
/// signs behind a word; ^a^ also begins the note of a table.
std::uint32_t script_end(std::string_view text, std::uint32_t at, MarkKind kind);

}  // namespace hanqing
