// SPDX-License-Identifier: Apache-2.0
// Navigation: links, outline and page labels (ISO 32000-1, 12.3, 12.4.2 and 12.5.6.5).
#pragma once

#include "pages/pages.hpp"
#include "pdf/objects.hpp"
#include "pdf/tags.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hanqing {

/// Writes the annotations of a page's link areas, with StructParent numbers from `next_parent` on. A link
/// that leads nowhere or stands in no element has none.
std::vector<Annotation> write_links(const Pages& pages, std::uint32_t page,
                                    const std::vector<Reference>& page_objects, std::uint32_t next_parent,
                                    Objects& objects);

/// The outline's root, or 0 when there is none.
Reference write_outline(const Pages& pages, const std::vector<Reference>& page_objects, Objects& objects);

/// "/PageLabels<<…>>"
std::string page_labels(const Pages& pages);

}  // namespace hanqing
