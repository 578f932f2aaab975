// SPDX-License-Identifier: Apache-2.0
// Document + folders -> Images: finds each referenced image inside the collection and reads it.
#pragma once

#include "image/image.hpp"
#include "read/document.hpp"

#include <string>
#include <utility>
#include <vector>

namespace hanqing {

/// Where images may come from. Nothing outside `root` is ever opened, through `..`, links or otherwise.
struct Folders {
    std::string root;    ///< The collection's folder, absolute, links resolved; "/x" is relative to it.
    std::string report;  ///< The report's folder inside it.
};

struct Pictures {
    std::vector<Image> images;       ///< As Document::images, one each.
    std::vector<std::string> paths;  ///< Path inside the collection of each; empty when not found.
};

/// Faults are warnings at the reference: "image-missing" {path, nearest}, "image-remote" {uri},
/// "image-outside" {path}, and those of image_from_bytes. The same file is read once.
Pictures load_pictures(const Document& document, const Folders& folders, Notes& notes);

/// A portrait or emblem on the web: without its picture it says nothing, and so gets no place on the page.
/// The author is told ("image-remote").
bool is_ornament_missing(const ImageReference& reference, Notes& notes);

}  // namespace hanqing
