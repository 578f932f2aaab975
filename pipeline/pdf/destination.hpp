// SPDX-License-Identifier: Apache-2.0
// Destinations: where an anchor of the report lies in the file.
#pragma once

#include "pages/pages.hpp"
#include "pdf/objects.hpp"

#include <string>
#include <vector>

namespace hanqing {

/// "/Dest[…]", or nothing when the anchor is on no page.
std::string destination(std::uint32_t anchor, const Pages& pages, const std::vector<Reference>& page_objects);

}  // namespace hanqing
