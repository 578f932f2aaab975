// SPDX-License-Identifier: Apache-2.0
// TOML front matter (Hugo) -> Record, as far as front matter needs it.
#pragma once

#include "read/record.hpp"

namespace hanqing {

/// Reads `key = value` of the top level found at `begin` of a file: strings, numbers, truths, dates (as
/// typed) and arrays of them. Tables are another program's settings: "toml-table" {name}, a remark. What is
/// not understood is a warning "toml-fault" {line}; a key given twice "yaml-duplicate-key" {key}, an error.
Record record_from_toml(std::string_view toml, std::uint32_t file, std::uint32_t begin, Notes& notes);

}  // namespace hanqing
