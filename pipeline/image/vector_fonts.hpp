// SPDX-License-Identifier: Apache-2.0
// Folders of fonts -> a font map for text inside SVG that neither locale nor system configuration can change.
#pragma once

#include "image/image.hpp"

#include <memory>
#include <set>

namespace hanqing {

/// While it lives, Pango on this thread chooses from our table of families only.
class VectorFontMap {
public:
    explicit VectorFontMap(const VectorFonts& fonts, Language language);
    ~VectorFontMap();
    VectorFontMap(const VectorFontMap&) = delete;
    VectorFontMap& operator=(const VectorFontMap&) = delete;

    /// Those of `characters` that no face of the map has; all, when there are no fonts.
    [[nodiscard]] std::set<char32_t> missing(const std::set<char32_t>& characters) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hanqing
