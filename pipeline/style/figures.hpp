// SPDX-License-Identifier: Apache-2.0
// What an image's reference says of its size and its words. For .cpp files of this folder.
#pragma once

#include "style/build.hpp"

#include <optional>

namespace hanqing {

/// Hundredths of the measure; 0: not given.
std::uint8_t asked_percent(const ImageReference& reference);
bool has_asked_size(const ImageReference& reference);

/// The figure's element with its words for those who cannot see it; none: decorative.
std::uint32_t add_figure_words(Build& build, const Mark& mark, std::uint32_t block, std::uint32_t parent_tag);
/// The caption by alternative text, title or number, without a measure; nothing where there is none.
std::optional<std::uint32_t> add_words_of_figure(Build& build, const Mark& mark, std::uint32_t block,
                                                 std::uint32_t figure_tag, std::uint32_t parent_tag);
/// A caption typed as a paragraph, for a row of pictures.
FlowBlock add_typed_caption(Build& build, std::uint32_t caption, std::uint32_t parent_tag, Length inset);

}  // namespace hanqing
