// SPDX-License-Identifier: Apache-2.0
// Reading a collection: its file, its folders' defaults, its catalogue.
#include "batch/collection.hpp"

#include "base/file.hpp"
#include "batch/catalogue.hpp"
#include "batch/output_name.hpp"
#include "batch/walk.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <iterator>

namespace hanqing {
namespace {

namespace fs = boost::filesystem;

std::string folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash));
}

fs::path resolved(const std::string& path) {
    boost::system::error_code error;
    fs::path real = fs::canonical(path, error);
    if (error) throw Failure("read-file", {path, error.message()});
    return real;
}

bool is_inside(const fs::path& path, const fs::path& folder) {
    return path == folder || path.string().starts_with(folder == "/" ? "/" : folder.string() + "/");
}

void append(std::vector<Finding>& to, std::vector<Finding> findings) {
    to.insert(to.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
}

/// One more file of the collection, and its number in places.
std::uint32_t add_file(Collection& collection, const std::string& name, std::uint64_t size_max,
                       Notes& notes) {
    const auto number = static_cast<std::uint32_t>(collection.files.size() + 1);
    std::string bytes = read_file(collection.absolute(name), size_max);
    collection.files.push_back(make_source(name, std::move(bytes), notes, number));
    return number;
}

/// Parses one YAML file of the collection. Invalid text gives an empty record and its notes.
Record read_yaml(Collection& collection, const std::string& name, Notes& notes) {
    const std::uint32_t number = add_file(collection, name, settings_size_max, notes);
    const Source& source = collection.files.back();
    if (notes.has_errors()) return {};
    return record_from_yaml(std::string_view(source.bytes).substr(source.text_begin), number,
                            source.text_begin, notes);
}

void read_defaults(Collection& collection, const std::string& file) {
    Notes notes;
    try {
        collection.defaults.emplace(folder_of(file), read_yaml(collection, file, notes));
    } catch (const Failure& failure) {
        collection.findings.push_back(finding_of(failure, file));
    }
    append(collection.findings, findings_of(notes, {}, collection.files));
}

/// The catalogue may be GB18030, so its bytes are not checked as a Source is.
void read_catalogue(Collection& collection) {
    const std::string& name = collection.settings.catalogue;
    if (name.empty()) return;
    try {
        std::string bytes = read_file(collection.absolute(name), catalogue_size_max);
        const auto number = static_cast<std::uint32_t>(collection.files.size() + 1);
        collection.files.push_back({name, std::move(bytes), {}, 0});
        Notes notes;
        std::vector<Record> rows = records_from_csv(collection.files.back().bytes, number, notes);
        collection.catalogue = join_catalogue(std::move(rows), collection.reports,
                                              collection.settings.sources, collection.files.back(), notes);
        append(collection.findings, findings_of(notes, {}, collection.files));
    } catch (const Failure& failure) {
        collection.findings.push_back(finding_of(failure, name));
    }
}

Collection open_settings(const std::string& root) {
    Collection collection;
    collection.root = resolved(root).string();
    boost::system::error_code error;
    if (!fs::is_directory(collection.root, error)) throw Failure("not-a-folder", {root});
    collection.has_file = fs::is_regular_file(collection.absolute(collection_file), error);
    if (!collection.has_file) return collection;
    Notes notes;
    const Record record = read_yaml(collection, std::string(collection_file), notes);
    collection.settings = settings_from(record, notes);
    if (const auto field = unknown_field(collection.settings.output_name))
        notes.error(record.place, "output-name-field", {*field});
    append(collection.findings, findings_of(notes, {}, collection.files));
    return collection;
}

/// So many folders above a report its pictures may lie, where no hanqing.yaml says what belongs together.
constexpr int folders_above_max = 3;

/// How many folders up the pictures of a report lie: ../../a.png, or the image of /image/a.png.
int folders_above(const fs::path& folder, const std::string& report) {
    boost::system::error_code error;
    // Whoever reads the report says what is wrong with it.
    if (!fs::is_regular_file(report, error) || fs::file_size(report, error) > source_size_max || error)
        return 0;
    const std::string text = read_file(report, source_size_max);
    int above = 0;
    const auto next = [&](std::string_view sign, std::size_t from) {
        return above < folders_above_max ? text.find(sign, from) : std::string::npos;
    };
    for (std::size_t at = next("](../", 0); at != std::string::npos; at = next("](../", at + 1)) {
        int steps = 0;
        for (std::size_t dots = at + 2; text.compare(dots, 3, "../") == 0; dots += 3) ++steps;
        above = std::max(above, steps);
    }
    for (std::size_t at = next("](/", 0); at != std::string::npos; at = next("](/", at + 1)) {
        const std::string first = text.substr(at + 3, text.find_first_of("/) \n", at + 3) - at - 3);
        fs::path place = folder;
        for (int steps = 0; !first.empty() && first != ".." && steps <= folders_above_max; ++steps) {
            if (fs::exists(place / first, error)) above = std::max(above, steps);
            place = place.parent_path();
        }
    }
    return std::min(above, folders_above_max);
}

}  // namespace

