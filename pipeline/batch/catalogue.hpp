// SPDX-License-Identifier: Apache-2.0
// A spreadsheet's rows -> records by report: joined by path, however the registrar typed it.
#pragma once

#include "batch/finding.hpp"
#include "read/record.hpp"
#include "read/source.hpp"

#include <map>
#include <string>
#include <vector>

namespace hanqing {

/// Rows by report path. The column 路径 (path, 文件, file) names the report: relative to the collection or to
/// one of its sources, with / or \, with or without .md, in any normalisation. Empty cells say nothing.
/// Told at the row: "catalogue-no-path-column" {}, "catalogue-no-report" {path, nearest}, "catalogue-twice"
/// {path, line of the first}.
std::map<std::string, Record> join_catalogue(std::vector<Record> rows,
                                             const std::vector<std::string>& reports,
                                             const std::vector<std::string>& sources, const Source& file,
                                             Notes& notes);

}  // namespace hanqing
