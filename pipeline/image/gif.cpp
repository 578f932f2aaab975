// SPDX-License-Identifier: Apache-2.0
// GIF -> Raster: the first frame on its screen, as a palette.
#include "image/decode.hpp"
#include "image/raster.hpp"

#include <gif_lib.h>
#include <cstring>
#include <memory>

namespace hanqing {
namespace {

struct Reading {
    std::string_view bytes;
    std::size_t at = 0;
};

int take(GifFileType* gif, GifByteType* to, int size) {
    auto* reading = static_cast<Reading*>(gif->UserData);
    const std::size_t left = reading->bytes.size() - reading->at;
    const std::size_t count = static_cast<std::size_t>(size) < left ? static_cast<std::size_t>(size) : left;
    std::memcpy(to, reading->bytes.data() + reading->at, count);
    reading->at += count;
    return static_cast<int>(count);
}

struct Close {
    void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};
using Gif = std::unique_ptr<GifFileType, Close>;

std::string_view reason(const GifFileType& gif) {
    const char* text = GifErrorString(gif.Error);
    return text != nullptr ? text : "truncated";
}

/// Reads on to the first picture; the colour that its graphic control extension makes transparent, or -1.
int first_picture(GifFileType& gif) {
    int transparent = NO_TRANSPARENT_COLOR;
    GifRecordType record = UNDEFINED_RECORD_TYPE;
    while (DGifGetRecordType(&gif, &record) == GIF_OK) {
        if (record == IMAGE_DESC_RECORD_TYPE) return transparent;
        if (record != EXTENSION_RECORD_TYPE) break;
        int code = 0;
        GifByteType* data = nullptr;
        if (DGifGetExtension(&gif, &code, &data) != GIF_OK) break;
        if (code == GRAPHICS_EXT_FUNC_CODE && data != nullptr) {
            GraphicsControlBlock control{};
            if (DGifExtensionToGCB(data[0], data + 1, &control) == GIF_OK)
                transparent = control.TransparentColor;
        }
        while (data != nullptr)
            if (DGifGetExtensionNext(&gif, &data) != GIF_OK) break;
    }
    refuse_broken("GIF", reason(gif));
}

std::string triples(const ColorMapObject& colours) {
    std::string out;
    for (int i = 0; i < colours.ColorCount; ++i)
        for (const GifByteType value :
             {colours.Colors[i].Red, colours.Colors[i].Green, colours.Colors[i].Blue})
            out += static_cast<char>(value);
    out.resize(std::size_t{256} * 3);  // any index has a colour
    return out;
}

/// Rows of an interlaced GIF come in four passes (GIF89a appendix E).
std::vector<int> row_order(int height, bool interlaced) {
    std::vector<int> rows;
    if (!interlaced)
        for (int y = 0; y < height; ++y) rows.push_back(y);
    else
        for (const auto& [begin, step] : {std::pair{0, 8}, {4, 8}, {2, 4}, {1, 2}})
            for (int y = begin; y < height; y += step) rows.push_back(y);
    return rows;
}

struct Frame {
    std::string indices, painted;  ///< painted: FF where the frame set the pixel.
};

Frame frame_on_screen(const ImageTask& task, GifFileType& gif, std::uint32_t width, std::uint32_t height,
                      int transparent) {
    const GifImageDesc& desc = gif.Image;
    Frame frame{std::string(std::size_t{width} * height, '\0'),
                std::string(std::size_t{width} * height, '\0')};
    std::string row(static_cast<std::size_t>(desc.Width), '\0');
    for (const int y : row_order(desc.Height, desc.Interlace)) {
        if (DGifGetLine(&gif, reinterpret_cast<GifPixelType*>(row.data()), desc.Width) != GIF_OK) {
            task.warning("image-damaged", {"GIF", std::string(reason(gif))});
            break;
        }
        const auto screen_y = static_cast<std::uint32_t>(desc.Top + y);
        for (std::uint32_t x = 0; x < row.size(); ++x) {
            const std::uint32_t screen_x = static_cast<std::uint32_t>(desc.Left) + x;
            if (screen_x >= width || screen_y >= height || static_cast<unsigned char>(row[x]) == transparent)
                continue;
            frame.indices[std::size_t{screen_y} * width + screen_x] = row[x];
            frame.painted[std::size_t{screen_y} * width + screen_x] = '\xFF';
        }
    }
    return frame;
}

bool has_more(GifFileType& gif) {
    GifRecordType record = UNDEFINED_RECORD_TYPE;
    return DGifGetRecordType(&gif, &record) == GIF_OK && record != TERMINATE_RECORD_TYPE;
}

}  // namespace

Decoded decode_gif(const ImageTask& task) {
    Reading reading{task.bytes};
    int error = 0;
    const Gif gif(DGifOpen(&reading, take, &error));
    if (!gif) refuse_broken("GIF", "header");
    const int transparent = first_picture(*gif);
    if (DGifGetImageDesc(gif.get()) != GIF_OK) refuse_broken("GIF", reason(*gif));
    const auto width = static_cast<std::uint32_t>(gif->SWidth),
               height = static_cast<std::uint32_t>(gif->SHeight);
    require_size(task, "GIF", width, height);
    require_size(task, "GIF", static_cast<std::uint32_t>(gif->Image.Width),
                 static_cast<std::uint32_t>(gif->Image.Height));
    const ColorMapObject* colours = gif->Image.ColorMap != nullptr ? gif->Image.ColorMap : gif->SColorMap;
    if (colours == nullptr) refuse_broken("GIF", "no colour table");

    Frame frame = frame_on_screen(task, *gif, width, height, transparent);
    Raster raster{width, height, 1, 8, std::move(frame.indices), triples(*colours), std::move(frame.painted),
                  {}};
    reduce(raster);
    task.remark("image-converted", {"GIF"});
    if (has_more(*gif)) task.remark("image-first-frame", {"GIF"});
    return {std::move(raster), {}, {}, {}};
}

}  // namespace hanqing
