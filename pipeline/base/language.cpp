// SPDX-License-Identifier: Apache-2.0
// Language tags (BCP 47) to the conventions that we know.
#include "base/language.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace hanqing {
namespace {

bool is_well_formed(std::string_view tag) {
    const auto is_part = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-'; };
    return !tag.empty() && std::isalpha(static_cast<unsigned char>(tag[0])) != 0 &&
           std::all_of(tag.begin(), tag.end(), is_part) &&
           std::find(tag.begin(), tag.end(), '-') - tag.begin() <= 8;
}

}  // namespace

std::optional<Language> language_from_tag(std::string_view typed) {
    std::string tag(typed);
    for (char& c : tag) c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (!is_well_formed(tag)) return {};
    const std::string primary = tag.substr(0, tag.find('-'));
    const auto has = [&](std::string_view part) {
        return ("-" + tag + "-").find("-" + std::string(part) + "-") != std::string::npos;
    };
    if (primary == "zh" || primary == "cmn" || primary == "yue") {
        if (has("hk") || has("mo")) return Language::zh_hant_hk;
        if (has("tw") || has("hant")) return Language::zh_hant_tw;
        return Language::zh_hans;
    }
    if (primary == "ja") return Language::ja;
    if (primary == "ko") return Language::ko;
    if (primary == "en") return Language::en;
    return Language::other;
}

std::string_view tag_of(Language language) {
    switch (language) {
        case Language::zh_hans:
            return "zh-CN";
        case Language::zh_hant_tw:
            return "zh-TW";
        case Language::zh_hant_hk:
            return "zh-HK";
        case Language::ja:
            return "ja";
        case Language::ko:
            return "ko";
        case Language::en:
            return "en";
        case Language::other:
            break;
    }
    return "und";
}

}  // namespace hanqing
