// SPDX-License-Identifier: Apache-2.0
// A path as an author typed it -> a file inside the collection, or the reason why there is none.
#pragma once

#include "read/pictures.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace hanqing {

enum class PathFault : std::uint8_t { none, missing, remote, outside };

struct PicturePath {
    PathFault fault = PathFault::none;
    std::string absolute;  ///< To be opened: links resolved, inside the collection.
    std::string inside;    ///< Relative to the collection's root.
    std::string nearest;   ///< missing: a file that may have been meant, as it should be typed.
};
PicturePath picture_path(std::string_view typed, const Folders& folders);

}  // namespace hanqing
