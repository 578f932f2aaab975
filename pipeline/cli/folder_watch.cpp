// SPDX-License-Identifier: Apache-2.0
// Watching by inotify.
#include "cli/folder_watch.hpp"

#include "base/notes.hpp"

#include <boost/filesystem.hpp>

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace hanqing {
namespace {

namespace fs = boost::filesystem;

constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;

std::string joined(const std::string& folder, const std::string& name) {
    return folder.empty() ? name : folder + "/" + name;
}

}  // namespace

FolderWatch::FolderWatch(std::string root, std::set<std::string> passed_over)
    : root_(std::move(root)), passed_over_(std::move(passed_over)) {
    descriptor_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor_ < 0) throw Failure("watch-refused", {root_, std::strerror(errno)});
    add("");
}

FolderWatch::~FolderWatch() { ::close(descriptor_); }

void FolderWatch::add(const std::string& folder) {
    const std::string path = joined(root_, folder);
    const int watch = ::inotify_add_watch(descriptor_, path.c_str(), events | IN_ONLYDIR);
    if (watch < 0) {
        if (errno == ENOENT || errno == ENOTDIR) return;  // gone already
        throw Failure("watch-refused", {path, std::strerror(errno)});
    }
    folders_[watch] = folder;
    boost::system::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        const std::string below = joined(folder, name);
        if (name.front() == '.' || passed_over_.count(below) > 0) continue;
        if (fs::is_directory(at->symlink_status(error))) add(below);
    }
}

bool FolderWatch::read(Changes& changes) {
    alignas(inotify_event) std::array<char, 65536> block{};
    bool found = false;
    while (true) {
        const ssize_t got = ::read(descriptor_, block.data(), block.size());
        if (got <= 0) return found;
        for (ssize_t at = 0; at < got;) {
            const auto* event = reinterpret_cast<const inotify_event*>(block.data() + at);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            if ((event->mask & IN_Q_OVERFLOW) != 0) changes.lost = true;
            const auto folder = folders_.find(event->wd);
            if (folder == folders_.end() || event->len == 0 || event->name[0] == '.') continue;
            const std::string path = joined(folder->second, event->name);
            if (passed_over_.count(path) > 0) continue;
            found = true;
            if ((event->mask & IN_ISDIR) == 0) {
                changes.files.insert(path);
            } else {
                changes.lost = true;
                if ((event->mask & (IN_CREATE | IN_MOVED_TO)) != 0) add(path);
            }
        }
    }
}

FolderWatch::Changes FolderWatch::wait(std::chrono::milliseconds most, std::chrono::milliseconds quiet) {
    Changes changes;
    auto time = most;
    while (true) {
        pollfd ready{descriptor_, POLLIN, 0};
        const int count = ::poll(&ready, 1, static_cast<int>(time.count()));
        if (count <= 0) return changes;
        if (read(changes)) time = quiet;
    }
}

}  // namespace hanqing
