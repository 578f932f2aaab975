// SPDX-License-Identifier: Apache-2.0
// Footnotes that nothing refers to: kept readable as source, and noted.
#pragma once

#include "read/document.hpp"

#include <vector>

namespace hanqing {

/// Turns definitions without a reference into divisions that show their source, before the other definitions.
/// Notes "footnote-unused" {label}, or "footnote-twice" {label} where `is_second` says so.
void set_apart_unused(Document& document, const std::vector<bool>& is_second, Notes& notes);

}  // namespace hanqing
