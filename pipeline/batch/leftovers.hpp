// SPDX-License-Identifier: Apache-2.0
// What earlier runs left in the output folder that must not stay: outputs of reports that are gone, and the
// temporary files of a run that was killed. Nothing that is not provably ours is ever removed.
#pragma once

#include "batch/known.hpp"
#include "batch/outcome.hpp"

#include <string>

namespace hanqing {

/// Removes an output if it still is what `outcome` says, and folders that this leaves empty. False when the
/// file was changed since and was left alone; true when it is gone.
bool remove_output(const std::string& output_folder, const Outcome& outcome, KnownDigests& known);

/// Removes files named as AtomicFile names its temporaries. Requires: the lock is held.
void remove_temporaries(const std::string& output_folder);

}  // namespace hanqing
