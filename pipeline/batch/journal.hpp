// SPDX-License-Identifier: Apache-2.0
// Journal: one line for each report, written before its PDF gets its name, so that a killed run loses
// nothing.
#pragma once

#include "batch/outcome.hpp"

#include <mutex>
#include <string>
#include <vector>

namespace hanqing {

class Journal {
public:
    /// Begins a new one or goes on with what is there. Failure "write-file".
    explicit Journal(const std::string& path);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// Appends in one write. Thread-safe. Failure "write-file".
    void add(const Outcome& outcome);
    /// The run ended and run.json is on disk.
    void remove();

private:
    std::string path_;
    int descriptor_ = -1;
    std::mutex mutex_;
};

/// The complete lines of a journal; empty when there is none.
std::vector<Outcome> read_journal(const std::string& path);

}  // namespace hanqing
