// SPDX-License-Identifier: Apache-2.0
// The numbers of ordered lists. Markdown counts from the first one; but the number of an article, a finding
// or a question is part of what it says.
#pragma once

#include "read/document.hpp"
#include "read/source.hpp"

namespace hanqing {

/// Numbers that rise stay as typed, gaps and all. Others (1. 1. 1.) are counted; where that changes what was
/// typed a note says so.
void settle_list_numbers(Document& document, const Source& source, Notes& notes);

}  // namespace hanqing
