// SPDX-License-Identifier: Apache-2.0
// Lists of people: no line ends inside a name.
#pragma once

#include "style/build.hpp"

#include <string_view>

namespace hanqing {

/// Names of two to four Han with wide blanks between them: 司马南风　　刘　洋（女）　　王建国.
bool is_list_of_names(std::string_view text);

/// Lines of this paragraph end behind marks and blanks alone, and are not spread.
void keep_names_whole(Build& build, std::uint32_t paragraph);

}  // namespace hanqing
