// SPDX-License-Identifier: Apache-2.0
// Making reports in parallel for their notes.
#include "batch/survey.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <mutex>
#include <thread>

namespace hanqing {

std::vector<Outcome> survey(const Collection& collection, const std::vector<std::string>& sources,
                            Workshop& workshop, const Survey& how, const std::atomic<bool>& stop) {
    std::vector<Outcome> outcomes(sources.size());
    const unsigned jobs = how.jobs > 0 ? how.jobs : std::max(1U, std::thread::hardware_concurrency());
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
    std::mutex telling;
    workshop.stop_when(stop);
    tbb::task_arena(static_cast<int>(jobs)).execute([&] {
        tbb::parallel_for(
            std::size_t{0}, sources.size(),
            [&](std::size_t i) {
                if (stop) return;
                const Made made = make(collection, sources[i], workshop, nullptr,
                                       how.observer ? how.observer(i) : Observer{});
                if (made.stopped) return;
                outcomes[i] = made.outcome;
                const std::lock_guard lock(telling);
                if (how.done) how.done(i, made);
            },
            tbb::simple_partitioner());
    });
    return outcomes;
}

}  // namespace hanqing
