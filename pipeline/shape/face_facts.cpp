// SPDX-License-Identifier: Apache-2.0
// Reads the tables of an OpenType face (ISO/IEC 14496-22) that HarfBuzz has no questions for.
#include "shape/face_facts.hpp"

#include "shape/bytes.hpp"
#include "shape/cff.hpp"
#include "shape/open_face.hpp"

#include <hb-ot.h>

#include <array>
#include <cstdlib>

namespace hanqing {
namespace {

/// A table and its bytes, which live as long as it does.
struct FontTable {
    Blob blob;
    std::string_view bytes;

    FontTable(hb_face_t* face, const char* tag)
        : blob(hb_face_reference_table(face, hb_tag_from_string(tag, 4))) {
        unsigned size = 0;
        const char* const data = hb_blob_get_data(blob.get(), &size);
        bytes = {data, size};
    }
};

bool has_outlines(hb_face_t* face) {
    const unsigned glyphs = hb_face_get_glyph_count(face);
    const FontTable cff(face, "CFF ");
    if (!cff.bytes.empty()) return cff_kind(cff.bytes, glyphs).has_value();
    const FontTable loca(face, "loca"), glyf(face, "glyf"), head(face, "head");
    const std::size_t entry = i16_at(head.bytes, 50) == 0 ? 2 : 4;
    return !glyf.bytes.empty() && loca.bytes.size() >= (std::size_t{glyphs} + 1) * entry;
}

bool is_sound(hb_face_t* face) {
    const FontTable head(face, "head"), hhea(face, "hhea"), hmtx(face, "hmtx"), cmap(face, "cmap");
    const unsigned glyphs = hb_face_get_glyph_count(face);
    const std::size_t long_metrics = u16_at(hhea.bytes, 34);
    return u32_at(head.bytes, 12) == 0x5F0F3CF5 && u16_at(head.bytes, 18) > 0 && glyphs > 0 &&
           glyphs <= 0xFFFF && long_metrics > 0 && long_metrics <= glyphs &&
           hmtx.bytes.size() >= long_metrics * 4 && !cmap.bytes.empty() && has_outlines(face);
}

/// OS/2 fsType: 2 alone forbids embedding, bit 8 a subset, bit 9 outlines.
bool forbids_subset(std::string_view os2) {
    const unsigned type = u16_at(os2, 8);
    return (type & 0x0FU) == 2 || (type & 0x300U) != 0;
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    const hb_language_t english = hb_language_from_string("en", -1);
    unsigned size = hb_ot_name_get_utf8(face, id, english, nullptr, nullptr);
    std::string text(size + 1, '\0');
    ++size;
    hb_ot_name_get_utf8(face, id, english, &size, text.data());
    text.resize(size);
    return text;
}

/// The face's own part of the table directory: tags, checksums and sizes of all tables.
std::string_view directory(std::string_view file, unsigned index) {
    const bool is_collection = file.substr(0, 4) == "ttcf";
    const std::size_t at = is_collection ? u32_at(file, 12 + std::size_t{index} * 4) : 0;
    const std::size_t size = 12 + std::size_t{u16_at(file, at + 4)} * 16;
    return at <= file.size() && size <= file.size() - at ? file.substr(at, size) : file.substr(0, 12);
}

/// The em box, in which Han stand. Typographic metrics say it where they add up to an em; 0.88 to 0.12 is
/// what Han faces commonly use.
void set_em_box(Face& face, std::string_view os2, bool has_han) {
    face.ascender = i16_at(os2, 68);
    face.descender = i16_at(os2, 70);
    const auto em = static_cast<std::int32_t>(face.upem);
    const bool adds_up = face.ascender - face.descender == em;
    if (adds_up || (!has_han && face.ascender > 0)) return;
    face.ascender = em * 88 / 100;
    face.descender = face.ascender - em;
}

/// PANOSE 11 to 15 are the sans serifs; where it is silent the name speaks.
bool is_serif(std::string_view os2, const ListedFace& listed) {
    const unsigned family = number_at(os2, 32, 1).value_or(0), style = number_at(os2, 33, 1).value_or(0);
    if (family == 2 && style >= 2 && style <= 15) return style < 11;
    return looks_serif(listed);
}

void set_outlines(Face& face, hb_face_t* hb) {
    const FontTable cff(hb, "CFF ");
    if (cff.bytes.empty()) {
        face.outlines = Outlines::truetype;
        return;
    }
    const CffKind kind = cff_kind(cff.bytes, hb_face_get_glyph_count(hb)).value_or(CffKind{});
    face.outlines = kind.is_cid_keyed ? Outlines::cid_cff : Outlines::name_cff;
    face.cid_is_gid = kind.cid_is_gid;
}

void set_metrics(Face& face, hb_face_t* hb, const ListedFace& listed) {
    const FontTable head(hb, "head"), post(hb, "post"), os2(hb, "OS/2");
    face.upem = hb_face_get_upem(hb);
    face.weight = listed.weight;
    face.is_serif = is_serif(os2.bytes, listed);
    face.is_fixed_pitch = u32_at(post.bytes, 12) != 0;
    face.italic_angle = i16_at(post.bytes, 4);
    for (std::size_t i = 0; i < 4; ++i) face.bbox[i] = i16_at(head.bytes, 36 + 2 * i);
    set_em_box(face, os2.bytes, covers(listed, U'一'));
    const bool says_cap_height = u16_at(os2.bytes, 0) >= 2 && i16_at(os2.bytes, 88) > 0;
    face.cap_height = says_cap_height ? i16_at(os2.bytes, 88) : static_cast<std::int32_t>(face.upem) * 7 / 10;
}

}  // namespace

std::string refusal_of(hb_face_t* face, const ListedFace& listed) {
    if (listed.variable || hb_ot_var_has_data(face) != 0) return "font-variable";
    if (!is_sound(face)) return "font-broken";
    return forbids_subset(FontTable(face, "OS/2").bytes) ? "font-embedding" : "";
}

Face face_facts(hb_face_t* hb, std::string_view file_bytes, const ListedFace& listed) {
    Face face;
    face.file = listed.file;
    face.index = listed.index;
    face.postscript_name = name_of(hb, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    if (face.postscript_name.empty()) face.postscript_name = listed.postscript_name;
    face.family = listed.family;
    face.version = name_of(hb, HB_OT_NAME_ID_VERSION_STRING);
    std::string identity = face.postscript_name + '\0' + face.version + '\0';
    face.identity = sha256(identity.append(directory(file_bytes, listed.index)));
    set_metrics(face, hb, listed);
    set_outlines(face, hb);
    return face;
}

}  // namespace hanqing
