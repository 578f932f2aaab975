// SPDX-License-Identifier: Apache-2.0
// Years -> Years: what was sealed before decides what a correction is, what it must keep and what it may
// change.
#pragma once

#include "archive/year.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace hanqing {

/// Origin -> 档号 of every record sealed in the folder for this year: a record without a 档号 of its own
/// keeps the one that it was given. Failure "proof-wrong-seal" {bag} when a container is not the sealed one.
std::map<std::string, std::string> sealed_identifiers(const std::string& folder, std::int32_t year);

/// The years to be sealed: those that are new as they are; those sealed already as their next revision, with
/// the state of each record (已更正, 已撤销); those in which nothing changed are left out, with a remark
/// "pack-unchanged" {bag}. Errors: "archive-same-version" {origin, 档号, version, file, sealed digest,
/// digest} for another source, image or style under one version, "archive-record-lost" {档号, origin, bag}
/// for a record that the correction lacks. Failure "archive-sealed" {bag} when a year is sealed and no reason
/// is given.
std::vector<Year> revisions(std::vector<Year> years, const std::string& folder, const std::string& reason,
                            Notes& notes);

}  // namespace hanqing
