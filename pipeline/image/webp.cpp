// SPDX-License-Identifier: Apache-2.0
// WebP -> Raster: the picture, or the first frame of an animation.
#include "image/decode.hpp"
#include "image/icc.hpp"
#include "image/raster.hpp"

#include <webp/decode.h>
#include <webp/demux.h>
#include <memory>

namespace hanqing {
namespace {

struct Delete {
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};

/// The RIFF container shows the first frame even when the file is cut off behind it.
std::unique_ptr<WebPDemuxer, Delete> opened(std::string_view bytes) {
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
    WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
    std::unique_ptr<WebPDemuxer, Delete> demuxer(WebPDemuxPartial(&data, &state));
    if (!demuxer || state < WEBP_DEMUX_PARSED_HEADER) refuse_broken("WebP", "truncated");
    return demuxer;
}

std::string profile_of(WebPDemuxer& demuxer) {
    WebPChunkIterator chunk{};
    std::string icc;
    if (WebPDemuxGetChunk(&demuxer, "ICCP", 1, &chunk) != 0)
        icc.assign(reinterpret_cast<const char*>(chunk.chunk.bytes), chunk.chunk.size);
    WebPDemuxReleaseChunkIterator(&chunk);
    return icc;
}

}  // namespace

Decoded decode_webp(const ImageTask& task) {
    const auto demuxer = opened(task.bytes);
    WebPIterator frame{};
    if (WebPDemuxGetFrame(demuxer.get(), 1, &frame) == 0) refuse_broken("WebP", "no frame");
    const std::string_view coded(reinterpret_cast<const char*>(frame.fragment.bytes), frame.fragment.size);
    const auto width = static_cast<std::uint32_t>(frame.width),
               height = static_cast<std::uint32_t>(frame.height);
    const bool animated = frame.num_frames > 1;
    WebPDemuxReleaseIterator(&frame);
    require_size(task, "WebP", width, height);

    std::string rgba(std::size_t{width} * height * 4, '\0');
    auto* to = reinterpret_cast<std::uint8_t*>(rgba.data());
    const auto* from = reinterpret_cast<const std::uint8_t*>(coded.data());
    if (WebPDecodeRGBAInto(from, coded.size(), to, rgba.size(), static_cast<int>(width) * 4) == nullptr)
        refuse_broken("WebP", "coded data");
    Raster raster = raster_without_alpha_inside(width, height, 4, rgba);
    if (std::string icc = profile_of(*demuxer); is_usable_profile(icc, 3)) raster.icc = std::move(icc);
    reduce(raster);
    task.remark("image-converted", {"WebP"});
    if (animated) task.remark("image-first-frame", {"WebP"});
    return {std::move(raster), {}, {}, {}};
}

}  // namespace hanqing
