// SPDX-License-Identifier: Apache-2.0
// The ICC header (ICC.1:2010 7.2) and tag table, read as far as PDF/A asks.
#include "image/icc.hpp"

#include "image/byte_order.hpp"

namespace hanqing {

bool is_usable_profile(std::string_view icc, std::uint8_t channels) {
    constexpr std::size_t header_size = 128;
    constexpr std::size_t size_max = 4U << 20;
    if (icc.size() < header_size + 4 || icc.size() > size_max) return false;
    if (big32(icc, 0) != icc.size() || icc.substr(36, 4) != "acsp") return false;
    const auto version = static_cast<unsigned char>(icc[8]);
    if (version != 2 && version != 4) return false;
    const std::string_view device_class = icc.substr(12, 4);
    if (device_class != "scnr" && device_class != "mntr" && device_class != "prtr" && device_class != "spac")
        return false;
    if (icc.substr(16, 4) != (channels == 1 ? "GRAY" : "RGB ")) return false;
    const std::uint64_t tag_count = big32(icc, header_size);
    if (tag_count == 0 || tag_count > (icc.size() - header_size - 4) / 12) return false;
    for (std::size_t i = 0; i < tag_count; ++i) {
        const std::size_t entry = header_size + 4 + i * 12;
        if (std::uint64_t{big32(icc, entry + 4)} + big32(icc, entry + 8) > icc.size()) return false;
    }
    return true;
}

}  // namespace hanqing
