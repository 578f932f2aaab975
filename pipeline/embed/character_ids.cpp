// SPDX-License-Identifier: Apache-2.0
// A CID-keyed face into the CID of each glyph. For common characters CID and glyph number often agree, and
// only later ones differ (Adobe-GB1 fonts), so guessing looks right until it is not: FreeType reads the
// charset.
#include "embed/character_ids.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include <hb.h>

#include <memory>

namespace hanqing {

namespace {

struct ReleaseLibrary {
    void operator()(FT_Library l) const { FT_Done_FreeType(l); }
};
struct ReleaseFontFace {
    void operator()(FT_Face f) const { FT_Done_Face(f); }
};
struct ReleaseBlob {
    void operator()(hb_blob_t* b) const { hb_blob_destroy(b); }
};

}  // namespace

std::vector<std::uint16_t> character_ids_of(const Face& face) {
    FT_Library raw_library = nullptr;
    if (FT_Init_FreeType(&raw_library) != 0) throw Failure("font-subset", {face.postscript_name});
    const std::unique_ptr<FT_LibraryRec_, ReleaseLibrary> library(raw_library);
    const std::unique_ptr<hb_blob_t, ReleaseBlob> blob(hb_face_reference_blob(face.face));
    unsigned size = 0;
    const char* const data = hb_blob_get_data(blob.get(), &size);
    FT_Face raw_face = nullptr;
    if (FT_New_Memory_Face(library.get(), reinterpret_cast<const FT_Byte*>(data), static_cast<FT_Long>(size),
                           static_cast<FT_Long>(face.index), &raw_face) != 0)
        throw Failure("font-subset", {face.postscript_name});
    const std::unique_ptr<FT_FaceRec_, ReleaseFontFace> opened(raw_face);
    std::vector<std::uint16_t> ids(static_cast<std::size_t>(raw_face->num_glyphs));
    for (std::size_t g = 0; g < ids.size(); ++g) {
        FT_UInt id = 0;
        if (FT_Get_CID_From_Glyph_Index(raw_face, static_cast<FT_UInt>(g), &id) != 0)
            throw Failure("font-subset", {face.postscript_name});
        ids[g] = static_cast<std::uint16_t>(id);
    }
    return ids;
}

}  // namespace hanqing
