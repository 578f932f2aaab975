// SPDX-License-Identifier: Apache-2.0
// Plan -> Run: every stale report typeset and put in its place; start reading here.
#pragma once

#include "batch/collection.hpp"
#include "batch/plan.hpp"
#include "batch/workshop.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <shared_mutex>
#include <set>
#include <string>
#include <vector>

namespace hanqing {

struct BuildRequest {
    Selection selection;
    unsigned jobs = 0;              ///< 0: as many as there are processors.
    std::string cache;              ///< Folder; empty: the settings', or none.
    std::uint64_t cache_bytes = 0;  ///< 0: the settings'.
    bool write_fonts_lock = false;  ///< Accept the faces of this machine as the collection's.
};

/// How a report came to be what it is.
enum class Way : std::uint8_t { made, unchanged, cached, failed };

/// Sums so far, for a progress line.
struct Tally {
    std::size_t wanted = 0, done = 0;  ///< Reports to be made, and made or failed.
    std::size_t made = 0, unchanged = 0, cached = 0, failed = 0;
    std::uint64_t pages = 0;                         ///< Of the reports made or taken from the cache.
    std::uint64_t bytes_wanted = 0, bytes_done = 0;  ///< Of sources: what the time left is reckoned from.
};

struct Watcher {
    std::function<void(const Tally&)> planned;
    /// After each report, one at a time.
    std::function<void(const Outcome&, Way, const Tally&)> done;
};

struct Run {
    std::vector<std::pair<Outcome, Way>> reports;  ///< The selected ones, by source.
    std::vector<Finding> findings;                 ///< About the collection, its sheets and the fonts.
    Tally tally;
    std::vector<std::string> removed;   ///< Outputs whose report is gone.
    std::set<std::int32_t> left_alone;  ///< Sealed years with reports here.
    bool interrupted = false;
};

/// Builds what changed. Takes the lock, resumes after a killed run, leaves run.json, 目录.csv and fonts.lock.
/// `stop` ends it after the reports in hand. Failures: "locked", and of files; one report's never stops the
/// rest.
Run build(const Collection& collection, Workshop& workshop, const BuildRequest& request,
          const std::atomic<bool>& stop, const Watcher& watcher);

/// Held shared while a file is written: who takes it alone may end the process and leave nothing half done.
std::shared_mutex& writing();

}  // namespace hanqing
