// SPDX-License-Identifier: Apache-2.0
// Bytes of a picture -> Image: finds the format, has it decoded, and gives the natural size.
#include "image/image.hpp"

#include "image/decode.hpp"

#include <cassert>
#include <utility>

namespace hanqing {
namespace {

std::vector<std::string> with_path(std::string_view path, std::vector<std::string> after) {
    after.insert(after.begin(), std::string(path));
    return after;
}

Decoded decode(const ImageTask& task, ImageKind kind) {
    switch (kind) {
        case ImageKind::png:
            return decode_png(task);
        case ImageKind::jpeg:
            return decode_jpeg(task);
        case ImageKind::gif:
            return decode_gif(task);
        case ImageKind::webp:
            return decode_webp(task);
        case ImageKind::bmp:
            return decode_bmp(task);
        case ImageKind::tiff:
            return decode_tiff(task);
        case ImageKind::svg:
            return decode_svg(task);
        case ImageKind::unknown:
            break;
    }
    throw Unusable{"image-unknown", {}};
}

/// EXIF orientations 5 to 8 lie on their side (TIFF 6.0, tag 274).
bool is_turned(const Jpeg& jpeg) { return jpeg.orientation >= 5; }

void size_from_pixels(Image& image, std::uint32_t width, std::uint32_t height, Resolution stated) {
    const Resolution resolution = believable(stated);
    image.width = natural_size(width, resolution.across);
    image.height = natural_size(height, resolution.down);
}

void set_natural_size(Image& image, const Decoded& decoded) {
    image.width = decoded.width;
    image.height = decoded.height;
    if (image.width > Length{}) return;
    if (const auto* jpeg = std::get_if<Jpeg>(&image.content)) {
        size_from_pixels(image, jpeg->width, jpeg->height, decoded.resolution);
        if (is_turned(*jpeg)) std::swap(image.width, image.height);
    } else if (const auto* raster = std::get_if<Raster>(&image.content)) {
        size_from_pixels(image, raster->width, raster->height, decoded.resolution);
    }
}

}  // namespace

void ImageTask::remark(std::string_view id, std::vector<std::string> after_path) const {
    notes.remark(place, id, with_path(path, std::move(after_path)));
}

void ImageTask::warning(std::string_view id, std::vector<std::string> after_path) const {
    notes.warning(place, id, with_path(path, std::move(after_path)));
}

void refuse_broken(std::string_view format, std::string_view detail) {
    throw Unusable{"image-broken", {std::string(format), std::string(detail)}};
}

void refuse_unsupported(std::string feature) { throw Unusable{"image-unsupported", {std::move(feature)}}; }

void require_size(const ImageTask& task, std::string_view format, std::uint64_t width, std::uint64_t height) {
    constexpr std::uint64_t side_max = 1U << 20;  // no coordinate on paper needs more
    if (width == 0 || height == 0) refuse_broken(format, "0 pixels");
    if (width > side_max || height > side_max || width * height > task.limits.pixels)
        throw Unusable{
            "image-too-large",
            {std::to_string(width) + " × " + std::to_string(height), std::to_string(task.limits.pixels)}};
}

Image image_from_bytes(std::string_view bytes, std::string_view path, Place place, Notes& notes,
                       const ImageLimits& limits, const VectorFonts& fonts) {
    const ImageTask task{bytes, path, place, notes, limits, fonts};
    Image image;
    image.digest = sha256(bytes);
    try {
        if (bytes.empty()) throw Unusable{"image-empty", {}};
        if (bytes.size() > limits.bytes)
            throw Unusable{"image-too-large",
                           {std::to_string(bytes.size()) + " B", std::to_string(limits.bytes)}};
        const ImageKind kind = kind_of(bytes), promised = kind_promised(path);
        Decoded decoded = decode(task, kind);
        image.content = std::move(decoded.content);
        set_natural_size(image, decoded);
        assert(image.width > Length{} && image.height > Length{});
        if (promised != kind && promised != ImageKind::unknown)
            task.remark("image-name-lies", {std::string(name_of(kind))});
    } catch (const Unusable& unusable) {
        task.warning(unusable.id, unusable.arguments);
        image.content = std::monostate{};
    }
    return image;
}

}  // namespace hanqing
