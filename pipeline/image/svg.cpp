// SPDX-License-Identifier: Apache-2.0
// SVG -> Drawing: librsvg draws on cairo's SVG surface, text becomes outlines there, and what cairo wrote is
// read into operators. A drawing with more than paths and pictures becomes a Raster of 300 dpi instead.
#include "image/cairo_svg.hpp"
#include "image/decode.hpp"
#include "image/raster.hpp"
#include "image/svg_source.hpp"
#include "image/vector_fonts.hpp"

#include "base/unicode.hpp"

#include <cairo-svg.h>
#include <librsvg/rsvg.h>
#include <algorithm>
#include <cmath>
#include <memory>

namespace hanqing {
namespace {

/// The longer side of the canvas. cairo keeps coordinates in 1/256, so this gives a million steps across.
constexpr double canvas_side = 4096;

struct Unref {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Handle = std::unique_ptr<RsvgHandle, Unref>;
using Surface = std::unique_ptr<cairo_surface_t, Unref>;
using Context = std::unique_ptr<cairo_t, Unref>;

[[noreturn]] void refuse(GError* error) {
    const std::string detail = error != nullptr ? error->message : "?";
    g_clear_error(&error);
    refuse_broken("SVG", detail);
}

Handle parsed(const std::string& xml) {
    GError* error = nullptr;
    Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(xml.data()), xml.size(), &error));
    if (!handle) refuse(error);
    rsvg_handle_set_dpi(handle.get(), 96);
    return handle;
}

struct Size {
    double width = 0, height = 0;  ///< Pixels of CSS, 96 to the inch.
};

bool is_sane(Size size) {
    constexpr double side_max = 1e5;
    return size.width > 0.01 && size.height > 0.01 && size.width < side_max && size.height < side_max;
}

/// Width and height as given; else the view box; else what is drawn.
Size size_of(RsvgHandle* handle) {
    Size size;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height) != FALSE && is_sane(size))
        return size;
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength width{}, height{};
    RsvgRectangle box{}, ink{}, logical{};
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box, &box);
    size = {box.width, box.height};
    if (has_box != FALSE && is_sane(size)) return size;
    if (rsvg_handle_get_geometry_for_element(handle, nullptr, &ink, &logical, nullptr) != FALSE)
        size = {ink.x + ink.width, ink.y + ink.height};
    if (!is_sane(size)) refuse_broken("SVG", "no size");
    return size;
}

void draw(RsvgHandle* handle, cairo_surface_t* surface, Size canvas) {
    const Context context(cairo_create(surface));
    const RsvgRectangle viewport{0, 0, canvas.width, canvas.height};
    GError* error = nullptr;
    if (rsvg_handle_render_document(handle, context.get(), &viewport, &error) == FALSE) refuse(error);
}

cairo_status_t append(void* to, const unsigned char* bytes, unsigned count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

CairoDrawing as_vectors(const ImageTask& task, RsvgHandle* handle, Size size) {
    const double scale = canvas_side / std::max(size.width, size.height);
    const Size canvas{size.width * scale, size.height * scale};
    std::string svg;
    {
        const Surface surface(cairo_svg_surface_create_for_stream(append, &svg, canvas.width, canvas.height));
        cairo_surface_set_fallback_resolution(surface.get(), 36, 36);  // 2048 pixels across
        draw(handle, surface.get(), canvas);
        cairo_surface_finish(surface.get());
        if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
            refuse_broken("SVG", cairo_status_to_string(cairo_surface_status(surface.get())));
    }
    return drawing_from_cairo_svg(svg, task.limits);
}

/// 300 dpi of the natural size, but neither coarser than 1200 pixels across nor finer than the canvas.
Raster as_pixels(const ImageTask& task, RsvgHandle* handle, Size size) {
    const double longer = std::max(size.width, size.height);
    const double scale = std::clamp(longer * 300 / 96, 1200.0, canvas_side) / longer;
    const auto width = static_cast<std::uint32_t>(std::max(1.0, std::round(size.width * scale)));
    const auto height = static_cast<std::uint32_t>(std::max(1.0, std::round(size.height * scale)));
    require_size(task, "SVG", width, height);
    const Surface surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)));
    draw(handle, surface.get(), {static_cast<double>(width), static_cast<double>(height)});
    cairo_surface_flush(surface.get());
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    if (data == nullptr) refuse_broken("SVG", "memory");
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    std::string rgba;
    rgba.reserve(std::size_t{width} * height * 4);
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x) {
            const unsigned char* bgra = data + y * stride + x * 4;  // ARGB words of a little-endian machine
            for (const int channel : {2, 1, 0, 3}) rgba += static_cast<char>(bgra[channel]);
        }
    unmultiply(rgba);
    Raster raster = raster_without_alpha_inside(width, height, 4, rgba);
    reduce(raster);
    return raster;
}

Length length_from_pixels(double pixels) {
    return {std::llround(pixels * 0.75 * static_cast<double>(units_per_point))};
}

void note_missing(const ImageTask& task, const VectorFontMap& fonts, const SvgSource& source) {
    std::string shown;
    for (const char32_t c : fonts.missing(source.characters)) {
        if (shown.size() > 80) break;
        if (!shown.empty()) shown += ", ";
        shown += code_point_name(c);
    }
    if (!shown.empty()) task.warning("svg-glyph-missing", {shown});
}

}  // namespace

Decoded decode_svg(const ImageTask& task) {
    const SvgSource source = checked_svg(task);
    const VectorFontMap fonts(task.fonts, source.language);
    const Handle handle = parsed(source.xml);
    const Size size = size_of(handle.get());
    note_missing(task, fonts, source);

    Decoded decoded;
    decoded.width = length_from_pixels(size.width);
    decoded.height = length_from_pixels(size.height);
    CairoDrawing vectors = as_vectors(task, handle.get(), size);
    if (vectors.beyond.empty()) {
        decoded.content = std::move(vectors.drawing);
    } else {
        task.remark("svg-rasterised", {vectors.beyond});
        decoded.content = as_pixels(task, handle.get(), size);
    }
    return decoded;
}

}  // namespace hanqing
