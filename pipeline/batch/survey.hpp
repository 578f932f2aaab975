// SPDX-License-Identifier: Apache-2.0
// Reports -> their outcomes, with nothing written: for `check`, and for reports that are made again to be
// compared.
#pragma once

#include "batch/make.hpp"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace hanqing {

struct Survey {
    unsigned jobs = 0;  ///< 0: as many as there are processors.
    std::function<Observer(std::size_t index)>
        observer;  ///< For each report; may be empty. Called in parallel.
    std::function<void(std::size_t index, const Made&)> done;  ///< One at a time; may be empty.
};

/// Outcomes in the order of `sources`. What `stop` cut off has no source in its outcome.
std::vector<Outcome> survey(const Collection& collection, const std::vector<std::string>& sources,
                            Workshop& workshop, const Survey& how, const std::atomic<bool>& stop);

}  // namespace hanqing
