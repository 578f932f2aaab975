// SPDX-License-Identifier: Apache-2.0
// Usable: whether a listed face may be used at all, for whoever walks over all of them.
#pragma once

#include "shape/fonts.hpp"

namespace hanqing {

/// Not refused (see Refusal). Opens the face when need be.
bool is_usable(const Fonts& fonts, FaceId id);

}  // namespace hanqing
