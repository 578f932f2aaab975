// SPDX-License-Identifier: Apache-2.0
// HTML's character references (`&amp;`, `&#19968;`), as the parser understands them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hanqing {

struct Entity {
    std::string text;      ///< What it stands for.
    std::size_t size = 0;  ///< Its own bytes; 0 when there is none.
};
/// The reference that begins at the & at `at`.
Entity entity_at(std::string_view text, std::size_t at);

/// The text with all references resolved.
std::string without_entities(std::string_view text);

}  // namespace hanqing
