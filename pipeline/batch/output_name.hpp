// SPDX-License-Identifier: Apache-2.0
// A report's path and metadata -> the path of its PDF, safe on every system.
#pragma once

#include "read/metadata.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// What an output-name pattern may ask for.
struct NameParts {
    std::string folder;  ///< Of the report, below its source folder, without the component that is its year.
    std::string name;    ///< File name without ending.
    const Metadata* metadata = nullptr;
    std::optional<std::int32_t> year;
};

/// The year rule of DESIGN 4: the key, else the nearest folder that is a year (2024, 2024年), else the
/// date's.
std::optional<std::int32_t> year_of(const Metadata& metadata, std::string_view path);

/// Folder and name of a report for its output, given the source folders it may lie in.
NameParts name_parts(std::string_view path, const std::vector<std::string>& sources,
                     const Metadata& metadata);

/// Fills {year} {folder} {name} {title} {identifier} {document-number} {date} {fonds} {class} {version} into
/// the pattern, makes each name safe and adds ".pdf". Empty parts vanish with their slash.
std::string output_name(std::string_view pattern, const NameParts& parts);

/// One file or folder name that every system takes: no control, invisible or bidi characters, none of
/// <>:"|?*\%, no blank or dot at the ends, no leading - ~, no reserved name of Windows, at most `bytes_max`
/// bytes (cut between characters, marked with a digest so that two long names stay two).
std::string portable_name(std::string_view name, std::size_t bytes_max = 200);

/// A field of an unknown name in the pattern, if there is one.
std::optional<std::string> unknown_field(std::string_view pattern);

}  // namespace hanqing
