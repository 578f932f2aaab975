// SPDX-License-Identifier: Apache-2.0
// Options -> BuildRequest, for `build` and `watch`.
#pragma once

#include "batch/build.hpp"
#include "cli/options.hpp"
#include "cli/screen.hpp"

namespace hanqing {

/// Failure "usage-byte-count" {text}.
BuildRequest build_request(const Options& options);

/// Of a whole run; the worst report decides.
Exit exit_of(const Run& run);

}  // namespace hanqing
