// SPDX-License-Identifier: Apache-2.0
// Receipts in words and in JSON.
#pragma once

#include "archive/verify.hpp"
#include "batch/finding.hpp"
#include "cli/screen.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// "intact", "damaged" …: as in JSON.
std::string_view state_name(const Receipt& receipt);
std::string_view state_name(const SignatureFinding& signature);
std::string_view state_name(const TokenFinding& token);
/// Every fault, said of the receipt's path.
std::vector<Finding> findings_of_receipt(const Receipt& receipt);

/// The lines that a person reads: state, figures, signatures, time stamp.
void print_receipt(Screen& screen, const Receipt& receipt);
/// The table of an archive: year, revision, state, records and bag, a line each, the missing years among
/// them.
void print_archive(Screen& screen, const ArchiveReceipt& archive);

std::string json_receipt(const Receipt& receipt, Tongue tongue);

}  // namespace hanqing
