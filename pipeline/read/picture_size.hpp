// SPDX-License-Identifier: Apache-2.0
// The sizes that markdown-it and docsify let authors type beside a picture's path. For .cpp files of this
// folder.
#pragma once

#include "read/document.hpp"

#include <optional>
#include <string_view>

namespace hanqing {

/// `400x300`, `400x`, `x300`, `50%x`, `50%` as width and height; nothing for other words.
std::optional<Attributes> picture_size(std::string_view words);

/// ` =400x300` before the closing bracket of a destination: where it ends, and what it says.
struct SizeFound {
    std::size_t end = 0;
    Attributes attributes;
};
std::optional<SizeFound> size_in_destination(std::string_view text, std::size_t at, std::size_t end);

/// `:size=400x300` in the place of a title: takes it away.
void take_size_title(ImageReference& image);

}  // namespace hanqing
