// SPDX-License-Identifier: Apache-2.0
// What Obsidian alone knows: ids of blocks, and notes and files embedded by their name. For .cpp files of
// this folder.
#pragma once

#include "read/document.hpp"

#include <cstddef>
#include <string_view>

namespace hanqing {

/// Where a block's id that begins with the `^` at `at` ends, as the last words of its line; 0 for others.
std::size_t block_id_end(std::string_view text, std::size_t at);

/// `年表.png`, `年表.png|400`: a picture, not a note or a file of some other kind.
bool names_picture(std::string_view words);
/// That picture, `|400` wide.
ImageReference picture_named(std::string_view words);

}  // namespace hanqing
