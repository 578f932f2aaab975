// SPDX-License-Identifier: Apache-2.0
// For lines that are text by their place, in a drawn table or behind the bar of a line block, though the
// parser would begin some block with them. For .cpp files of this folder.
#pragma once

#include <string_view>

namespace hanqing {

/// `1.`, `-`, `# `, a fence and the like. Requires: not empty.
inline bool may_begin_block(std::string_view line) {
    const char first = line.front();
    if (first == '*') return line.size() == 1 || line[1] == ' ';
    if (first == '`') return line.starts_with("```");
    return std::string_view("#>=+-~:|").find(first) != std::string_view::npos ||
           (first >= '0' && first <= '9');
}

}  // namespace hanqing
