// SPDX-License-Identifier: Apache-2.0
// TIFF -> Raster: the first page, whatever its compression and colours, through libtiff's RGBA interface.
#include "image/decode.hpp"
#include "image/raster.hpp"

#include <tiffio.h>
#include <cstdio>
#include <cstring>
#include <memory>

namespace hanqing {
namespace {

struct Reading {
    std::string_view bytes;
    std::uint64_t at = 0;
    std::string message;
};

Reading& reading_of(thandle_t handle) { return *static_cast<Reading*>(handle); }

tmsize_t take(thandle_t handle, void* to, tmsize_t size) {
    Reading& reading = reading_of(handle);
    if (reading.at >= reading.bytes.size() || size < 0) return 0;
    const std::uint64_t left = reading.bytes.size() - reading.at;
    const std::uint64_t count =
        static_cast<std::uint64_t>(size) < left ? static_cast<std::uint64_t>(size) : left;
    std::memcpy(to, reading.bytes.data() + reading.at, count);
    reading.at += count;
    return static_cast<tmsize_t>(count);
}

tmsize_t refuse_writing(thandle_t, void*, tmsize_t) { return 0; }

toff_t seek(thandle_t handle, toff_t offset, int whence) {
    Reading& reading = reading_of(handle);
    if (whence == SEEK_CUR) offset += reading.at;
    if (whence == SEEK_END) offset += reading.bytes.size();
    return reading.at = offset;
}

toff_t size_of(thandle_t handle) { return reading_of(handle).bytes.size(); }
int close(thandle_t) { return 0; }
int map(thandle_t, void**, toff_t*) { return 0; }
void unmap(thandle_t, void*, toff_t) {}

int on_error(TIFF*, void* user, const char*, const char* format, va_list arguments) {
    char text[160] = {};
    std::vsnprintf(text, sizeof text, format, arguments);
    if (auto& message = static_cast<Reading*>(user)->message; message.empty()) message = text;
    return 1;
}
int on_warning(TIFF*, void*, const char*, const char*, va_list) { return 1; }

struct Close {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};
using Tiff = std::unique_ptr<TIFF, Close>;

/// Handlers of our own for this file alone; libtiff's global ones print to standard error.
Tiff opened(Reading& reading) {
    const std::unique_ptr<TIFFOpenOptions, Close> options(TIFFOpenOptionsAlloc());
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), on_error, &reading);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), on_warning, &reading);
    return Tiff(TIFFClientOpenExt("image", "rm", &reading, take, refuse_writing, seek, close, size_of, map,
                                  unmap, options.get()));
}

Resolution resolution_of(TIFF* tiff) {
    float x = 0, y = 0;
    std::uint16_t unit = RESUNIT_INCH;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
    if (TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &x) == 0 || TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &y) == 0)
        return {};
    const auto thousandths = [&](float value) -> std::uint32_t {
        if (!(value > 0 && value < 100'000)) return 0;
        return pixels_per_metre(static_cast<std::uint64_t>(value * 1000), 1000, unit == RESUNIT_CENTIMETER);
    };
    return unit == RESUNIT_NONE ? Resolution{} : Resolution{thousandths(x), thousandths(y)};
}

}  // namespace

Decoded decode_tiff(const ImageTask& task) {
    Reading reading{task.bytes, 0, {}};
    const Tiff tiff = opened(reading);
    if (!tiff) refuse_broken("TIFF", reading.message);
    std::uint32_t width = 0, height = 0;
    TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height);
    require_size(task, "TIFF", width, height);
    char why[1024] = {};
    if (TIFFRGBAImageOK(tiff.get(), why) == 0) refuse_unsupported("TIFF, " + std::string(why));

    Decoded decoded;
    decoded.resolution = resolution_of(tiff.get());
    std::string rgba(std::size_t{width} * height * 4, '\0');
    // libtiff packs a pixel as ABGR in one word, which is R G B A in the bytes of a little-endian machine.
    auto* words = reinterpret_cast<std::uint32_t*>(rgba.data());
    const bool read =
        TIFFReadRGBAImageOriented(tiff.get(), width, height, words, ORIENTATION_TOPLEFT, 1) != 0;
    if (!read) refuse_broken("TIFF", reading.message);
    unmultiply(rgba);
    Raster raster = raster_without_alpha_inside(width, height, 4, rgba);
    reduce(raster);
    decoded.content = std::move(raster);
    task.remark("image-converted", {"TIFF"});
    if (TIFFReadDirectory(tiff.get()) != 0) task.remark("image-first-frame", {"TIFF"});
    return decoded;
}

}  // namespace hanqing
