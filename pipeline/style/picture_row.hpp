// SPDX-License-Identifier: Apache-2.0
// Pictures side by side: those of one paragraph with nothing but blanks between them, as many as fit.
#pragma once

#include "style/build.hpp"

#include <optional>

namespace hanqing {

/// A row of pictures in the document: the marks [first, last) of a text.
struct PictureRow {
    std::size_t first = 0, last = 0;
};

/// The row that begins with mark `first`; nothing when that picture stands alone.
std::optional<PictureRow> picture_row(const Build& build, const Text& text, std::size_t first, Length inset);

/// The row as a table without rules, each picture over its own words. `named`: a caption of their own
/// is typed beside them.
FlowBlock add_picture_row(Build& build, const Text& text, PictureRow row, std::uint32_t block, bool named,
                          std::uint32_t parent_tag, Length inset);

}  // namespace hanqing
