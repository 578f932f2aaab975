// SPDX-License-Identifier: Apache-2.0
// Joining a catalogue to reports.
#include "batch/catalogue.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace hanqing {
namespace {

constexpr std::array<std::string_view, 7> path_columns{"路径", "path", "文件",  "文件路径",
                                                       "file", "Path", "源文件"};

bool is_path_column(std::string_view key) {
    return std::find(path_columns.begin(), path_columns.end(), key) != path_columns.end();
}

/// Under this key every spelling of one path meets.
std::string spelling(std::string_view path) {
    std::string key = nfc(path);
    std::replace(key.begin(), key.end(), '\\', '/');
    while (key.starts_with("./")) key.erase(0, 2);
    while (key.starts_with("/")) key.erase(0, 1);
    for (const std::string_view ending : {".markdown", ".md", ".MD"})
        if (key.ends_with(ending)) return key.substr(0, key.size() - ending.size());
    return key;
}

/// Every spelling -> the report; an empty one where two reports share it.
std::map<std::string, std::string> spellings(const std::vector<std::string>& reports,
                                             const std::vector<std::string>& sources) {
    std::map<std::string, std::string> known;
    const auto add = [&](const std::string& key, const std::string& report) {
        const auto [at, added] = known.emplace(key, report);
        if (!added && at->second != report) at->second.clear();
    };
    for (const std::string& report : reports) add(spelling(report), report);
    for (const std::string& report : reports)
        for (const std::string& source : sources)
            if (report.starts_with(source + "/")) {
                const std::string key = spelling(report.substr(source.size() + 1));
                if (known.find(key) == known.end()) add(key, report);
            }
    return known;
}

std::string nearest(const std::string& key, const std::map<std::string, std::string>& known) {
    std::string best;
    std::size_t best_distance = 4;
    for (const auto& [candidate, report] : known) {
        const std::size_t distance = edit_distance(key, candidate, best_distance);
        if (distance < best_distance) best = report, best_distance = distance;
    }
    return best;
}

/// Takes the path out of a row, and the empty cells with it.
std::optional<Value> take_path(Record& row) {
    std::optional<Value> path;
    std::vector<Value::Entry> kept;
    for (Value::Entry& entry : row.map) {
        if (is_path_column(entry.key) && !path)
            path = std::move(entry.value);
        else if (!entry.value.text.empty())
            kept.push_back(std::move(entry));
    }
    row.map = std::move(kept);
    return path;
}

}  // namespace

std::map<std::string, Record> join_catalogue(std::vector<Record> rows,
                                             const std::vector<std::string>& reports,
                                             const std::vector<std::string>& sources, const Source& file,
                                             Notes& notes) {
    const std::map<std::string, std::string> known = spellings(reports, sources);
    std::map<std::string, Record> joined;
    for (Record& row : rows) {
        const std::optional<Value> path = take_path(row);
        if (!path) {
            notes.warning(row.place, "catalogue-no-path-column");
            break;
        }
        if (path->text.empty()) continue;
        const std::string key = spelling(path->text);
        const auto found = known.find(key);
        if (found == known.end() || found->second.empty()) {
            notes.warning(path->place, "catalogue-no-report", {path->text, nearest(key, known)});
            continue;
        }
        const auto [at, added] = joined.emplace(found->second, std::move(row));
        if (!added)
            notes.warning(path->place, "catalogue-twice",
                          {path->text, std::to_string(line_column(file, at->second.place.begin).line)});
    }
    return joined;
}

}  // namespace hanqing
