// SPDX-License-Identifier: Apache-2.0
// Opening what a run shares.
#include "batch/workshop.hpp"

#include "base/file.hpp"
#include "batch/fingerprint.hpp"
#include "batch/program.hpp"
#include "shape/usable.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <set>

namespace hanqing {
namespace {

constexpr std::string_view default_sheet = "report";
constexpr std::uint64_t sheet_size_max = 4U << 20;
constexpr std::array languages{Language::zh_hans, Language::zh_hant_tw, Language::zh_hant_hk, Language::ja,
                               Language::ko,      Language::en,         Language::other};

FontRequest request_of(const Collection& collection, const FontRequest& more) {
    FontRequest request = more;
    for (const std::string& folder : collection.settings.font_folders)
        request.folders.push_back(folder.starts_with('/') ? folder : collection.absolute(folder));
    request.system = more.system && collection.settings.system_fonts;
    return request;
}

Publication publication_of(const Collection& collection) {
    Publication publication;
    publication.profile = collection.settings.a2a ? Profile::a2a_ua1 : Profile::a3a_ua1;
    publication.stamps.program = program().name;
    publication.stamps.program_digest = program().digest;
    return publication;
}

bool is_plain_name(std::string_view name) {
    return !name.empty() && name.front() != '.' && name.find('/') == name.npos;
}

}  // namespace

Workshop::Workshop(const Collection& collection, const FontRequest& more)
    : style_folder_(collection.absolute(collection.settings.styles)),
      style_folder_name_(collection.settings.styles),
      fonts_(Fonts::open(request_of(collection, more), font_notes_)),
      subsets_(fonts_),
      publication_(publication_of(collection)) {}

Workshop::Loaded Workshop::load(const std::string& name) const {
    const SheetFinder own = [&](std::string_view wanted) -> std::optional<Source> {
        const std::string file = style_folder_ + "/" + std::string(wanted) + ".yaml";
        struct stat status {};
        if (!is_plain_name(wanted) || ::stat(file.c_str(), &status) != 0) return std::nullopt;
        Notes unheard;  // the sheet's own reader says what is wrong with the text
        return make_source(style_folder_name_ + "/" + std::string(wanted) + ".yaml",
                           read_file(file, sheet_size_max), unheard);
    };
    Loaded result;
    Notes notes;
    result.sheet = load_sheet(name, own, notes);
    const std::vector<Source>& sources = result.sheet.sources;
    const std::vector<Source> others(sources.empty() ? sources.begin() : sources.begin() + 1, sources.end());
    result.findings = findings_of(notes, sources.empty() ? Source{} : sources.front(), others);
    const auto unknown = std::find_if(result.findings.begin(), result.findings.end(),
                                      [](const Finding& f) { return f.id == "sheet-unknown"; });
    if (unknown != result.findings.end() && !unknown->arguments.empty() &&
        unknown->arguments.front() == name) {
        result.refusal = unknown->id;  // the report that asked for it is the place to say so
        result.arguments = unknown->arguments;
        result.findings.erase(unknown);
    } else if (notes.has_errors()) {
        result.refusal = "sheet-faulty";
        result.arguments = {name};
    }
    return result;
}

Workshop::Loaded& Workshop::loaded(std::string_view name) {
    if (name.empty()) name = default_sheet;
    const std::lock_guard lock(mutex_);
    const auto known = sheets_.find(name);
    if (known != sheets_.end()) return *known->second;
    auto fresh = std::make_unique<Loaded>(load(std::string(name)));
    return *sheets_.emplace(std::string(name), std::move(fresh)).first->second;
}

const Sheet& Workshop::sheet(std::string_view name) {
    const Loaded& found = loaded(name);
    if (!found.refusal.empty()) throw Failure(found.refusal, found.arguments);
    return found.sheet;
}

std::vector<std::pair<std::string, Digest>> Workshop::faces(std::string_view sheet_name) {
    Loaded& found = loaded(sheet_name);
    const std::lock_guard lock(mutex_);
    if (found.faces_known) return found.faces;
    std::set<FaceId> ids;
    const auto gather = [&](const Sheet& sheet) {
        for (const FaceRole& role : sheet.roles)
            for (const Language language : languages) {
                const Fonts::RoleFaces& faces = fonts_.faces_of(role, language);
                ids.insert({faces.han, faces.latin, faces.digits});
                ids.insert(faces.fallback.begin(), faces.fallback.end());
            }
    };
    const auto gather_all = [&](const Sheet& sheet) {
        gather(sheet);
        for (const auto& [language, variant] : sheet.variants) gather(variant);
    };
    gather_all(found.sheet);
    for (const auto& [form, variant] : found.sheet.forms) gather_all(variant);
    ids.erase(no_face);
    for (const FaceId id : ids) {
        if (!is_usable(fonts_, id)) continue;  // nothing is ever set in it
        const Face& face = fonts_.face(id);
        found.faces.emplace_back(face.postscript_name, face.identity);
        found.face_list.push_back(&face);
    }
    std::sort(found.faces.begin(), found.faces.end());
    found.faces_known = true;
    return found.faces;
}

std::vector<const Face*> Workshop::face_list(std::string_view sheet_name) {
    faces(sheet_name);
    return loaded(sheet_name).face_list;
}

Digest Workshop::fonts_digest(std::string_view sheet_name) {
    Fingerprint all("faces");
    for (const auto& [name, identity] : faces(sheet_name)) all.add(std::string_view(name)).add(identity);
    return all.finish();
}

std::vector<std::string> Workshop::sheets_in_use() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> names;
    for (const auto& [name, sheet] : sheets_)
        if (sheet->refusal.empty()) names.push_back(name);
    return names;
}

std::vector<Finding> Workshop::findings() const {
    const std::lock_guard lock(mutex_);
    std::vector<Finding> all;
    for (const Note& note : font_notes_.all())
        all.push_back({note.weight, "", 0, 0, note.id, note.arguments, 0});
    for (const auto& [name, sheet] : sheets_)
        all.insert(all.end(), sheet->findings.begin(), sheet->findings.end());
    return all;
}

}  // namespace hanqing
