// SPDX-License-Identifier: Apache-2.0
// A paragraph -> whether it is a list of people: by its gaps and the length of what stands between them.
#include "style/name_list.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::string_view wide_blank = "\xE3\x80\x80", gap = "\xE3\x80\x80\xE3\x80\x80";

/// 王建国, 刘　洋, 孙立（女）: two to four Han, what stands in brackets behind them left out.
bool is_name(std::string_view entry) {
    constexpr std::size_t han_min = 2, han_max = 4;
    entry = entry.substr(0, std::min(entry.find("（"), entry.find('(')));
    std::size_t han = 0;
    for (std::size_t at = 0; at < entry.size();) {
        const char32_t c = next_code_point(entry, at);
        if (is_han(c))
            ++han;
        else if (c != 0x3000)
            return false;
    }
    return han >= han_min && han <= han_max;
}

}  // namespace

bool is_list_of_names(std::string_view text) {
    constexpr std::size_t entries_min = 5;
    std::size_t entries = 0, names = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(gap), text.size());
        ++entries;
        names += is_name(text.substr(0, end)) ? 1 : 0;
        text.remove_prefix(end);
        while (text.starts_with(wide_blank)) text.remove_prefix(wide_blank.size());
    }
    return entries >= entries_min && names * 10 >= entries * 7;
}

void keep_names_whole(Build& build, std::uint32_t paragraph) {
    std::uint32_t& index = build.styled.paragraphs[paragraph].style;
    ParagraphStyle style = build.styled.paragraph_styles[index];
    style.whole_entries = true;
    style.align = Align::left;
    index = static_cast<std::uint32_t>(build.styled.paragraph_styles.size());
    build.styled.paragraph_styles.push_back(style);
}

}  // namespace hanqing
