// SPDX-License-Identifier: Apache-2.0
// The 档号 of a record and the pattern that an archive gives it (DA/T 22-2015:
// 全宗号-门类·年度-保管期限-件号).
#pragma once

#include "archive/year.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// A pattern once fonds, year, retention and class are known: only the number is open.
struct IdentifierForm {
    std::string before, after;
    std::size_t digits = 0;  ///< 0: any count.
    bool has_number = false;
};

/// The forms a 档号 may have for this record: retention spelled out (永久) or as its code (Y, D30, D10).
/// The last is the one that new numbers are written in.
std::vector<IdentifierForm> identifier_forms(std::string_view pattern, const ArchivalRecord& record);

/// Its number when the identifier has the form; 0 for a form without number; nothing when it has not.
std::optional<std::uint64_t> number_in(const IdentifierForm& form, std::string_view identifier);
std::string identifier_of(const IdentifierForm& form, std::uint64_t number);

/// Checks the records' identifiers against the pattern, assigns missing ones, names gaps and duplicates.
void number_records(std::vector<ArchivalRecord>& records, const ArchiveSettings& settings, Notes& notes);

}  // namespace hanqing
