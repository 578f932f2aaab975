// SPDX-License-Identifier: Apache-2.0
// A face -> whether opening it was refused.
#include "shape/usable.hpp"

#include "shape/fonts_state.hpp"

namespace hanqing {

bool is_usable(const Fonts& fonts, FaceId id) { return fonts.state().refusal(id).empty(); }

}  // namespace hanqing
