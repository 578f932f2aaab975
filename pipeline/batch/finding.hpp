// SPDX-License-Identifier: Apache-2.0
// Finding: a note or failure with its place resolved to file, line and column, so that it outlives the
// source.
#pragma once

#include "base/notes.hpp"
#include "read/source.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hanqing {

struct Finding {
    Weight weight = Weight::warning;
    std::string file;                    ///< As shown, relative to the collection; empty: the run as a whole.
    std::uint32_t line = 0, column = 0;  ///< From 1; 0: the file as a whole.
    std::string id;
    std::vector<std::string> arguments;
    std::uint32_t left_out = 0;  ///< Further notes of this name that were only counted.
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Resolves each note: file 0 is `report`, file n is `others[n - 1]`. An empty range at byte 0 of a file is
/// the file as a whole when the file is empty.
std::vector<Finding> findings_of(const Notes& notes, const Source& report, const std::vector<Source>& others);

/// A failure is an error about `file`.
Finding finding_of(const Failure& failure, std::string file);

/// Whether a failure is the author's to mend rather than the world's: a sheet that is not there, a limit.
bool is_authors(const Failure& failure);

}  // namespace hanqing
