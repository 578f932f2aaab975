// SPDX-License-Identifier: Apache-2.0
// Keeping fonts.lock.
#include "batch/fonts_record.hpp"

#include "base/file.hpp"

#include <sys/stat.h>

#include <string_view>

namespace hanqing {
namespace {

constexpr const char* lock_name = "fonts.lock";

/// The roles of one sheet under its name: two sheets may set "body" in two faces.
std::vector<FaceRole> roles_of(Workshop& workshop, const std::string& sheet) {
    std::vector<FaceRole> roles = workshop.sheet(sheet).roles;
    for (FaceRole& role : roles) role.name.insert(0, sheet + "/");
    return roles;
}

bool has_lines_of(std::string_view lock, const std::string& sheet) {
    return lock.starts_with(sheet + "/") || lock.find("\n" + sheet + "/") != std::string_view::npos;
}

Language language_of(const Collection& collection) {
    const Value* lang = collection.settings.defaults.find("lang");
    return lang == nullptr ? Language::zh_hans : language_from_tag(lang->text).value_or(Language::zh_hans);
}

}  // namespace

std::vector<Finding> keep_fonts_lock(const Collection& collection, Workshop& workshop, bool accept) {
    if (!collection.has_file) return {};
    const std::string path = collection.absolute(lock_name);
    const Language language = language_of(collection);
    struct stat status {};
    const bool is_there = ::stat(path.c_str(), &status) == 0;
    const std::string before = is_there ? read_file(path, settings_size_max) : "";
    std::string lock = accept ? "" : before;
    Notes notes;
    for (const std::string& sheet : workshop.sheets_in_use()) {
        const std::vector<FaceRole> roles = roles_of(workshop, sheet);
        if (has_lines_of(lock, sheet))
            compare_with_lock(workshop.fonts(), roles, language, lock, notes);
        else  // a sheet that came into use since
            lock += fonts_lock(workshop.fonts(), roles, language);
    }
    if (lock != before) write_file(path, lock);
    std::vector<Finding> findings;
    for (const Note& note : notes.all())
        findings.push_back({note.weight, lock_name, 0, 0, note.id, note.arguments, 0});
    return findings;
}

}  // namespace hanqing
