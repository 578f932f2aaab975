// SPDX-License-Identifier: Apache-2.0
// A few tag files out of a container, the rest passed over.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace hanqing {

/// Texts by name inside the bag; what is not there is left out. Not judged: compare what matters with the
/// seal.
std::map<std::string, std::string> tags_of(const std::string& container,
                                           const std::vector<std::string>& names);

}  // namespace hanqing
