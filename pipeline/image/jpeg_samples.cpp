// SPDX-License-Identifier: Apache-2.0
// libjpeg-turbo behind one function. It leaves by longjmp, so `run` holds no object with a destructor.
#include "image/jpeg_samples.hpp"

#include <csetjmp>
#include <cstddef>
#include <cstdio>
// jpeglib.h needs FILE from <cstdio> before it.
#include <jpeglib.h>

namespace hanqing {
namespace {

/// libjpeg hands back its error manager only, hence it comes first.
struct Complaints {
    jpeg_error_mgr manager{};
    std::jmp_buf leave{};
    char first[JMSG_LENGTH_MAX] = {};
};

Complaints& complaints_of(j_common_ptr jpeg) { return *reinterpret_cast<Complaints*>(jpeg->err); }

void remember(j_common_ptr jpeg) {
    Complaints& complaints = complaints_of(jpeg);
    if (complaints.first[0] == '\0') complaints.manager.format_message(jpeg, complaints.first);
}

void on_error(j_common_ptr jpeg) {
    remember(jpeg);
    std::longjmp(complaints_of(jpeg).leave, 1);
}

void on_message(j_common_ptr jpeg, int level) {
    if (level < 0) remember(jpeg);  // levels from 0 are traces
}

struct Decompressor {
    Decompressor() {
        jpeg.err = jpeg_std_error(&complaints.manager);
        complaints.manager.error_exit = on_error;
        complaints.manager.emit_message = on_message;
        jpeg_create_decompress(&jpeg);
    }
    ~Decompressor() { jpeg_destroy_decompress(&jpeg); }
    Decompressor(const Decompressor&) = delete;
    Decompressor& operator=(const Decompressor&) = delete;

    jpeg_decompress_struct jpeg{};
    Complaints complaints;
};

J_COLOR_SPACE wanted_space(const jpeg_decompress_struct& jpeg) {
    if (jpeg.num_components == 1) return JCS_GRAYSCALE;
    return jpeg.num_components == 4 ? JCS_CMYK : JCS_RGB;
}

void run(Decompressor& decompressor, std::string_view bytes, bool eighth, JpegSamples& to) {
    jpeg_decompress_struct& jpeg = decompressor.jpeg;
    if (setjmp(decompressor.complaints.leave) != 0) return;
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&jpeg, TRUE);
    jpeg.out_color_space = wanted_space(jpeg);
    jpeg.dct_method = JDCT_ISLOW;  // the same samples with and without SIMD
    jpeg.scale_num = 1;
    jpeg.scale_denom = eighth ? 8 : 1;
    jpeg_start_decompress(&jpeg);
    const std::size_t row_bytes =
        std::size_t{jpeg.output_width} * static_cast<std::size_t>(jpeg.output_components);
    to.width = jpeg.output_width;
    to.height = jpeg.output_height;
    to.channels = static_cast<std::uint8_t>(jpeg.output_components);
    to.samples.assign(row_bytes * jpeg.output_height, '\xFF');
    while (jpeg.output_scanline < jpeg.output_height) {
        auto* row = reinterpret_cast<JSAMPROW>(to.samples.data() + jpeg.output_scanline * row_bytes);
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
}

}  // namespace

JpegSamples decode_samples(std::string_view jpeg, bool eighth) {
    Decompressor decompressor;
    JpegSamples samples;
    run(decompressor, jpeg, eighth, samples);
    samples.complaint = decompressor.complaints.first;
    return samples;
}

}  // namespace hanqing
