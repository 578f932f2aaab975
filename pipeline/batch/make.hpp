// SPDX-License-Identifier: Apache-2.0
// One report -> its PDF and its Outcome, whatever happens on the way. What `render`, `build`, `check` and
// `watch` share.
#pragma once

#include "batch/collection.hpp"
#include "batch/outcome.hpp"
#include "batch/workshop.hpp"

#include <string>

namespace hanqing {

struct Made {
    Outcome outcome;
    std::string pdf;  ///< Empty when it failed.
    Timings timings;
    bool stopped = false;  ///< By Workshop::stop_when: nothing is known of it.
};

/// Reads and typesets `source`, within the collection's limits. Every failure of this report, from a missing
/// sheet to a lack of memory, ends in its outcome. `outcome.output` is left to the caller.
Made make(const Collection& collection, const std::string& source, Workshop& workshop,
          const Record* nearer = nullptr, const Observer& observer = {});
/// The same from bytes that were read already.
Made make(const Collection& collection, const std::string& source, std::string bytes, Workshop& workshop,
          const Record* nearer = nullptr, const Observer& observer = {});

}  // namespace hanqing
