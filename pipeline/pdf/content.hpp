// SPDX-License-Identifier: Apache-2.0
// Content: one page's items into a content stream in which every mark is tagged or an artifact
// (PDF/UA-1 7.1).
#pragma once

#include "pages/pages.hpp"
#include "pdf/painted_images.hpp"
#include "pdf/typefaces.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace hanqing {

struct PageContent {
    std::string operators;
    std::vector<std::uint32_t> marks;  ///< The tag of each marked-content identifier.
    std::set<FontName> fonts;
    std::set<std::uint32_t> images;  ///< Indices into Pages::images.
};

PageContent page_content(const Page& page, const Pages& pages, const Typefaces& typefaces,
                         const PaintedImages& images);

}  // namespace hanqing
