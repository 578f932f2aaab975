// SPDX-License-Identifier: Apache-2.0
// A fontconfig configuration made in code: it admits only the faces of one table, in one order, for every
// name that a drawing may ask for. Measured: one SVG with Han text came out in three faces under C, ja and
// zh_TW with the system's configuration, and in one with this.
#include "image/vector_fonts.hpp"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {
namespace {

/// Kinds of letter that drawings ask for, and what programs call them; the first that fits any name of the
/// list wins, so Han faces stand before Latin ones. Liberation has the widths of Times, Arial and Courier,
/// around which Graphviz and others draw their boxes. `{}` is SC, TC, HK, JP or KR.
struct Kind {
    std::vector<std::string_view> families;  ///< Taken in this order; then the common rest.
    std::vector<std::string_view> asked_for;
};

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> table = {
        {{"LXGW WenKai"},
         {"KaiTi", "KaiTi_GB2312", "楷体", "楷体_GB2312", "STKaiti", "华文楷体", "Kaiti SC", "BiauKai",
          "標楷體", "DFKai-SB", "LXGW WenKai", "霞鹜文楷", "cursive"}},
        {{"Noto Sans CJK {}"},
         {"SimHei", "黑体", "STHeiti", "Microsoft YaHei", "微软雅黑", "Microsoft JhengHei", "微軟正黑體",
          "PingFang SC", "PingFang TC", "Heiti SC", "Source Han Sans", "思源黑体", "Noto Sans CJK SC",
          "Noto Sans SC", "Meiryo", "Yu Gothic"}},
        {{"Noto Serif CJK {}"},
         {"SimSun",     "NSimSun",           "宋体",          "新宋体",    "STSong",
          "华文宋体",   "Songti SC",         "FangSong",      "仿宋",      "FangSong_GB2312",
          "STFangsong", "PMingLiU",          "MingLiU",       "新細明體",  "Source Han Serif",
          "思源宋体",   "Noto Serif CJK SC", "Noto Serif SC", "MS Mincho", "Yu Mincho"}},
        {{"DejaVu Sans", "Noto Sans CJK {}"}, {"DejaVu Sans", "Verdana", "Bitstream Vera Sans"}},
        {{"DejaVu Sans Mono", "Noto Sans Mono CJK {}"},
         {"DejaVu Sans Mono", "Menlo", "Bitstream Vera Sans Mono"}},
        {{"JetBrains Mono", "Noto Sans Mono CJK {}"}, {"JetBrains Mono", "Fira Code", "Source Code Pro"}},
        {{"Liberation Mono", "Noto Sans Mono CJK {}"},
         {"Courier", "Courier New", "Consolas", "Monaco", "monospace"}},
        {{"Liberation Sans", "Noto Sans CJK {}"},
         {"Arial", "Helvetica", "Helvetica Neue", "Liberation Sans", "Segoe UI", "Roboto"}},
        {{"Liberation Serif", "Noto Serif CJK {}"},
         {"Times", "Times New Roman", "Liberation Serif", "Georgia", "Garamond", "Cambria"}},
        {{"Noto Serif CJK {}"}, {"serif"}},
        {{"Noto Sans CJK {}"}, {"sans-serif", "sans", "system-ui"}},
    };
    return table;
}

constexpr std::string_view common_rest[] = {"Noto Sans CJK {}", "HanaMinA", "HanaMinB", "DejaVu Sans"};
constexpr std::string_view chosen = "hanqing-chosen";  ///< Marks a pattern whose families are decided.

std::string_view region_of(Language language) {
    switch (language) {
        case Language::zh_hant_tw:
            return "TC";
        case Language::zh_hant_hk:
            return "HK";
        case Language::ja:
            return "JP";
        case Language::ko:
            return "KR";
        default:
            return "SC";
    }
}

std::string family_named(std::string_view pattern, Language language) {
    std::string name(pattern);
    if (const std::size_t at = name.find("{}"); at != std::string::npos)
        name.replace(at, 2, region_of(language));
    return name;
}

std::string element(std::string_view name, std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '&')
            escaped += "&amp;";
        else if (c == '<')
            escaped += "&lt;";
        else
            escaped += c;
    }
    return "<" + std::string(name) + ">" + escaped + "</" + std::string(name) + ">";
}

