// SPDX-License-Identifier: Apache-2.0
// Parts of one report that may be worked at side by side, so that a huge report does not leave a processor
// idle. Who owns threads says how (typeset); until then the parts come one after the other.
#pragma once

#include "base/notes.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace hanqing {

/// Calls work(i) for each i < count, each once, in any order and perhaps several at once, under the caller's
/// allowance. A part may write only to what is its own. Rethrows what one of them threw.
void for_each_part(std::size_t count, const std::function<void(std::size_t)>& work);

/// Cuts items 0 to `count` into parts of `size` or a little more, item i being `size_of(i)` large: the end of
/// each part. Depends on the items alone, so that the parts are the same on every machine.
std::vector<std::size_t> part_ends(std::size_t count, std::size_t size,
                                   const std::function<std::size_t(std::size_t)>& size_of);

/// The notes of a part after those of the parts before it.
void append(Notes& notes, const Notes& part);

using PartsRunner = void (*)(std::size_t count, const std::function<void(std::size_t)>& work);
void run_parts_by(PartsRunner runner);

}  // namespace hanqing
