// SPDX-License-Identifier: Apache-2.0
// Numbers in the byte orders of picture files. Requires: they lie within the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hanqing {

inline std::uint32_t byte_at(std::string_view s, std::size_t at) { return static_cast<unsigned char>(s[at]); }

inline std::uint32_t big16(std::string_view s, std::size_t at) {
    return byte_at(s, at) << 8 | byte_at(s, at + 1);
}
inline std::uint32_t big32(std::string_view s, std::size_t at) {
    return big16(s, at) << 16 | big16(s, at + 2);
}
inline std::uint32_t little16(std::string_view s, std::size_t at) {
    return byte_at(s, at) | byte_at(s, at + 1) << 8;
}
inline std::uint32_t little32(std::string_view s, std::size_t at) {
    return little16(s, at) | little16(s, at + 2) << 16;
}

}  // namespace hanqing
