// SPDX-License-Identifier: Apache-2.0
// XMP: what the file says of itself, and the information dictionary that says the same in the old way.
#pragma once

#include "pdf/pdf.hpp"

#include <string>

namespace hanqing {

/// The packet (ISO 16684-1), with the extension schemas that PDF/A asks for. All dates are the report's own:
/// the clock never reaches the file. A report without a date is dated 1970-01-01, which no report bears.
std::string xmp_packet(const Pages& pages, const Publication& publication);
/// "<</Title…>>"
std::string information_dictionary(const Pages& pages, const Publication& publication);

/// The title, or what comes nearest: PDF/UA-1 7.1 wants one in every file.
std::string document_title(const Pages& pages);
/// "2024-03-05T00:00:00Z" and "D:20240305000000Z"
std::string xmp_date(const Metadata& metadata);
std::string pdf_date(const Metadata& metadata);

/// The namespace of our own properties: docs/metadata.md lists them.
inline constexpr std::string_view record_namespace = "urn:hanqing:record:1:";

}  // namespace hanqing
