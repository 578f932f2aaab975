// SPDX-License-Identifier: Apache-2.0
// `^[注文]` (pandoc): a footnote written where it is referred to. For .cpp files of this folder.
#pragma once

#include "read/block_writer.hpp"
#include "read/reading.hpp"

namespace hanqing {

/// Takes the notes out of a text and leaves references to them, until settle_inline_notes gives them numbers.
void take_inline_notes(Text& text, Reading& reading);

/// Writes the definitions behind those of the author and numbers all footnotes by their first reference.
/// Requires: the definitions of the author are written.
void settle_inline_notes(Reading& reading, BlockWriter& writer);

}  // namespace hanqing
