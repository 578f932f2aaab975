// SPDX-License-Identifier: Apache-2.0
// hanqing build: every report of a collection that changed.
#include "batch/build.hpp"

#include "archive/history.hpp"

#include "cli/build_request.hpp"
#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/request.hpp"

#include <fmt/format.h>

#include <chrono>

namespace hanqing {
namespace {

std::string json_of(const Run& run, Tongue tongue) {
    std::string reports = "[";
    for (const auto& [outcome, way] : run.reports)
        reports += (reports.size() > 1 ? ",\n" : "\n") + json_report(outcome, way, tongue);
    std::string removed = "[";
    for (const std::string& output : run.removed)
        removed += (removed.size() > 1 ? "," : "") + json_text(output);
    const Tally& t = run.tally;
    return json_answer(
        "build",
        {json_member("reports", reports + "]"), json_member("removed", removed + "]"),
         json_member("sealed", fmt::format("[{}]", fmt::join(run.left_alone, ","))),
         json_member("findings", json_findings(run.findings, tongue)),
         json_member(
             "summary",
             fmt::format(
                 R"({{"made":{},"unchanged":{},"cached":{},"failed":{},"pages":{},"interrupted":{}}})",
                 t.made, t.unchanged, t.cached, t.failed, t.pages, run.interrupted))});
}

void summarise(Screen& screen, const Run& run, const std::string& output, double seconds) {
    const Tally& t = run.tally;
    for (const std::string& file : run.removed) screen.remark("output-removed", {file});
    for (const std::int32_t year : run.left_alone) screen.remark("year-sealed", {std::to_string(year)});
    for (const auto& [outcome, way] : run.reports)
        if (way == Way::failed) screen.remark("report-failed", {outcome.source});
    if (run.interrupted)
        screen.remark("build-interrupted", {std::to_string(t.done), std::to_string(t.wanted)});
    screen.result("build-summary", {std::to_string(run.reports.size()), std::to_string(t.made + t.cached),
                                    std::to_string(t.unchanged), std::to_string(t.failed),
                                    std::to_string(t.pages), fmt::format("{:.1f}", seconds), output});
}

}  // namespace

BuildRequest build_request(const Options& options) {
    BuildRequest request;
    request.selection = {options.year, options.only, options.force, {}};
    request.jobs = options.jobs;
    request.cache = options.cache;
    request.write_fonts_lock = options.accept_fonts;
    if (!options.cache_size.empty()) {
        const auto bytes = byte_count(options.cache_size);
        if (!bytes) throw Failure("usage-byte-count", {options.cache_size});
        request.cache_bytes = *bytes;
    }
    return request;
}

Exit exit_of(const Run& run) {
    Exit status = Exit::well;
    for (const auto& [outcome, way] : run.reports) status = worse(status, exit_of(outcome));
    return run.interrupted ? Exit::interrupted : status;
}

Exit run_build(Bench& bench) {
    const auto start = std::chrono::steady_clock::now();
    BuildRequest request = build_request(bench.options);
    const Collection collection = collection_asked(bench.options);
    for (const StoredSeal& stored : read_history(collection.absolute(collection.settings.archive)))
        if (stored.seal && stored.seal->year != 0) request.selection.sealed.insert(stored.seal->year);
    bench.interrupts.expect_graceful_end();
    Workshop workshop(collection, font_request(bench.options));
    Watcher watcher;
    watcher.done = [&](const Outcome& outcome, Way, const Tally& tally) {
        if (bench.options.verbose > 0)
            bench.screen.remark("report-done", {outcome.source, std::to_string(outcome.pages)});
        bench.screen.progress(tally);
    };
    const Run run = build(collection, workshop, request, bench.interrupts.stop(), watcher);
    bench.screen.tell(run.findings);
    for (const auto& [outcome, way] : run.reports) bench.screen.tell(outcome.findings);
    bench.screen.tell_rest();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (bench.options.json)
        Screen::output(json_of(run, bench.options.tongue));
    else
        summarise(bench.screen, run, collection.output_folder(), seconds);
    return exit_of(run);
}

}  // namespace hanqing
