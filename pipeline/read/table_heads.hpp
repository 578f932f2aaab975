// SPDX-License-Identifier: Apache-2.0
// Rows that head a table without being marked as its head: Markdown knows one row of a head, and many write
// HTML without <th>. For .cpp files of this folder.
#pragma once

#include "read/document.hpp"

namespace hanqing {

/// Finds them in every table and marks them.
void settle_table_heads(Document& document);

}  // namespace hanqing
