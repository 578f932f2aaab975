// SPDX-License-Identifier: Apache-2.0
// Asks fontconfig for its list, never for a match: matching depends on the locale and on the user's settings.
#include "shape/listing.hpp"

#include <fontconfig/fontconfig.h>
#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace hanqing {
namespace {

std::string text_of(const FcPattern* pattern, const char* key, int n) {
    FcChar8* value = nullptr;
    if (FcPatternGetString(pattern, key, n, &value) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(value);
}

int number_of(const FcPattern* pattern, const char* key, int otherwise) {
    int value = otherwise;
    return FcPatternGetInteger(pattern, key, 0, &value) == FcResultMatch ? value : otherwise;
}

bool flag_of(const FcPattern* pattern, const char* key) {
    FcBool value = FcFalse;
    return FcPatternGetBool(pattern, key, 0, &value) == FcResultMatch && value != FcFalse;
}

/// The family in English, or the first one.
std::string family_of(const FcPattern* pattern) {
    for (int n = 0;; ++n) {
        const std::string language = text_of(pattern, FC_FAMILYLANG, n);
        if (language.empty()) return text_of(pattern, FC_FAMILY, 0);
        if (language == "en") return text_of(pattern, FC_FAMILY, n);
    }
}

void add_names(const FcPattern* pattern, const char* key, std::vector<std::string>& names) {
    for (int n = 0;; ++n) {
        const std::string name = text_of(pattern, key, n);
        if (name.empty()) return;
        names.push_back(folded_name(name));
    }
}

/// By the table of the face; a bold face whose table calls it regular (Fandol's) says so in its style's name.
std::uint16_t weight_of(const FcPattern* pattern) {
    double weight = FC_WEIGHT_REGULAR;
    if (FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight) != FcResultMatch) return 400;
    const auto listed = std::clamp(std::lround(FcWeightToOpenTypeDouble(weight)), 1L, 1000L);
    const bool is_bold = folded_name(text_of(pattern, FC_STYLE, 0)).starts_with("bold");
    return static_cast<std::uint16_t>(listed == 400 && is_bold ? 700 : listed);
}

/// TrueType or CFF outlines that HarfBuzz can read, and no named instance of a variable font (its list entry
/// for the whole font stands for all of them).
bool is_wanted(const FcPattern* pattern) {
    const std::string format = text_of(pattern, FC_FONTFORMAT, 0);
    const bool is_instance = (number_of(pattern, FC_INDEX, 0) >> 16) != 0 && !flag_of(pattern, FC_VARIABLE);
    return (format == "TrueType" || format == "CFF") && flag_of(pattern, FC_OUTLINE) && !is_instance;
}

ListedFace listed_face(const FcPattern* pattern, std::uint32_t source) {
    ListedFace face;
    face.file = text_of(pattern, FC_FILE, 0);
    face.index = static_cast<std::uint32_t>(number_of(pattern, FC_INDEX, 0)) & 0xFFFFU;
    face.family = family_of(pattern);
    face.postscript_name = text_of(pattern, FC_POSTSCRIPT_NAME, 0);
    face.names.push_back(folded_name(face.postscript_name));
    add_names(pattern, FC_FAMILY, face.names);
    add_names(pattern, FC_FULLNAME, face.names);
    face.version = number_of(pattern, FC_FONTVERSION, 0);
    face.source = source;
    face.weight = weight_of(pattern);
    face.italic = number_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
    face.normal_width = number_of(pattern, FC_WIDTH, FC_WIDTH_NORMAL) == FC_WIDTH_NORMAL;
    face.variable = flag_of(pattern, FC_VARIABLE);
    FcCharSet* characters = nullptr;
    if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch)
        face.characters = characters;
    return face;
}

void append(const FcFontSet* set, int from, std::uint32_t source, std::vector<ListedFace>& faces) {
    for (int i = from; set != nullptr && i < set->nfont; ++i)
        if (is_wanted(set->fonts[i])) faces.push_back(listed_face(set->fonts[i], source));
}

bool is_folder(const std::string& path) {
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

void ReleaseConfig::operator()(_FcConfig* config) const { FcConfigDestroy(config); }

std::string folded_name(std::string_view name) {
    std::string folded;
    for (const char c : name)
        if (c != ' ') folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return folded;
}

bool looks_serif(const ListedFace& face) {
    const std::string name = folded_name(face.family + face.postscript_name);
    for (const std::string_view sans : {"sans", "gothic", "hei", "mono", "黑", "圆"})
        if (name.find(sans) != std::string::npos) return false;
    return true;
}

bool covers(const ListedFace& face, char32_t c) {
    return face.characters != nullptr && FcCharSetHasChar(face.characters, c) != FcFalse;
}

std::vector<FaceId> faces_named(const FaceListing& listing, std::string_view folded) {
    const auto [begin, end] =
        std::equal_range(listing.by_name.begin(), listing.by_name.end(), std::pair(folded, FaceId{}),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<FaceId> faces;
    for (auto named = begin; named != end; ++named)
        if (faces.empty() || faces.back() != named->second) faces.push_back(named->second);
    return faces;
}

FaceListing list_fonts(const FontRequest& request, Notes& notes) {
    FaceListing listing;
    // The configuration brings the cache folders, without which every file would be read again.
    listing.config.reset(FcInitLoadConfig());
    if (!listing.config) throw Failure("no-fonts");
    FcConfig* const config = listing.config.get();
    int known = 0;
    for (std::size_t i = 0; i < request.folders.size(); ++i) {
        const std::string& folder = request.folders[i];
        if (!is_folder(folder)) throw Failure("font-folder", {folder});
        FcConfigAppFontAddDir(config, reinterpret_cast<const FcChar8*>(folder.c_str()));
        const FcFontSet* const added = FcConfigGetFonts(config, FcSetApplication);
        const std::size_t before = listing.faces.size();
        append(added, known, static_cast<std::uint32_t>(i), listing.faces);
        if (listing.faces.size() == before) notes.warning({}, "font-folder-empty", {folder});
        known = added != nullptr ? added->nfont : 0;
    }
    if (request.system && FcConfigBuildFonts(config) != FcFalse)
        append(FcConfigGetFonts(config, FcSetSystem), 0, static_cast<std::uint32_t>(request.folders.size()),
               listing.faces);
    const auto key = [](const ListedFace& f) {
        return std::tuple(f.source, std::string_view(f.postscript_name), -f.version, std::string_view(f.file),
                          f.index);
    };
    std::sort(listing.faces.begin(), listing.faces.end(),
              [&](const ListedFace& a, const ListedFace& b) { return key(a) < key(b); });
    if (listing.faces.size() >= no_face) listing.faces.resize(no_face - 1);
    if (listing.faces.empty()) throw Failure("no-fonts");
    for (std::size_t i = 0; i < listing.faces.size(); ++i)
        for (const std::string& name : listing.faces[i].names)
            listing.by_name.emplace_back(name, static_cast<FaceId>(i));
    std::sort(listing.by_name.begin(), listing.by_name.end());
    return listing;
}

}  // namespace hanqing
