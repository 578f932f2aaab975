// SPDX-License-Identifier: Apache-2.0
// Samples into the smallest of a few lossless packings: fewer channels and bits where nothing is lost, then
// no predictor, one predictor for all rows, or the best for each row (PNG, W3C 2003, 9 and 12.8).
#include "pdf/raster.hpp"

#include "embed/deflate.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

namespace hanqing {

namespace {

std::size_t row_bytes(const Raster& r) {
    return (static_cast<std::size_t>(r.width) * r.channels * r.bits + 7) / 8;
}

/// RGB whose channels are equal everywhere becomes grey. A profile describes three channels, so it keeps
/// them.
Raster without_needless_channels(const Raster& r) {
    if (r.channels != 3 || r.bits != 8 || !r.icc.empty()) return r;
    for (std::size_t i = 0; i + 2 < r.samples.size(); i += 3)
        if (r.samples[i] != r.samples[i + 1] || r.samples[i] != r.samples[i + 2]) return r;
    Raster grey = r;
    grey.channels = 1;
    grey.samples.clear();
    for (std::size_t i = 0; i < r.samples.size(); i += 3) grey.samples += r.samples[i];
    return grey;
}

std::uint8_t bits_for(std::size_t colours) {
    if (colours <= 2) return 1;
    if (colours <= 4) return 2;
    return colours <= 16 ? 4 : 8;
}

/// Puts 8-bit samples into fewer bits, each row on its own bytes.
std::string packed(const std::string& samples, std::size_t width, std::uint8_t bits) {
    if (bits == 8) return samples;
    std::string out;
    const std::size_t per_byte = 8U / bits;
    for (std::size_t row = 0; row < samples.size(); row += width)
        for (std::size_t x = 0; x < width; x += per_byte) {
            unsigned byte = 0;
            for (std::size_t i = 0; i < per_byte; ++i) {
                const unsigned value = x + i < width ? static_cast<unsigned char>(samples[row + x + i]) : 0U;
                byte = byte << bits | value;
            }
            out += static_cast<char>(byte);
        }
    return out;
}

/// At most 256 colours become indices into a palette (charts, screenshots).
Raster with_palette(const Raster& r) {
    if (r.channels != 3 || r.bits != 8 || !r.palette.empty()) return r;
    std::map<std::uint32_t, std::uint8_t> numbers;
    std::string indices;
    indices.reserve(r.samples.size() / 3);
    Raster out = r;
    std::uint32_t last = 0xFFFFFFFF;
    for (std::size_t i = 0; i + 2 < r.samples.size(); i += 3) {
        const auto byte = [&](std::size_t k) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(r.samples[k]));
        };
        const std::uint32_t colour = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
        if (colour == last) {
            indices += indices.back();
            continue;
        }
        last = colour;
        const auto found = numbers.find(colour);
        if (found == numbers.end() && numbers.size() == 256) return r;
        const std::uint8_t number =
            found != numbers.end() ? found->second : static_cast<std::uint8_t>(numbers.size());
        if (found == numbers.end()) {
            numbers.emplace(colour, number);
            out.palette += r.samples.substr(i, 3);
        }
        indices += static_cast<char>(number);
    }
    out.channels = 1;
    out.bits = bits_for(numbers.size());
    out.samples = packed(indices, r.width, out.bits);
    return out;
}

unsigned char paeth(int a, int b, int c) {
    const int p = a + b - c;
    const int pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
    if (pa <= pb && pa <= pc) return static_cast<unsigned char>(a);
    return static_cast<unsigned char>(pb <= pc ? b : c);
}

/// One row under filter 0…4.
void filter_row(unsigned filter, std::string_view row, std::string_view above, std::size_t pixel,
                std::string& out) {
    const auto at = [](std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); };
    for (std::size_t i = 0; i < row.size(); ++i) {
        const int left = i >= pixel ? at(row, i - pixel) : 0;
        const int up = above.empty() ? 0 : at(above, i);
        const int corner = i >= pixel && !above.empty() ? at(above, i - pixel) : 0;
        int guess = 0;
        if (filter == 1) guess = left;
        if (filter == 2) guess = up;
        if (filter == 3) guess = (left + up) / 2;
        if (filter == 4) guess = paeth(left, up, corner);
        out += static_cast<char>(at(row, i) - guess);
    }
}

