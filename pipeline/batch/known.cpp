// SPDX-License-Identifier: Apache-2.0
// Remembered digests. As in git's index, an entry whose file changed in the same tick in which the memory was
// saved is not trusted: a later change might carry the same time.
#include "batch/known.hpp"

#include "base/file.hpp"
#include "base/notes.hpp"

#include <sys/stat.h>

#include <charconv>
#include <limits>

namespace hanqing {
namespace {

constexpr std::string_view head = "hanqing-known 1\n";
constexpr std::uint64_t file_size_max = 1ULL << 32;
constexpr std::uint64_t memory_size_max = 1ULL << 30;
constexpr std::int64_t second = 1'000'000'000;

std::int64_t nanoseconds(const timespec& t) {
    return static_cast<std::int64_t>(t.tv_sec) * second + t.tv_nsec;
}

/// Ticks are a few milliseconds on local file systems, up to two seconds where times are whole seconds.
bool in_the_same_tick(std::int64_t changed, std::int64_t saved) {
    return changed + (changed % second == 0 ? 2 * second : second / 50) >= saved;
}

template <typename Number>
bool take(std::string_view& line, Number& to) {
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), to);
    if (error != std::errc() || end == line.data() + line.size() || *end != ' ') return false;
    line.remove_prefix(static_cast<std::size_t>(end - line.data()) + 1);
    return true;
}

}  // namespace

struct KnownDigests::Stamp {
    Identity identity;
    std::uint64_t size = 0;
    std::int64_t modified = 0, changed = 0;
};

KnownDigests::KnownDigests(std::string path, bool trust) : path_(std::move(path)) {
    const auto own = stamp_of(path_);
    if (!trust || !own) return;
    try {
        read(read_file(path_, memory_size_max), own->modified);
    } catch (const Failure&) {
        earlier_.clear();  // a memory that cannot be read is no memory
    }
}

void KnownDigests::read(std::string_view text, std::int64_t saved) {
    if (!text.starts_with(head)) return;
    text.remove_prefix(head.size());
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 1);
        Identity identity;
        Entry entry;
        if (!take(line, identity.first) || !take(line, identity.second) || !take(line, entry.size) ||
            !take(line, entry.modified) || !take(line, entry.changed))
            continue;
        const auto digest = digest_from_hex(line);
        if (!digest || in_the_same_tick(std::max(entry.modified, entry.changed), saved)) continue;
        entry.digest = *digest;
        earlier_.emplace(identity, entry);
    }
}

std::optional<KnownDigests::Stamp> KnownDigests::stamp_of(const std::string& file) {
    struct stat s {};
    if (::stat(file.c_str(), &s) != 0 || !S_ISREG(s.st_mode)) return std::nullopt;
    return Stamp{{s.st_dev, s.st_ino},
                 static_cast<std::uint64_t>(s.st_size),
                 nanoseconds(s.st_mtim),
                 nanoseconds(s.st_ctim)};
}

std::optional<Digest> KnownDigests::digest(const std::string& file) {
    const auto stamp = stamp_of(file);
    if (!stamp) return std::nullopt;
    const auto fits = [&](const Entry& e) {
        return e.size == stamp->size && e.modified == stamp->modified && e.changed == stamp->changed;
    };
    if (const auto known = earlier_.find(stamp->identity); known != earlier_.end() && fits(known->second)) {
        const std::lock_guard lock(mutex_);
        now_[stamp->identity] = known->second;
        return known->second.digest;
    }
    try {
        const Digest digest = digest_of_file(file, file_size_max);
        learn(file, digest);
        return digest;
    } catch (const Failure&) {
        return std::nullopt;
    }
}

void KnownDigests::learn(const std::string& file, const Digest& digest) {
    const auto stamp = stamp_of(file);
    if (!stamp) return;
    const std::lock_guard lock(mutex_);
    now_[stamp->identity] = {stamp->size, stamp->modified, stamp->changed, digest};
}

void KnownDigests::save() const {
    const std::lock_guard lock(mutex_);
    std::string text(head);
    for (const auto& [identity, entry] : now_) {
        for (const auto n : {identity.first, identity.second, entry.size}) text += std::to_string(n) + " ";
        for (const auto n : {entry.modified, entry.changed}) text += std::to_string(n) + " ";
        text += hex(entry.digest) + "\n";
    }
    write_file(path_, text);
}

}  // namespace hanqing
