// SPDX-License-Identifier: Apache-2.0
// Images into XObjects: JPEG passed through, rasters packed again, drawings as forms.
#include "pdf/painted_images.hpp"

#include "pdf/raster.hpp"

#include <array>
#include <cmath>
#include <map>

namespace hanqing {

namespace {

/// Numbers of a drawing are the image stage's decimals; only its box comes as a double, rounded here once.
std::int64_t millionths(double value) { return std::llround(value * 1'000'000); }

std::string write_resources(const Drawing& drawing, Objects& objects) {
    std::string out = "/Resources<<";
    if (!drawing.alphas.empty()) out += "/ExtGState<<";
    for (std::size_t i = 0; i < drawing.alphas.size(); ++i) {
        out += "/G";
        append_integer(out, static_cast<std::int64_t>(i));
        out += "<</ca ";
        append_share(out, drawing.alphas[i]);
        out += "/CA ";
        append_share(out, drawing.alphas[i]);
        out += ">>";
    }
    if (!drawing.alphas.empty()) out += ">>";
    if (!drawing.rasters.empty()) out += "/XObject<<";
    for (std::size_t i = 0; i < drawing.rasters.size(); ++i) {
        out += "/I";
        append_integer(out, static_cast<std::int64_t>(i));
        out += ' ';
        append_reference(out, write_raster(drawing.rasters[i], objects));
    }
    if (!drawing.rasters.empty()) out += ">>";
    return out + ">>";
}

Reference write_drawing(const Drawing& drawing, Objects& objects) {
    std::string entries = "/Type/XObject/Subtype/Form/BBox[0 0 ";
    append_decimal(entries, millionths(drawing.width), 6);
    entries += ' ';
    append_decimal(entries, millionths(drawing.height), 6);
    entries += "]/Group<</S/Transparency/CS/DeviceRGB>>";
    return objects.add_deflated(entries + write_resources(drawing, objects), drawing.operators);
}

Reference write_jpeg(const Jpeg& jpeg, Objects& objects) {
    std::string entries = "/Type/XObject/Subtype/Image/Width ";
    append_integer(entries, jpeg.width);
    entries += "/Height ";
    append_integer(entries, jpeg.height);
    entries += "/BitsPerComponent 8/ColorSpace" + colour_space(jpeg.channels, jpeg.icc, objects);
    return objects.add_stream(entries + "/Filter/DCTDecode", jpeg.bytes);
}

/// EXIF orientation as a map of the unit square onto itself (a b c d e f of `cm`), rows being painted from
/// the top.
constexpr std::array<std::array<int, 6>, 9> orientations = {{{1, 0, 0, 1, 0, 0},
                                                             {1, 0, 0, 1, 0, 0},
                                                             {-1, 0, 0, 1, 1, 0},
                                                             {-1, 0, 0, -1, 1, 1},
                                                             {1, 0, 0, -1, 0, 1},
                                                             {0, -1, -1, 0, 1, 1},
                                                             {0, -1, 1, 0, 0, 1},
                                                             {0, 1, 1, 0, 0, 0},
                                                             {0, 1, -1, 0, 1, 0}}};

std::int64_t scale(Length to, double from) {
    const std::int64_t size = millionths(from);
    if (size <= 0) return 0;
    return hundredths(to) * 10'000 * 1'000'000 / size;
}

void append_matrix(std::string& to, const std::array<std::int64_t, 4>& linear, unsigned decimals,
                   std::int64_t x, std::int64_t y) {
    for (const std::int64_t element : linear) {
        append_decimal(to, element, decimals);
        to += ' ';
    }
    append_hundredths(to, x);
    to += ' ';
    append_hundredths(to, y);
    to += " cm ";
}

}  // namespace

std::string image_resource(std::uint32_t image) {
    std::string out = "/I";
    append_integer(out, image);
    return out;
}

bool PaintedImages::has(std::uint32_t image) const {
    return !std::holds_alternative<std::monostate>(pages_->images[image].content);
}

Reference PaintedImages::write(const Image& image, Objects& objects) const {
    if (const auto* jpeg = std::get_if<Jpeg>(&image.content)) return write_jpeg(*jpeg, objects);
    if (const auto* raster = std::get_if<Raster>(&image.content)) return write_raster(*raster, objects);
    return write_drawing(std::get<Drawing>(image.content), objects);
}

void PaintedImages::write(Objects& objects) {
    std::map<Digest, Reference> written;
    for (const Page& page : pages_->pages)
        for (const PageItem& item : page.items) {
            const auto* painted = std::get_if<ImageItem>(&item.shape);
            if (painted == nullptr || !has(painted->image) || references_[painted->image] != 0) continue;
            const Image& image = pages_->images[painted->image];
            Reference& shared = written[image.digest];
            if (shared == 0 || image.digest == Digest{}) shared = write(image, objects);
            references_[painted->image] = shared;
        }
}

void PaintedImages::append_painting(std::string& to, std::uint32_t image, const Rectangle& box) const {
    const std::int64_t x = hundredths(box.corner.x), y = hundredths(box.corner.y);
    const std::int64_t width = hundredths(box.width), height = hundredths(box.height);
    to += "q ";
    if (const auto* drawing = std::get_if<Drawing>(&pages_->images[image].content)) {
        // The drawing's y runs downwards from its upper edge.
        append_matrix(to, {scale(box.width, drawing->width), 0, 0, -scale(box.height, drawing->height)}, 6, x,
                      y + height);
    } else {
        const auto* jpeg = std::get_if<Jpeg>(&pages_->images[image].content);
        const auto& o = orientations[jpeg != nullptr && jpeg->orientation <= 8 ? jpeg->orientation : 1];
        append_matrix(to, {o[0] * width, o[1] * height, o[2] * width, o[3] * height}, 2, x + o[4] * width,
                      y + o[5] * height);
    }
    to += image_resource(image) + " Do Q\n";
}

}  // namespace hanqing
