// SPDX-License-Identifier: Apache-2.0
// The few facts of a CFF table that decide how a face is embedded.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hanqing {

struct CffKind {
    bool is_cid_keyed = false;  ///< Has a ROS operator: glyphs are called by number, not by name.
    bool cid_is_gid = false;    ///< CID-keyed, and the charset counts 1, 2, 3 …
    std::uint32_t charset = 0;  ///< Where the charset begins; 0 to 2: a predefined one.
};

/// Nothing when the table is malformed.
std::optional<CffKind> cff_kind(std::string_view table, unsigned glyph_count);

}  // namespace hanqing
