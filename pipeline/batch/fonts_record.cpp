// SPDX-License-Identifier: Apache-2.0
// Keeping fonts.lock.
#include "batch/fonts_record.hpp"

#include "base/file.hpp"

#include <sys/stat.h>

namespace hanqing {
namespace {

constexpr const char* lock_name = "fonts.lock";

Language language_of(const Collection& collection) {
    const Value* lang = collection.settings.defaults.find("lang");
    return lang == nullptr ? Language::zh_hans : language_from_tag(lang->text).value_or(Language::zh_hans);
}

}  // namespace

std::vector<Finding> keep_fonts_lock(const Collection& collection, Workshop& workshop, bool accept) {
    if (!collection.has_file) return {};
    const std::vector<std::string> sheets = workshop.sheets_in_use();
    if (sheets.empty()) return {};
    const std::string path = collection.absolute(lock_name);
    const Language language = language_of(collection);
    std::string now;
    for (const std::string& name : sheets)
        now += fonts_lock(workshop.fonts(), name, workshop.sheet(name).roles, language);
    struct stat status {};
    if (accept || ::stat(path.c_str(), &status) != 0) {
        write_file(path, now);
        return {};
    }
    const std::string lock = read_file(path, settings_size_max);
    Notes notes;
    for (const std::string& name : sheets)
        compare_with_lock(workshop.fonts(), name, workshop.sheet(name).roles, language, lock, notes);
    // A sheet that was not in use before joins the lock; what stands there stays until it is accepted anew.
    if (const std::string completed = completed_lock(lock, now); completed != lock)
        write_file(path, completed);
    std::vector<Finding> findings;
    for (const Note& note : notes.all())
        findings.push_back({note.weight, lock_name, 0, 0, note.id, note.arguments, 0});
    return findings;
}

}  // namespace hanqing
