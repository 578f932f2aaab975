// SPDX-License-Identifier: Apache-2.0
// Folder -> the reports and folder defaults in it, in byte order. Names are hostile; links never lead
// outside.
#pragma once

#include "batch/finding.hpp"
#include "batch/settings.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hanqing {

inline constexpr std::size_t folder_depth_max = 100;
/// Linux takes 4,096 bytes in one call; the rest is for the output's longer name.
inline constexpr std::size_t path_bytes_max = 3'500;

struct Listing {
    std::vector<std::string> reports;   ///< Paths below the root, "reports/2024/x.md", in byte order.
    std::vector<std::string> defaults;  ///< _defaults.yaml files, likewise.
    std::vector<Finding> findings;
};

/// Passes over hidden files, `_*`, office leftovers (~$x, __MACOSX, Thumbs.db), the output and archive
/// folders and what `exclude` says. Told: "name-not-utf8" {name}, "path-too-long" {}, "folders-too-deep"
/// {limit}, "link-outside" {target}, "link-broken" {}, "link-to-folder" {}, "not-a-file" {},
/// "folder-unreadable" {reason}, "source-folder-missing" {path}.
Listing walk(const std::string& root, const Settings& settings);

/// "x.md", "x.markdown" in any case.
bool is_markdown(std::string_view path);

}  // namespace hanqing
