// SPDX-License-Identifier: Apache-2.0
// Lock: one run at a time on one output folder. The kernel holds it, so a dead process never does.
#pragma once

#include <string>

namespace hanqing {

class Lock {
public:
    /// Takes FOLDER/lock or throws Failure "locked" {holder: "process 123 on host"}. Failure "lock-refused"
    /// {path, reason} where the file system has no locks.
    explicit Lock(const std::string& folder);
    ~Lock();
    Lock(Lock&& other) noexcept;
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    Lock& operator=(Lock&&) = delete;

private:
    int descriptor_ = -1;
};

}  // namespace hanqing
