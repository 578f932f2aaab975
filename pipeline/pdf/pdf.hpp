// SPDX-License-Identifier: Apache-2.0
// Pages -> Pdf: PDF 1.7 that is PDF/A-3a and PDF/UA-1 at once (ISO 19005-3, ISO 14289-1).
#pragma once

#include "base/digest.hpp"
#include "embed/subset.hpp"
#include "pages/pages.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hanqing {

enum class Profile : std::uint8_t { a3a_ua1, a2a_ua1 };

/// A file that travels inside the PDF (PDF/A-3 6.8).
struct Attachment {
    std::string name;        ///< "报告.md"
    std::string media_type;  ///< type/subtype, no parameters
    std::string description;
    enum class Relationship : std::uint8_t { source, data, supplement } relationship = Relationship::source;
    std::string bytes;
};

/// What the file says about its making: printed in the colophon, complete in XMP.
struct Stamps {
    Digest source, style, fonts, images;
    std::string program;    ///< "Hanqing 1.0.0"
    Digest program_digest;  ///< Own build and versions of the libraries that shape output.
};

struct Publication {
    Profile profile = Profile::a3a_ua1;
    Stamps stamps;
    std::vector<Attachment> attachments;  ///< Ignored with a2a_ua1.
    bool shows_grid = false;              ///< Grid and boxes over the pages.
};

struct Pdf {
    std::string bytes;
    Digest digest;
    std::uint32_t page_count = 0;
};

Pdf write_pdf(const Pages& pages, const Fonts& fonts, const Subsets& subsets, const Publication& publication);

}  // namespace hanqing
