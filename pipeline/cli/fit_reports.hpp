// SPDX-License-Identifier: Apache-2.0
// The reports of a year -> those that may be sealed, and why the others may not.
#pragma once

#include "archive/year.hpp"
#include "batch/collection.hpp"
#include "batch/finding.hpp"
#include "batch/run_record.hpp"
#include "batch/workshop.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace hanqing {

struct FitReports {
    std::vector<ArchivalRecord> records;
    std::vector<Finding>
        findings;  ///< An error for each report that is not built, failed, is stale or warned of.
    std::set<std::string> sheets;  ///< That the records were set with.
};

/// Reads what changed since it was built, nothing else. What is known of a report that may be missing goes
/// into `settings.missing`; one of another year is taken off that list.
FitReports fit_reports(const Collection& collection, const RunRecord& record, ArchiveSettings& settings,
                       std::int32_t year, Workshop& workshop);

}  // namespace hanqing
