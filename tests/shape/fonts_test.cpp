// SPDX-License-Identifier: Apache-2.0
#include "base/unicode.hpp"
#include "font_file.hpp"
#include "sample.hpp"
#include "shape/cff.hpp"
#include "shape/drawn_fonts.hpp"
#include "shape/fonts_state.hpp"

#include <ft2build.h>
#include <hb.h>
#include FT_FREETYPE_H
#include FT_CID_H

#include <set>
#include <thread>

using namespace hanqing;
using namespace hanqing::sample;

namespace {

FaceRole han_role(std::vector<FaceWish> wishes) {
    FaceRole role;
    role.name = "test";
    role.han = {{Language::other, std::move(wishes)}};
    return role;
}

std::string han_name(const FaceRole& role, Language language = Language::zh_hans) {
    return fonts().face(fonts().faces_of(role, language).han).postscript_name;
}

Fonts fonts_in(const Folder& folder, bool system = false) {
    Notes notes;
    return Fonts::open({{folder.path()}, system}, notes);
}

}  // namespace

TEST_CASE("fonts: a wish is met by family, PostScript or full name, whatever the case") {
    CHECK(han_name(han_role({{"Noto Serif CJK SC"}})) == "NotoSerifCJKsc-Regular");
    CHECK(han_name(han_role({{"noto serif cjk sc"}})) == "NotoSerifCJKsc-Regular");
    CHECK(han_name(han_role({{"NotoSansCJKsc-Bold"}})) == "NotoSansCJKsc-Bold");
    CHECK(han_name(han_role({{"Noto Serif CJK SC Bold"}})) == "NotoSerifCJKsc-Bold");
    CHECK(han_name(han_role({{"霞鹜文楷"}})) == "LXGWWenKai-Regular");
}

TEST_CASE("fonts: the nearest weight is taken, and a real bold before another family's regular") {
    CHECK(han_name(han_role({{"Noto Serif CJK SC", 700}})) == "NotoSerifCJKsc-Bold");
    CHECK(han_name(han_role({{"LXGW WenKai", 300}})) == "LXGWWenKai-Light");
    CHECK(han_name(han_role({{"FandolKai", 900}, {"Noto Sans CJK SC", 700}})) == "NotoSansCJKsc-Bold");
    CHECK(han_name(han_role({{"LXGW WenKai", 400}})) == "LXGWWenKai-Regular");
}

TEST_CASE("fonts: an upright wish never gives an italic or a condensed face") {
    FaceRole role = body_role();
    role.latin = {{"DejaVu Sans"}};
    const FaceId latin = fonts().faces_of(role, Language::zh_hans).latin;
    CHECK(fonts().face(latin).postscript_name == "DejaVuSans");
    role.latin = {{"Liberation Serif", 700, true}};
    CHECK(fonts().face(fonts().faces_of(role, Language::zh_hans).latin).postscript_name ==
          "LiberationSerif-BoldItalic");
}

TEST_CASE("fonts: each language takes its region's Han face") {
    const FaceRole role = body_role();
    CHECK(han_name(role, Language::zh_hans) == "NotoSerifCJKsc-Regular");
    CHECK(han_name(role, Language::zh_hant_tw) == "NotoSerifCJKtc-Regular");
    CHECK(han_name(role, Language::zh_hant_hk) == "NotoSerifCJKhk-Regular");
    CHECK(han_name(role, Language::ja) == "NotoSerifCJKjp-Regular");
    CHECK(han_name(role, Language::ko) == "NotoSerifCJKkr-Regular");
    CHECK(han_name({}, Language::ja) == "NotoSerifCJKjp-Regular");  // even without a wish
}

TEST_CASE("fonts: an official face that is absent is told, another wish is not") {
    FaceRole role = han_role({{"方正小标宋简体", 400, false, true}, {"Noto Serif CJK SC", 700}});
    CHECK(fonts().faces_of(role, Language::zh_hans).substituted ==
          std::vector<std::string>{"方正小标宋简体 → Noto Serif CJK SC"});
    role.han[0].second[0].official = false;
    CHECK(fonts().faces_of(role, Language::zh_hans).substituted.empty());
}

