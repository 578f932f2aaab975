// SPDX-License-Identifier: Apache-2.0
// Printed page numbers into ranges of page labels (12.4.2): a viewer then shows the number that the page
// bears.
#include "pdf/navigation.hpp"

#include <charconv>

namespace hanqing {

namespace {

enum class Style : std::uint8_t { empty, arabic, lower_roman, upper_roman, text };

struct Label {
    Style style = Style::empty;
    std::uint32_t number = 0;
};

std::string roman(std::uint32_t number, bool upper) {
    constexpr std::pair<std::uint32_t, std::string_view> steps[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    std::string out;
    for (const auto& [value, letters] : steps)
        for (; number >= value; number -= value) out += letters;
    if (upper)
        for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
    return out;
}

Label label_from(const std::string& text) {
    if (text.empty()) return {};
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number > 0 && text.front() != '0')
        return {Style::arabic, number};
    constexpr std::uint32_t roman_max = 400;
    if (text.find_first_not_of("ivxlcIVXLC") == std::string::npos)
        for (std::uint32_t n = 1; n <= roman_max; ++n) {
            if (text == roman(n, false)) return {Style::lower_roman, n};
            if (text == roman(n, true)) return {Style::upper_roman, n};
        }
    return {Style::text, 0};
}

std::string range(const Label& label, const std::string& text) {
    std::string out = "<<";
    if (label.style == Style::arabic) out += "/S/D";
    if (label.style == Style::lower_roman) out += "/S/r";
    if (label.style == Style::upper_roman) out += "/S/R";
    if (label.style == Style::text) out += "/P" + text_string(text);
    if (label.number > 1) {
        out += "/St ";
        append_integer(out, label.number);
    }
    return out + ">>";
}

}  // namespace

std::string page_labels(const Pages& pages) {
    std::string out = "/PageLabels<</Nums[";
    Label expected{Style::text, 0};
    bool begun = false;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const Label label = label_from(pages.pages[i].label);
        const bool goes_on = begun && label.style == expected.style && label.style != Style::text &&
                             (label.style == Style::empty || label.number == expected.number);
        if (!goes_on) {
            append_integer(out, static_cast<std::int64_t>(i));
            out += range(label, pages.pages[i].label);
        }
        begun = true;
        expected = {label.style, label.number + 1};
    }
    return out + "]>>";
}

}  // namespace hanqing
