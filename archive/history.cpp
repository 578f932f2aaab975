// SPDX-License-Identifier: Apache-2.0
// Reading the seals of a folder.
#include "archive/history.hpp"

#include "base/file.hpp"
#include "base/notes.hpp"

#include <boost/filesystem/directory.hpp>
#include <boost/filesystem/operations.hpp>

#include <algorithm>
#include <limits>
#include <tuple>

namespace hanqing {

std::string folder_of_path(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string sha512_hex(std::string_view bytes) {
    Hasher hasher(Algorithm::sha512);
    hasher.update(bytes);
    return hex(hasher.finish());
}

bool file_exists(const std::string& path) {
    boost::system::error_code error;
    return boost::filesystem::symlink_status(path, error).type() == boost::filesystem::regular_file;
}

StoredSeal read_seal(const std::string& seal_path) {
    StoredSeal stored;
    stored.path = seal_path;
    const std::string name = file_name(seal_path);
    stored.bag = name.ends_with(seal_ending) ? name.substr(0, name.size() - seal_ending.size()) : name;
    try {
        stored.text = read_file(seal_path, small_file_max);
        stored.seal = seal_from_text(stored.text);
    } catch (const Failure&) {  // too large, no plain file, not ours to read: a seal that says nothing
        return stored;
    }
    if (stored.seal && stored.seal->bag != stored.bag) stored.seal.reset();
    return stored;
}

std::vector<StoredSeal> read_history(const std::string& folder) {
    namespace files = boost::filesystem;
    std::vector<StoredSeal> history;
    boost::system::error_code error;
    files::directory_iterator entry(folder, error);
    if (error && error != boost::system::errc::no_such_file_or_directory)
        throw Failure("read-file", {folder, error.message()});
    for (; !error && entry != files::directory_iterator(); entry.increment(error))
        if (entry->path().filename().string().ends_with(seal_ending) && file_exists(entry->path().string()))
            history.push_back(read_seal(folder + "/" + entry->path().filename().string()));
    const auto order = [](const StoredSeal& stored) {
        const auto last = std::numeric_limits<std::uint32_t>::max();
        return std::make_tuple(stored.seal ? stored.seal->sequence : last, stored.bag);
    };
    std::sort(history.begin(), history.end(),
              [&](const StoredSeal& a, const StoredSeal& b) { return order(a) < order(b); });
    return history;
}

}  // namespace hanqing