/// The usual measure of a row: the sum of its bytes as signed numbers.
std::uint64_t roughness(std::string_view row) {
    std::uint64_t sum = 0;
    for (const char c : row)
        sum += static_cast<std::uint64_t>(std::abs(static_cast<int>(static_cast<signed char>(c))));
    return sum;
}

std::string filtered(std::string_view samples, std::size_t row_size, std::size_t pixel) {
    std::string out, candidate, best;
    out.reserve(samples.size() + samples.size() / row_size + 1);
    std::string_view above;
    for (std::size_t start = 0; start + row_size <= samples.size(); start += row_size) {
        const std::string_view row = samples.substr(start, row_size);
        std::uint64_t least = ~std::uint64_t{0};
        char chosen = 0;
        for (unsigned filter = 0; filter < 5; ++filter) {
            candidate.clear();
            filter_row(filter, row, above, pixel, candidate);
            const std::uint64_t sum = roughness(candidate);
            if (sum >= least) continue;
            least = sum;
            chosen = static_cast<char>(filter);
            best.swap(candidate);
        }
        out += chosen;
        out += best;
        above = row;
    }
    return out;
}

struct Packing {
    std::string data;
    bool predicted = false;
};

Packing smallest(const Raster& r) {
    Packing plain{deflate(r.samples), false};
    if (r.bits < 8 || !r.palette.empty()) return plain;  // neighbours in a palette are not alike
    std::string predicted = deflate(filtered(r.samples, row_bytes(r), r.channels));
    if (predicted.size() < plain.data.size()) return {std::move(predicted), true};
    return plain;
}

std::string geometry(const Raster& r) {
    std::string out = "/Type/XObject/Subtype/Image/Width ";
    append_integer(out, r.width);
    out += "/Height ";
    append_integer(out, r.height);
    out += "/BitsPerComponent ";
    append_integer(out, r.bits);
    return out;
}

Reference write_samples(const Raster& r, std::string entries, Objects& objects) {
    Packing packing = smallest(r);
    entries = geometry(r) + entries + "/Filter/FlateDecode";
    if (packing.predicted) {
        entries += "/DecodeParms<</Predictor 15/Colors ";
        append_integer(entries, r.channels);
        entries += "/Columns ";
        append_integer(entries, r.width);
        entries += ">>";
    }
    return objects.add_stream(entries, std::move(packing.data));
}

/// Opacity: one bit where each pixel is wholly there or not.
Reference write_mask(const Raster& of, Objects& objects) {
    Raster mask;
    mask.width = of.width;
    mask.height = of.height;
    mask.channels = 1;
    const bool two_values =
        std::all_of(of.alpha.begin(), of.alpha.end(), [](char c) { return c == 0 || c == '\xFF'; });
    mask.samples = of.alpha;
    if (two_values) {
        for (char& c : mask.samples) c = c == 0 ? 0 : 1;
        mask.bits = 1;
        mask.samples = packed(mask.samples, mask.width, 1);
    }
    return write_samples(mask, "/ColorSpace/DeviceGray", objects);
}

}  // namespace

std::string colour_space(unsigned channels, const std::string& icc, Objects& objects) {
    if (icc.empty()) return channels == 1 ? "/DeviceGray" : "/DeviceRGB";
    std::string entries = "/N ";
    append_integer(entries, channels);
    return "[/ICCBased " + reference_text(objects.add_deflated(entries, icc)) + "]";
}

Reference write_raster(const Raster& raster, Objects& objects) {
    const Raster r = with_palette(without_needless_channels(raster));
    std::string entries = "/ColorSpace";
    if (r.palette.empty()) {
        entries += colour_space(r.channels, r.icc, objects);
    } else {
        entries += "[/Indexed" + colour_space(3, r.icc, objects) + ' ';
        append_integer(entries, static_cast<std::int64_t>(r.palette.size() / 3) - 1);
        entries += hex_string(r.palette) + "]";
    }
    if (!r.alpha.empty()) entries += "/SMask " + reference_text(write_mask(r, objects));
    return write_samples(r, std::move(entries), objects);
}

}  // namespace hanqing
