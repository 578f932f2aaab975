// SPDX-License-Identifier: Apache-2.0
// Records -> Years: defaults filled in, values checked, names made safe, clashes refused with both names.
#include "archive/year.hpp"

#include "archive/identifier.hpp"
#include "archive/names.hpp"
#include "base/unicode.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace hanqing {
namespace {

constexpr std::string_view public_access = "公开";
constexpr std::string_view internal_access = "内部";

void normalise(std::string& text) {
    if (!first_invalid_utf8(text)) text = nfc(text);
}

void fill_defaults(ArchivalRecord& record, const ArchiveSettings& settings) {
    if (record.fonds.empty()) record.fonds = settings.fonds;
    if (record.retention.empty()) record.retention = settings.retention;
    if (record.access.empty()) record.access = settings.access;
    if (record.organization.empty()) record.organization = settings.organization;
    if (record.record_class.empty()) record.record_class = "综合";
    if (record.access == "public") record.access = public_access;
    if (record.access == "internal") record.access = internal_access;
    for (std::string* text : {&record.identifier, &record.title, &record.responsible, &record.fonds,
                              &record.record_class, &record.organization})
        normalise(*text);
}

void check_values(const ArchivalRecord& record, Notes& notes) {
    const auto bad = [&](const char* key, const std::string& value, const char* expected) {
        notes.error({}, "archive-bad-value", {record.origin, key, value, expected});
    };
    if (record.title.empty()) notes.error({}, "archive-no-title", {record.origin});
    if (record.date.empty()) notes.error({}, "archive-no-date", {record.origin});
    if (record.year == 0) notes.error({}, "archive-no-year", {record.origin});
    if (record.fonds.empty()) notes.error({}, "archive-no-fonds", {record.origin});
    if (record.retention != "永久" && record.retention != "30年" && record.retention != "10年")
        bad("retention", record.retention, "永久, 30年, 10年");
    if (record.access != public_access && record.access != internal_access)
        bad("access", record.access, "public, internal");
    const auto is_pdf = [](const RecordFile& file) { return file.role == RecordFile::Role::pdf; };
    if (std::none_of(record.files.begin(), record.files.end(), is_pdf))
        notes.error({}, "archive-no-pdf", {record.origin});
}

void check_secrecy(const ArchivalRecord& record, const ArchiveSettings& settings, Notes& notes) {
    if (!record.secrecy.empty() && !settings.allow_secrecy)
        notes.error({}, "archive-secret", {record.origin, record.secrecy});
}

void name_files(ArchivalRecord& record, Notes& notes) {
    for (RecordFile& file : record.files) {
        std::string name = safe_path(file.name);
        if (name != file.name) notes.remark({}, "archive-renamed", {record.origin, file.name, name});
        file.name = std::move(name);
    }
}

/// 绝密★30年 -> 绝密: the level alone tells the bags apart.
std::string access_class(const std::string& access, const std::string& secrecy) {
    if (secrecy.empty())
        return access == "public"     ? std::string(public_access)
               : access == "internal" ? std::string(internal_access)
                                      : access;
    return safe_name(secrecy.substr(0, secrecy.find("★")));
}

/// Whether this bag tells of the missing report: what is not known of it agrees with every bag but those of
/// marked records, and a marked one is named by the bag of its own mark alone.
bool tells_of(const Year& year, const MissingRecord& missing) {
    const auto agrees = [](const std::string& known, const std::string& own) {
        return known.empty() || known == own;
    };
    const bool marked = year.access != public_access && year.access != internal_access;
    const std::string access = access_class(missing.access, missing.secrecy);
    return agrees(missing.fonds, year.fonds) && agrees(missing.retention, year.retention) &&
           (access.empty() ? !marked : access == year.access);
}

void give_missing(std::vector<Year>& years, const std::vector<MissingRecord>& missing, Notes& notes) {
    for (const MissingRecord& one : missing) {
        bool told = false;
        for (Year& year : years)
            if (tells_of(year, one)) {
                year.missing.push_back(one);
                told = true;
            }
        if (!told) notes.warning({}, "archive-missing-untold", {one.origin});
    }
}

/// Warnings about a record go with its bag: their last argument is its origin.
void give_warnings(Year& year, const Notes& notes, std::size_t from) {
    std::set<std::string_view> origins;
    for (const ArchivalRecord& record : year.records) origins.insert(record.origin);
    for (std::size_t i = from; i < notes.all().size(); ++i) {
        const Note& note = notes.all()[i];
        if (note.weight == Weight::warning && !note.arguments.empty() &&
            origins.contains(note.arguments.back()))
            year.accepted.warning({}, note.id, note.arguments);
    }
    for (const ArchivalRecord& record : year.records)
        for (const Note& note : record.accepted.all()) year.accepted.warning({}, note.id, note.arguments);
}

void withdraw(std::vector<ArchivalRecord>& records, const std::vector<Withdrawal>& withdrawn, Notes& notes) {
    for (const Withdrawal& one : withdrawn) {
        const auto meant = std::find_if(records.begin(), records.end(), [&](const ArchivalRecord& record) {
            return record.identifier == one.name || record.origin == one.name;
        });
        if (meant == records.end()) {
            notes.error({}, "archive-withdrawal-unknown", {one.name});
            continue;
        }
        meant->state = RecordState::withdrawn;
        meant->remark = "已撤销：" + one.reason;
    }
}

void check_clashes(const Year& year, Notes& notes) {
    struct Owner {
        std::string path, origin;
    };
    std::map<std::string, Owner> owners;
    for (const ArchivalRecord& record : year.records) {
        const std::string folder = folder_of(year, record);
        for (const RecordFile& file : record.files) {
            const std::string path = folder + "/" + file.name;
            const std::string origin = file.origin.empty() ? record.origin : file.origin;
            if (path.size() > member_path_bytes_max) notes.error({}, "archive-long-path", {origin, path});
            const auto [owner, fresh] = owners.emplace(clash_key(path), Owner{path, origin});
            if (!fresh)
                notes.error({}, "archive-name-clash",
                            {owner->second.path, path, owner->second.origin, origin});
        }
    }
}

}  // namespace

