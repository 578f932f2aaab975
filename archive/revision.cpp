// SPDX-License-Identifier: Apache-2.0
// A correction is compared with the bag that it supersedes, record by record, before anything is written.
#include "archive/revision.hpp"

#include "archive/documents.hpp"
#include "archive/history.hpp"
#include "archive/seal.hpp"
#include "archive/tags_of.hpp"
#include "archive/xml.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace hanqing {
namespace {

constexpr std::string_view documents_name = "metadata/documents.tsv";
constexpr std::string_view catalogue_name = "data/文件目录.XML";
constexpr std::string_view tagmanifest_name = "tagmanifest-sha256.txt";

/// A record as a sealed bag has it. Files by role, and by name where a role has several.
struct SealedRecord {
    std::string origin, version, state, remark;
    std::map<std::string, std::string> files;
};
using SealedRecords = std::map<std::string, SealedRecord>;

std::string file_key(std::string_view role, std::string_view name) {
    const bool only_one = role == "pdf" || role == "source";  // named by the title, which may be corrected
    return only_one ? std::string(role) : std::string(role) + " " + std::string(name);
}

/// "images/a.png" of "data/电子档案/2024/综合/0001/images/a.png".
std::string_view below_record(std::string_view path) {
    for (int level = 0; level < 5; ++level) {
        const std::size_t slash = path.find('/');
        if (slash == std::string_view::npos) return path;
        path.remove_prefix(slash + 1);
    }
    return path;
}

/// Texts that the seal vouches for, through its tag manifest.
std::map<std::string, std::string> sealed_texts(const StoredSeal& stored) {
    const std::string container = folder_of_path(stored.path) + "/" + file_name(stored.seal->container);
    if (!file_exists(container)) throw Failure("archive-container-missing", {stored.seal->container});
    auto texts = tags_of(
        container, {std::string(documents_name), std::string(catalogue_name), std::string(tagmanifest_name)});
    for (const std::string_view name : {documents_name, catalogue_name, tagmanifest_name})
        texts[std::string(name)];
    const std::string& manifest = texts[std::string(tagmanifest_name)];
    const std::string line =
        hex(sha256(texts[std::string(documents_name)])) + "  " + std::string(documents_name);
    if (hex(sha256(manifest)) != stored.seal->tagmanifest_sha256 ||
        ("\n" + manifest).find("\n" + line + "\n") == std::string::npos)
        throw Failure("proof-wrong-seal", {stored.bag});
    return texts;
}

SealedRecords sealed_records(const StoredSeal& stored) {
    const auto texts = sealed_texts(stored);
    const auto rows = documents_from_text(texts.at(std::string(documents_name)));
    if (!rows) throw Failure("proof-wrong-seal", {stored.bag});
    SealedRecords records;
    for (const DocumentRow& row : *rows) {
        SealedRecord& record = records[row.identifier];
        record.version = row.version;
        record.state = row.state;
        if (row.role == "source") record.origin = row.origin;
        if (row.role != "metadata") record.files[file_key(row.role, below_record(row.path))] = row.sha256;
    }
    const auto catalogue = read_xml_leaves(texts.at(std::string(catalogue_name)), "文件");
    if (!catalogue) return records;
    for (const XmlLeaves& entry : *catalogue) {
        std::map<std::string, std::string> fields(entry.begin(), entry.end());
        if (const auto record = records.find(fields["档号"]); record != records.end())
            record->second.remark = fields["备注"];
    }
    return records;
}

std::string_view role_of(RecordFile::Role role) {
    constexpr std::string_view names[] = {"pdf", "source", "image", "style", "other"};
    return names[static_cast<std::size_t>(role)];
}

std::map<std::string, std::string> files_of(const ArchivalRecord& record) {
    std::map<std::string, std::string> files;
    for (const RecordFile& file : record.files)
        files[file_key(role_of(file.role), file.name)] = hex(file.digest ? *file.digest : sha256(file.bytes));
    return files;
}

/// The first source, image or style that is not as it was sealed.
void refuse_same_version(const ArchivalRecord& record, const SealedRecord& sealed, Notes& notes) {
    const auto now = files_of(record);
    std::set<std::string> keys;
    for (const auto& [key, digest] : now) keys.insert(key);
    for (const auto& [key, digest] : sealed.files) keys.insert(key);
    const auto digest_in = [](const std::map<std::string, std::string>& files, const std::string& key) {
        const auto found = files.find(key);
        return found == files.end() ? std::string("-") : found->second;
    };
    for (const std::string& key : keys) {
        const bool decides =
            key.starts_with("source") || key.starts_with("image") || key.starts_with("style");
        if (!decides || digest_in(now, key) == digest_in(sealed.files, key)) continue;
        notes.error({}, "archive-same-version",
                    {record.origin, record.identifier, record.version, key, digest_in(sealed.files, key),
                     digest_in(now, key)});
        return;
    }
}

/// What becomes of a record that was sealed before; whether anything did.
bool revise_record(ArchivalRecord& record, const SealedRecord& sealed, const std::string& bag) {
    const bool fresh_withdrawal = record.state == RecordState::withdrawn && sealed.state != "withdrawn";
    const bool same_files = files_of(record) == sealed.files;
    if (record.version == sealed.version) {
        if (record.state == RecordState::current && sealed.state != "current") {
            record.state = sealed.state == "withdrawn" ? RecordState::withdrawn : RecordState::corrected;
            record.remark = sealed.remark;
        }
    } else if (record.state == RecordState::current) {
        record.state = RecordState::corrected;
        record.remark = "已更正：" + bag + " 中为 " + sealed.version + " 版";
    }
    return fresh_withdrawal || record.version != sealed.version || !same_files;
}

/// Whether the year differs from the bag that it would supersede.
bool compare(Year& year, const SealedRecords& sealed, const std::set<std::string>& everywhere, Notes& notes) {
    bool changed = false;
    std::set<std::string> here;
    for (ArchivalRecord& record : year.records) {
        here.insert(record.identifier);
        const auto before = sealed.find(record.identifier);
        changed =
            before == sealed.end() ? true : revise_record(record, before->second, year.supersedes) || changed;
    }
    for (const auto& [identifier, record] : sealed) {
        if (here.contains(identifier)) continue;
        changed = true;
        if (everywhere.contains(identifier))
            notes.remark({}, "archive-record-moved", {identifier, record.origin, year.supersedes});
        else
            notes.error({}, "archive-record-lost", {identifier, record.origin, year.supersedes});
    }
    return changed;
}

/// What is sealed in a folder of the fonds and years that are to be packed.
class SealedBags {
public:
    SealedBags(const std::string& folder, const std::vector<Year>& years) {
        for (const StoredSeal& stored : read_history(folder)) {
            if (!stored.seal) throw Failure("seal-unreadable", {stored.path});
            const Key key{stored.seal->fonds, stored.seal->year};
            const bool asked = std::any_of(years.begin(), years.end(), [&](const Year& year) {
                return Key{year.fonds, year.year} == key;
            });
            // One that was disposed of says nothing; one that is superseded next must be here.
            if (!asked || !file_exists(folder + "/" + file_name(stored.seal->container))) continue;
            SealedRecords records = sealed_records(stored);
            for (const auto& [identifier, record] : records) newest_[key][identifier] = record;
            bags_.emplace(stored.bag, std::move(records));
        }
    }

