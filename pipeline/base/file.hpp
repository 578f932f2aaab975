// SPDX-License-Identifier: Apache-2.0
// Files: read whole with a limit; written complete or not at all (aside, fsync, rename, fsync of the folder).
#pragma once

#include "base/digest.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace hanqing {

/// Reads a regular file. Throws Failure "read-file" {path, reason} when it cannot, is no regular file
/// (never blocks on a FIFO or device) or is longer than `size_max`.
std::string read_file(const std::string& path, std::uint64_t size_max);
/// SHA-256 of what read_file would give, without holding it.
Digest digest_of_file(const std::string& path, std::uint64_t size_max);

/// A file that appears under its name only when complete. Destroyed without `commit`, it leaves nothing.
class AtomicFile {
public:
    /// Creates the temporary file beside `path`; folders above must exist. Failure "write-file" {path,
    /// reason}.
    explicit AtomicFile(std::string path);
    ~AtomicFile();
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    AtomicFile& operator=(AtomicFile&&) = delete;

    void write(std::string_view bytes);
    /// fsync, rename over `path`, fsync of the folder. Nothing may be written after it.
    void commit();

private:
    std::string path_, temporary_;
    int descriptor_ = -1;
};

/// The usual case in one call.
void write_file(const std::string& path, std::string_view bytes);

/// Makes a folder and those above it, each synced. Failure "make-folder" {path, reason}.
void make_folders(const std::string& path);

}  // namespace hanqing
