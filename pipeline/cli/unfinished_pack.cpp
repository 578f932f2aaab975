// SPDX-License-Identifier: Apache-2.0
// Remembering what is being packed: a line with the digest of it all, then the name of each bag.
#include "cli/unfinished_pack.hpp"

#include "archive/history.hpp"
#include "archive/seal.hpp"
#include "base/file.hpp"

#include <unistd.h>

#include <filesystem>
#include <sstream>

namespace hanqing {
namespace {

constexpr std::uint64_t size_max = 1U << 20;

}  // namespace

UnfinishedPack::UnfinishedPack(const std::string& folder, const Digest& what)
    : folder_(folder), path_(folder + "/.hanqing-unfinished"), what_(hex(what)) {
    if (!std::filesystem::exists(path_)) return;
    std::istringstream lines(read_file(path_, size_max));
    std::string line;
    if (!std::getline(lines, line) || line != what_) return;
    while (std::getline(lines, line)) bags_.insert(line);
}

std::string UnfinishedPack::sealed(const Year& year) const {
    Year probe = year;
    for (; std::filesystem::exists(folder_ + "/" + name_of(probe) + std::string(seal_ending));
         ++probe.revision)
        if (bags_.count(name_of(probe)) > 0) return name_of(probe);
    return "";
}

void UnfinishedPack::begin(const std::vector<Year>& years) const {
    if (years.size() < 2 || !bags_.empty()) return;
    std::string text = what_ + "\n";
    for (const Year& year : years) text += name_of(year) + "\n";
    make_folders(folder_);
    write_file(path_, text);
}

void UnfinishedPack::end() const { ::unlink(path_.c_str()); }

}  // namespace hanqing
