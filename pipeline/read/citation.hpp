// SPDX-License-Identifier: Apache-2.0
// Citations as pandoc writes them. For .cpp files of this folder.
#pragma once

#include <algorithm>
#include <string_view>

namespace hanqing {

/// `[@key]`, `[-@key, 3]`, `[@a; @b]` of pandoc.
inline bool is_citation(std::string_view text) {
    text.remove_prefix(1);
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t end = text.find_first_of("];, ");
    if (!text.starts_with('@') || end == std::string_view::npos || end < 3) return false;
    if (text.substr(end).starts_with("](")) return false;  // a person's link
    text = text.substr(1, end - 1);
    const bool is_ours = text.starts_with("fig-") || text.starts_with("tbl-") || text.starts_with("sec-");
    return !is_ours &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F && c != '@'; });
}

}  // namespace hanqing
