// SPDX-License-Identifier: Apache-2.0
// Handing a built collection to the archive.
#include "cli/archive_request.hpp"

#include "archive/names.hpp"
#include "archive/revision.hpp"
#include "base/file.hpp"
#include "batch/make.hpp"
#include "batch/program.hpp"
#include "batch/walk.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <set>

namespace hanqing {
namespace {

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

std::vector<std::string> split(std::string_view text, std::string_view between) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(between), text.size());
        if (end > 0) parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + between.size(), text.size()));
    }
    return parts;
}

/// Beside its report an image keeps its relative path, so that the Markdown still finds it.
std::string image_name(const std::string& image, const std::string& report) {
    const std::string folder = folder_of(report);
    return image.starts_with(folder) ? image.substr(folder.size()) : "assets/" + image;
}

void add_sheet(ArchivalRecord& record, const Collection& collection, const std::string& style,
               Workshop& workshop, SheetTexts& texts) {
    std::set<std::string> names;
    for (const Source& source : workshop.sheet(style).sources) {
        RecordFile file;
        file.role = RecordFile::Role::style;
        const auto slash = source.name.rfind('/');
        const std::string name = source.name.substr(slash == std::string::npos ? 0 : slash + 1);
        // A sheet may extend the shipped one of its own name.
        file.name = (names.insert(name).second ? "styles/" : "styles/shipped/") + name;
        file.origin = source.name.starts_with(collection.settings.styles + "/") ? source.name : "";
        file.bytes = texts.try_emplace(&source, source.bytes).first->second;
        file.digest = source.digest;
        record.files.push_back(std::move(file));
    }
}

bool is_yes(const Value& value, Notes& notes, const std::string& key) {
    const std::string& t = value.text;
    const bool yes = t == "true" || t == "yes" || t == "是";
    if (!yes && t != "false" && t != "no" && t != "否")
        notes.warning(value.place, "bad-value", {key, t, "true-false"});
    return yes;
}

/// The map `archive` of hanqing.yaml. What it does not know is said, never passed over.
void read_settings(const Value& map, ArchiveSettings& settings, Notes& notes) {
    for (const Value::Entry& entry : map.map) {
        const std::string& key = entry.key;
        if (key == "folder") continue;  // read with the collection
        if (key == "organization")
            settings.organization = entry.value.text;
        else if (key == "fonds")
            settings.fonds = entry.value.text;
        else if (key == "retention")
            settings.retention = entry.value.text;
        else if (key == "access")
            settings.access = entry.value.text;
        else if (key == "assign-identifiers")
            settings.assign_identifiers = is_yes(entry.value, notes, key);
        else if (key == "allow-secrecy")
            settings.allow_secrecy = is_yes(entry.value, notes, key);
        else if (key == "keep-fonts")
            settings.keep_fonts = is_yes(entry.value, notes, key);
        else
            notes.warning(entry.key_place, "archive-setting-unknown", {key});
    }
}

}  // namespace

std::string sealing_date(const Options& options) {
    if (options.date.empty()) {
        const std::time_t now = std::time(nullptr);
        return fmt::format("{:%Y-%m-%d}", fmt::localtime(now));
    }
    const auto date = date_from_text(options.date);
    if (!date || date->day == 0) throw Failure("usage-date", {options.date});
    return iso_date(*date);
}

ArchiveSettings archive_settings(const Collection& collection, const RunRecord& record,
                                 const Options& options, Notes& notes) {
    ArchiveSettings settings;
    const Settings& own = collection.settings;
    const Metadata defaults = metadata_from({&own.defaults}, notes);
    settings.organization = defaults.organization;
    settings.fonds = defaults.fonds;
    if (!defaults.retention.empty()) settings.retention = defaults.retention;
    if (!defaults.access.empty()) settings.access = defaults.access;
    settings.date = sealing_date(options);
    settings.program = program().name;
    settings.program_digest = program().digest;
    for (const auto& [name, identity] : record.fonts) settings.fonts.push_back({name, identity});
    settings.identifier_pattern = own.numbering;
    read_settings(own.archive_settings, settings, notes);
    for (auto& [origin, reason] : reasons_from(options.allow_missing)) {
        MissingRecord missing;
        missing.origin = origin;
        missing.reason = reason;
        settings.missing.push_back(std::move(missing));
    }
    for (auto& [name, reason] : reasons_from(options.withdraw)) settings.withdrawn.push_back({name, reason});
    settings.sealed_identifiers = sealed_identifiers(collection.absolute(own.archive), *options.year);
    return settings;
}

ArchivalRecord archival_record(const Collection& collection, const Outcome& o, Workshop& workshop,
                               SheetTexts& texts) {
    ArchivalRecord record;
    const auto text = [&](std::string_view key) { return std::string(o.meta(key)); };
    record.origin = o.source;
    record.identifier = text("identifier");
    record.title = text("title");
    record.responsible = text("author");
    record.organization = text("organization");
    record.date = text("date");
    record.year = o.year.value_or(0);
    record.fonds = text("fonds");
    record.retention = text("retention");
    record.access = text("access");
    record.secrecy = text("secrecy");
    record.record_class = text("class");
    record.version = text("version");
    record.document_number = text("document-number");
    record.language = o.language;
    record.abstract = text("abstract");
    record.keywords = split(o.meta("keywords"), "；");
    record.page_count = o.pages;
    using Role = RecordFile::Role;
    // Safe before its ending is added: of "..." nothing is left, and "2023/2024" is no folder.
    const std::string name = safe_name(record.title.empty() ? stem(o.source) : record.title);
    record.files.push_back({Role::pdf, name + ".pdf", collection.settings.output + "/" + o.output,
                            collection.output_folder() + "/" + o.output, "", o.pdf});
    record.files.push_back(
        {Role::source, name + ".md", o.source, collection.absolute(o.source), "", o.source_digest});
    for (const UsedImage& image : o.images)
        if (image.digest != Digest{})
            record.files.push_back({Role::image, image_name(image.path, o.source), image.path,
                                    collection.absolute(image.path), "", image.digest});
    add_sheet(record, collection, o.style, workshop, texts);
    for (const Finding& finding : o.findings)
        if (finding.weight == Weight::warning) {
            std::vector<std::string> arguments{o.source};
            arguments.insert(arguments.end(), finding.arguments.begin(), finding.arguments.end());
            record.accepted.warning({}, finding.id, std::move(arguments));
        }
    return record;
}

std::vector<std::pair<std::string, std::string>> reasons_from(const std::string& path) {
    std::vector<std::pair<std::string, std::string>> reasons;
    if (path.empty()) return reasons;
    for (std::string& line : split(read_file(path, settings_size_max), "\n")) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty()) continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos || tab == 0 || tab + 1 == line.size())
            throw Failure("usage-missing-list", {line});
        reasons.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
    return reasons;
}

TypesetMarkdown typeset_for_archive(const Collection& collection, Workshop& workshop) {
    return [&](const std::string& markdown) {
        Made made = make(collection, "report.md", markdown, workshop);
        if (made.outcome.status != Status::built) {
            const Finding& why = made.outcome.findings.back();
            throw Failure(why.id, why.arguments);
        }
        return std::move(made.pdf);
    };
}

}  // namespace hanqing
