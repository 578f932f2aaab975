// SPDX-License-Identifier: Apache-2.0
// Folders of text inside SVG.
#include "shape/drawn_fonts.hpp"

#include "shape/fonts_state.hpp"

#include <utility>

namespace hanqing {

VectorFonts drawn_fonts(const Fonts& fonts) {
    const FontRequest& request = fonts.state().request;
    VectorFonts drawn;
    const std::vector<std::string> system = std::exchange(drawn.folders, request.folders);
    if (request.system) drawn.folders.insert(drawn.folders.end(), system.begin(), system.end());
    return drawn;
}

}  // namespace hanqing
