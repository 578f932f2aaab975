// SPDX-License-Identifier: Apache-2.0
// Document + Sheet -> Styled: every text gets all its properties, every number but a page's, and its tag.
#pragma once

#include "read/document.hpp"
#include "style/sheet.hpp"
#include "style/styled.hpp"

#include <string>

namespace hanqing {

/// What the colophon line may say of the making; the same stamps stand in the PDF's metadata in full.
struct Colophon {
    std::string source_digest;  ///< Hexadecimal; its first 12 digits are printed.
    std::string program;        ///< "Hanqing 1.0.0"
};

/// `metadata.title` must not be empty. A first H1 that repeats the title is dropped. Notes:
/// "heading-skipped", "alternative-missing", "reference-unknown" {id, nearest}.
Styled apply(const Sheet& sheet, const Document& document, Pictures pictures, Metadata metadata,
             const Colophon& colophon, Notes& notes);

/// The text of the first H1, when there is one: the title of a report that gives none.
std::string first_heading(const Document& document);

/// The language of a report that does not say it, told from its letters; Chinese when there are none.
Language guess_language(const Document& document);

}  // namespace hanqing
