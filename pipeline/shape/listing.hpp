// SPDX-License-Identifier: Apache-2.0
// FaceListing: folders and the system's font list to names, weights and coverage of faces. No font file is
// opened.
#pragma once

#include "shape/fonts.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct _FcConfig;
struct _FcCharSet;

namespace hanqing {

/// One face as fontconfig describes it.
struct ListedFace {
    std::string file;
    std::uint32_t index = 0;              ///< In a collection (TTC).
    std::string family, postscript_name;  ///< `family`: the English name, where there is one.
    std::vector<std::string> names;  ///< PostScript name, families and full names in every language, folded.
    std::int32_t version = 0;        ///< Of the font program, 16.16.
    std::uint32_t source = 0;        ///< Which folder of the request; the system comes after them.
    std::uint16_t weight = 400;
    bool italic = false, normal_width = true, variable = false;
    const _FcCharSet* characters = nullptr;  ///< Lives as long as the FaceListing.
};

struct ReleaseConfig {
    void operator()(_FcConfig* config) const;
};

/// All faces with outlines, in an order that does not depend on folders' order on disk.
struct FaceListing {
    std::unique_ptr<_FcConfig, ReleaseConfig> config;  ///< Owns the coverage.
    std::vector<ListedFace> faces;
    std::vector<std::pair<std::string_view, FaceId>> by_name;  ///< Sorted; the names are those of `faces`.
};

FaceListing list_fonts(const FontRequest& request, Notes& notes);

/// Faces of a folded name, in their order.
std::vector<FaceId> faces_named(const FaceListing& listing, std::string_view folded);

/// Names are compared without regard to ASCII case and blanks: "NotoSerifCJKsc" is also "Noto Serif CJK SC".
std::string folded_name(std::string_view name);

/// Serif or sans by name, before the face is opened.
bool looks_serif(const ListedFace& face);

/// Whether the list says that the face has the character: a hint that spares opening it.
bool covers(const ListedFace& face, char32_t c);

}  // namespace hanqing
