// SPDX-License-Identifier: Apache-2.0
// Reading an unpacked bag: regular files only, in byte order of their paths.
#include "archive/reading.hpp"
#include "archive/scan.hpp"
#include "archive/tar_reader.hpp"

#include <boost/filesystem/directory.hpp>
#include <boost/filesystem/operations.hpp>

#include <algorithm>

namespace hanqing {
namespace {

namespace files = boost::filesystem;

constexpr int depth_max = 200;

/// Paths below `root`, without following anything.
class Walk {
public:
    Walk(std::string root, Notes& findings) : root_(std::move(root)), findings_(findings) {}

    std::vector<std::string> run() {
        below("", 0);
        std::sort(names_.begin(), names_.end());
        return std::move(names_);
    }

private:
    void below(const std::string& folder, int depth) {
        boost::system::error_code error;
        files::directory_iterator entry(root_ + "/" + folder, error);
        if (error) return findings_.error({}, "bag-unreadable", {folder, error.message()});
        for (; entry != files::directory_iterator(); entry.increment(error)) {
            if (error) return findings_.error({}, "bag-unreadable", {folder, error.message()});
            const std::string name = (folder.empty() ? "" : folder + "/") + entry->path().filename().string();
            const auto type = entry->symlink_status(error).type();
            if (type == files::regular_file)
                names_.push_back(name);
            else if (type == files::directory_file && depth == depth_max)
                findings_.error({}, "bag-deep", {name.substr(0, 200), std::to_string(depth_max)});
            else if (type == files::directory_file)
                below(name, depth + 1);
            else
                findings_.error({}, "bag-kind", {name});
            if (names_.size() > members_max)
                return findings_.once(Weight::error, {}, "tar-many", {std::to_string(members_max)});
        }
    }

    std::string root_;
    Notes& findings_;
    std::vector<std::string> names_;
};

void read_file_into(const std::string& path, const std::string& name, Digesting& digesting,
                    Contents& contents) {
    InputFile input(path, InputFile::Links::refuse);
    if (!contents.begin(name, input.size())) return;
    for (std::uint64_t left = input.size();;) {
        const auto enough = std::clamp<std::uint64_t>(left, 1, Digesting::block_bytes / 4);
        const std::size_t got = input.read(digesting.room(static_cast<std::size_t>(enough)));
        if (got == 0) break;
        contents.data(digesting.filled(got));
        left -= std::min<std::uint64_t>(left, got);
    }
    contents.end();
}

}  // namespace

std::vector<Algorithm> algorithms_in_folder(const std::string& path) {
    std::vector<std::string> names;
    boost::system::error_code error;
    for (files::directory_iterator entry(path, error); !error && entry != files::directory_iterator();
         entry.increment(error))
        names.push_back(entry->path().filename().string());
    return algorithms_of(names);
}

Scanned scan_folder(const std::string& path, Digesting& digesting, Contents& contents,
                    const VerifyRequest& request, Notes& findings) {
    Scanned scanned;
    scanned.top_folder = files::absolute(path).lexically_normal().filename().string();
    if (scanned.top_folder.empty() || scanned.top_folder == ".")
        scanned.top_folder = files::absolute(path).lexically_normal().parent_path().filename().string();
    std::uint64_t read = 0;
    for (const std::string& name : Walk(path, findings).run()) {
        try {
            read_file_into(path + "/" + name, name, digesting, contents);
        } catch (const Failure& failure) {
            findings.error({}, "bag-unreadable",
                           {name, failure.arguments().empty() ? "" : failure.arguments().back()});
        }
        if (const Contents::File* file = contents.find(name)) read += file->size;
        if (request.progress) request.progress({scanned.top_folder, read, 0});
    }
    digesting.settle();
    return scanned;
}

}  // namespace hanqing
