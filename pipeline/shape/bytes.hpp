// SPDX-License-Identifier: Apache-2.0
// Big-endian numbers out of a font table; what lies outside it reads as nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hanqing {

/// `size` bytes (at most 4) at `at`, most significant first.
inline std::optional<std::uint32_t> number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || bytes.size() - at < size) return {};
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

inline std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(number_at(bytes, at, 2).value_or(0));
}
inline std::int16_t i16_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::int16_t>(u16_at(bytes, at));
}
inline std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
    return number_at(bytes, at, 4).value_or(0);
}

}  // namespace hanqing
