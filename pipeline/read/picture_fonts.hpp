// SPDX-License-Identifier: Apache-2.0
// Document + folders + fonts -> Images: as load_pictures, with the faces for text inside SVG.
#pragma once

#include "read/pictures.hpp"

namespace hanqing {

Pictures load_pictures(const Document& document, const Folders& folders, const VectorFonts& fonts,
                       Notes& notes);

}  // namespace hanqing
