// SPDX-License-Identifier: Apache-2.0
// What a plan must know of a report before it is read in full: its metadata, and so its year and its output's
// name.
#pragma once

#include "batch/collection.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace hanqing {

struct Head {
    Metadata metadata;
    std::optional<std::int32_t> year;
    std::string output;  ///< Below the output folder.
};

/// Reads the front matter only, and the whole text where the output's name asks for a title that is not in
/// it. Whatever is wrong is said when the report is typeset.
Head head_of(const Collection& collection, const Source& source);

}  // namespace hanqing
