// SPDX-License-Identifier: Apache-2.0
// Raster -> the same picture in fewer bits: a chart of six colours needs no 24 bits a pixel.
#include "image/raster.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace hanqing {
namespace {

bool is_opaque(const std::string& alpha) {
    return std::all_of(alpha.begin(), alpha.end(), [](char a) { return a == '\xFF'; });
}

bool is_grey(const std::string& rgb) {
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3)
        if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) return false;
    return true;
}

void make_grey(Raster& raster) {
    const std::size_t pixel_count = raster.samples.size() / 3;
    for (std::size_t i = 0; i < pixel_count; ++i) raster.samples[i] = raster.samples[i * 3];
    raster.samples.resize(pixel_count);
    raster.channels = 1;
}

/// Colours in the order in which they are first met, found again by open addressing: no order of hashes is
/// seen.
class PaletteBuilder {
public:
    static constexpr std::size_t colours_max = 256;

    /// Nothing when the colour would be the 257th.
    std::optional<std::uint8_t> index_of(std::uint32_t rgb) {
        std::size_t slot = (rgb * 2654435761U) >> 22;
        for (; slots_[slot] != 0; slot = (slot + 1) % slots_.size())
            if (colours_[slots_[slot] - 1U] == rgb) return static_cast<std::uint8_t>(slots_[slot] - 1);
        if (count_ == colours_max) return std::nullopt;
        colours_[count_] = rgb;
        slots_[slot] = static_cast<std::uint16_t>(++count_);
        return static_cast<std::uint8_t>(count_ - 1);
    }
    [[nodiscard]] std::string triples() const {
        std::string out;
        for (std::size_t i = 0; i < count_; ++i)
            for (const unsigned shift : {16U, 8U, 0U}) out += static_cast<char>(colours_[i] >> shift & 0xFFU);
        return out;
    }

private:
    std::array<std::uint16_t, 1024> slots_{};  ///< Index + 1; a quarter full at most.
    std::array<std::uint32_t, colours_max> colours_{};
    std::size_t count_ = 0;
};

void make_palette(Raster& raster) {
    const std::string& rgb = raster.samples;
    const auto byte = [&](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(rgb[at])}; };
    PaletteBuilder palette;
    std::string indices(rgb.size() / 3, '\0');
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const auto index = palette.index_of(byte(i * 3) << 16 | byte(i * 3 + 1) << 8 | byte(i * 3 + 2));
        if (!index) return;
        indices[i] = static_cast<char>(*index);
    }
    raster.samples = std::move(indices);
    raster.palette = palette.triples();
    raster.channels = 1;
}

/// Colours behind the last one used only hide how few bits an index needs.
void trim_palette(Raster& raster) {
    unsigned highest = 0;
    for (const char index : raster.samples)
        highest = std::max<unsigned>(highest, static_cast<unsigned char>(index));
    raster.palette.resize((std::size_t{highest} + 1) * 3);
}

/// Fewest bits that keep every sample: for a palette by its size; for grey where all values are multiples of
/// the step between the levels of that depth.
std::uint8_t bits_needed(const Raster& raster) {
    for (const std::uint8_t bits : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{4}}) {
        const unsigned levels = 1U << bits;
        if (!raster.palette.empty()) {
            if (raster.palette.size() <= std::size_t{levels} * 3) return bits;
            continue;
        }
        const unsigned step = 255 / (levels - 1);
        if (std::all_of(raster.samples.begin(), raster.samples.end(),
                        [&](char s) { return static_cast<unsigned char>(s) % step == 0; }))
            return bits;
    }
    return 8;
}

void pack(Raster& raster, std::uint8_t bits) {
    const unsigned step = raster.palette.empty() ? 255U / ((1U << bits) - 1U) : 1U;
    const std::size_t row_bytes = (std::size_t{raster.width} * bits + 7) / 8;
    std::string packed(row_bytes * raster.height, '\0');
    for (std::size_t y = 0; y < raster.height; ++y)
        for (std::size_t x = 0; x < raster.width; ++x) {
            const unsigned value = static_cast<unsigned char>(raster.samples[y * raster.width + x]) / step;
            const std::size_t bit = x * bits;
            char& to = packed[y * row_bytes + bit / 8];
            to = static_cast<char>(static_cast<unsigned char>(to) | value << (8U - bits - bit % 8U));
        }
    raster.samples = std::move(packed);
    raster.bits = bits;
}

}  // namespace

void reduce(Raster& raster) {
    if (is_opaque(raster.alpha)) raster.alpha.clear();
    if (raster.bits != 8) return;
    if (raster.channels == 3 && raster.icc.empty()) {
        if (is_grey(raster.samples))
            make_grey(raster);
        else
            make_palette(raster);
    }
    if (raster.channels != 1) return;
    if (!raster.palette.empty()) trim_palette(raster);
    if (const std::uint8_t bits = bits_needed(raster); bits != 8) pack(raster, bits);
}

}  // namespace hanqing
