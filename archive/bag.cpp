// SPDX-License-Identifier: Apache-2.0
// Year -> Bag: payload, tag files, and those tag files that wait for the payload's digests.
#include "archive/bag.hpp"

#include "archive/descriptions.hpp"
#include "archive/documents.hpp"
#include "archive/names.hpp"
#include "archive/natures.hpp"
#include "archive/reading.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace hanqing {
namespace {

constexpr std::string_view font_list_head = "identity\tindex\tname\tpath\n";
constexpr std::string_view bagit_text = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

BagFile in_memory(std::string name, std::string bytes) {
    BagFile file;
    file.name = std::move(name);
    file.size = bytes.size();
    file.bytes = std::move(bytes);
    return file;
}

BagFile bag_file(const std::string& folder, const RecordFile& from) {
    BagFile file;
    file.name = folder + "/" + from.name;
    file.path = from.path;
    file.bytes = from.bytes;
    file.digest = from.digest         ? from.digest
                  : from.path.empty() ? std::optional(sha256(from.bytes))
                                      : std::nullopt;
    file.size = from.path.empty() ? from.bytes.size() : InputFile(from.path, InputFile::Links::follow).size();
    return file;
}

std::string_view role_name(RecordFile::Role role) {
    switch (role) {
        case RecordFile::Role::pdf:
            return "pdf";
        case RecordFile::Role::source:
            return "source";
        case RecordFile::Role::image:
            return "image";
        case RecordFile::Role::style:
            return "style";
        case RecordFile::Role::other:
            return "other";
    }
    return "other";
}

std::string_view state_name(RecordState state) {
    switch (state) {
        case RecordState::current:
            return "current";
        case RecordState::corrected:
            return "corrected";
        case RecordState::withdrawn:
            return "withdrawn";
    }
    return "current";
}

/// A label's value may not break the line (RFC 8493 2.2.2).
std::string one_line(std::string text) {
    for (char& c : text)
        if (c == '\n' || c == '\r') c = ' ';
    return text;
}

std::string info_text(const Bag& bag, const ArchiveSettings& settings) {
    std::string text;
    const auto line = [&](std::string_view label, const std::string& value) {
        if (!value.empty()) text += std::string(label) + ": " + one_line(value) + "\n";
    };
    line("Source-Organization", settings.organization);
    line("External-Identifier", bag.name);
    line("Bagging-Date", settings.date);
    line("Payload-Oxum", std::to_string(bag.payload_bytes) + "." + std::to_string(bag.payload.size()));
    line("Bag-Software-Agent", settings.program);
    line("Hanqing-Format", "1");
    return text;
}

void sort_by_name(std::vector<BagFile>& files) {
    std::sort(files.begin(), files.end(), [](const BagFile& a, const BagFile& b) { return a.name < b.name; });
}

DocumentRow row_of(const ArchivalRecord& record, std::string_view role, const std::string& origin,
                   const std::string& path, const Digested& file) {
    return {record.identifier,
            record.version,
            std::string(state_name(record.state)),
            std::string(role),
            origin,
            path,
            file.size,
            hex(file.digests.sha256),
            hex(file.digests.sha512),
            hex(file.digests.sm3)};
}

std::string documents_of(const Year& year, const Manifest& payload) {
    std::string text(documents_head);
    for (const ArchivalRecord& record : year.records) {
        const std::string folder = folder_of(year, record) + "/";
        for (const RecordFile& file : record.files)
            text += document_line(row_of(record, role_name(file.role), file.origin, folder + file.name,
                                         payload.at(folder + file.name)));
        const std::string metadata = folder + "元数据.xml";
        text += document_line(row_of(record, "metadata", "", metadata, payload.at(metadata)));
    }
    return text;
}

void add_record(Bag& bag, const Year& year, const ArchivalRecord& record, const ArchiveSettings& settings) {
    const std::string folder = folder_of(year, record);
    std::vector<BagFile> files;
    for (const RecordFile& file : record.files) files.push_back(bag_file(folder, file));
    files.push_back(in_memory(folder + "/元数据.xml", record_xml(year, record, files, settings)));
    for (BagFile& file : files) bag.payload.push_back(std::move(file));
}

void add_report(Bag& bag, const Year& year, const ArchiveSettings& settings, const TypesetMarkdown& typeset) {
    const NatureFacts facts{bag.documents, bag.payload.size(), bag.payload_bytes, false, false};
    const auto checks = judge_natures(year.accepted, facts);
    bag.tags.push_back(
        in_memory("metadata/四性检测报告.xml", natures_xml(bag.name, "归档", settings.date, checks)));
    if (typeset)
        bag.tags.push_back(in_memory("metadata/四性检测报告.pdf",
                                     typeset(natures_markdown(bag.name, "归档", settings.date, checks))));
}

/// What every bag has, whatever it holds.
void finish(Bag& bag, const ArchiveSettings& settings, std::string_view ending) {
    sort_by_name(bag.payload);
    bag.tags.push_back(in_memory("bagit.txt", std::string(bagit_text)));
    bag.tags.push_back(in_memory("bag-info.txt", info_text(bag, settings)));
    const std::string container = bag.name + std::string(ending);
    bag.tags.push_back(in_memory("核验说明.txt", instructions_chinese(bag.name, container)));
    bag.tags.push_back(in_memory("VERIFY.txt", instructions_english(bag.name, container)));
    sort_by_name(bag.tags);
    for (const std::string algorithm : {"sha256", "sha512", "sm3"})
        bag.late_tags.push_back({"manifest-" + algorithm + ".txt", [algorithm](const Manifest& payload) {
                                     return manifest_text(payload, algorithm);
                                 }});
}

std::uint64_t bytes_of(const std::vector<BagFile>& files) {
    std::uint64_t bytes = 0;
    for (const BagFile& file : files) bytes += file.size;
    return bytes;
}

}  // namespace

