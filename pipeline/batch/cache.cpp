// SPDX-License-Identifier: Apache-2.0
// Entries: a line with the digest of the rest, a line of JSON, the PDF. Two kinds: KEY.pdf, and BASE.inputs
// (no PDF), since the images of a report are known only after it was read once.
#include "batch/cache.hpp"

#include "base/file.hpp"

#include <boost/filesystem.hpp>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <vector>

namespace hanqing {
namespace {

namespace fs = boost::filesystem;

constexpr std::uint64_t entry_size_max = 1ULL << 32;

std::string sealed(const std::string& rest) { return hex(sha256(rest)) + "\n" + rest; }

/// The part after the digest, when the digest holds.
std::optional<std::string> opened(const std::string& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return std::nullopt;
    try {
        std::string bytes = read_file(file, entry_size_max);
        if (bytes.size() > 65 && bytes[64] == '\n') {
            std::string rest = bytes.substr(65);
            if (hex(sha256(rest)) == bytes.substr(0, 64)) return rest;
        }
    } catch (const Failure&) {
        return std::nullopt;  // another process may be replacing it
    }
    boost::system::error_code error;
    fs::remove(file, error);
    return std::nullopt;
}

void write_entry(const std::string& file, const std::string& rest) {
    make_folders(file.substr(0, file.rfind('/')));
    write_file(file, sealed(rest));
}

}  // namespace

Cache::Cache(std::string folder, std::uint64_t bytes_max)
    : folder_(std::move(folder)), bytes_max_(bytes_max) {
    make_folders(folder_);
}

std::string Cache::path(const Digest& key, std::string_view ending) const {
    const std::string name = hex(key);
    return folder_ + "/" + name.substr(0, 2) + "/" + name.substr(2) + std::string(ending);
}

std::optional<Outcome> Cache::inputs(const Digest& base) const {
    const auto rest = opened(path(base, ".inputs"));
    return rest ? outcome_from_json(*rest) : std::nullopt;
}

std::optional<Cache::Entry> Cache::get(const Digest& key) const {
    const std::string file = path(key, ".pdf");
    const auto rest = opened(file);
    if (!rest) return std::nullopt;
    const std::size_t line = rest->find('\n');
    if (line == std::string::npos) return std::nullopt;
    auto outcome = outcome_from_json(std::string_view(*rest).substr(0, line));
    if (!outcome || outcome->key != key) return std::nullopt;
    ::utimensat(AT_FDCWD, file.c_str(), nullptr, 0);  // used now: trimmed last
    return Entry{std::move(*outcome), rest->substr(line + 1)};
}

void Cache::put(const Outcome& outcome, const std::string& pdf) const {
    const std::string line = json_from(outcome);
    try {
        write_entry(path(outcome.key, ".pdf"), line + "\n" + pdf);
        write_entry(path(outcome.base, ".inputs"), line);
    } catch (const Failure&) {
        return;
    }
}

void Cache::trim() const {
    struct Item {
        std::time_t used = 0;
        std::uint64_t size = 0;
        fs::path path;
    };
    std::vector<Item> items;
    std::uint64_t total = 0;
    boost::system::error_code error;
    for (fs::recursive_directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
        boost::system::error_code gone;
        if (!fs::is_regular_file(at->symlink_status(gone)) || gone) continue;
        const std::uint64_t size = fs::file_size(at->path(), gone);
        const std::time_t used = fs::last_write_time(at->path(), gone);
        if (gone) continue;
        total += size;
        items.push_back({used, size, at->path()});
    }
    if (total <= bytes_max_) return;
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.used < b.used; });
    for (const Item& item : items) {
        if (total <= bytes_max_ / 10 * 9) break;
        if (fs::remove(item.path, error)) total -= item.size;
    }
}

}  // namespace hanqing
