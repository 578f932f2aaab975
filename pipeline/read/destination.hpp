// SPDX-License-Identifier: Apache-2.0
// Destinations of links and images that hold blanks: `![图](图 片/甲.png)`. CommonMark wants `<…>` around
// them; authors do not know, since their file managers and editors put blanks into names.
#pragma once

#include <cstddef>
#include <string_view>

namespace hanqing {

/// Where the destination ends that begins at `begin`, right after `](`, when it holds blanks and names a
/// file; 0 when it is none, or one that the parser reads as it stands.
std::size_t blank_destination(std::string_view text, std::size_t begin, std::size_t limit);

}  // namespace hanqing