    /// As the newest bag has it, whichever that is; null when none does.
    [[nodiscard]] const SealedRecord* newest(const Year& year, const std::string& identifier) const {
        const auto records = newest_.find({year.fonds, year.year});
        if (records == newest_.end()) return nullptr;
        const auto record = records->second.find(identifier);
        return record == records->second.end() ? nullptr : &record->second;
    }

    [[nodiscard]] const SealedRecords& of(const std::string& bag) const {
        const auto records = bags_.find(bag);
        if (records == bags_.end()) throw Failure("archive-container-missing", {bag + ".tar"});
        return records->second;
    }

private:
    using Key = std::pair<std::string, std::int32_t>;
    std::map<std::string, SealedRecords> bags_;
    std::map<Key, SealedRecords> newest_;
};

}  // namespace

std::map<std::string, std::string> sealed_identifiers(const std::string& folder, std::int32_t year) {
    std::map<std::string, std::string> identifiers;
    for (const StoredSeal& stored : read_history(folder)) {  // later revisions win
        if (!stored.seal || stored.seal->year != year || stored.seal->documents == 0) continue;
        if (!file_exists(folder + "/" + file_name(stored.seal->container))) continue;
        for (const auto& [identifier, record] : sealed_records(stored))
            if (!record.origin.empty()) identifiers[record.origin] = identifier;
    }
    return identifiers;
}

std::vector<Year> revisions(std::vector<Year> years, const std::string& folder, const std::string& reason,
                            Notes& notes) {
    const SealedBags sealed(folder, years);
    std::set<std::string> everywhere;
    for (const Year& year : years)
        for (const ArchivalRecord& record : year.records) everywhere.insert(record.identifier);
    std::vector<Year> out;
    for (Year& year : years) {
        revise(year, folder, reason);
        for (const ArchivalRecord& record : year.records)
            if (const SealedRecord* before = sealed.newest(year, record.identifier);
                before != nullptr && before->version == record.version)
                refuse_same_version(record, *before, notes);
        const bool changed =
            year.supersedes.empty() || compare(year, sealed.of(year.supersedes), everywhere, notes);
        if (changed)
            out.push_back(std::move(year));
        else
            notes.remark({}, "pack-unchanged", {year.supersedes});
    }
    return out;
}

}  // namespace hanqing
