// SPDX-License-Identifier: Apache-2.0
// Licences are read from the font itself, or from a text that lies beside it.
#include "cli/archive_fonts.hpp"

#include "base/file.hpp"
#include "shape/licence.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <utility>

namespace hanqing {
namespace {

constexpr std::uint64_t licence_bytes_max = 256 * 1024;

/// Words of licences under which a font file may be handed on unchanged.
bool allows_keeping(std::string_view licence) {
    constexpr std::array<std::string_view, 7> words{
        "Open Font License", "scripts.sil.org/OFL", "Apache License",          "General Public License",
        "Bitstream Vera",    "public domain",       "Liberation Fonts license"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return licence.find(word) != std::string_view::npos; });
}

/// LICENSE.txt, OFL.txt, COPYING beside the font.
std::string licence_beside(const std::filesystem::path& font) {
    std::vector<std::filesystem::path> found;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(font.parent_path(), error);
         !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with("LICENSE") || name.starts_with("OFL") || name.starts_with("COPYING"))
            found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    return found.empty() ? "" : read_file(found.front().string(), licence_bytes_max);
}

}  // namespace

std::vector<FontFile> font_files(const std::set<std::string>& sheets, Workshop& workshop, Notes& notes) {
    std::map<std::string, std::map<Digest, const Face*>> files;
    for (const std::string& sheet : sheets)
        for (const Face* face : workshop.face_list(sheet)) files[face->file][face->identity] = face;
    std::vector<FontFile> out;
    for (const auto& [path, faces] : files) {
        FontFile file;
        file.name = std::filesystem::path(path).filename().string();
        file.path = path;
        file.licence = licence_of(*faces.begin()->second);
        if (!allows_keeping(file.licence)) file.licence = licence_beside(path);
        for (const auto& [identity, face] : faces)
            file.faces.push_back({identity, face->index, face->postscript_name});
        if (allows_keeping(file.licence))
            out.push_back(std::move(file));
        else
            notes.remark({}, "font-not-kept", {file.name});
    }
    // Not by path: the same fonts give the same bag wherever they are installed.
    std::sort(out.begin(), out.end(), [](const FontFile& a, const FontFile& b) {
        return a.faces.front().identity < b.faces.front().identity;
    });
    return out;
}

}  // namespace hanqing
