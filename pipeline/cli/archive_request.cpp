// SPDX-License-Identifier: Apache-2.0
// Handing a built collection to the archive.
#include "cli/archive_request.hpp"

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
               Workshop& workshop) {
    std::set<std::string> names;
    for (const Source& source : workshop.sheet(style).sources) {
        RecordFile file;
        file.role = RecordFile::Role::style;
        const auto slash = source.name.rfind('/');
        const std::string name = source.name.substr(slash == std::string::npos ? 0 : slash + 1);
        // A sheet may extend the shipped one of its own name.
        file.name = (names.insert(name).second ? "styles/" : "styles/shipped/") + name;
        file.origin = source.name.starts_with(collection.settings.styles + "/") ? source.name : "";
        file.bytes = source.bytes;
        file.digest = source.digest;
        record.files.push_back(std::move(file));
    }
}

void read_value(const Value& map, std::string_view key, std::string& to) {
    if (const Value* value = map.find(key); value != nullptr && value->kind == Value::Kind::text)
        to = value->text;
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
    const Value& map = own.archive_settings;
    read_value(map, "fonts-bag", settings.fonts_bag);
    read_value(map, "organization", settings.organization);
    read_value(map, "fonds", settings.fonds);
    read_value(map, "retention", settings.retention);
    read_value(map, "access", settings.access);
    std::string flag;
    read_value(map, "assign-identifiers", flag);
    settings.assign_identifiers = flag != "false" && flag != "no";
    flag.clear();
    read_value(map, "allow-secrecy", flag);
    settings.allow_secrecy = flag == "true" || flag == "yes";
    settings.missing = missing_allowed(options);
    return settings;
}

ArchivalRecord archival_record(const Collection& collection, const Outcome& o, Workshop& workshop) {
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
    const std::string name = record.title.empty() ? stem(o.source) : record.title;
    record.files.push_back({Role::pdf, name + ".pdf", collection.settings.output + "/" + o.output,
                            collection.output_folder() + "/" + o.output, "", o.pdf});
    record.files.push_back(
        {Role::source, name + ".md", o.source, collection.absolute(o.source), "", o.source_digest});
    for (const UsedImage& image : o.images)
        if (image.digest != Digest{})
            record.files.push_back({Role::image, image_name(image.path, o.source), image.path,
                                    collection.absolute(image.path), "", image.digest});
    add_sheet(record, collection, o.style, workshop);
    return record;
}

std::vector<MissingRecord> missing_allowed(const Options& options) {
    std::vector<MissingRecord> missing;
    if (options.allow_missing.empty()) return missing;
    for (const std::string& line : split(read_file(options.allow_missing, settings_size_max), "\n")) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos || tab == 0 || tab + 1 == line.size())
            throw Failure("usage-missing-list", {line});
        missing.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return missing;
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
