// SPDX-License-Identifier: Apache-2.0
// flock on a file that also says who holds it.
#include "batch/lock.hpp"

#include "base/notes.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace hanqing {
namespace {

std::string self() {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
    return std::to_string(::getpid()) + " " + host.data() + "\n";
}

std::string holder(int descriptor) {
    std::array<char, 300> text{};
    const ssize_t got = ::pread(descriptor, text.data(), text.size() - 1, 0);
    std::string who(text.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    while (!who.empty() && who.back() == '\n') who.pop_back();
    for (char& c : who)
        if (static_cast<unsigned char>(c) < 0x20) c = '?';
    return who.empty() ? "?" : who;
}

}  // namespace

Lock::Lock(const std::string& folder) {
    const std::string path = folder + "/lock";
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor_ < 0) throw Failure("lock-refused", {path, std::strerror(errno)});
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        const std::string who = holder(descriptor_);
        ::close(std::exchange(descriptor_, -1));
        if (error == EWOULDBLOCK) throw Failure("locked", {who});
        throw Failure("lock-refused", {path, std::strerror(error)});
    }
    // The name of the holder is a courtesy: a full disk does not stop the run here.
    const std::string who = self();
    if (::ftruncate(descriptor_, 0) == 0 && ::pwrite(descriptor_, who.data(), who.size(), 0) < 0) return;
}

Lock::~Lock() {
    if (descriptor_ < 0) return;
    if (::ftruncate(descriptor_, 0) != 0) errno = 0;
    ::close(descriptor_);
}

Lock::Lock(Lock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

}  // namespace hanqing
