// SPDX-License-Identifier: Apache-2.0
// Base 64 (RFC 4648) -> bytes, as data: URIs carry it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

/// White space is skipped; nothing when another character is none of the alphabet.
std::optional<std::string> bytes_from_base64(std::string_view text);

/// What follows "data:…;base64," decoded; nothing for other URIs.
std::optional<std::string> bytes_of_data_uri(std::string_view uri);

}  // namespace hanqing
