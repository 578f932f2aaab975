// SPDX-License-Identifier: Apache-2.0
// Opening without following or waiting; reading until told otherwise.
#include "archive/reading.hpp"

#include "base/notes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace hanqing {
namespace {

[[noreturn]] void refuse(const std::string& path) {
    throw Failure("read-file", {path, std::strerror(errno)});
}

}  // namespace

InputFile::InputFile(const std::string& path, Links links)
    : path_(path),
      descriptor_(::open(path.c_str(),
                         O_RDONLY | O_CLOEXEC | O_NONBLOCK | (links == Links::refuse ? O_NOFOLLOW : 0))) {
    if (descriptor_ < 0 && errno == ELOOP && links == Links::refuse) throw Failure("not-a-file", {path});
    if (descriptor_ < 0) refuse(path);
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor_);
        throw Failure("not-a-file", {path});
    }
    size_ = static_cast<std::uint64_t>(status.st_size);
    ::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_SEQUENTIAL);
}

InputFile::~InputFile() { ::close(descriptor_); }

std::size_t InputFile::read(std::span<char> to) {
    for (;;) {
        const ssize_t got = ::read(descriptor_, to.data(), to.size());
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) refuse(path_);
    }
}

void InputFile::skip(std::uint64_t bytes) {
    if (::lseek(descriptor_, static_cast<off_t>(bytes), SEEK_CUR) < 0) refuse(path_);
}

void InputFile::seek(std::uint64_t offset) {
    if (::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0) refuse(path_);
}

}  // namespace hanqing
