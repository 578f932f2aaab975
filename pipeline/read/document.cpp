// SPDX-License-Identifier: Apache-2.0
// From a text back to its file.
#include "read/document.hpp"

#include <algorithm>

namespace hanqing {

Place place_of(const Text& text, std::uint32_t at) {
    const auto after = std::upper_bound(text.origins.begin(), text.origins.end(), at,
                                        [](std::uint32_t value, const Origin& o) { return value < o.text; });
    if (after == text.origins.begin()) return {text.file, 0, 0};
    const Origin& origin = *std::prev(after);
    const std::uint32_t source = origin.source + (at - origin.text);
    return {text.file, source, source};
}

}  // namespace hanqing
