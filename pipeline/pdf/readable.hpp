// SPDX-License-Identifier: Apache-2.0
// Readable text: what a stranger's file calls text, made safe to compare, print and show on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace hanqing {

/// Well-formed UTF-8: bad bytes and control characters become U+FFFD, line ends and tabs a blank.
std::string readable(std::string_view bytes);

}  // namespace hanqing
