// SPDX-License-Identifier: Apache-2.0
// Metadata at the very beginning of a file without the lines of dashes around it: pandoc's three lines with
// %, the keys of MultiMarkdown, an object of JSON.
#pragma once

#include "read/front_matter.hpp"

#include <string_view>

namespace hanqing {

/// Where such metadata lies; `form` says of which kind. Empty when the text at `begin` is none.
FrontMatter plain_matter_of(std::string_view text, std::size_t begin);

/// % title, % authors with ; between them, % date. A line that goes on begins with a blank.
Record record_from_percent(std::string_view text, std::uint32_t file, std::uint32_t begin);

/// Key: value, keys in any case; a line that goes on begins with a blank.
Record record_from_keys(std::string_view text, std::uint32_t file, std::uint32_t begin);

}  // namespace hanqing