std::string name_of(const Year& year) {
    std::string name =
        safe_name(year.fonds + "-" + std::to_string(year.year) + "-" + year.retention + "-" + year.access);
    // The name stands between single quotes in the auditor's commands.
    for (std::size_t at = 0; (at = name.find('\'', at)) != std::string::npos;) name.replace(at, 1, "’");
    if (year.revision > 1) name += "-r" + std::to_string(year.revision);
    return name;
}

std::string folder_of(const Year& year, const ArchivalRecord& record) {
    return "data/电子档案/" + std::to_string(year.year) + "/" + safe_name(record.record_class) + "/" +
           safe_name(record.identifier);
}

std::vector<Year> gather(std::vector<ArchivalRecord> records, const ArchiveSettings& settings, Notes& notes) {
    const std::size_t known = notes.all().size();
    std::sort(records.begin(), records.end(),
              [](const ArchivalRecord& a, const ArchivalRecord& b) { return a.origin < b.origin; });
    for (ArchivalRecord& record : records) {
        fill_defaults(record, settings);
        check_values(record, notes);
        check_secrecy(record, settings, notes);
        name_files(record, notes);
    }
    number_records(records, settings, notes);
    withdraw(records, settings.withdrawn, notes);

    std::map<std::tuple<std::string, std::int32_t, std::string, std::string>, Year> years;
    for (ArchivalRecord& record : records) {
        const std::string access = access_class(record.access, record.secrecy);
        Year& year = years[{record.fonds, record.year, record.retention, access}];
        year.fonds = record.fonds;
        year.year = record.year;
        year.retention = record.retention;
        year.access = access;
        year.records.push_back(std::move(record));
    }
    std::vector<Year> out;
    for (auto& [key, year] : years) {
        std::sort(year.records.begin(), year.records.end(),
                  [](const ArchivalRecord& a, const ArchivalRecord& b) {
                      return std::tie(a.identifier, a.origin) < std::tie(b.identifier, b.origin);
                  });
        check_clashes(year, notes);
        give_warnings(year, notes, known);
        out.push_back(std::move(year));
    }
    give_missing(out, settings.missing, notes);
    return out;
}

std::string describe(const Year& year) {
    std::string out = name_of(year) + "\n";
    for (const ArchivalRecord& record : year.records) {
        out += "  " + record.identifier + "  " + record.title + "\n";
        for (const RecordFile& file : record.files) out += "    " + file.name + "\n";
    }
    for (const MissingRecord& missing : year.missing)
        out += "  - " + missing.origin + "  " + missing.reason + "\n";
    return out;
}

}  // namespace hanqing
