// SPDX-License-Identifier: Apache-2.0
// Keys of site generators, which say nothing about a report.
#pragma once

#include <string_view>

namespace hanqing {

/// `layout`, `permalink`, `nav-order`… Requires: small letters, - for _.
bool is_site_key(std::string_view name);

}  // namespace hanqing
