// SPDX-License-Identifier: Apache-2.0
// SVG as somebody sent it -> SVG that can do no harm and looks the same everywhere.
#pragma once

#include "image/decode.hpp"

#include <set>
#include <string>

namespace hanqing {

struct SvgSource {
    std::string xml;  ///< Only what was understood, written anew.
    Language language = Language::zh_hans;
    std::set<char32_t> characters;  ///< Of its text elements.
};

/// Leaves out scripts, references to other files, embedded pictures that are none, and everything that asks
/// for the reader's language; notes say so. Throws Unusable for what is not well formed or too deep.
SvgSource checked_svg(const ImageTask& task);

}  // namespace hanqing
