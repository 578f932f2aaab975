// SPDX-License-Identifier: Apache-2.0
// Small questions about the words of blocks. For .cpp files of this folder.
#pragma once

#include "read/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

/// Nothing but blanks and hard breaks.
bool is_blank(std::string_view text);
/// Objects and blanks alone.
bool has_only_objects(const Text& text);
std::uint32_t images_in(const Text& text);
/// A line or so, all of it in bold.
bool is_all_strong(const Text& text);
/// A text of one line too long by the wide blanks that were typed to push its end to the right: with fewer of
/// them, so that it fits `half_ems`; nothing when that cannot be or need not be.
std::optional<Text> with_blanks_to_fit(const Text& text, std::size_t half_ems);
std::size_t half_ems_of(std::string_view text);

/// Code keeps its lines: each ends in a hard break, and its bytes keep their places.
Text with_hard_breaks(const Text& literal);

/// A number as its list counts: 3, c, C, iii or III.
std::string numeral(const Block& list, std::int64_t number);
/// "3.", "☑", or the bullet of a list so deep in others.
std::string item_label(const Block& list, const Block& item, std::uint8_t depth);

}  // namespace hanqing
