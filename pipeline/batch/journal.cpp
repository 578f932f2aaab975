// SPDX-License-Identifier: Apache-2.0
// The journal's file. A line that a kill cut short has no line end and is not read.
#include "batch/journal.hpp"

#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace hanqing {

Journal::Journal(const std::string& path) : path_(path) {
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor_ < 0) throw Failure("write-file", {path, std::strerror(errno)});
    // Ends whatever line was cut short, so that the next one stands alone.
    if (::write(descriptor_, "\n", 1) != 1) {
        const int error = errno;
        ::close(descriptor_);
        throw Failure("write-file", {path, std::strerror(error)});
    }
}

Journal::~Journal() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void Journal::add(const Outcome& outcome) {
    const std::string line = json_from(outcome) + "\n";
    const std::lock_guard lock(mutex_);
    std::string_view rest = line;
    while (!rest.empty()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw Failure("write-file", {path_, std::strerror(errno)});
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Journal::remove() { ::unlink(path_.c_str()); }

std::vector<Outcome> read_journal(const std::string& path) {
    std::vector<Outcome> outcomes;
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return outcomes;
    const std::string text = read_file(path, 1ULL << 32);
    std::string_view rest = text;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        if (auto outcome = outcome_from_json(rest.substr(0, end))) outcomes.push_back(std::move(*outcome));
        rest.remove_prefix(end + 1);
    }
    return outcomes;
}

}  // namespace hanqing
