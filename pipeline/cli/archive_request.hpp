// SPDX-License-Identifier: Apache-2.0
// A built collection -> what `archive` is asked to seal: values only, since neither side knows the other.
#pragma once

#include "archive/seal.hpp"
#include "batch/build.hpp"
#include "batch/collection.hpp"
#include "batch/run_record.hpp"
#include "batch/workshop.hpp"
#include "cli/options.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace hanqing {

/// Settings of hanqing.yaml's `archive` and the run's facts. Failure "usage-date" {text} for a --date that is
/// none.
ArchiveSettings archive_settings(const Collection& collection, const RunRecord& record,
                                 const Options& options, Notes& notes);

/// Today in the local time zone, or --date: the one place where a clock reaches an archive.
std::string sealing_date(const Options& options);

/// Sources of sheets as the records hold them, one copy for all.
using SheetTexts = std::map<const Source*, SharedBytes>;

/// One built report as a record, with its PDF, its Markdown, the images it used and its sheet's sources, and
/// the warnings that it was made with.
ArchivalRecord archival_record(const Collection& collection, const Outcome& outcome, Workshop& workshop,
                               SheetTexts& texts);

/// Lines "name TAB reason" of a list (--allow-missing, --withdraw); empty for no file. Failure
/// "usage-missing-list" {line}.
std::vector<std::pair<std::string, std::string>> reasons_from(const std::string& path);

/// Markdown in, PDF out, in the collection's own style: for the reports that `archive` writes itself.
TypesetMarkdown typeset_for_archive(const Collection& collection, Workshop& workshop);

}  // namespace hanqing