Bag fill_bag(const Year& year, const ArchiveSettings& settings, const TypesetMarkdown& typeset,
             std::string_view ending) {
    Bag bag;
    bag.name = name_of(year);
    bag.documents = year.records.size();
    bag.payload.push_back(in_memory("data/说明文件.TXT", readme_text(year, settings)));
    bag.payload.push_back(in_memory("data/文件目录.XML", catalogue_xml(year)));
    bag.payload.push_back(in_memory("data/其他/元数据.xsd", std::string(record_schema())));
    for (const ArchivalRecord& record : year.records) add_record(bag, year, record, settings);
    bag.payload_bytes = bytes_of(bag.payload);
    add_report(bag, year, settings, typeset);
    finish(bag, settings, ending);
    bag.late_tags.push_back(
        {"metadata/documents.tsv", [&year](const Manifest& payload) { return documents_of(year, payload); }});
    bag.late_tags.push_back({"metadata/premis.xml", [name = bag.name, &settings](const Manifest& payload) {
                                 return premis_xml(name, payload, settings);
                             }});
    return bag;
}

Bag fill_font_bag(const std::vector<FontFile>& fonts, const ArchiveSettings& settings,
                  std::string_view ending) {
    Bag bag;
    std::set<std::string> lines;
    for (const FontFile& font : fonts) {
        const std::string folder = "data/字体/" + hex(font.faces.front().identity);
        RecordFile file;
        file.name = safe_name(font.name);
        file.path = font.path;
        bag.payload.push_back(bag_file(folder, file));
        bag.payload.push_back(in_memory(folder + "/LICENSE.txt", font.licence));
        for (const FontFile::FaceInFile& face : font.faces)
            lines.insert(hex(face.identity) + "\t" + std::to_string(face.index) + "\t" + one_line(face.name) +
                         "\t" + folder + "/" + file.name + "\n");
    }
    std::string list(font_list_head);
    for (const std::string& line : lines) list += line;
    constexpr std::size_t name_digits = 12;
    bag.name = "fonts-" + hex(sha256(list)).substr(0, name_digits);
    bag.payload.push_back(in_memory("data/字体/字体清单.tsv", std::move(list)));
    bag.payload_bytes = bytes_of(bag.payload);
    finish(bag, settings, ending);
    return bag;
}

}  // namespace hanqing
