// SPDX-License-Identifier: Apache-2.0
// Notes typed by hand: [1] in the text, [1] … below it, as communiqués and papers have them (GB/T
// 7714, 6.1.1).
#pragma once

#include "read/document.hpp"

namespace hanqing {

/// Raises the [n], [1,3] and [2-4] that stand right behind words, when a paragraph of the document begins
/// with [n]. 见文献[3] names it and stays on the line.
void raise_typed_notes(Document& document);

}  // namespace hanqing
