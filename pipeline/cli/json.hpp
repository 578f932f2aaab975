// SPDX-License-Identifier: Apache-2.0
// What --json prints (docs/json.md). Text in, text out, so that no other header knows the library.
#pragma once

#include "batch/build.hpp"
#include "cli/tongue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// A JSON string with its quotes.
std::string json_text(std::string_view text);
/// An array of findings, each with its sentence.
std::string json_findings(const std::vector<Finding>& findings, Tongue tongue);
/// A row of run.json with the findings worded and how it came to be: "made", "unchanged", "cached", "failed".
std::string json_report(const Outcome& outcome, Way way, Tongue tongue);
/// {"schema": 1, "command": …, members}. `members` is a list of ready "key": value.
std::string json_answer(std::string_view command, const std::vector<std::string>& members);
/// "key": value
std::string json_member(std::string_view key, std::string_view value);

}  // namespace hanqing
