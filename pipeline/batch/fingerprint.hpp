// SPDX-License-Identifier: Apache-2.0
// Fingerprint: one digest over named parts, each with its length, so that no two lists of parts look alike.
#pragma once

#include "base/digest.hpp"
#include "read/record.hpp"

#include <cstdint>
#include <string_view>

namespace hanqing {

class Fingerprint {
public:
    /// `kind` keeps keys of different meaning apart.
    explicit Fingerprint(std::string_view kind);
    Fingerprint& add(std::string_view part);
    Fingerprint& add(const Digest& digest);
    Fingerprint& add(std::uint64_t number);
    /// Keys and values without their places: a row that moved in its catalogue is the same row.
    Fingerprint& add(const Value& value);
    Digest finish();

private:
    Hasher hasher_;
};

}  // namespace hanqing
