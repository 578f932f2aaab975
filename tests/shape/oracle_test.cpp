// SPDX-License-Identifier: Apache-2.0
// The glyphs against HarfBuzz itself: whole texts in one call of the library, and the hb-shape program.
#include "base/unicode.hpp"
#include "sample.hpp"
#include "shape/fonts_state.hpp"

#include <hb.h>
#include <catch2/catch.hpp>

#include <array>
#include <cstdio>

using namespace hanqing;
using namespace hanqing::sample;

namespace {

struct ShapedGlyph {
    std::uint32_t glyph = 0, cluster = 0;
    std::int32_t advance = 0, x_offset = 0, y_offset = 0;
    friend bool operator==(const ShapedGlyph&, const ShapedGlyph&) = default;
};

/// One call of hb_shape over the whole text. Han and kana stand solid (P4), so what is Han is not kerned.
std::vector<ShapedGlyph> by_harfbuzz(const Face& face, const std::string& text, hb_script_t script,
                                     const char* language) {
    hb_buffer_t* const buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, script);
    hb_buffer_set_language(buffer, hb_language_from_string(language, -1));
    const hb_feature_t solid{HB_TAG('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(face.font, buffer, &solid, script == HB_SCRIPT_HAN ? 1 : 0);
    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<ShapedGlyph> glyphs;
    for (unsigned i = 0; i < count; ++i)
        glyphs.push_back({infos[i].codepoint, infos[i].cluster, positions[i].x_advance, positions[i].x_offset,
                          positions[i].y_offset});
    hb_buffer_destroy(buffer);
    return glyphs;
}

/// Ours, in font units: at a size of upem / 65536 points one unit is one unit.
std::vector<ShapedGlyph> by_us(const FaceRole& role, const std::string& text, std::uint32_t upem,
                               Language language) {
    Styled look = styled(language);
    look.roles[0] = role;
    look.characters[0].size = Length{upem};
    Notes notes;
    std::vector<ShapedGlyph> glyphs;
    std::uint32_t cluster = 0;
    for (const Glyph& g : shape_paragraph(paragraph({{text, 0}}), look, fonts(), notes).glyphs) {
        cluster = g.text_size > 0 ? g.text : cluster;
        glyphs.push_back({g.glyph, cluster, g.advance, g.x_offset, g.y_offset});
    }
    return glyphs;
}

FaceRole only(const char* family) {
    FaceRole role;
    role.han = {{Language::other, {{family}}}};
    return role;
}

/// Every wide character that the face has, in order: each with the neighbours that code charts give it.
std::string all_wide(FaceId id) {
    std::string text;
    for (char32_t c = 0x2E80; c < 0x30000; ++c)
        if (is_wide(c) && !is_hangul(c) && fonts().has(id, c) && (c < 0x302A || c > 0x302F) && c != 0x3099 &&
            c != 0x309A)
            append_utf8(text, c);
    return text;
}

}  // namespace

TEST_CASE("shape: the short way gives HarfBuzz's glyphs for every wide character of every Han face") {
    for (const char* family : {"Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Serif CJK TC",
                               "Noto Serif CJK JP", "LXGW WenKai", "FandolSong", "FandolKai", "HanaMinA"}) {
        const FaceRole role = only(family);
        const FaceId id = fonts().faces_of(role, Language::zh_hans).han;
        const Face& face = fonts().face(id);
        if (folded_name(face.family) != folded_name(family)) {
            WARN("not installed: " << family);
            continue;
        }
        const std::string text = all_wide(id);
        INFO(family);
        CHECK(by_us(role, text, face.upem, Language::zh_hans) ==
              by_harfbuzz(face, text, HB_SCRIPT_HAN, "zh-CN"));
    }
}

TEST_CASE("shape: cutting text where no lookup reads across changes no pair of marks") {
    const std::u32string marks = U"，。、；：？！“”‘’（）《》「」『』【】—…·～中あ々〇";
    for (const char* family : {"Noto Serif CJK SC", "Noto Sans CJK SC", "FandolSong"}) {
        const FaceRole role = only(family);
        const Face& face = fonts().face(fonts().faces_of(role, Language::zh_hans).han);
        for (const char32_t a : marks)
            for (const char32_t b : marks) {
                const std::string text = utf8(std::u32string{U'中', a, b, U'文'});
                const auto ours = by_us(role, text, face.upem, Language::zh_hans);
                const auto theirs = by_harfbuzz(face, text, HB_SCRIPT_HAN, "zh-CN");
                REQUIRE(ours.size() == theirs.size());
                for (std::size_t i = 0; i < ours.size(); ++i)
                    if (ours[i].glyph != theirs[i].glyph || ours[i].cluster != theirs[i].cluster)
                        FAIL(family << text);
            }
    }
}

TEST_CASE("shape: Latin words, kerned and joined, are HarfBuzz's") {
    for (const char* family :
         {"STIXGeneral", "TeX Gyre Termes", "Liberation Serif", "DejaVu Serif", "JetBrains Mono"}) {
        FaceRole role;
        role.latin = {{family}};
        const FaceId id = fonts().faces_of(role, Language::en).latin;
        const Face& face = fonts().face(id);
        if (folded_name(face.family) != folded_name(family)) {
            WARN("not installed: " << family);
            continue;
        }
        for (const char* text :
             {"The office of AVATAR fi ffi To. Ty, 1,000.50 (WAVE)", "naïve façade Ångström", "A V To We",
              "https://example.org/a-b_c?d=e", "x", "Съешь ещё этих", "αβγ ΑΥΤΟ"}) {
            INFO(family << ": " << text);
            const hb_script_t script = text[0] == '\xD0'   ? HB_SCRIPT_CYRILLIC
                                       : text[0] == '\xCE' ? HB_SCRIPT_GREEK
                                                           : HB_SCRIPT_LATIN;
            const auto theirs = by_harfbuzz(face, text, script, "en");
            if (std::any_of(theirs.begin(), theirs.end(), [](const ShapedGlyph& g) { return g.glyph == 0; }))
                continue;
            CHECK(by_us(role, text, face.upem, Language::en) == theirs);
        }
    }
}

TEST_CASE("shape: the hb-shape program agrees") {
    if (std::system("hb-shape --version > /dev/null 2>&1") != 0) {
        WARN("hb-shape is not installed (libharfbuzz-bin)");
        return;
    }
    const FaceRole role = only("Noto Serif CJK SC");
    const Face& face = fonts().face(fonts().faces_of(role, Language::zh_hans).han);
    for (const char* text :
         {"天地玄黄，宇宙洪荒。", "他说：“好！”——于是……", "《汗青》（第一卷）", "一二三〇、々"}) {
        const std::string command = "hb-shape --face-index=" + std::to_string(face.index) +
                                    " --script=hani --language=zh-CN --no-glyph-names --no-positions '" +
                                    face.file + "' '" + text + "'";
        FILE* const pipe = popen(command.c_str(), "r");
        REQUIRE(pipe != nullptr);
        std::array<char, 4096> buffer{};
        const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe);
        pclose(pipe);
        std::string ours = "[";
        for (const ShapedGlyph& g : by_us(role, text, face.upem, Language::zh_hans))
            ours += (ours.size() > 1 ? "|" : "") + std::to_string(g.glyph) + "=" + std::to_string(g.cluster);
        INFO(text);
        // hb-shape counts clusters in code points where it is given text on its command line.
        std::string theirs(buffer.data(), size);
        const auto glyphs_of = [](std::string list) {
            std::string glyphs;
            bool skip = false;
            for (const char c : list) {
                if (c == '=') skip = true;
                if (c == '|' || c == ']') skip = false;
                if (!skip && c != '\n' && c != ']') glyphs += c;
            }
            return glyphs;
        };
        CHECK(glyphs_of(ours) == glyphs_of(theirs));
    }
}
