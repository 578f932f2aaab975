// SPDX-License-Identifier: Apache-2.0
// Outcome: what became of one report, and of what it was made: a row of run.json, of the journal and of the
// cache.
#pragma once

#include "base/digest.hpp"
#include "batch/finding.hpp"
#include "typeset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {

/// failed: by what its author wrote; refused: by the world (disk, permission, memory).
enum class Status : std::uint8_t { built, failed, refused };
std::string_view name_of(Status status);

struct Outcome {
    std::string source;  ///< Path below the collection.
    std::string output;  ///< Path of the PDF below the output folder; empty when its name is not known.
    Status status = Status::failed;
    std::uint32_t pages = 0;
    std::uint64_t size = 0;  ///< Bytes of the PDF.
    Digest pdf;
    Digest base;  ///< Program, options, source and records: decides which images are asked for.
    Digest key;   ///< `base` with sheet, fonts and images: decides every byte.
    Digest source_digest, style_digest, fonts_digest;
    std::string style;     ///< Name of the sheet.
    std::string language;  ///< BCP 47 tag.
    std::vector<UsedImage> images;
    std::optional<std::int32_t> year;
    /// Metadata as text under the English keys of docs/metadata.md, in that order; what is empty is left out.
    std::vector<std::pair<std::string, std::string>> metadata;
    std::vector<Finding> findings;

    [[nodiscard]] std::string_view meta(std::string_view name) const;
};

/// The fields that a catalogue or an archive asks for.
std::vector<std::pair<std::string, std::string>> metadata_row(const Metadata& metadata);

/// One line of JSON (docs/json.md: "report").
std::string json_from(const Outcome& outcome);
/// Nothing when the text is not such a line.
std::optional<Outcome> outcome_from_json(std::string_view text);

}  // namespace hanqing
