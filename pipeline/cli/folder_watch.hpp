// SPDX-License-Identifier: Apache-2.0
// FolderWatch: which files below a folder were written, made, moved or removed, as soon as the kernel says
// so.
#pragma once

#include <chrono>
#include <map>
#include <set>
#include <string>

namespace hanqing {

class FolderWatch {
public:
    /// Watches `root` and all folders below it but hidden ones and those in `passed_over` (below the root).
    /// Failure "watch-refused" {root, reason}: no inotify, or more folders than the system allows.
    FolderWatch(std::string root, std::set<std::string> passed_over);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    struct Changes {
        std::set<std::string> files;  ///< Paths below the root.
        bool lost = false;  ///< The kernel's queue overflowed, or folders came or went: look everywhere.
        [[nodiscard]] bool any() const { return lost || !files.empty(); }
    };
    /// Waits at most so long for a change, then until nothing more came for `quiet`: an editor writes a file
    /// in several steps, git many files.
    Changes wait(std::chrono::milliseconds most, std::chrono::milliseconds quiet);

private:
    void add(const std::string& folder);
    /// Takes what is queued. True when there was something.
    bool read(Changes& changes);

    std::string root_;
    std::set<std::string> passed_over_;
    int descriptor_ = -1;
    std::map<int, std::string> folders_;  ///< By watch number; paths below the root.
};

}  // namespace hanqing