TEST_CASE("fonts: a Han face in the same style is the first fallback") {
    const auto& faces = fonts().faces_of(han_role({{"Noto Sans CJK SC"}}), Language::zh_hans);
    REQUIRE(faces.fallback.size() > 4);
    CHECK(fonts().face(faces.fallback[0]).family == "Noto Sans CJK TC");
    const std::set<FaceId> distinct(faces.fallback.begin(), faces.fallback.end());
    CHECK(distinct.size() == faces.fallback.size());
    CHECK(distinct.count(faces.han) == 0);
}

TEST_CASE("fonts: a face keeps its identity wherever its file lies, and a folder's face comes first") {
    const Folder folder;
    const std::string bytes = read_file(jetbrains, 1U << 24U);
    folder.write("a.ttf", bytes);
    const Fonts both = fonts_in(folder, true);
    FaceRole role;
    role.han = {{Language::other, {{"JetBrains Mono", 100}}}};
    const Face& own = both.face(both.faces_of(role, Language::zh_hans).han);
    const Face& system = fonts().face(fonts().faces_of(role, Language::zh_hans).han);
    CHECK(own.file == folder.path() + "/a.ttf");
    CHECK(system.file == jetbrains);
    CHECK(own.identity == system.identity);
    CHECK(own.identity != Digest{});
}

TEST_CASE("fonts: without the system's fonts only the folder's serve") {
    const Folder folder;
    folder.write("a.ttf", read_file(jetbrains, 1U << 24U));
    const Fonts own = fonts_in(folder);
    CHECK(own.size() == 1);
    const auto& faces = own.faces_of(body_role(), Language::zh_hans);
    CHECK(own.face(faces.latin).family == "JetBrains Mono");
    CHECK(faces.han == faces.latin);
}

TEST_CASE("fonts: a face that forbids embedding, varies or is broken is refused by name") {
    const Folder folder;
    std::string bytes = read_file(jetbrains, 1U << 24U), id;
    SECTION("fsType 2") {
        bytes[table_at(bytes, "OS/2") + 9] = 2;
        id = "font-embedding";
    }
    SECTION("no subset") {
        bytes[table_at(bytes, "OS/2") + 8] = 1;
        id = "font-embedding";
    }
    SECTION("variable") {
        const std::string axis = "wght" + big_endian(100U << 16U, 4) + big_endian(400U << 16U, 4) +
                                 big_endian(900U << 16U, 4) + big_endian(0, 2) + big_endian(256, 2);
        bytes = with_table(bytes, "fvar",
                           big_endian(0x10000, 4) + big_endian(16, 2) + big_endian(2, 2) + big_endian(1, 2) +
                               big_endian(20, 2) + big_endian(0, 2) + big_endian(8, 2) + axis);
        id = "font-variable";
    }
    SECTION("broken") {
        bytes[table_at(bytes, "hhea") + 34] = 0x7F;  // more metrics than glyphs
        id = "font-broken";
    }
    folder.write("a.ttf", bytes);
    Notes notes;
    const Fonts mixed = Fonts::open({{folder.path()}, true}, notes);
    FaceRole role = body_role();
    role.latin = {{"JetBrains Mono", 100}};
    const auto& faces = mixed.faces_of(role, Language::zh_hans);
    CHECK(mixed.face(faces.latin).file == jetbrains);  // the next best
    REQUIRE(faces.refused.size() == 1);
    CHECK(faces.refused[0].id == id);
    Styled look = styled();
    look.roles[0] = role;
    shape_paragraph(paragraph({{"abc", 0}}), look, mixed, notes);
    REQUIRE(notes.all().size() == 1);
    CHECK(notes.all()[0].id == id);
    CHECK(notes.all()[0].weight == Weight::remark);
}

