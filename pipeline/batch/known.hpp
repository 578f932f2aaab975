// SPDX-License-Identifier: Apache-2.0
// KnownDigests: digests of files, remembered under what the file system says of them, so that an unchanged
// collection is not read again.
#pragma once

#include "base/digest.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace hanqing {

class KnownDigests {
public:
    /// What was saved in `path`; nothing when it is not there, not ours, or `trust` is false.
    KnownDigests(std::string path, bool trust);

    /// SHA-256 of a regular file: remembered under (device, inode, size, mtime, ctime), else read. Nothing
    /// when there is no such file or it cannot be read. Thread-safe.
    std::optional<Digest> digest(const std::string& file);
    /// The digest of a file just read or written by this run. Thread-safe.
    void learn(const std::string& file, const Digest& digest);
    /// Keeps what was asked for since the start; losing it costs time only.
    void save() const;

private:
    using Identity = std::pair<std::uint64_t, std::uint64_t>;  ///< Device, inode.
    struct Entry {
        std::uint64_t size = 0;
        std::int64_t modified = 0, changed = 0;  ///< Nanoseconds.
        Digest digest;
    };
    struct Stamp;
    static std::optional<Stamp> stamp_of(const std::string& file);
    void read(std::string_view text, std::int64_t saved);

    std::string path_;
    std::map<Identity, Entry> earlier_;  ///< Never changed after loading.
    std::map<Identity, Entry> now_;
    mutable std::mutex mutex_;
};

}  // namespace hanqing
