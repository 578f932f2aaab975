// SPDX-License-Identifier: Apache-2.0
// The standard structure types (ISO 32000-1, 14.8.4) that our tags become; none needs a role map.
#pragma once

#include "style/styled.hpp"

#include <string_view>

namespace hanqing {

std::string_view structure_type(TagKind kind);
std::string_view list_numbering(Tag::Numbering numbering);

}  // namespace hanqing
