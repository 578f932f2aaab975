// SPDX-License-Identifier: Apache-2.0
// Geometry -> a page's frame; page numbers in their scripts.
#include "pages/page_frame.hpp"

#include "style/labels.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace hanqing {
namespace {

/// 十二, 一百零五: as Chinese page numbers are read.
std::string han(std::uint32_t number) {
    constexpr std::array<std::string_view, 10> digits = {"零", "一", "二", "三", "四",
                                                         "五", "六", "七", "八", "九"};
    constexpr std::array<std::string_view, 5> places = {"", "十", "百", "千", "万"};
    const std::string arabic = std::to_string(number);
    if (arabic.size() > places.size()) return arabic;
    std::string text;
    bool zero = false;
    for (std::size_t i = 0; i < arabic.size(); ++i) {
        const auto digit = static_cast<std::size_t>(arabic[i] - '0');
        const std::size_t place = arabic.size() - 1 - i;
        if (digit == 0) {
            zero = true;
            continue;
        }
        if (zero && !text.empty()) text += digits[0];
        zero = false;
        const bool bare_ten = place == 1 && digit == 1 && text.empty();
        if (!bare_ten) text += digits[digit];
        text += places[place];
    }
    return text.empty() ? std::string(digits[0]) : text;
}

}  // namespace

Page page_frame(const PageGeometry& geometry, std::uint32_t sheet, bool turned) {
    const bool mirrored = geometry.two_sided && sheet % 2 == 0;
    const Length left = mirrored ? geometry.outer : geometry.inner;
    const Length right = mirrored ? geometry.inner : geometry.outer;
    Page page;
    page.bleed = geometry.bleed;
    page.width = geometry.width;
    page.height = geometry.height;
    page.type_area = {
        {left, geometry.top}, page.width - left - right, page.height - geometry.top - geometry.bottom};
    if (!turned) return page;
    // The sheet is turned clockwise to be read: its left edge is then the head (GB/T 9704 clause 8: the
    // table's head is at the gutter on odd pages, outside on even ones).
    std::swap(page.width, page.height);
    page.type_area = {{geometry.bottom, left}, page.type_area.height, page.type_area.width};
    return page;
}

std::string page_label(std::uint32_t number, NumberStyle style) {
    switch (style) {
        case NumberStyle::none:
            return {};
        case NumberStyle::arabic:
            return std::to_string(number);
        case NumberStyle::lower_roman:
        case NumberStyle::upper_roman:
            return roman_number(number, style == NumberStyle::upper_roman);
        case NumberStyle::han:
            return han(number);
    }
    return {};
}

}  // namespace hanqing
