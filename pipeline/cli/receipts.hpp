// SPDX-License-Identifier: Apache-2.0
// Receipts in words and in JSON.
#pragma once

#include "archive/verify.hpp"
#include "batch/finding.hpp"
#include "cli/screen.hpp"

#include <string>
#include <vector>

namespace hanqing {

/// Every fault, said of the receipt's path.
std::vector<Finding> findings_of_receipt(const Receipt& receipt);

/// The lines that a person reads: state, figures, signatures, time stamp.
void print_receipt(Screen& screen, const Receipt& receipt);

std::string json_receipt(const Receipt& receipt, Tongue tongue);

}  // namespace hanqing
