// SPDX-License-Identifier: Apache-2.0
// Small questions about the words of blocks. For .cpp files of this folder.
#pragma once

#include "read/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace hanqing {

/// Nothing but blanks and hard breaks.
bool is_blank(std::string_view text);
/// Objects and blanks alone.
bool has_only_objects(const Text& text);
std::uint32_t images_in(const Text& text);

/// Code keeps its lines: each ends in a hard break, and its bytes keep their places.
Text with_hard_breaks(const Text& literal);

/// "3.", "☑", or the bullet of a list so deep in others.
std::string item_label(const Block& list, const Block& item, std::int64_t number, std::uint8_t depth);

}  // namespace hanqing
