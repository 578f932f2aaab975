// SPDX-License-Identifier: Apache-2.0
// Options -> what batch asks for.
#include "cli/request.hpp"

#include <boost/filesystem.hpp>

namespace hanqing {

namespace fs = boost::filesystem;

FontRequest font_request(const Options& options) {
    FontRequest request;
    for (const std::string& folder : options.font_path)
        request.folders.push_back(fs::absolute(folder).string());
    request.system = !options.ignore_system_fonts;
    return request;
}

Collection collection_asked(const Options& options) {
    return open_collection(options.paths.empty() ? collection_root(".") : options.paths.front());
}

FoundReport find_report(const std::string& path) {
    boost::system::error_code error;
    const fs::path folder = fs::canonical(fs::absolute(path).parent_path(), error);
    if (error) throw Failure("read-file", {path, error.message()});
    const std::string file = (folder / fs::path(path).filename()).string();
    const std::string root = report_root(file);
    return {root, file.substr(root == "/" ? 1 : root.size() + 1)};
}

Record command_line_record(const Options& options) {
    Record record;
    record.kind = Value::Kind::map;
    const auto add = [&](std::string key, std::string value) {
        Value text;
        text.kind = Value::Kind::text;
        text.text = std::move(value);
        record.map.push_back({std::move(key), {}, std::move(text)});
    };
    if (!options.style.empty()) add("style", options.style);
    for (const std::string& pair : options.metadata) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0) throw Failure("usage-metadata", {pair});
        add(pair.substr(0, equals), pair.substr(equals + 1));
    }
    return record;
}

}  // namespace hanqing