std::string families_of(const Kind& kind, Language language) {
    std::string out;
    for (const auto& f : kind.families) out += element("string", family_named(f, language));
    for (const auto& f : common_rest) out += element("string", family_named(f, language));
    return out + element("string", chosen);
}

/// Strongly bound families outweigh the language, which fontconfig would else add from the environment.
std::string assignment(std::string_view test, const Kind& kind, Language language) {
    return "<match target=\"pattern\">" + std::string(test) +
           "<edit name=\"family\" mode=\"assign_replace\" binding=\"strong\">" + families_of(kind, language) +
           "</edit></match>";
}

std::string configuration(const VectorFonts& fonts, Language language) {
    std::string xml = "<fontconfig>";
    for (const std::string& folder : fonts.folders) xml += element("dir", folder);
    xml += "<cachedir>/var/cache/fontconfig</cachedir><selectfont>";
    const auto admit = [&](std::string_view family) {
        xml += "<acceptfont><pattern><patelt name=\"family\">" +
               element("string", family_named(family, language)) + "</patelt></pattern></acceptfont>";
    };
    for (const Kind& kind : kinds())
        for (const auto& family : kind.families) admit(family);
    for (const auto& family : common_rest) admit(family);
    xml +=
        "<rejectfont><pattern><patelt name=\"scalable\"><bool>true</bool></patelt></pattern>"
        "<pattern><patelt name=\"scalable\"><bool>false</bool></patelt></pattern></rejectfont></selectfont>";
    for (const Kind& kind : kinds())
        for (const auto& name : kind.asked_for)
            xml += assignment("<test qual=\"any\" name=\"family\">" + element("string", name) + "</test>" +
                                  "<test qual=\"all\" name=\"family\" compare=\"not_eq\">" +
                                  element("string", chosen) + "</test>",
                              kind, language);
    xml += assignment(
        "<test qual=\"all\" name=\"family\" compare=\"not_eq\">" + element("string", chosen) + "</test>",
        kinds().back(), language);
    return xml + "</fontconfig>";
}

/// Made once for each set of folders and language, and kept: reading the folders' caches takes some 60 ms.
FcConfig* configuration_for(const VectorFonts& fonts, Language language) {
    static std::mutex mutex;
    static std::map<std::pair<std::vector<std::string>, Language>, FcConfig*> made;
    const std::lock_guard lock(mutex);
    FcConfig*& config = made[{fonts.folders, language}];
    if (config != nullptr) return config;
    config = FcConfigCreate();
    const std::string xml = configuration(fonts, language);
    FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(xml.c_str()), FcFalse);
    FcConfigBuildFonts(config);
    return config;
}

}  // namespace

struct VectorFontMap::State {
    FcConfig* config = nullptr;
    PangoFontMap* map = nullptr;
};

VectorFontMap::VectorFontMap(const VectorFonts& fonts, Language language)
    : state_(std::make_unique<State>()) {
    state_->config = configuration_for(fonts, language);
    state_->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(state_->map), state_->config);
    pango_cairo_font_map_set_default(PANGO_CAIRO_FONT_MAP(state_->map));
}

VectorFontMap::~VectorFontMap() {
    pango_cairo_font_map_set_default(nullptr);
    g_object_unref(state_->map);
}

std::set<char32_t> VectorFontMap::missing(const std::set<char32_t>& characters) const {
    std::set<char32_t> missing = characters;
    const FcFontSet* faces = FcConfigGetFonts(state_->config, FcSetSystem);
    for (int i = 0; faces != nullptr && i < faces->nfont && !missing.empty(); ++i) {
        FcCharSet* has = nullptr;
        if (FcPatternGetCharSet(faces->fonts[i], FC_CHARSET, 0, &has) != FcResultMatch) continue;
        std::erase_if(missing, [&](char32_t c) { return FcCharSetHasChar(has, c) == FcTrue; });
    }
    std::erase_if(
        missing, [](char32_t c) { return c < U' ' || c == U'\u00A0' || (c >= U'\u200B' && c <= U'\u200F'); });
    return missing;
}

}  // namespace hanqing
