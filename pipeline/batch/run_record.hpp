// SPDX-License-Identifier: Apache-2.0
// RunRecord: out/run.json, what the last run left behind: the memory of every later one, and what `pack`
// reads.
#pragma once

#include "batch/outcome.hpp"

#include <map>
#include <string>
#include <vector>

namespace hanqing {

/// What differs from run to run, kept apart from what does not.
struct Measured {
    double seconds = 0;
    unsigned jobs = 0;
    std::map<std::string, double> reports;  ///< Seconds of each report that was typeset, by source.
};

struct RunRecord {
    std::string program, program_digest;
    std::map<std::string, Outcome> reports;             ///< By source.
    std::vector<std::pair<std::string, Digest>> fonts;  ///< Faces of all sheets in use: name, identity.
};

/// An empty record when there is none. A file that is not ours is Failure "run-record-unreadable" {path}.
RunRecord read_run_record(const std::string& path);
std::string json_from(const RunRecord& record, const Measured& measured);

/// 目录.csv: UTF-8 with BOM, CRLF, a text that a spreadsheet would run as a formula made harmless.
std::string csv_from(const RunRecord& record);

}  // namespace hanqing
