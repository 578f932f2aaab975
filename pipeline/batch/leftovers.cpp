// SPDX-License-Identifier: Apache-2.0
// Removing leftovers.
#include "batch/leftovers.hpp"

#include <boost/filesystem.hpp>

#include <vector>

namespace hanqing {

namespace fs = boost::filesystem;

bool remove_output(const std::string& output_folder, const Outcome& outcome, KnownDigests& known) {
    if (outcome.output.empty() || outcome.output.front() == '/' ||
        ("/" + outcome.output + "/").find("/../") != std::string::npos)
        return true;  // run.json was edited: no name of ours
    const fs::path file = fs::path(output_folder) / outcome.output;
    boost::system::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(file, error))) return true;
    const auto digest = known.digest(file.string());
    if (!digest || *digest != outcome.pdf) return false;
    fs::remove(file, error);
    for (fs::path folder = file.parent_path(); folder != output_folder && folder.has_relative_path();
         folder = folder.parent_path()) {
        fs::remove(folder, error);  // refuses a folder that is not empty
        if (error) break;
    }
    return true;
}

void remove_temporaries(const std::string& output_folder) {
    std::vector<fs::path> temporaries;
    boost::system::error_code error;
    for (fs::recursive_directory_iterator at(output_folder, error), end; !error && at != end;
         at.increment(error)) {
        const std::string name = at->path().filename().string();
        boost::system::error_code gone;
        if (name.starts_with(".hanqing-") && name.ends_with(".tmp") &&
            fs::is_regular_file(at->symlink_status(gone)))
            temporaries.push_back(at->path());
    }
    for (const fs::path& file : temporaries) fs::remove(file, error);
}

}  // namespace hanqing
