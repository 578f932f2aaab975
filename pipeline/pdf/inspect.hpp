// SPDX-License-Identifier: Apache-2.0
// Inspection: what any PDF says of itself, ours or a stranger's, read through libqpdf. It shows and never
// judges.
#pragma once

#include "pdf/pdf.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

struct EmbeddedFont {
    std::string name;  ///< BaseFont
    std::string kind;  ///< "CIDFontType0C", "TrueType", "Type1"…
    bool embedded = false, subset = false, has_unicode = false;
};

/// One property of the XMP: "hanqing:version" and each of its values. Structures are left out.
struct XmpProperty {
    std::string name;
    std::vector<std::string> values;
};

struct EmbeddedLink {
    std::string to;  ///< A URI, or "page 3".
    std::string contents;
};

struct Inspection {
    std::string version;  ///< "1.7"
    std::uint32_t page_count = 0;
    std::vector<std::string> page_labels;  ///< As a viewer shows them.
    std::string language;
    std::string claim;  ///< "PDF/A-3A, PDF/UA-1", as the XMP says; empty: none.
    std::vector<std::pair<std::string, std::string>> information;  ///< Info dictionary, by key.
    std::vector<XmpProperty> properties;
    std::optional<Stamps> stamps;  ///< When the XMP bears our own.
    std::vector<EmbeddedFont> fonts;
    std::vector<Attachment> attachments;
    std::vector<std::string> outline;  ///< Titles, indented by level.
    std::string tags;                  ///< The structure tree line by line, as a screen reader would say it.
    std::vector<std::string> faults;   ///< What the reader found wrong with the file.
};

/// What a hostile file may cost.
struct InspectionLimits {
    std::uint64_t stream_bytes = 256U << 20;  ///< Of one stream, inflated.
    std::uint64_t all_bytes = 1024U << 20;    ///< Of all streams that are read, together.
    std::uint32_t tags = 1'000'000;
    std::uint32_t depth = 100;  ///< Of tags and outline.
};

/// Failure "pdf-unreadable" {reason} when nothing can be read; lesser faults are listed.
Inspection inspect_pdf(std::string_view bytes, const InspectionLimits& limits = {});

}  // namespace hanqing
