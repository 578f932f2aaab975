// SPDX-License-Identifier: Apache-2.0
// Planted faults: the tests prove that the validator sees what it must. The program's own answer is always
// `nothing`; a test that defines planted_fault() itself is linked instead of planted.cpp.
#pragma once

#include <cstdint>

namespace hanqing {

enum class Fault : std::uint8_t { nothing, wrong_width, missing_alternative, untagged_mark, bad_date };

Fault planted_fault();

}  // namespace hanqing
