// SPDX-License-Identifier: Apache-2.0
// Parts of one report, one after the other or as the owner of the threads says.
#include "base/parts.hpp"

#include "base/allowance.hpp"

#include <algorithm>
#include <atomic>

namespace hanqing {
namespace {

std::atomic<PartsRunner> chosen = nullptr;

}  // namespace

void run_parts_by(PartsRunner runner) { chosen = runner; }

std::vector<std::size_t> part_ends(std::size_t count, std::size_t size,
                                   const std::function<std::size_t(std::size_t)>& size_of) {
    std::vector<std::size_t> ends;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        sum += size_of(i);
        if (sum < size && i + 1 < count) continue;
        ends.push_back(i + 1);
        sum = 0;
    }
    return ends;
}

void append(Notes& notes, const Notes& part) {
    const std::vector<Note>& all = part.all();
    for (const Note& note : all) notes.add(note.weight, note.place, note.id, note.arguments);
    // More of a name than a part keeps are more than the whole keeps: they are only counted.
    for (auto last = all.rbegin(); last != all.rend(); ++last) {
        const bool counted =
            std::any_of(all.rbegin(), last, [&](const Note& later) { return later.id == last->id; });
        for (std::uint32_t n = counted ? 0 : part.left_out(last->id); n > 0; --n)
            notes.add(last->weight, last->place, last->id, last->arguments);
    }
}

void for_each_part(std::size_t count, const std::function<void(std::size_t)>& work) {
    const PartsRunner runner = chosen;
    if (runner == nullptr || count < 2) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    Allowance* const allowance = allowance_in_force();
    runner(count, [&](std::size_t i) {
        const Under same(allowance);
        work(i);
    });
}

}  // namespace hanqing
