// SPDX-License-Identifier: Apache-2.0
// Where the front matter of a report begins and ends.
#pragma once

#include "read/source.hpp"

namespace hanqing {

struct FrontMatter {
    std::uint32_t yaml_begin = 0, yaml_end = 0;  ///< Bytes of the source, between the two lines of dashes.
    std::uint32_t body_begin = 0;                ///< Where Markdown begins.
    bool is_open = false;                        ///< Begun and never ended.
};
/// A first line of three dashes, keys right below it, and a line of three dashes or dots.
FrontMatter front_matter_of(const Source& source);

}  // namespace hanqing
