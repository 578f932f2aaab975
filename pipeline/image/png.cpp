// SPDX-License-Identifier: Apache-2.0
// PNG -> Raster. libpng leaves a function by longjmp: every call into it that may fail stands in one of the
// small functions `guarded` runs, which hold no object with a destructor.
#include "image/byte_order.hpp"
#include "image/decode.hpp"
#include "image/icc.hpp"
#include "image/raster.hpp"

#include <png.h>
#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <memory>

namespace hanqing {
namespace {

/// What libpng is given to hold: where it reads, and what it said last.
struct Reading {
    std::string_view bytes;
    std::size_t at = 0;
    char message[96] = {};
};

void take(png_structp png, png_bytep to, std::size_t size) {
    auto* reading = static_cast<Reading*>(png_get_io_ptr(png));
    if (size > reading->bytes.size() - reading->at) png_error(png, "truncated");
    std::memcpy(to, reading->bytes.data() + reading->at, size);
    reading->at += size;
}

void on_error(png_structp png, png_const_charp message) {
    auto* reading = static_cast<Reading*>(png_get_error_ptr(png));
    std::strncpy(reading->message, message, sizeof reading->message - 1);
    png_longjmp(png, 1);
}

void on_warning(png_structp, png_const_charp) {}

struct PngReader {
    explicit PngReader(Reading& reading) {
        png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, on_error, on_warning);
        if (png != nullptr) info = png_create_info_struct(png);
        if (info != nullptr) png_set_read_fn(png, &reading, take);
    }
    ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    png_structp png = nullptr;
    png_infop info = nullptr;
};

/// False when libpng gave up inside `step`.
template <typename Step>
bool guarded(png_structp png, Step step) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    step();
    return true;
}

/// Limits on what chunks may claim; text chunks, which may be bombs of zlib, are not even inflated.
void limit_chunks(png_structp png) {
    constexpr png_alloc_size_t chunk_bytes_max = 8U << 20;
    static constexpr png_byte unwanted[] = "tEXt\0zTXt\0iTXt\0sPLT\0hIST\0eXIf";
    png_set_chunk_malloc_max(png, chunk_bytes_max);
    png_set_chunk_cache_max(png, 64);
    png_set_crc_action(png, PNG_CRC_DEFAULT, PNG_CRC_WARN_DISCARD);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, unwanted, 6);
}

struct Shape {
    png_uint_32 width = 0, height = 0;
    int depth = 8, colour = 0;
    bool transparent_colour = false;  ///< tRNS
};

/// Asks libpng for what a Raster can hold; palettes keep their indices.
void set_transforms(png_structp png, const Shape& shape) {
    if (shape.depth == 16) png_set_scale_16(png);
    if (shape.colour == PNG_COLOR_TYPE_PALETTE) {
        if (shape.transparent_colour) png_set_packing(png);
        return;
    }
    if (!shape.transparent_colour) return;
    if (shape.depth < 8) png_set_expand_gray_1_2_4_to_8(png);
    png_set_tRNS_to_alpha(png);
}

/// Grey of 1, 2, 4 or 8 bits, RGB or a palette stay; alpha goes to its own plane.
Raster raster_from_rows(Shape shape, std::uint8_t channels, std::uint8_t depth, std::string rows) {
    if (channels == 2 || channels == 4)
        return raster_without_alpha_inside(shape.width, shape.height, channels, rows);
    return {shape.width, shape.height, channels, depth, std::move(rows), {}, {}, {}};
}

void take_palette(png_structp png, png_infop info, const Shape& shape, Raster& raster) {
    png_colorp colours = nullptr;
    int count = 0;
    if (shape.colour != PNG_COLOR_TYPE_PALETTE || png_get_PLTE(png, info, &colours, &count) == 0) return;
    for (int i = 0; i < count; ++i)
        for (const png_byte value : {colours[i].red, colours[i].green, colours[i].blue})
            raster.palette += static_cast<char>(value);
    // An index beyond the palette is black here rather than whatever a viewer makes of it.
    const int highest = std::min(png_get_palette_max(png, info), (1 << raster.bits) - 1);
    raster.palette.resize(
        std::max(raster.palette.size(), (static_cast<std::size_t>(std::max(highest, 0)) + 1) * 3));
    png_bytep alphas = nullptr;
    int alpha_count = 0;
    if (png_get_tRNS(png, info, &alphas, &alpha_count, nullptr) == 0 || raster.bits != 8) return;
    raster.alpha.assign(raster.samples.size(), '\xFF');
    for (std::size_t i = 0; i < raster.samples.size(); ++i)
        if (const int index = static_cast<unsigned char>(raster.samples[i]); index < alpha_count)
            raster.alpha[i] = static_cast<char>(alphas[index]);
}

