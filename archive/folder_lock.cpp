// SPDX-License-Identifier: Apache-2.0
// The lock is held on a file of its own, which stays and says nothing.
#include "archive/folder_lock.hpp"

#include "base/notes.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace hanqing {

FolderLock::FolderLock(const std::string& folder)
    : descriptor_(
          ::open((folder + "/.hanqing-lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644)) {
    if (descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    if (descriptor_ >= 0) ::close(descriptor_);
    throw Failure("archive-locked", {folder});
}

FolderLock::~FolderLock() { ::close(descriptor_); }

}  // namespace hanqing
