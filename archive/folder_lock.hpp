// SPDX-License-Identifier: Apache-2.0
// One writer an archive folder.
#pragma once

#include <string>

namespace hanqing {

/// flock goes with the process, so no lock is ever left behind. Failure "archive-locked" {folder}.
class FolderLock {
public:
    explicit FolderLock(const std::string& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int descriptor_;
};

}  // namespace hanqing
