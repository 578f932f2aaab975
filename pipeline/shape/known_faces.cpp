// SPDX-License-Identifier: Apache-2.0
// The lists themselves: free families that Debian or their makers distribute.
#include "shape/known_faces.hpp"

#include <array>
#include <cstddef>

namespace hanqing {
namespace {

struct Region {
    std::string_view serif, sans;
};

constexpr Region mainland{"Noto Serif CJK SC", "Noto Sans CJK SC"},
    taiwan{"Noto Serif CJK TC", "Noto Sans CJK TC"}, hong_kong{"Noto Serif CJK HK", "Noto Sans CJK HK"},
    japan{"Noto Serif CJK JP", "Noto Sans CJK JP"}, korea{"Noto Serif CJK KR", "Noto Sans CJK KR"};

/// Nearest in the shape of the characters first.
std::array<Region, 5> regions(Language language) {
    switch (language) {
        case Language::zh_hant_tw:
            return {taiwan, hong_kong, mainland, japan, korea};
        case Language::zh_hant_hk:
            return {hong_kong, taiwan, mainland, japan, korea};
        case Language::ja:
            return {japan, taiwan, mainland, hong_kong, korea};
        case Language::ko:
            return {korea, japan, taiwan, mainland, hong_kong};
        case Language::zh_hans:
        case Language::en:
        case Language::other:
            break;
    }
    return {mainland, taiwan, hong_kong, japan, korea};
}

}  // namespace

std::vector<std::string_view> known_han_families(Language language, bool serif) {
    std::vector<std::string_view> families;
    for (const bool style : {serif, !serif}) {
        for (const Region& region : regions(language)) families.push_back(style ? region.serif : region.sans);
        if (language == Language::zh_hans)
            families.insert(families.end(), {style ? "FandolSong" : "FandolHei",
                                             style ? "AR PL UMing CN" : "WenQuanYi Zen Hei"});
        else if (style)
            families.push_back("AR PL UMing TW");
        if (style && serif) families.push_back("BabelStone Han");  // rare Song before common Hei
    }
    return families;
}

std::vector<std::string_view> known_latin_families(bool serif, bool fixed_pitch) {
    if (fixed_pitch) return {"JetBrains Mono", "DejaVu Sans Mono", "Noto Sans Mono", "Liberation Mono"};
    if (serif)
        return {"TeX Gyre Termes", "STIX", "STIXGeneral", "Liberation Serif", "Noto Serif", "DejaVu Serif"};
    return {"TeX Gyre Heros", "Liberation Sans", "Noto Sans", "DejaVu Sans"};
}

std::vector<std::string_view> known_math_families() {
    return {"TeX Gyre Termes Math", "STIX Two Math",         "XITS Math",  "Libertinus Math",
            "Latin Modern Math",    "TeX Gyre Pagella Math", "Asana Math", "Noto Sans Math"};
}

std::vector<std::string_view> known_rare_families() {
    // Song before Kai: most text that lacks a character is Song.
    return {"BabelStone Han", "LXGW WenKai", "Plangothic P1", "Plangothic P2",     "HanaMinA",
            "HanaMinB",       "FandolSong",  "DejaVu Sans",   "Noto Sans Symbols", "Noto Sans Symbols 2",
            "Noto Sans Math", "STIXGeneral", "Symbola",       "Noto Emoji"};
}

}  // namespace hanqing
