// SPDX-License-Identifier: Apache-2.0
// Setting -> BrokenParagraph, PlacedLine, Widths: what lines.hpp offers, for a Setting (tests need no fonts).
#pragma once

#include "lines/cells.hpp"
#include "lines/lines.hpp"

namespace hanqing {

BrokenParagraph break_text(const Setting& setting, Length measure);
PlacedLine place_line(const Setting& setting, const BrokenParagraph& broken, const Line& line);
Widths widths_of(const Setting& setting);

}  // namespace hanqing
