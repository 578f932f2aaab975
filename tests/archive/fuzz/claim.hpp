// SPDX-License-Identifier: Apache-2.0
// What every fuzz target of the archive needs.
#pragma once

#include <cstdlib>
#include <string_view>

/// A reader may refuse; it may not crash, hang, or accept two spellings of one value.
inline void must(bool claim) {
    if (!claim) std::abort();
}

inline std::string_view bytes_of(const unsigned char* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}
