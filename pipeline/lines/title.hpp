// SPDX-License-Identifier: Apache-2.0
// Word breaks -> the lines of a title: whole words, in a trapezium or a diamond (GB/T 9704-2012 7.3.1).
#pragma once

#include "lines/optimum.hpp"

#include <optional>

namespace hanqing {

/// The best shape in as few lines as hold the title, between the breaks of its author. Nothing when one line
/// does, or when it is so long that it is no title.
std::optional<Path> title_path(const Cells& cells, const Fitter& fitter,
                               const std::vector<Break>& word_breaks);

}  // namespace hanqing
