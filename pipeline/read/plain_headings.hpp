// SPDX-License-Identifier: Apache-2.0
// Headings typed as plain lines: 一、…（一）…第一章 …, as official reports are written where nobody knows of
// #.
#pragma once

#include "read/document.hpp"

namespace hanqing {

/// In a document without headings but its title, makes headings of the short paragraphs that a series of such
/// numbers begins: 第一章 over 一、 over （一）, from level 2 on. Remark "headings-typed" at the first.
void settle_plain_headings(Document& document, Notes& notes);

}  // namespace hanqing
