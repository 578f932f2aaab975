// SPDX-License-Identifier: Apache-2.0
// Plan -> stage-1 subsets: which characters of which face the batch will use (DESIGN 8).
#pragma once

#include "batch/plan.hpp"
#include "batch/workshop.hpp"

namespace hanqing {

/// Fewer reports than this are made faster from the full faces.
inline constexpr std::size_t prepare_reports_min = 4;

/// Prepares the workshop's subsets for all stale reports. Changes no byte of any PDF.
void prepare_subsets(const Plan& plan, Workshop& workshop);

}  // namespace hanqing
