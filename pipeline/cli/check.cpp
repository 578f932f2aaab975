// SPDX-License-Identifier: Apache-2.0
// hanqing check: every note, and with --layout what the finished pages measure; nothing written.
#include "batch/survey.hpp"
#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/layout_figures.hpp"
#include "cli/request.hpp"

#include <boost/filesystem.hpp>
#include <fmt/format.h>

namespace hanqing {
namespace {

namespace fs = boost::filesystem;

/// A path of the command line: a whole collection, or one report of one.
Collection collection_at(const std::string& path) {
    boost::system::error_code error;
    if (fs::is_directory(path, error)) return open_collection(path);
    const FoundReport found = find_report(path);
    return open_around(found.root, found.path);
}

struct Sum {
    std::size_t reports = 0;
    std::vector<std::string> rows;  ///< JSON of each report.
    std::vector<Finding> findings;
    LayoutFigures layout;
    Exit status = Exit::well;
};

/// Measures a report's lines and pages as they pass.
Observer measuring(MeasuredLayout& layout, const Fonts& fonts) {
    Observer observer;
    observer.lines = [&](const Lines& lines) { layout.lines = audit(lines, fonts, true).figures; };
    observer.pages = [&](const Pages& pages) { layout.pages = audit_pages(pages, fonts); };
    return observer;
}

void check(Bench& bench, const std::string& path, Sum& sum) {
    const Collection collection = collection_at(path);
    if (collection.reports.empty()) throw Failure("usage-no-report", {path});
    Workshop workshop(collection, font_request(bench.options));
    Tally tally;
    tally.wanted = tally.bytes_wanted = collection.reports.size();
    Survey how;
    how.done = [&](std::size_t, const Made& made) {
        tally.bytes_done = ++tally.done;
        tally.pages += made.outcome.pages;
        bench.screen.progress(tally);
    };
    std::vector<MeasuredLayout> layouts(bench.options.layout ? collection.reports.size() : 0);
    if (bench.options.layout)
        how.observer = [&](std::size_t i) { return measuring(layouts[i], workshop.fonts()); };
    const auto outcomes = survey(collection, collection.reports, workshop, how, bench.interrupts.stop());
    for (const auto& list : {collection.findings, workshop.findings()})
        sum.findings.insert(sum.findings.end(), list.begin(), list.end());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const Outcome& outcome = outcomes[i];
        if (outcome.source.empty()) continue;  // cut off by a signal
        sum.findings.insert(sum.findings.end(), outcome.findings.begin(), outcome.findings.end());
        sum.rows.push_back(json_report(outcome, outcome.status == Status::built ? Way::made : Way::failed,
                                       bench.options.tongue));
        sum.status = worse(sum.status, exit_of(outcome));
        ++sum.reports;
        if (!bench.options.layout || outcome.status != Status::built) continue;
        const auto faults = sum.layout.add(collection, outcome.source, layouts[i], bench.options.tongue);
        sum.findings.insert(sum.findings.end(), faults.begin(), faults.end());
    }
}

}  // namespace

Exit run_check(Bench& bench) {
    Sum sum;
    for (const std::string& path : bench.options.paths) check(bench, path, sum);
    bench.screen.tell(sum.findings);
    bench.screen.tell_rest();
    if (bench.options.json) {
        std::vector<std::string> members = {
            json_member("reports", fmt::format("[{}]", fmt::join(sum.rows, ",\n"))),
            json_member("findings", json_findings(sum.findings, bench.options.tongue))};
        if (bench.options.layout)
            for (std::string& member : sum.layout.json()) members.push_back(std::move(member));
        Screen::output(json_answer("check", members));
    }
    if (bench.options.layout) {
        sum.layout.print(bench.screen);
        if (!sum.layout.passed()) sum.status = worse(sum.status, Exit::errors);
    }
    bench.screen.result("check-summary", {std::to_string(sum.reports), std::to_string(bench.screen.errors()),
                                          std::to_string(bench.screen.warnings())});
    return sum.status;
}

}  // namespace hanqing
