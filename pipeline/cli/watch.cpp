// SPDX-License-Identifier: Apache-2.0
// hanqing watch: makes again what changed, while it is being written.
#include "batch/build.hpp"
#include "batch/walk.hpp"
#include "cli/build_request.hpp"
#include "cli/commands.hpp"
#include "cli/folder_watch.hpp"
#include "cli/request.hpp"

#include <algorithm>
#include <chrono>
#include <memory>

namespace hanqing {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::milliseconds(100);  ///< How often a signal is looked for.
constexpr auto quiet = std::chrono::milliseconds(15);

/// What a change asks to be opened again.
enum class Reach { reports, collection };

Reach reach_of(const FolderWatch::Changes& changes, const Collection& collection) {
    if (changes.lost) return Reach::collection;
    const bool only_known =
        std::all_of(changes.files.begin(), changes.files.end(), [&](const std::string& file) {
            const bool settings = file.ends_with(".yaml") || file == collection.settings.catalogue;
            return !settings && (!is_markdown(file) || std::binary_search(collection.reports.begin(),
                                                                          collection.reports.end(), file));
        });
    return only_known ? Reach::reports : Reach::collection;
}

class Watching {
public:
    explicit Watching(Bench& bench) : bench_(bench) { open(); }

    void run() {
        FolderWatch watch(collection_->root, {collection_->settings.output, collection_->settings.archive});
        make();
        bench_.screen.remark("watch-begins", {collection_->root});
        while (!bench_.interrupts.stop()) {
            const auto changes = watch.wait(patience, quiet);
            if (!changes.any()) continue;
            if (reach_of(changes, *collection_) == Reach::collection) open();
            make();
        }
    }

private:
    void open() {
        collection_ = std::make_unique<Collection>(collection_asked(bench_.options));
        workshop_ = std::make_unique<Workshop>(*collection_, font_request(bench_.options));
    }

    /// One run over what changed. A failure of the world is told, and the next change tries again.
    void make() {
        Screen screen(bench_.options);  // each round counts and groups for itself
        try {
            auto last = Clock::now();
            Watcher watcher;
            watcher.done = [&](const Outcome& outcome, Way way, const Tally&) {
                const auto now = Clock::now();
                const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(now - last).count();
                last = now;
                if (way != Way::failed)
                    screen.remark("watch-made",
                                  {outcome.source, std::to_string(outcome.pages), std::to_string(time)});
                screen.tell(outcome.findings);
            };
            const Run run = build(*collection_, *workshop_, build_request(bench_.options),
                                  bench_.interrupts.stop(), watcher);
            screen.tell(run.findings);
            for (const auto& [outcome, way] : run.reports)
                if (way == Way::failed) screen.tell(outcome.findings);
        } catch (const Failure& failure) {
            if (failure.id() == "locked") throw;
            screen.tell(failure);
        }
        screen.tell_rest();
    }

    Bench& bench_;
    std::unique_ptr<Collection> collection_;
    std::unique_ptr<Workshop> workshop_;
};

}  // namespace

Exit run_watch(Bench& bench) {
    bench.interrupts.expect_graceful_end();
    Watching(bench).run();
    return Exit::well;
}

}  // namespace hanqing