std::string report_root(const std::string& report) {
    const fs::path folder = resolved(fs::path(report).parent_path().string());
    const fs::path known = collection_root(folder.string());
    boost::system::error_code error;
    if (fs::is_regular_file(known / std::string(collection_file), error)) return known.string();
    fs::path wanted = folder;
    for (int steps = folders_above(folder, report); steps > 0; --steps)
        if (wanted.parent_path() != wanted.root_path()) wanted = wanted.parent_path();
    return is_inside(known, wanted) ? wanted.string() : known.string();
}

std::string collection_root(const std::string& path) {
    const fs::path real = resolved(path);
    boost::system::error_code error;
    const fs::path start = fs::is_directory(real, error) ? real : real.parent_path();
    for (fs::path folder = start;; folder = folder.parent_path()) {
        if (fs::is_regular_file(folder / std::string(collection_file), error)) return folder.string();
        if (folder == folder.root_path()) break;
    }
    const fs::path working = fs::current_path();
    return is_inside(start, working) ? working.string() : start.string();
}

Collection open_collection(const std::string& root) {
    Collection collection = open_settings(root);
    Listing listing = walk(collection.root, collection.settings);
    append(collection.findings, std::move(listing.findings));
    collection.reports = std::move(listing.reports);
    for (const std::string& file : listing.defaults) read_defaults(collection, file);
    read_catalogue(collection);
    return collection;
}

Collection open_around(const std::string& root, const std::string& path) {
    Collection collection = open_settings(root);
    collection.reports = {path};
    for (std::string folder = folder_of(path);; folder = folder_of(folder)) {
        const std::string file = (folder.empty() ? "" : folder + "/") + "_defaults.yaml";
        boost::system::error_code error;
        if (fs::is_regular_file(fs::symlink_status(collection.absolute(file), error)))
            read_defaults(collection, file);
        if (folder.empty()) break;
    }
    read_catalogue(collection);
    std::erase_if(collection.findings, [](const Finding& f) { return f.id == "catalogue-no-report"; });
    return collection;
}

std::vector<const Record*> farther_records(const Collection& collection, const std::string& path) {
    std::vector<const Record*> records;
    if (const auto row = collection.catalogue.find(path); row != collection.catalogue.end())
        records.push_back(&row->second);
    for (std::string folder = folder_of(path);; folder = folder_of(folder)) {
        if (const auto found = collection.defaults.find(folder); found != collection.defaults.end())
            records.push_back(&found->second);
        if (folder.empty()) break;
    }
    if (!collection.settings.defaults.map.empty()) records.push_back(&collection.settings.defaults);
    return records;
}

Report make_report(const Collection& collection, const std::string& path, std::string bytes,
                   const Record* nearer, Notes& notes) {
    Report report;
    report.source = make_source(path, std::move(bytes), notes);
    if (nearer != nullptr) report.nearer.push_back(*nearer);
    for (const Record* record : farther_records(collection, path)) report.farther.push_back(*record);
    const std::string folder = folder_of(path);
    report.folders = {collection.root, folder.empty() ? collection.root : collection.absolute(folder)};
    report.fallback_title = title_from_path(path);
    return report;
}

Report load_report(const Collection& collection, const std::string& path, const Record* nearer,
                   Notes& notes) {
    return make_report(collection, path, read_file(collection.absolute(path), source_size_max), nearer,
                       notes);
}

std::string stem(std::string_view path) {
    const auto slash = path.rfind('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    const auto dot = path.rfind('.');
    return std::string(dot == 0 || dot == std::string_view::npos ? path : path.substr(0, dot));
}

std::string title_from_path(std::string_view path) {
    constexpr std::size_t digits_max = 3;  // four are a year
    std::string name = stem(path);
    const std::size_t digits = name.find_first_not_of("0123456789");
    if (digits == 0 || digits > digits_max || digits == std::string::npos) return name;
    const std::size_t rest = name.find_first_not_of("-_. ", digits);
    if (rest == digits || rest == std::string::npos || (name[rest] >= '0' && name[rest] <= '9')) return name;
    return name.substr(rest);
}

}  // namespace hanqing
