// SPDX-License-Identifier: Apache-2.0
// Who signs and when, at the end of a notice: set to the right, as letters and official papers have it.
#pragma once

#include "read/document.hpp"

namespace hanqing {

/// Whether block `index` ends a text with a body's name and a date, or is one of the two: short lines below
/// text, with nothing behind them but headings, appendices and other such lines.
bool is_sign_off(const Document& document, std::uint32_t index);

}  // namespace hanqing
