// SPDX-License-Identifier: Apache-2.0
// Breaks -> solutions: the best set of lines over the whole paragraph (Knuth and Plass, Breaking Paragraphs
// into Lines, 1981), and the best ones with a line less or more.
#pragma once

#include "lines/fit.hpp"
#include "lines/lines.hpp"

#include <optional>

namespace hanqing {

/// A chosen way through the breaks: indices of `breaks`, in order; the last is the paragraph's end.
struct Path {
    std::vector<std::uint32_t> breaks;
    double demerits = 0;
    bool overfull = false;
};

/// Best first; then one line shorter, one line longer. Empty when the tolerance allows none; `force` always
/// finds one, with lines too long where nothing else is possible.
std::vector<Path> best_paths(const Fitter& fitter, const std::vector<Break>& breaks, Tolerance tolerance,
                             bool force);

/// First fit, line by line: what total fit is compared with.
Path greedy_path(const Fitter& fitter, const std::vector<Break>& breaks);

/// Demerits of a path, by the optimiser's own measure.
double demerits_of(const Fitter& fitter, const std::vector<Break>& breaks,
                   const std::vector<std::uint32_t>& path);

}  // namespace hanqing