TEST_CASE("fonts: a wrong folder is a failure, an empty one a warning, no font at all a failure") {
    const Folder folder;
    Notes notes;
    CHECK_THROWS_WITH(Fonts::open({{folder.path() + "/none"}, true}, notes),
                      Catch::StartsWith("font-folder"));
    CHECK_THROWS_WITH(Fonts::open({{folder.path()}, false}, notes), "no-fonts");
    REQUIRE(notes.all().size() == 1);
    CHECK(notes.all()[0].id == "font-folder-empty");
}

TEST_CASE("fonts: outlines are named as FreeType names them") {
    FT_Library library = nullptr;
    REQUIRE(FT_Init_FreeType(&library) == 0);
    for (const char* name : {"Noto Serif CJK SC", "FandolSong", "STIXGeneral", "TeX Gyre Termes",
                             "LXGW WenKai", "JetBrains Mono", "HanaMinB"}) {
        const FaceId id = fonts().faces_of(han_role({{name}}), Language::zh_hans).han;
        const Face& face = fonts().face(id);
        if (folded_name(face.family) != folded_name(name)) {
            WARN("not installed: " << name);
            continue;
        }
        INFO(name);
        FT_Face free_type = nullptr;
        REQUIRE(FT_New_Face(library, face.file.c_str(), static_cast<FT_Long>(face.index), &free_type) == 0);
        FT_Bool cid_keyed = 0;
        FT_Get_CID_Is_Internally_CID_Keyed(free_type, &cid_keyed);
        const bool is_cff =
            std::string(face.file).find(".tt") == std::string::npos || std::string(name).find("Noto") == 0;
        CHECK((face.outlines == Outlines::cid_cff) == (cid_keyed != 0));
        CHECK((face.outlines == Outlines::truetype) == !is_cff);
        bool same = cid_keyed != 0;
        for (FT_UInt glyph = 1; same && glyph < static_cast<FT_UInt>(free_type->num_glyphs); ++glyph) {
            FT_UInt cid = 0;
            same = FT_Get_CID_From_Glyph_Index(free_type, glyph, &cid) == 0 && cid == glyph;
        }
        CHECK(face.cid_is_gid == same);
        FT_Done_Face(free_type);
    }
    FT_Done_FreeType(library);
}

TEST_CASE("fonts: a CFF table cut anywhere is no fact and no crash") {
    const FaceId id = fonts().faces_of(han_role({{"FandolSong"}}), Language::zh_hans).han;
    hb_blob_t* const blob = hb_face_reference_table(fonts().face(id).face, HB_TAG('C', 'F', 'F', ' '));
    unsigned size = 0;
    const char* const data = hb_blob_get_data(blob, &size);
    REQUIRE(size > 200);
    const auto whole = cff_kind({data, size}, hb_face_get_glyph_count(fonts().face(id).face));
    REQUIRE(whole);
    for (std::size_t cut = 0; cut < 200; ++cut) {
        const std::string part(data, cut);  // a copy, so that the sanitizer sees a read past its end
        const auto kind = cff_kind(part, 100);
        CHECK((!kind || kind->is_cid_keyed == whole->is_cid_keyed));
    }
    hb_blob_destroy(blob);
}

TEST_CASE("fonts: glyphs and advances are HarfBuzz's") {
    for (const char* name : {"Noto Serif CJK SC", "Liberation Serif", "LXGW WenKai"}) {
        const FaceId id = fonts().faces_of(han_role({{name}}), Language::zh_hans).han;
        hb_font_t* const font = fonts().face(id).font;
        for (char32_t c = 0x20; c < 0x30000; c += c < 0x3000 ? 1 : 97) {
            hb_codepoint_t glyph = 0;
            hb_font_get_nominal_glyph(font, c, &glyph);
            if (fonts().glyph(id, c) != glyph) FAIL(code_point_name(c));
            if (fonts().advance(id, fonts().glyph(id, c)) != hb_font_get_glyph_h_advance(font, glyph))
                FAIL(code_point_name(c));
        }
    }
}

