// SPDX-License-Identifier: Apache-2.0
// The lines right under a title: 题注 in brackets, ——在某某会议上, of whom, when.
#pragma once

#include "style/build.hpp"

#include <vector>

namespace hanqing {

/// Whether block `index` is such a line: short, and in brackets, behind a dash, a date, a name beside one of
/// these, or centred or bold by hand.
bool stands_under_title(const Build& build, std::uint32_t index);

/// A line on how a law came to be, below a heading that is not the title (of a part of a code).
bool stands_under_heading(const Build& build, std::uint32_t index);
/// How lines below a title look from `first` on: in the middle; where one of them is longer than a line, all
/// at the left, in from both sides, so that each one's date is seen.
TextRule title_line_rule(const Build& build, std::uint32_t first);
/// Sets these lines below the title; `build.title_lines_end` says which the body then leaves out.
void add_title_lines(Build& build, std::vector<FlowBlock>& to);

}  // namespace hanqing
