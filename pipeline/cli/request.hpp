// SPDX-License-Identifier: Apache-2.0
// What several commands make out of their options.
#pragma once

#include "batch/collection.hpp"
#include "batch/workshop.hpp"
#include "cli/options.hpp"

#include <string>
#include <utility>

namespace hanqing {

FontRequest font_request(const Options& options);

/// The collection that a command without further words is about: the path given, else the nearest one above
/// the working folder.
Collection collection_asked(const Options& options);

/// A report on the command line: the collection it lies in and its path in it. Failure "read-file".
struct FoundReport {
    std::string root, path;
};
FoundReport find_report(const std::string& path);

/// --style and -M KEY=VALUE as the nearest record. Failure "usage-metadata" {text}.
Record command_line_record(const Options& options);

}  // namespace hanqing
