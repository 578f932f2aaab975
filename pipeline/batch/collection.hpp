// SPDX-License-Identifier: Apache-2.0
// Folder -> Collection: what belongs to it and what is laid under each of its reports.
#pragma once

#include "batch/finding.hpp"
#include "batch/settings.hpp"
#include "read/record.hpp"
#include "read/source.hpp"
#include "typeset.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

inline constexpr std::string_view collection_file = "hanqing.yaml";
inline constexpr std::uint64_t settings_size_max = 4U << 20;
inline constexpr std::uint64_t catalogue_size_max = 256U << 20;

struct Collection {
    std::string root;       ///< Absolute, links resolved.
    bool has_file = false;  ///< hanqing.yaml is there.
    Settings settings;
    std::vector<Source> files;  ///< hanqing.yaml, the catalogue and the _defaults.yaml: files 1, 2, …
    std::map<std::string, Record> defaults;   ///< By folder below the root; "" is the root.
    std::map<std::string, Record> catalogue;  ///< By path below the root.
    std::vector<std::string> reports;         ///< Paths below the root, in byte order.
    std::vector<Finding> findings;            ///< About the collection itself.

    [[nodiscard]] std::string absolute(std::string_view path) const { return root + "/" + std::string(path); }
    [[nodiscard]] std::string output_folder() const { return absolute(settings.output); }
};

/// The folder whose hanqing.yaml is nearest above `path` (itself included), absolute with links resolved.
/// Without one: the working folder when `path` lies in it, else the folder of `path`. Failure "read-file".
std::string collection_root(const std::string& path);
/// The same for one report, whose pictures may lie beside its folder: without a hanqing.yaml the root is as
/// far above it as they ask for, three folders at most and never the system's own root.
std::string report_root(const std::string& report);

/// Reads the settings, lists the reports, reads all defaults and the catalogue. Failure "read-file" when the
/// root is no folder.
Collection open_collection(const std::string& root);

/// As open_collection for one report alone, without a walk; `path` below the root.
Collection open_around(const std::string& root, const std::string& path);

/// All records laid under a report's own front matter, nearest first: its row, its folders', the
/// collection's.
std::vector<const Record*> farther_records(const Collection& collection, const std::string& path);

/// A report ready for typeset. Notes are about the source (file 0). Failure when it cannot be read.
Report load_report(const Collection& collection, const std::string& path, const Record* nearer, Notes& notes);
/// The same from bytes read already.
Report make_report(const Collection& collection, const std::string& path, std::string bytes,
                   const Record* nearer, Notes& notes);

/// File name without its ending.
std::string stem(std::string_view path);
/// The title of a report that has none: the stem without the number that puts files in order (03-决算说明).
std::string title_from_path(std::string_view path);

}  // namespace hanqing
