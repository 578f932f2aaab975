// SPDX-License-Identifier: Apache-2.0
// What verifying found -> a report to keep: a PDF typeset by Hanqing itself, or XML.
#pragma once

#include "archive/verify.hpp"
#include "batch/finding.hpp"
#include "cli/commands.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

struct Verified {
    const std::vector<Receipt>& bags;
    const std::vector<Finding>& chain;
    const std::vector<std::int32_t>& missing_years;
    std::string_view verdict;  ///< Id of the words that sum it up: "verified", "not-verified" …
};

class VerifyReport {
public:
    /// "x.pdf" or "x.xml"; Failure "usage-report" {path} for another ending, before anything is verified.
    VerifyReport(std::string path, std::string date);
    void finish(const Bench& bench, const Verified& verified) const;

private:
    std::string path_, date_;
};

/// The report's text, in the user's language.
std::string report_markdown(const Verified& verified, const std::string& date, Tongue tongue);
std::string report_xml(const Verified& verified, const std::string& date, Tongue tongue);

}  // namespace hanqing
