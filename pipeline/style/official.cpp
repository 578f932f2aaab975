// SPDX-License-Identifier: Apache-2.0
// What all parts of an official document ask for.
#include "style/official.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace hanqing {

const std::vector<std::string>& element_of(const Build& build, std::string_view key) {
    static const std::vector<std::string> nothing;
    const auto* found = build.styled.metadata.element(key);
    return found != nullptr ? *found : nothing;
}

Place place_of_element(const Build& build, std::string_view key) {
    const Metadata& metadata = build.styled.metadata;
    for (std::size_t i = 0; i < metadata.elements.size() && i < metadata.element_places.size(); ++i)
        if (metadata.elements[i].first == key) return metadata.element_places[i];
    return metadata.title_place;
}

std::int64_t half_ems(std::string_view text) {
    constexpr char32_t first_wide = 0x2E80;
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const bool wide = c >= first_wide || c == U'—' || c == U'…' || c == U'“' || c == U'”' || c == U'★';
        sum += wide ? 2 : 1;
    }
    return sum;
}

std::string official_date(const Build& build, std::string_view typed) {
    const auto date = date_from_text(typed);
    return date ? date_text(*date, build.styled.language) : std::string(typed);
}

void append_plain(Build& build, std::uint32_t paragraph, std::string_view text, const TextRule& rule) {
    Paragraph& made = build.styled.paragraphs[paragraph];
    made.text += text;
    made.runs.push_back(
        {static_cast<std::uint32_t>(made.text.size()), character_style(build, character_of(build, rule))});
}

std::optional<Appendix> appendix_of(std::string_view heading) {
    constexpr std::string_view word = "附件";
    if (!heading.starts_with(word)) return {};
    const std::u32string text = utf32(heading);
    std::size_t at = 2;
    while (at < text.size() && text[at] == U' ') ++at;
    std::size_t digits = at;
    constexpr std::u32string_view numerals = U"0123456789０１２３４５６７８９一二三四五六七八九十";
    while (digits < text.size() && numerals.find(text[digits]) != std::u32string_view::npos) ++digits;
    Appendix made;
    made.label = std::string(word) + utf8(text.substr(at, digits - at));
    std::size_t rest = digits;
    constexpr std::u32string_view partings = U" 　：:\u2028";
    while (rest < text.size() && partings.find(text[rest]) != std::u32string_view::npos) ++rest;
    const bool parted = rest > digits || (digits == at && at > 2);
    if (!parted && rest < text.size()) return {};  // 附件管理办法, 附件一览表 are ordinary headings
    made.title = utf8(text.substr(rest));
    return made;
}

}  // namespace hanqing
