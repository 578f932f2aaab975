// SPDX-License-Identifier: Apache-2.0
// hanqing pack: the finished reports of a year into sealed bags, read back before anybody is told that they
// are.
#include "archive/revision.hpp"
#include "archive/verify.hpp"
#include "base/file.hpp"
#include "batch/lock.hpp"
#include "cli/archive_fonts.hpp"
#include "cli/archive_request.hpp"
#include "cli/commands.hpp"
#include "cli/fit_reports.hpp"
#include "cli/json.hpp"
#include "cli/passphrase.hpp"
#include "cli/receipts.hpp"
#include "cli/request.hpp"
#include "cli/unfinished_pack.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

namespace hanqing {
namespace {

std::vector<SigningKey> signing_keys(const Options& options) {
    std::vector<SigningKey> keys;
    if (!options.unsigned_seal)
        for (const std::string& path : options.keys)
            keys.emplace_back(path, passphrase_from(options.passphrase_descriptor));
    return keys;
}

std::string json_of(const std::vector<Sealed>& sealed, const std::vector<Year>& years,
                    const std::string& fonts_bag, bool dry_run) {
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
                                json_member("fonts_bag", json_text(fonts_bag)),
                                json_member("bags", fmt::format("[{}]", fmt::join(bags, ",\n")))});
}

/// Warnings of gathering stop the packing like those of a report, unless the collection accepts them by name.
std::vector<Finding> stern(std::vector<Finding> findings, const std::vector<std::string>& accepted) {
    for (Finding& finding : findings)
        if (finding.weight == Weight::warning &&
            std::find(accepted.begin(), accepted.end(), finding.id) == accepted.end())
            finding.weight = Weight::error;
    return findings;
}

class Packing {
public:
    Packing(Bench& bench, const Collection& collection)
        : bench_(bench),
          collection_(collection),
          record_(read_run_record(collection.output_folder() + "/run.json")),
          workshop_(collection, font_request(bench.options)),
          settings_(archive_settings(collection, record_, bench.options, notes_)),
          keys_(signing_keys(bench.options)) {
        request_.folder = collection.absolute(collection.settings.archive);
        request_.keys = keys_;
        request_.timestamp_query = bench.options.timestamp_query;
        request_.repair_percent = bench.options.repair;
        request_.container = bench.options.zip ? ContainerKind::zip : ContainerKind::tar;
        request_.typeset = typeset_for_archive(collection, workshop_);
    }

    Exit run() {
        std::vector<Year> years = gathered();
        bench_.screen.tell(stern(findings_of(notes_, {}, collection_.files), collection_.settings.accepted));
        if (bench_.screen.errors() > 0)
            throw Failure("pack-refused", {std::to_string(bench_.screen.errors())});
        if (years.empty()) {
            if (!bench_.options.dry_run) unfinished_->end();
            bench_.screen.result("pack-nothing");
            if (bench_.options.json) Screen::output(json_of({}, {}, "", bench_.options.dry_run));
            return Exit::well;
        }
        if (bench_.options.keys.empty() && !bench_.options.unsigned_seal)
            bench_.screen.tell({{Weight::remark, "", 0, 0, "pack-unsigned", {}, 0}});
        bench_.interrupts.sweep_at_end(request_.folder);
        if (!bench_.options.dry_run && settings_.keep_fonts) seal_fonts();
        if (!bench_.options.dry_run) unfinished_->begin(years);
        std::vector<Sealed> sealed;
        for (const Year& year : years) {
            if (!bench_.options.dry_run)
                sealed.push_back(seal_one(year));
            else if (!bench_.options.json)
                Screen::output(describe(year));
        }
        if (!bench_.options.dry_run) unfinished_->end();
        if (bench_.options.json)
            Screen::output(json_of(sealed, years, settings_.fonts_bag, bench_.options.dry_run));
        return Exit::well;
    }

private:
    std::vector<Year> gathered() {
        FitReports fit = fit_reports(collection_, record_, settings_, *bench_.options.year, workshop_);
        bench_.screen.tell(fit.findings);
        sheets_ = std::move(fit.sheets);
        std::vector<Year> years = gather(std::move(fit.records), settings_, notes_);
        leave_out_sealed(years);
        return revisions(std::move(years), request_.folder, bench_.options.correction, notes_);
    }

    /// Only a run that sets out to seal the very same goes on where an earlier one was cut short.
    void leave_out_sealed(std::vector<Year>& years) {
        std::string all = json_from(record_, {}) + settings_.date + "\n" + bench_.options.correction + "\n";
        for (const Year& year : years) all += describe(year);
        unfinished_.emplace(request_.folder, sha256(all));
        std::erase_if(years, [&](const Year& year) {
            const std::string bag = unfinished_->sealed(year);
            if (bag.empty()) return false;
            read_back(bag + std::string(ending_of(request_.container)));
            bench_.screen.remark("pack-resumed", {bag});
            return true;
        });
    }

    void seal_fonts() {
        Notes remarks;
        const std::vector<FontFile> files = font_files(sheets_, workshop_, remarks);
        bench_.screen.tell(findings_of(remarks, {}, {}));
        if (files.empty()) return;
        settings_.fonts_bag = pack_fonts(files, settings_, request_);
        const std::string container = settings_.fonts_bag + std::string(ending_of(request_.container));
        if (!std::filesystem::exists(request_.folder + "/" + container))
            return;  // sealed in another container
        read_back(container);
        bench_.screen.remark("pack-fonts", {settings_.fonts_bag, std::to_string(files.size())});
    }

    Sealed seal_one(const Year& year) {
        Sealed sealed = pack(year, settings_, request_);
        read_back(sealed.seal.container);
        for (const std::string& file : sealed.files)
            bench_.screen.remark("pack-file", {request_.folder + "/" + file});
        bench_.screen.result("packed", {sealed.seal.bag, std::to_string(sealed.seal.documents),
                                        settings_.date, sealed.seal.container_sha256});
        return sealed;
    }

    /// A receipt is the proof, not the writer's word.
    void read_back(const std::string& container) {
        const Receipt receipt = verify(request_.folder + "/" + container, {});
        if (!receipt.findings.has_errors()) return;
        bench_.screen.tell(findings_of_receipt(receipt));
        throw Failure("pack-not-read-back", {container});
    }

    Bench& bench_;
    const Collection& collection_;
    RunRecord record_;
    Workshop workshop_;
    Notes notes_;
    ArchiveSettings settings_;
    std::vector<SigningKey> keys_;
    PackRequest request_;
    std::optional<UnfinishedPack> unfinished_;
    std::set<std::string> sheets_;
};

}  // namespace

Exit run_pack(Bench& bench) {
    const Collection collection = collection_asked(bench.options);
    bench.screen.tell(collection.findings);
    make_folders(collection.output_folder() + "/.hanqing");
    const Lock lock(collection.output_folder() + "/.hanqing");
    if (std::filesystem::exists(collection.output_folder() + "/.hanqing/journal"))
        throw Failure("pack-unfinished");
    return Packing(bench, collection).run();
}

}  // namespace hanqing
