// SPDX-License-Identifier: Apache-2.0
// Collection + what the last run left -> Plan: which reports must be made, where each goes, in which order.
#pragma once

#include "batch/cache.hpp"
#include "batch/collection.hpp"
#include "batch/known.hpp"
#include "batch/run_record.hpp"
#include "batch/workshop.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace hanqing {

struct Selection {
    std::optional<std::int32_t> year;
    std::vector<std::string> only;  ///< Globs; empty: all.
    bool force = false;
    std::set<std::int32_t>
        sealed;  ///< Years that are left alone unless `year` or `only` asks for them by name.
};

struct Planned {
    std::string source;
    enum class State : std::uint8_t {
        current,    ///< `outcome` is the last run's and still holds.
        stale,      ///< Must be made.
        refused,    ///< `outcome` says why it cannot be.
        elsewhere,  ///< Not selected.
    } state = State::stale;
    std::string output;
    std::optional<std::int32_t> year;
    std::string style;  ///< As the head asks; only to prepare fonts.
    Language language = Language::zh_hans;
    Digest source_digest, base;
    std::uint64_t size = 0;  ///< Of the source: the measure of work.
    Outcome outcome;
};

struct Plan {
    std::vector<Planned> reports;       ///< As Collection::reports.
    std::vector<std::size_t> order;     ///< The stale ones, longest first.
    std::vector<char32_t> code_points;  ///< Of all stale sources, ascending.
};

/// Reads (in parallel) what changed, nothing else. Two reports of one output are both refused:
/// "output-clash" {other source, output}.
Plan plan(const Collection& collection, const RunRecord& last, const Selection& selection, Workshop& workshop,
          KnownDigests& known);

}  // namespace hanqing
