// SPDX-License-Identifier: Apache-2.0
// JPEG -> Jpeg (its coded data as it is) where PDF can hold it, else Raster.
#include "image/decode.hpp"
#include "image/icc.hpp"
#include "image/jpeg_samples.hpp"
#include "image/jpeg_segments.hpp"
#include "image/raster.hpp"

#include <utility>

namespace hanqing {
namespace {

constexpr std::uint32_t scan_count_max =
    200;  // a progressive file has about ten; each scan costs a pass over all

/// Frames libjpeg cannot read are named, so that the author knows what to change.
void require_known_frame(const JpegSegments& jpeg) {
    switch (jpeg.frame) {
        case 0xC0:
        case 0xC1:
        case 0xC2:
        case 0xC9:
        case 0xCA:
            break;
        case 0xC3:
        case 0xCB:
            refuse_unsupported("JPEG, lossless");
        default:
            refuse_unsupported("JPEG, hierarchical");
    }
    if (jpeg.precision != 8) refuse_unsupported("JPEG, " + std::to_string(jpeg.precision) + " bit");
    const std::size_t channels = jpeg.component_ids.size();
    if (channels != 1 && channels != 3 && channels != 4)
        refuse_unsupported("JPEG, " + std::to_string(channels) + " channels");
    if (jpeg.scan_count > scan_count_max)
        refuse_unsupported("JPEG, " + std::to_string(jpeg.scan_count) + " scans");
}

/// DCTDecode takes Huffman-coded grey and YCbCr, and RGB where the Adobe segment says so (ISO 32000-1 7.4.8).
bool may_pass(const JpegSegments& jpeg) {
    const bool arithmetic = jpeg.frame >= 0xC9;
    const bool unmarked_rgb = jpeg.component_ids == "RGB" && !jpeg.adobe_transform && !jpeg.has_jfif;
    return !arithmetic && !unmarked_rgb && jpeg.component_ids.size() != 4;
}

/// Adobe's programs store CMYK inverted: 255 is no ink.
std::string rgb_from_cmyk(const std::string& cmyk, bool inverted) {
    std::string rgb(cmyk.size() / 4 * 3, '\0');
    const auto paper = [&](std::size_t at) {
        const unsigned value = static_cast<unsigned char>(cmyk[at]);
        return inverted ? value : 255U - value;
    };
    for (std::size_t i = 0; i < cmyk.size() / 4; ++i)
        for (std::size_t c = 0; c < 3; ++c)
            rgb[i * 3 + c] = static_cast<char>((paper(i * 4 + c) * paper(i * 4 + 3) + 127U) / 255U);
    return rgb;
}

Raster raster_from_samples(JpegSamples decoded, bool inverted) {
    Raster raster{decoded.width, decoded.height, decoded.channels, 8, std::move(decoded.samples), {}, {}, {}};
    if (decoded.channels != 4) return raster;
    raster.samples = rgb_from_cmyk(raster.samples, inverted);
    raster.channels = 3;
    return raster;
}

/// What EXIF orientation asks, done to the pixels: where the pixel shown at (x, y) lies in the coded picture.
Raster turned(Raster raster, std::uint8_t orientation) {
    if (orientation == 1) return raster;
    const bool on_side = orientation >= 5;
    const std::size_t width = raster.width, height = raster.height, channels = raster.channels;
    Raster out{raster.width,
               raster.height,
               raster.channels,
               8,
               std::string(raster.samples.size(), '\0'),
               {},
               {},
               {}};
    if (on_side) std::swap(out.width, out.height);
    const bool mirror_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool mirror_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    for (std::size_t y = 0; y < out.height; ++y)
        for (std::size_t x = 0; x < out.width; ++x) {
            const std::size_t u = on_side ? y : x, v = on_side ? x : y;
            const std::size_t from = (mirror_y ? height - 1 - v : v) * width + (mirror_x ? width - 1 - u : u);
            for (std::size_t c = 0; c < channels; ++c)
                out.samples[(y * out.width + x) * channels + c] = raster.samples[from * channels + c];
        }
    return out;
}

}  // namespace

Decoded decode_jpeg(const ImageTask& task) {
    std::optional<JpegSegments> segments = jpeg_segments(task.bytes);
    if (!segments) refuse_broken("JPEG", "truncated");
    JpegSegments& jpeg = *segments;
    require_known_frame(jpeg);
    require_size(task, "JPEG", jpeg.width, jpeg.height);

    const std::size_t channels = jpeg.component_ids.size();
    const bool profile = channels != 4 && is_usable_profile(jpeg.icc, static_cast<std::uint8_t>(channels));
    if (!jpeg.icc.empty() && !profile) task.remark("image-profile-left-out");
    if (!profile) jpeg.icc.clear();

    Decoded decoded;
    decoded.resolution = jpeg.resolution;
    if (may_pass(jpeg) && jpeg.complete && decode_samples(jpeg.stripped, true).complaint.empty()) {
        decoded.content = Jpeg{
            std::move(jpeg.stripped), jpeg.width,         jpeg.height, static_cast<std::uint8_t>(channels),
            jpeg.orientation,         std::move(jpeg.icc)};
        return decoded;
    }
    JpegSamples samples = decode_samples(jpeg.stripped, false);
    if (samples.samples.empty()) refuse_broken("JPEG", samples.complaint);
    if (!jpeg.complete && samples.complaint.empty()) samples.complaint = "truncated";
    if (!samples.complaint.empty())
        task.warning("image-damaged", {"JPEG", samples.complaint});
    else
        task.remark("image-converted", {channels == 4        ? "JPEG, CMYK"
                                        : jpeg.frame >= 0xC9 ? "JPEG, arithmetic"
                                                             : "JPEG, RGB"});
    Raster raster =
        turned(raster_from_samples(std::move(samples), jpeg.adobe_transform.has_value()), jpeg.orientation);
    if (jpeg.orientation >= 5) std::swap(decoded.resolution.across, decoded.resolution.down);
    raster.icc = std::move(jpeg.icc);
    reduce(raster);
    decoded.content = std::move(raster);
    return decoded;
}

}  // namespace hanqing
