// SPDX-License-Identifier: Apache-2.0
// FontProgram: one run of hb-subset over a face; where each glyph went.
#pragma once

#include "shape/fonts.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace hanqing {

struct ReleaseFace {
    void operator()(hb_face_t* face) const;
};
using OwnedFace = std::unique_ptr<hb_face_t, ReleaseFace>;

/// A face reduced to some glyphs. `renumbered` is parallel to the glyphs asked for.
struct ReducedFace {
    OwnedFace face;
    std::vector<std::uint16_t> renumbered;
};

/// The face with nothing but what a PDF viewer reads. Layout tables would be closed over, although shaping
/// has chosen its glyphs already, and so would the variation sequences of the character map: both bring
/// glyphs in that nothing shows. `face` must outlive it.
OwnedFace bare_face(hb_face_t* face);

/// Of a bare face. Hints are dropped, and subroutines expanded, since they fight deflate (measured: together
/// 28 % less after it). Nothing when HarfBuzz refuses the face.
ReducedFace reduce(hb_face_t* face, const std::vector<std::uint16_t>& glyphs);

/// What goes into the file: the bare CFF table (FontFile3) or a TrueType file (FontFile2). In each kind of
/// font a glyph is called by its number in the program: in CID-keyed ones because their charset is made to
/// count up, which also leaves pages and ToUnicode maps with small numbers that deflate well (5 % of a
/// report). Empty when the table is not as the format says.
std::string font_program(const ReducedFace& reduced, Outlines outlines);

}  // namespace hanqing