void take_profile(const ImageTask& task, png_structp png, png_infop info, const Shape& shape,
                  Raster& raster) {
    png_charp name = nullptr;
    png_bytep profile = nullptr;
    png_uint_32 size = 0;
    int compression = 0;
    if (png_get_iCCP(png, info, &name, &compression, &profile, &size) == 0) return;
    const std::string_view icc(reinterpret_cast<const char*>(profile), size);
    const bool colour = (shape.colour & PNG_COLOR_MASK_COLOR) != 0;
    if (is_usable_profile(icc, colour ? 3 : 1))
        raster.icc = icc;
    else
        task.remark("image-profile-left-out");
}

/// APNG: an acTL chunk before the image data.
bool is_animated(std::string_view bytes) {
    std::size_t at = 8;
    while (at + 12 <= bytes.size()) {
        const std::string_view name = bytes.substr(at + 4, 4);
        if (name == "acTL") return true;
        if (name == "IDAT") return false;
        at += std::size_t{big32(bytes, at)} + 12;
    }
    return false;
}

/// All rows of the picture, as far as they can be read. deflate cannot shrink below 1/1032, so a small file
/// that claims many pixels is told from its size before memory is taken.
std::string read_rows(const ImageTask& task, const PngReader& reader, const Shape& shape,
                      const Reading& reading) {
    constexpr std::size_t deflate_ratio_max = 1032;
    std::size_t row_bytes = 0;
    int passes = 1;
    const bool ready = guarded(reader.png, [&] {
        set_transforms(reader.png, shape);
        passes = png_set_interlace_handling(reader.png);
        png_read_update_info(reader.png, reader.info);
        row_bytes = png_get_rowbytes(reader.png, reader.info);
    });
    if (!ready) refuse_broken("PNG", reading.message);
    if (row_bytes * shape.height / deflate_ratio_max > task.bytes.size()) refuse_broken("PNG", "truncated");

    const bool palette = shape.colour == PNG_COLOR_TYPE_PALETTE;
    std::string rows(row_bytes * shape.height, palette ? '\0' : '\xFF');  // what is missing stays white
    std::size_t rows_read = 0;
    const bool complete = guarded(reader.png, [&] {
        for (int pass = 0; pass < passes; ++pass)
            for (png_uint_32 y = 0; y < shape.height; ++y, ++rows_read)
                png_read_row(reader.png, reinterpret_cast<png_bytep>(rows.data() + y * row_bytes), nullptr);
        png_read_end(reader.png, reader.info);
    });
    if (!complete && rows_read == 0) refuse_broken("PNG", reading.message);
    if (!complete) task.warning("image-damaged", {"PNG", reading.message});
    return rows;
}

}  // namespace

Decoded decode_png(const ImageTask& task) {
    Reading reading{task.bytes};
    const PngReader reader(reading);
    const png_structp png = reader.png;
    const png_infop info = reader.info;
    if (info == nullptr) refuse_broken("PNG", "libpng");
    Shape shape;
    const bool has_header = guarded(png, [&] {
        limit_chunks(png);
        png_set_user_limits(png, 0x7FFFFFFF, 0x7FFFFFFF);  // require_size below is the limit
        png_read_info(png, info);
        png_get_IHDR(png, info, &shape.width, &shape.height, &shape.depth, &shape.colour, nullptr, nullptr,
                     nullptr);
        shape.transparent_colour = png_get_valid(png, info, PNG_INFO_tRNS) != 0;
    });
    if (!has_header) refuse_broken("PNG", reading.message);
    require_size(task, "PNG", shape.width, shape.height);
    std::string rows = read_rows(task, reader, shape, reading);

    Decoded decoded;
    decoded.resolution = {png_get_x_pixels_per_meter(png, info), png_get_y_pixels_per_meter(png, info)};
    Raster raster =
        raster_from_rows(shape, png_get_channels(png, info), png_get_bit_depth(png, info), std::move(rows));
    take_palette(png, info, shape, raster);
    take_profile(task, png, info, shape, raster);
    reduce(raster);
    if (is_animated(task.bytes)) task.remark("image-first-frame", {"APNG"});
    decoded.content = std::move(raster);
    return decoded;
}

}  // namespace hanqing