TEST_CASE("fonts: metrics are those that composition needs") {
    const Face& han = fonts().face(fonts().faces_of(body_role(), Language::zh_hans).han);
    CHECK(han.ascender == 880);
    CHECK(han.descender == -120);
    CHECK(han.is_serif);
    CHECK_FALSE(han.is_fixed_pitch);
    CHECK(han.outlines == Outlines::cid_cff);
    CHECK(han.cid_is_gid);
    const Face& code = fonts().face(fonts().faces_of(code_role(), Language::zh_hans).latin);
    CHECK(code.is_fixed_pitch);
    CHECK_FALSE(code.is_serif);
    CHECK(code.weight == 400);
    CHECK(code.outlines == Outlines::truetype);
}

TEST_CASE("fonts: many threads may ask at once and get the same") {
    Notes notes;
    const Fonts fresh = Fonts::open({}, notes);
    std::vector<std::vector<std::uint16_t>> glyphs(4);
    std::vector<std::thread> threads;
    for (auto& seen : glyphs)
        threads.emplace_back([&fresh, &seen] {
            const auto& faces = fresh.faces_of(body_role(), Language::zh_hans);
            for (char32_t c = 0x4E00; c < 0x6000; ++c) {
                seen.push_back(fresh.glyph(faces.han, c));
                if (!fresh.is_simple(faces.han, c, Language::zh_hans)) seen.push_back(1);
            }
        });
    for (std::thread& thread : threads) thread.join();
    for (const auto& seen : glyphs) CHECK(seen == glyphs[0]);
}

TEST_CASE("fonts.lock: the same faces are silent, another identity is a warning") {
    const std::vector<FaceRole> roles{body_role(), code_role()};
    const std::string lock = fonts_lock(fonts(), "report", roles, Language::zh_hans);
    CHECK(lock.find("report:body.han\tzh-CN\tNotoSerifCJKsc-Regular\t") == 0);
    Notes notes;
    compare_with_lock(fonts(), "report", roles, Language::zh_hans, lock, notes);
    CHECK(notes.all().empty());
    std::string other = lock;
    other[other.find('\n') - 1] = other[other.find('\n') - 1] == '0' ? '1' : '0';
    compare_with_lock(fonts(), "report", roles, Language::zh_hans, other, notes);
    REQUIRE(notes.all().size() == 1);
    CHECK(notes.all()[0].id == "font-changed");
    CHECK(notes.all()[0].arguments[0] == "report:body.han");
    Notes quiet;
    compare_with_lock(fonts(), "report", roles, Language::zh_hans, "# nothing\n\nhalf a line\r\n", quiet);
    CHECK(quiet.all().empty());
}

TEST_CASE("fonts: text inside SVG looks where all other text does, the given folders first") {
    const Folder folder;
    folder.write("a.ttf", read_file(jetbrains, 64U << 20));
    CHECK(drawn_fonts(fonts_in(folder)).folders == std::vector<std::string>{folder.path()});
    const std::vector<std::string> all = drawn_fonts(fonts_in(folder, true)).folders;
    CHECK(all.front() == folder.path());
    CHECK(all.size() == 1 + VectorFonts{}.folders.size());
}

TEST_CASE("fonts.lock: a role of one sheet is not held against the same role of another") {
    const std::string both = fonts_lock(fonts(), "report", {body_role()}, Language::zh_hans) +
                             fonts_lock(fonts(), "own", {code_role()}, Language::zh_hans);
    FaceRole body_of_own = code_role();
    body_of_own.name = "body";
    Notes notes;
    compare_with_lock(fonts(), "own", {body_of_own}, Language::zh_hans, both, notes);
    CHECK(notes.all().empty());
    const std::string now = fonts_lock(fonts(), "own", {body_of_own}, Language::zh_hans);
    const std::string more = completed_lock("body.han\tzh-CN\tof an older form\n" + both, now);
    CHECK(more == both + now);
    CHECK(completed_lock(more, now) == more);
}
