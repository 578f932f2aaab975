// SPDX-License-Identifier: Apache-2.0
// Keeping fonts.lock.
#include "batch/fonts_record.hpp"

#include "base/file.hpp"

#include <sys/stat.h>

#include <algorithm>

namespace hanqing {
namespace {

constexpr const char* lock_name = "fonts.lock";

/// The roles of every sheet in use, each once.
std::vector<FaceRole> roles_in_use(Workshop& workshop) {
    std::vector<FaceRole> roles;
    for (const std::string& name : workshop.sheets_in_use())
        for (const FaceRole& role : workshop.sheet(name).roles)
            if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
    return roles;
}

Language language_of(const Collection& collection) {
    const Value* lang = collection.settings.defaults.find("lang");
    return lang == nullptr ? Language::zh_hans : language_from_tag(lang->text).value_or(Language::zh_hans);
}

}  // namespace

std::vector<Finding> keep_fonts_lock(const Collection& collection, Workshop& workshop, bool accept) {
    if (!collection.has_file) return {};
    const std::vector<FaceRole> roles = roles_in_use(workshop);
    if (roles.empty()) return {};
    const std::string path = collection.absolute(lock_name);
    const Language language = language_of(collection);
    struct stat status {};
    if (accept || ::stat(path.c_str(), &status) != 0) {
        write_file(path, fonts_lock(workshop.fonts(), roles, language));
        return {};
    }
    Notes notes;
    compare_with_lock(workshop.fonts(), roles, language, read_file(path, settings_size_max), notes);
    std::vector<Finding> findings;
    for (const Note& note : notes.all())
        findings.push_back({note.weight, lock_name, 0, 0, note.id, note.arguments, 0});
    return findings;
}

}  // namespace hanqing
