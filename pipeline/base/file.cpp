// SPDX-License-Identifier: Apache-2.0
// Reading and writing files. POSIX calls, because fsync of a file and of its folder is the point.
#include "base/file.hpp"

#include "base/notes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace hanqing {
namespace {

/// Closes on every way out.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

[[noreturn]] void refuse(const char* doing, const std::string& path, int error) {
    throw Failure(doing, {path, std::strerror(error)});
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// A rename is on disk only when its folder is.
void sync_folder(const std::string& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.number() < 0 || ::fsync(descriptor.number()) != 0) refuse("write-file", folder, errno);
}

void write_all(int descriptor, const std::string& path, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) refuse("write-file", path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// A regular file while it is read, held to what it was when it was opened.
class Reading {
public:
    Reading(const std::string& path, std::uint64_t size_max)
        // O_NONBLOCK: opening a FIFO must not wait for a writer.
        : path_(path), descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
        if (descriptor_.number() < 0) refuse("read-file", path, errno);
        if (::fstat(descriptor_.number(), &status_) != 0) refuse("read-file", path, errno);
        if (S_ISDIR(status_.st_mode)) refuse("read-file", path, EISDIR);
        if (!S_ISREG(status_.st_mode)) throw Failure("not-a-file", {path});
        if (size() > size_max)
            throw Failure("file-too-large", {path, std::to_string(size()), std::to_string(size_max)});
    }
    [[nodiscard]] std::uint64_t size() const { return static_cast<std::uint64_t>(status_.st_size); }

    /// Fills all of `to`.
    void fill(char* to, std::size_t size) {
        for (std::size_t filled = 0; filled < size;) {
            const ssize_t got = ::read(descriptor_.number(), to + filled, size - filled);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) refuse("read-file", path_, errno);
            if (got == 0) throw Failure("file-changed", {path_});
            filled += static_cast<std::size_t>(got);
        }
    }

    void end() const {
        struct stat after {};
        if (::fstat(descriptor_.number(), &after) != 0) refuse("read-file", path_, errno);
        if (after.st_size != status_.st_size || after.st_mtim.tv_sec != status_.st_mtim.tv_sec ||
            after.st_mtim.tv_nsec != status_.st_mtim.tv_nsec)
            throw Failure("file-changed", {path_});
    }

private:
    const std::string& path_;
    Descriptor descriptor_;
    struct stat status_ {};
};

}  // namespace

std::string read_file(const std::string& path, std::uint64_t size_max) {
    Reading reading(path, size_max);
    std::string bytes(static_cast<std::size_t>(reading.size()), '\0');
    reading.fill(bytes.data(), bytes.size());
    reading.end();
    return bytes;
}

Digest digest_of_file(const std::string& path, std::uint64_t size_max) {
    constexpr std::uint64_t piece_bytes = std::uint64_t{1} << 20U;
    Reading reading(path, size_max);
    Hasher hasher(Algorithm::sha256);
    std::string piece(static_cast<std::size_t>(std::min(piece_bytes, reading.size())), '\0');
    for (std::uint64_t left = reading.size(); left > 0; left -= piece.size()) {
        piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, piece.size())));
        reading.fill(piece.data(), piece.size());
        hasher.update(piece);
    }
    reading.end();
    Digest digest;
    const std::string raw = hasher.finish();
    std::copy(raw.begin(), raw.end(), digest.bytes.begin());
    return digest;
}

AtomicFile::AtomicFile(std::string path) : path_(std::move(path)) {
    // Process and counter keep two writers of one name apart; a leftover of a killed run is recognised by the
    // prefix.
    static std::atomic<unsigned> counter = 0;
    const auto slash = path_.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : path_.substr(0, slash + 1);
    temporary_ = folder + ".hanqing-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp";
    descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor_ < 0) refuse("write-file", path_, errno);
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

AtomicFile::~AtomicFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(temporary_.c_str());
}

void AtomicFile::write(std::string_view bytes) {
    assert(descriptor_ >= 0);
    write_all(descriptor_, path_, bytes);
}

void AtomicFile::commit() {
    assert(descriptor_ >= 0);
    if (::fsync(descriptor_) != 0) refuse("write-file", path_, errno);  // the destructor then removes it
    const int closed = ::close(std::exchange(descriptor_, -1));
    const int error = closed != 0 ? errno : ::rename(temporary_.c_str(), path_.c_str()) != 0 ? errno : 0;
    if (error != 0) {
        ::unlink(temporary_.c_str());
        refuse("write-file", path_, error);
    }
    sync_folder(folder_of(path_));
}

void write_file(const std::string& path, std::string_view bytes) {
    AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

void make_folders(const std::string& path) {
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
        const std::string folder = path.substr(0, end);
        if (::mkdir(folder.c_str(), 0755) == 0)
            sync_folder(folder_of(folder));
        else if (errno != EEXIST && errno != EISDIR)
            refuse("make-folder", folder, errno);
        if (end == std::string::npos) break;
    }
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) refuse("make-folder", path, errno);
    if (!S_ISDIR(status.st_mode)) refuse("make-folder", path, ENOTDIR);
}

}  // namespace hanqing
