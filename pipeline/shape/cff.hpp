// SPDX-License-Identifier: Apache-2.0
// The few facts of a CFF table that decide how a face is embedded.
#pragma once

#include <optional>
#include <string_view>

namespace hanqing {

struct CffKind {
    bool is_cid_keyed = false;  ///< Has a ROS operator: glyphs are called by number, not by name.
    bool cid_is_gid = false;    ///< CID-keyed, and the charset counts 1, 2, 3 …
};

/// Nothing when the table is malformed.
std::optional<CffKind> cff_kind(std::string_view table, unsigned glyph_count);

}  // namespace hanqing
