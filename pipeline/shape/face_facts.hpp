// SPDX-License-Identifier: Apache-2.0
// Facts of a face that its tables tell: names, metrics, outlines, permission, identity.
#pragma once

#include "shape/listing.hpp"

#include <string>
#include <string_view>

struct hb_face_t;
struct hb_blob_t;

namespace hanqing {

/// Why the face may not be used, as Refusal::id, or empty.
std::string refusal_of(hb_face_t* face, const ListedFace& listed);

/// Everything but the handles. Requires: not refused.
Face face_facts(hb_face_t* face, std::string_view file_bytes, const ListedFace& listed);

}  // namespace hanqing
