// SPDX-License-Identifier: Apache-2.0
// Keys: the digests that decide whether a finished PDF still is what making it again would give (DESIGN 8).
#pragma once

#include "batch/collection.hpp"
#include "batch/known.hpp"
#include "batch/outcome.hpp"
#include "batch/workshop.hpp"

#include <string>
#include <vector>

namespace hanqing {

/// Program, options, source and the records over it: decides what the report asks for.
Digest base_of(const Collection& collection, const std::string& source, const Digest& source_digest,
               const Record* nearer = nullptr);

/// The base with what it asked for: sheet, faces, images. All zero when the sheet is gone or faulty.
Digest key_of(const Digest& base, const std::string& style, const std::vector<UsedImage>& images,
              Workshop& workshop);

/// The same images with the digests that their files have now; all zero for one that is not there.
std::vector<UsedImage> images_now(const Collection& collection, const std::vector<UsedImage>& images,
                                  KnownDigests& known);

/// Where the document's own images would lie, found or not; those already in `found` keep their digests.
std::vector<UsedImage> images_asked_for(const Document& document, const std::string& source,
                                        std::vector<UsedImage> found);

}  // namespace hanqing
