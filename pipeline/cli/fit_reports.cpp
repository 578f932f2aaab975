// SPDX-License-Identifier: Apache-2.0
// Nothing is sealed that its author was warned of and nobody accepted.
#include "cli/fit_reports.hpp"

#include "batch/plan.hpp"
#include "cli/archive_request.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// Why a report is not fit to be sealed; empty: it is.
std::vector<Finding> unfit(const Planned& planned, const RunRecord& record,
                           const std::vector<std::string>& accepted) {
    const auto refuse = [&](const char* id) {
        return std::vector<Finding>{{Weight::error, planned.source, 0, 0, id, {}, 0}};
    };
    const auto row = record.reports.find(planned.source);
    if (planned.state == Planned::State::refused) return planned.outcome.findings;
    if (row == record.reports.end()) return refuse("pack-not-built");
    if (row->second.status != Status::built) return refuse("pack-failed");
    if (planned.state != Planned::State::current) return refuse("pack-stale");
    std::vector<Finding> findings;
    for (Finding finding : row->second.findings) {
        if (finding.weight != Weight::warning) continue;
        if (std::find(accepted.begin(), accepted.end(), finding.id) != accepted.end()) continue;
        finding.weight = Weight::error;
        findings.push_back(std::move(finding));
    }
    return findings;
}

/// What the last run knew of a report that is to be left out.
void describe_missing(MissingRecord& missing, const RunRecord& record) {
    const auto row = record.reports.find(missing.origin);
    if (row == record.reports.end()) return;
    missing.fonds = row->second.meta("fonds");
    missing.retention = row->second.meta("retention");
    missing.access = row->second.meta("access");
    missing.secrecy = row->second.meta("secrecy");
}

}  // namespace

FitReports fit_reports(const Collection& collection, const RunRecord& record, ArchiveSettings& settings,
                       std::int32_t year, Workshop& workshop) {
    // What is remembered only decides what is fit; packing reads every byte and compares it with its digest.
    KnownDigests known(collection.output_folder() + "/.hanqing/known", true);
    Selection selection;
    selection.year = year;
    const Plan planned = plan(collection, record, selection, workshop, known);
    FitReports fit;
    SheetTexts texts;
    for (const Planned& report : planned.reports) {
        const auto missing =
            std::find_if(settings.missing.begin(), settings.missing.end(),
                         [&](const MissingRecord& one) { return one.origin == report.source; });
        if (report.state == Planned::State::elsewhere) {
            if (missing != settings.missing.end()) settings.missing.erase(missing);
            continue;
        }
        if (missing != settings.missing.end()) {
            describe_missing(*missing, record);
            continue;
        }
        std::vector<Finding> why = unfit(report, record, collection.settings.accepted);
        if (why.empty()) {
            fit.records.push_back(archival_record(collection, report.outcome, workshop, texts));
            fit.sheets.insert(report.outcome.style);
        }
        fit.findings.insert(fit.findings.end(), why.begin(), why.end());
    }
    if (fit.records.empty() && fit.findings.empty())
        fit.findings.push_back({Weight::error, "", 0, 0, "pack-empty", {std::to_string(year)}, 0});
    return fit;
}

}  // namespace hanqing
