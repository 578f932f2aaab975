// SPDX-License-Identifier: Apache-2.0
// What Jekyll, Hugo, Hexo, VuePress, Docusaurus and Marp keep in front matter for the site they make.
#include "read/site_keys.hpp"

#include <algorithm>
#include <array>

namespace hanqing {

bool is_site_key(std::string_view name) {
    constexpr std::array<std::string_view, 61> keys{"aliases",
                                                    "api",
                                                    "archive",
                                                    "banner",
                                                    "bookcollapsesection",
                                                    "categories",
                                                    "category",
                                                    "class-name",
                                                    "comment",
                                                    "comments",
                                                    "cover-image",
                                                    "draft",
                                                    "editlink",
                                                    "excerpt",
                                                    "expirydate",
                                                    "featured",
                                                    "footer",
                                                    "has-children",
                                                    "head",
                                                    "header",
                                                    "header-img",
                                                    "hero",
                                                    "hide-title",
                                                    "icon",
                                                    "id",
                                                    "image",
                                                    "index",
                                                    "index-img",
                                                    "lang-ref",
                                                    "last-updated",
                                                    "lastmod",
                                                    "layout",
                                                    "linktitle",
                                                    "marp",
                                                    "math",
                                                    "mathjax",
                                                    "menu",
                                                    "nav-order",
                                                    "navbar",
                                                    "order",
                                                    "pagination-label",
                                                    "parent",
                                                    "permalink",
                                                    "prev",
                                                    "publishdate",
                                                    "published",
                                                    "redirect-from",
                                                    "robots",
                                                    "search",
                                                    "sidebar",
                                                    "sidebar-label",
                                                    "sidebar-position",
                                                    "slug",
                                                    "sticky",
                                                    "tags",
                                                    "theme",
                                                    "thumbnail",
                                                    "top",
                                                    "type",
                                                    "updated",
                                                    "weight"};
    return std::binary_search(keys.begin(), keys.end(), name);
}

}  // namespace hanqing
