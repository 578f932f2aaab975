// SPDX-License-Identifier: Apache-2.0
// XMP packets into properties, and ours among them into stamps.
#pragma once

#include "pdf/inspect.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace hanqing {

/// Simple properties and the items of lists, in the packet's order; structures (the extension schemas) are
/// left out. Nothing when the packet is not well formed.
std::optional<std::vector<XmpProperty>> xmp_properties(std::string_view packet);

std::optional<Stamps> stamps_from(const std::vector<XmpProperty>& properties);
/// "PDF/A-3A, PDF/UA-1"
std::string claim_from(const std::vector<XmpProperty>& properties);

}  // namespace hanqing
