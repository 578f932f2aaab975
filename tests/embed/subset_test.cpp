// SPDX-License-Identifier: Apache-2.0
// Font programs: the same bytes on every route, and codes under which FreeType finds the right glyphs.
#include "embed/subset.hpp"
#include "base/digest.hpp"

#include <ft2build.h>
#include <catch2/catch.hpp>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <libdeflate.h>

#include <algorithm>
#include <thread>

namespace hanqing {

namespace {

const Fonts& test_fonts() {
    static Notes notes;
    static const Fonts fonts = Fonts::open({}, notes);
    return fonts;
}

/// no_face when it is not installed.
FaceId face_named(const std::string& family) {
    FaceRole role;
    role.name = family;
    const std::vector<FaceWish> wishes = {{family}};
    role.han = {{Language::zh_hans, wishes}};
    role.latin = wishes;
    const Fonts::RoleFaces& faces = test_fonts().faces_of(role, Language::zh_hans);
    const FaceId found = faces.latin != no_face ? faces.latin : faces.han;
    return found != no_face && test_fonts().face(found).family.find(family) != std::string::npos ? found
                                                                                                 : no_face;
}

std::vector<std::uint16_t> glyphs_of(FaceId face, std::u32string_view text) {
    std::vector<std::uint16_t> glyphs;
    for (const char32_t c : text)
        if (test_fonts().has(face, c)) glyphs.push_back(test_fonts().glyph(face, c));
    std::sort(glyphs.begin(), glyphs.end());
    glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
    return glyphs;
}

std::string inflated(const Subset& subset) {
    std::string out(subset.program_size, '\0');
    libdeflate_decompressor* const d = libdeflate_alloc_decompressor();
    const auto result = libdeflate_zlib_decompress(d, subset.program->data(), subset.program->size(),
                                                   out.data(), out.size(), nullptr);
    libdeflate_free_decompressor(d);
    REQUIRE(result == LIBDEFLATE_SUCCESS);
    return out;
}

/// Area and box of an outline: two glyphs that agree in both are the same picture.
std::vector<FT_Pos> picture(FT_Face face, FT_UInt glyph) {
    REQUIRE(FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) == 0);
    FT_BBox box{};
    FT_Outline_Get_CBox(&face->glyph->outline, &box);
    return {box.xMin,
            box.yMin,
            box.xMax,
            box.yMax,
            face->glyph->metrics.horiAdvance,
            face->glyph->outline.n_points};
}

const std::u32string sample =
    U"汗青是竹简火炙之后的称呼一丁七万丈三上下不与丐丑专且丕世丘丙业丛东丝 office fi ÅÉñ "
    U"0123456789，。“”（）";
const std::string families[] = {"Noto Serif CJK SC", "Noto Sans CJK SC", "LXGW WenKai", "STIX",
                                "DejaVu Sans",       "JetBrains Mono",   "HanaMinB",    "FandolFang"};

}  // namespace

TEST_CASE("embed: the bytes are the same from the whole face, from a stage-1 face and from two threads") {
    for (const std::string& family : families) {
        const FaceId face = face_named(family);
        if (face == no_face) {
            WARN("not installed: " + family);
            continue;
        }
        INFO(family);
        const std::vector<std::uint16_t> glyphs = glyphs_of(face, sample);
        const Subset direct = Subsets(test_fonts()).subset(face, glyphs);
        std::u32string more = sample;
        for (char32_t c = 0x4E00; c < 0x5200; ++c) more += c;
        for (const std::u32string& prepared : {sample, more, std::u32string(U"汗青")}) {
            Subsets batch(test_fonts());
            batch.prepare({{face, {prepared.begin(), prepared.end()}}});
            const Subset one = batch.subset(face, glyphs);
            CHECK(sha256(*one.program) == sha256(*direct.program));
            CHECK(one.tag == direct.tag);
            CHECK(std::equal(one.codes.begin(), one.codes.end(), direct.codes.begin(), direct.codes.end(),
                             [](const auto& a, const auto& b) {
                                 return a.glyph == b.glyph && a.code == b.code && a.width == b.width;
                             }));
        }
        const Subsets shared(test_fonts());
        Subset left, right;
        std::thread other([&] { left = shared.subset(face, glyphs); });
        right = shared.subset(face, glyphs);
        other.join();
        CHECK(*left.program == *right.program);
        CHECK(*left.program == *direct.program);
    }
}

TEST_CASE("embed: each code shows the outline of its glyph, with its width") {
    FT_Library library = nullptr;
    REQUIRE(FT_Init_FreeType(&library) == 0);
    for (const std::string& family : families) {
        const FaceId id = face_named(family);
        if (id == no_face) continue;
        INFO(family);
        const Face& face = test_fonts().face(id);
        const Subset subset = Subsets(test_fonts()).subset(id, glyphs_of(id, sample));
        const std::string program = inflated(subset);
        FT_Face whole = nullptr, part = nullptr;
        REQUIRE(FT_New_Face(library, face.file.c_str(), static_cast<FT_Long>(face.index), &whole) == 0);
        REQUIRE(FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(program.data()),
                                   static_cast<FT_Long>(program.size()), 0, &part) == 0);
        std::size_t wrong = 0;
        for (const Subset::Code& c : subset.codes) {
            // FreeType takes CIDs where a bare CFF is CID-keyed, as a viewer does.
            const auto expected = picture(whole, c.glyph), found = picture(part, c.code);
            // A bare CFF keeps its own widths, which agree with hmtx.
            if (expected != found || (expected[4] * 2000 / face.upem + 1) / 2 != c.width) ++wrong;
        }
        CHECK(wrong == 0);
        FT_Done_Face(part);
        FT_Done_Face(whole);
    }
    FT_Done_FreeType(library);
}

TEST_CASE("embed: one glyph, 257 and 300 are numbered through as well") {
    const FaceId face = face_named("Noto Serif CJK SC");
    for (const char32_t count : {1, 2, 256, 257, 300}) {
        std::u32string text;
        for (char32_t c = 0x4E00; text.size() < count; ++c) text += c;
        const Subset subset = Subsets(test_fonts()).subset(face, glyphs_of(face, text));
        REQUIRE(subset.codes.size() == count);
        for (std::size_t i = 0; i < count; ++i) CHECK(subset.codes[i].code == i + 1);
    }
}

TEST_CASE("embed: another glyph set bears another tag") {
    const FaceId face = face_named("Noto Serif CJK SC");
    const Subsets subsets(test_fonts());
    CHECK(subsets.subset(face, glyphs_of(face, U"汗青")).tag !=
          subsets.subset(face, glyphs_of(face, U"汗")).tag);
    CHECK(subsets.subset(face, {}).program_size > 0);
}

}  // namespace hanqing
