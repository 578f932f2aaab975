// SPDX-License-Identifier: Apache-2.0
// Two PDFs compared by what they hold, whatever their packing: numbers of objects, object streams and
// deflate.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// A part of a file: "page" 3, "metadata", "fonts", "images", "attachments", "outline", "tags", "other".
struct PdfPart {
    std::string name;
    std::uint32_t page = 0;  ///< Of "page", from 1.
    friend bool operator==(const PdfPart&, const PdfPart&) = default;
};

/// The parts in which two files differ once their streams are inflated; none: they hold the same. The
/// trailer's /ID is left aside, since it follows from the bytes. Failure "pdf-unreadable".
std::vector<PdfPart> differing_parts(std::string_view a, std::string_view b);

}  // namespace hanqing
