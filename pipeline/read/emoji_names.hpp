// SPDX-License-Identifier: Apache-2.0
// `:smile:` of chats and wikis. For .cpp files of this folder.
#pragma once

#include <cstddef>
#include <string_view>

namespace hanqing {

struct EmojiFound {
    std::string_view emoji;
    std::size_t size = 0;  ///< Bytes with both colons; 0: no name that is known.
};
/// The name that begins with the colon at `at`.
EmojiFound emoji_at(std::string_view text, std::size_t at);

}  // namespace hanqing
