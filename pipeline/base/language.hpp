// SPDX-License-Identifier: Apache-2.0
// Language: the writing conventions that composition distinguishes, and their BCP 47 tags.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hanqing {

/// Region decides punctuation (clreq 3.1), not the script alone: Taiwan and Hong Kong centre their stops.
enum class Language : std::uint8_t { zh_hans, zh_hant_tw, zh_hant_hk, ja, ko, en, other };

/// "zh-CN", "zh-Hans", "zh_TW", "ja-JP", "en"… in any case; nothing when the tag is malformed.
std::optional<Language> language_from_tag(std::string_view tag);

/// The tag that is written into the PDF: zh-CN, zh-TW, zh-HK, ja, ko, en, und.
std::string_view tag_of(Language language);

constexpr bool is_chinese(Language l) {
    return l == Language::zh_hans || l == Language::zh_hant_tw || l == Language::zh_hant_hk;
}
constexpr bool is_han(Language l) { return is_chinese(l) || l == Language::ja; }

}  // namespace hanqing
