// SPDX-License-Identifier: Apache-2.0
// Records -> one record of what they say together.
#pragma once

#include "read/record.hpp"

#include <vector>

namespace hanqing {

/// The values that hold for the keys of known_keys(), under their English names, nearest record first; what
/// is unknown, without a value or said again farther away is left out.
Record known_values(const std::vector<const Record*>& nearest_first);

}  // namespace hanqing
