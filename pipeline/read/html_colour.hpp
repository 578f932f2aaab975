// SPDX-License-Identifier: Apache-2.0
// Colours that HTML gives to words. For .cpp files of this folder.
#pragma once

#include "read/html_tag.hpp"

#include <string>

namespace hanqing {

/// `#RRGGBB` of style="color: …" or <font color=…>; empty for black, for what is too light to be read on
/// paper, and where none is given.
std::string text_colour(const HtmlTag& tag);

}  // namespace hanqing
