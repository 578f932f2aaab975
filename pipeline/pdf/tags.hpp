// SPDX-License-Identifier: Apache-2.0
// Tags: the structure tree of the file (ISO 32000-1, 14.7), from Pages' tags and the marks the pages made.
#pragma once

#include "pages/pages.hpp"
#include "pdf/objects.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hanqing {

/// A link annotation and the element that holds it.
struct Annotation {
    Reference object = 0;
    std::uint32_t page = 0;
    std::uint32_t tag = none;
};

/// What the pages brought: for each page the tag of each mark, and all annotations in reading order. Pages
/// have StructParents 0, 1, …; annotation n has StructParent pages + n.
struct Tagging {
    std::vector<std::vector<std::uint32_t>> marks;
    std::vector<Annotation> annotations;
    std::vector<Reference> pages;
};

/// Writes all elements that hold something; returns the StructTreeRoot. Kids stand in the order of the tags,
/// a tag's own marks among them where they first appear. A tag other than Link that has link areas gets a
/// Link around its marks (PDF/UA-1 7.18.5).
Reference write_structure(const Pages& pages, const Tagging& tagging, Objects& objects);

}  // namespace hanqing
