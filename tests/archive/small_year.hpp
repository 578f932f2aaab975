// SPDX-License-Identifier: Apache-2.0
// A small year and a folder of its own for each test.
#pragma once

#include "archive/seal.hpp"
#include "archive/verify.hpp"
#include "base/file.hpp"

#include <cstdlib>
#include <string>
#include <vector>

namespace hanqing::testing {

/// A fresh folder, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = "/tmp/hanqing-archive-XXXXXX";
        path_ = ::mkdtemp(pattern.data());
    }
    ~TemporaryFolder() { run("rm -rf '" + path_ + "'"); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

    static int run(const std::string& command) { return std::system(command.c_str()); }

private:
    std::string path_;
};

inline RecordFile file_of(RecordFile::Role role, const std::string& name, const std::string& bytes) {
    RecordFile file;
    file.role = role;
    file.name = name;
    file.origin = "reports/2024/" + name;
    file.bytes = bytes;
    file.digest = sha256(bytes);
    return file;
}

inline ArchivalRecord record_of(const std::string& identifier, const std::string& title) {
    ArchivalRecord record;
    record.origin = "reports/2024/" + title + ".md";
    record.identifier = identifier;
    record.title = title;
    record.responsible = "某某县档案馆";
    record.date = "2024-03-05";
    record.year = 2024;
    record.version = "1.0";
    record.files = {file_of(RecordFile::Role::pdf, title + ".pdf", "%PDF-1.7 " + title),
                    file_of(RecordFile::Role::source, title + ".md", "# " + title + "\n\n正文。\n"),
                    file_of(RecordFile::Role::image, "images/图一.png", "not really " + title)};
    return record;
}

inline ArchiveSettings settings_of() {
    ArchiveSettings settings;
    settings.organization = "某某县档案馆";
    settings.fonds = "J001";
    settings.date = "2025-01-15";
    settings.program = "Hanqing 1.0.0";
    settings.program_digest = sha256("program");
    settings.fonts = {{"Noto Serif CJK SC", sha256("serif")}, {"Noto Sans CJK SC", sha256("sans")}};
    return settings;
}

inline Year year_of(std::int32_t number = 2024) {
    Notes notes;
    std::vector<ArchivalRecord> records{record_of("0001", "工作报告"), record_of("0002", "预算（草案）")};
    for (ArchivalRecord& record : records) record.year = number;
    return gather(records, settings_of(), notes).at(0);
}

inline PackRequest request_for(const std::string& folder) {
    PackRequest request;
    request.folder = folder;
    return request;
}

inline bool has(const Notes& notes, const std::string& id) {
    for (const Note& note : notes.all())
        if (note.id == id) return true;
    return false;
}

/// "id argument argument; id …": for a look at what failed.
inline std::string told(const Notes& notes) {
    std::string text;
    for (const Note& note : notes.all()) {
        text += note.id;
        for (const std::string& argument : note.arguments) text += " " + argument;
        text += "; ";
    }
    return text;
}

/// Whether some error or its arguments mention the text.
inline bool names(const Notes& notes, const std::string& text) {
    for (const Note& note : notes.all())
        for (const std::string& argument : note.arguments)
            if (note.weight == Weight::error && argument.find(text) != std::string::npos) return true;
    return false;
}

inline std::string bytes_at(const std::string& path) { return read_file(path, std::uint64_t{1} << 30U); }

}  // namespace hanqing::testing
