// SPDX-License-Identifier: Apache-2.0
// Build record: what a report was made from beside its own text. It is attached to the PDF, so that the same
// file can be made again from the attachments, the images and the fonts.
#pragma once

#include "base/digest.hpp"
#include "read/record.hpp"
#include "typeset.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

struct UsedFace {
    std::string name, version;
    Digest identity;
    friend auto operator<=>(const UsedFace&, const UsedFace&) = default;
};

struct BuildRecord {
    std::string source;             ///< Path below the collection's folder.
    std::vector<UsedImage> images;  ///< By path.
    std::vector<UsedFace> faces;    ///< By name.
    Record over, under;             ///< Metadata laid over and under the report's own front matter.
};

/// Name under which it is attached.
inline constexpr std::string_view build_record_name = "build-record.json";

/// What the pages of a report used.
BuildRecord build_record(const Report& report, const std::vector<UsedImage>& images, const Pages& pages,
                         const Fonts& fonts);

/// As JSON, which is also YAML.
std::string text_of(const BuildRecord& record);

/// Nothing when the text is no build record. Its paths are relative and stay inside.
std::optional<BuildRecord> build_record_from(std::string_view text);

}  // namespace hanqing
