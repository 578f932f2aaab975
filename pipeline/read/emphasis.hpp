// SPDX-License-Identifier: Apache-2.0
// A run of `*` and its neighbours -> where a joint must stand so that `**重点：**后文` is strong.
#pragma once

#include <cstddef>
#include <string_view>

namespace hanqing {

/// A joint counts as a letter, so that the flanking rules (CommonMark 0.29, 6.4) let the run open and close.
struct Joints {
    bool before = false, middle = false, after = false;
};

/// For the run of `*` in [begin, end) of the text. Requires: well-formed UTF-8.
Joints joints_of_run(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace hanqing
