// SPDX-License-Identifier: Apache-2.0
// Screen: everything that people read: findings and progress on standard error, results on standard output.
#pragma once

#include "archive/verify.hpp"
#include "batch/build.hpp"
#include "batch/finding.hpp"
#include "cli/options.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// Exit statuses of DESIGN 3; the highest wins.
enum class Exit : int { well = 0, errors = 1, usage = 2, refused = 3, locked = 4, interrupted = 130 };
Exit worse(Exit a, Exit b);

class Screen {
public:
    explicit Screen(const Options& options);

    [[nodiscard]] std::string word(std::string_view id, const std::vector<std::string>& arguments = {}) const;

    /// Prints findings and counts them. Of one name the first few, unless verbose; an equal one once.
    void tell(const std::vector<Finding>& findings);
    void tell(const Failure& failure, const std::string& file = "");
    /// Says how many findings of each name were not shown.
    void tell_rest();

    /// A line on standard error (not with --quiet or --json).
    void remark(std::string_view id, const std::vector<std::string>& arguments = {});
    /// A line on standard output (not with --quiet or --json).
    void result(std::string_view id, const std::vector<std::string>& arguments = {});
    /// Bytes on standard output. Failure "write-file".
    static void output(std::string_view bytes);

    /// One line that is written over again and again; only on a terminal.
    void progress(const Tally& tally);
    void progress(const ReadSoFar& so_far);
    void end_progress();

    [[nodiscard]] std::size_t warnings() const { return warnings_; }
    [[nodiscard]] std::size_t errors() const { return errors_; }
    /// `well`, or `errors` when there were some (or warnings, with --fail-if-warnings).
    [[nodiscard]] Exit exit_so_far() const;

private:
    void print(const Finding& finding);
    /// Whether the line of progress is to be written again: not more often than ten times a second.
    bool is_time_for_progress(bool always);
    [[nodiscard]] std::string painted(std::string_view text, std::string_view code) const;

    const Options& options_;
    bool colour_ = false, terminal_ = false;
    std::size_t warnings_ = 0, errors_ = 0;
    std::map<std::string, std::size_t> told_;    ///< Shown, by name.
    std::map<std::string, std::size_t> untold_;  ///< Not shown, by name.
    std::set<std::string> lines_;
    bool progress_shown_ = false;
    std::chrono::steady_clock::time_point begun_, last_;
    std::string reading_;  ///< The bag whose reading is told.
};

/// What a failure means for the exit status.
Exit exit_of(const Failure& failure);
/// Of one report.
Exit exit_of(const Outcome& outcome);

}  // namespace hanqing
