// SPDX-License-Identifier: Apache-2.0
// hanqing pack: the finished reports of a year into sealed bags, read back before anybody is told that they
// are.
#include "archive/verify.hpp"
#include "base/file.hpp"
#include "batch/lock.hpp"
#include "batch/plan.hpp"
#include "cli/archive_request.hpp"
#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/passphrase.hpp"
#include "cli/receipts.hpp"
#include "cli/request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace hanqing {
namespace {

/// Whether a report is fit to be sealed, and why not.
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

struct Gathered {
    std::vector<ArchivalRecord> records;
    std::vector<Finding> findings;
};

Gathered gather_records(const Collection& collection, const RunRecord& record,
                        const ArchiveSettings& settings, const Options& options, Workshop& workshop) {
    KnownDigests nothing_known(collection.output_folder() + "/.hanqing/known", false);  // everything is read
    Selection selection;
    selection.year = options.year;
    const Plan planned = plan(collection, record, selection, workshop, nothing_known);
    Gathered gathered;
    for (const Planned& report : planned.reports) {
        if (report.state == Planned::State::elsewhere) continue;
        const bool may_miss = std::any_of(settings.missing.begin(), settings.missing.end(),
                                          [&](const MissingRecord& m) { return m.origin == report.source; });
        if (may_miss) continue;
        std::vector<Finding> why = unfit(report, record, collection.settings.accepted);
        if (why.empty()) gathered.records.push_back(archival_record(collection, report.outcome, workshop));
        gathered.findings.insert(gathered.findings.end(), why.begin(), why.end());
    }
    if (gathered.records.empty() && gathered.findings.empty())
        gathered.findings.push_back(
            {Weight::error, "", 0, 0, "pack-empty", {std::to_string(*options.year)}, 0});
    return gathered;
}

std::vector<SigningKey> signing_keys(const Options& options) {
    std::vector<SigningKey> keys;
    if (!options.unsigned_seal)
        for (const std::string& path : options.keys) keys.emplace_back(path, ask_passphrase);
    return keys;
}

std::string json_of(const std::vector<Sealed>& sealed, const std::vector<Year>& years, bool dry_run) {
    std::vector<std::string> bags;
    for (std::size_t i = 0; i < years.size(); ++i) {
        std::vector<std::string> files;
        if (!dry_run)
            for (const std::string& file : sealed[i].files) files.push_back(json_text(file));
        bags.push_back(fmt::format("{{{},\"documents\":{},\"files\":[{}]}}",
                                   json_member("bag", json_text(name_of(years[i]))), years[i].records.size(),
                                   fmt::join(files, ",")));
    }
    return json_answer("pack", {json_member("dry_run", dry_run ? "true" : "false"),
                                json_member("bags", fmt::format("[{}]", fmt::join(bags, ",\n")))});
}

Sealed seal_one(Bench& bench, const Year& year, const ArchiveSettings& settings, const PackRequest& request) {
    Sealed sealed = pack(year, settings, request);
    const Receipt receipt = verify(request.folder + "/" + sealed.seal.container, {});
    if (receipt.findings.has_errors()) {
        bench.screen.tell(findings_of_receipt(receipt));
        throw Failure("pack-not-read-back", {sealed.seal.container});
    }
    for (const std::string& file : sealed.files)
        bench.screen.remark("pack-file", {request.folder + "/" + file});
    bench.screen.result("packed", {sealed.seal.bag, std::to_string(sealed.seal.documents), settings.date,
                                   sealed.seal.container_sha256});
    return sealed;
}

}  // namespace

Exit run_pack(Bench& bench) {
    const Options& options = bench.options;
    const Collection collection = collection_asked(options);
    bench.screen.tell(collection.findings);
    make_folders(collection.output_folder() + "/.hanqing");
    const Lock lock(collection.output_folder() + "/.hanqing");
    if (std::filesystem::exists(collection.output_folder() + "/.hanqing/journal"))
        throw Failure("pack-unfinished");
    const RunRecord record = read_run_record(collection.output_folder() + "/run.json");
    Workshop workshop(collection, font_request(options));
    Notes notes;
    const ArchiveSettings settings = archive_settings(collection, record, options, notes);
    Gathered gathered = gather_records(collection, record, settings, options, workshop);
    bench.screen.tell(gathered.findings);
    std::vector<Year> years = gather(std::move(gathered.records), settings, notes);
    bench.screen.tell(findings_of(notes, {}, collection.files));
    if (bench.screen.errors() > 0) throw Failure("pack-refused", {std::to_string(bench.screen.errors())});

    if (options.keys.empty() && !options.unsigned_seal)
        bench.screen.tell({{Weight::remark, "", 0, 0, "pack-unsigned", {}, 0}});
    PackRequest request;
    request.folder = collection.absolute(collection.settings.archive);
    const std::vector<SigningKey> keys = signing_keys(options);
    request.keys = keys;
    request.timestamp_query = options.timestamp_query;
    request.repair_percent = options.repair;
    request.typeset = typeset_for_archive(collection, workshop);
    bench.interrupts.sweep_at_end(request.folder);
    std::vector<Sealed> sealed;
    for (Year& year : years) {
        revise(year, request.folder, options.correction);
        if (!options.dry_run)
            sealed.push_back(seal_one(bench, year, settings, request));
        else if (!options.json)
            Screen::output(describe(year));
    }
    if (options.json) Screen::output(json_of(sealed, years, options.dry_run));
    return Exit::well;
}

}  // namespace hanqing
