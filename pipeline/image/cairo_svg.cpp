// SPDX-License-Identifier: Apache-2.0
// A walk over cairo's SVG surface output (1.16 writes `style`, 1.18 attributes; both are read).
#include "image/cairo_svg.hpp"

#include "image/base64.hpp"
#include "image/decode.hpp"
#include "image/path_writer.hpp"
#include "image/xml_scanner.hpp"

#include <charconv>
#include <cmath>
#include <map>

namespace hanqing {
namespace {

/// An element of the output with all its children, so that definitions can be looked up.
struct Element {
    XmlToken tag;
    std::vector<std::size_t> children;
};

/// Thrown out of the walk when a Drawing cannot hold what comes next; never leaves this file.
struct Beyond {
    std::string_view feature;
};

constexpr int depth_max = 20;  // PDF allows 28 nested q (ISO 32000-1 annex C); the page has some of them

double number_from(std::string_view text, double otherwise) {
    double value = otherwise;
    while (!text.empty() && text[0] == ' ') text.remove_prefix(1);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::vector<double> numbers_from(std::string_view text) {
    std::vector<double> out;
    for (const char* at = text.data(); at < text.data() + text.size();) {
        double value = 0;
        const auto result = std::from_chars(at, text.data() + text.size(), value);
        if (result.ec == std::errc{}) out.push_back(value);
        at = result.ec == std::errc{} ? result.ptr : at + 1;
    }
    return out;
}

std::uint8_t eighth_bits(double unit) {
    return static_cast<std::uint8_t>(std::lround(std::min(std::max(unit, 0.0), 1.0) * 255));
}

class Walker {
public:
    Walker(std::string_view svg, const ImageLimits& limits) : limits_(limits) { build(svg); }

    CairoDrawing walk() {
        CairoDrawing result;
        try {
            const Element& root = elements_.at(1);
            result.drawing.width = number_from(root.tag.attribute("width"), 0);
            result.drawing.height = number_from(root.tag.attribute("height"), 0);
            children(root, 255);
            result.drawing.operators = writer_.take_operators();
            result.drawing.alphas = writer_.take_alphas();
            result.drawing.rasters = std::move(rasters_);
        } catch (const Beyond& beyond) {
            result.beyond = beyond.feature;
        }
        return result;
    }

private:
    /// elements_[0] is a ground for the root to stand on.
    void build(std::string_view svg) {
        elements_.emplace_back();
        std::vector<std::size_t> open{0};
        XmlScanner scanner(svg);
        for (XmlToken t = scanner.next(); t.kind != XmlToken::Kind::end; t = scanner.next()) {
            if (t.kind == XmlToken::Kind::close && open.size() > 1) open.pop_back();
            if (t.kind != XmlToken::Kind::open && t.kind != XmlToken::Kind::empty) continue;
            const bool leaf = t.kind == XmlToken::Kind::empty;
            elements_[open.back()].children.push_back(elements_.size());
            if (const std::string_view id = t.attribute("id"); !id.empty())
                by_id_.emplace(id, elements_.size());
            if (!leaf) open.push_back(elements_.size());
            elements_.push_back({std::move(t), {}});
        }
    }

    /// A property as attribute or inside `style`; cairo writes each only once.
    static std::string_view property(const Element& element, std::string_view name) {
        if (const std::string_view direct = element.tag.attribute(name); !direct.empty()) return direct;
        std::string_view style = element.tag.attribute("style");
        while (!style.empty()) {
            std::string_view item = style.substr(0, style.find(';'));
            style.remove_prefix(std::min(style.size(), item.size() + 1));
            while (!item.empty() && item[0] == ' ') item.remove_prefix(1);
            if (item.size() > name.size() && item.substr(0, name.size()) == name && item[name.size()] == ':')
                return item.substr(name.size() + 1);
        }
        return {};
    }

    const Element& referred(std::string_view reference) const {
        const std::size_t hash = reference.find('#');
        std::string_view id = hash == std::string_view::npos ? reference : reference.substr(hash + 1);
        id = id.substr(0, id.find(')'));
        const auto found = by_id_.find(id);
        if (found == by_id_.end()) throw Beyond{"reference"};
        return elements_[found->second];
    }

    static Matrix matrix_of(const Element& element, std::string_view name = "transform") {
        const std::string_view text = element.tag.attribute(name);
        if (text.empty()) return identity;
        const std::vector<double> n = numbers_from(text);
        if (text.substr(0, 7) != "matrix(" || n.size() != 6) throw Beyond{"transform"};
        return {n[0], n[1], n[2], n[3], n[4], n[5]};
    }

    void children(const Element& element, std::uint8_t alpha) {
        for (const std::size_t child : element.children) visit(elements_[child], alpha);
    }

    void visit(const Element& element, std::uint8_t alpha) {
        if (writer_.size() > limits_.operators) throw Beyond{"size"};
        const std::string_view name = element.tag.name;
        if (name == "path" || name == "rect")
            path(element, alpha);
        else if (name == "g")
            group(element, alpha);
        else if (name == "use")
            use(element, alpha);
        else if (name == "image")
            image(element, alpha);
        else if (name != "defs" && name != "clipPath")
            throw Beyond{name == "text" ? "text" : "element"};
    }

    void group(const Element& element, std::uint8_t alpha) {
        if (!element.tag.attribute("filter").empty()) throw Beyond{"filter"};
        if (!element.tag.attribute("mask").empty()) throw Beyond{"mask"};
        if (writer_.depth() >= depth_max) throw Beyond{"nesting"};
        const std::string_view clip = element.tag.attribute("clip-path");
        const Matrix matrix = matrix_of(element);
        const bool saves = !clip.empty() || matrix != identity;
        if (saves) writer_.save();
        writer_.transform(matrix);
        if (!clip.empty()) clip_to(element, referred(clip));
        children(element, with_opacity(element, alpha));
        if (saves) writer_.restore();
    }

    std::uint8_t with_opacity(const Element& element, std::uint8_t alpha) const {
        const std::uint8_t own = eighth_bits(number_from(property(element, "opacity"), 1));
        if (own != 255 && leaves(element) > 1) throw Beyond{"group opacity"};
        return product(alpha, own);
    }

    static std::uint8_t product(std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>((a * b + 127) / 255);
    }

    void clip_to(const Element& user, const Element& clip) {
        if (clip.children.size() != 1) throw Beyond{"clip"};
        const Element& shape = elements_[clip.children[0]];
        if (matrix_of(shape) != identity || matrix_of(clip) != identity) throw Beyond{"clip"};
        const bool even_odd =
            user.tag.attribute("clip-rule") == "evenodd" || property(shape, "clip-rule") == "evenodd";
        const std::string outline = outline_of(shape);
        writer_.clip(outline.empty() ? "0 0 0 0 re\n" : outline, even_odd);
    }

    static std::string outline_of(const Element& shape) {
        if (shape.tag.name == "rect") {
            std::string out;
            for (const std::string_view side : {"x", "y", "width", "height"})
                out += decimal(number_from(shape.tag.attribute(side), 0), 2) + " ";
            return out + "re\n";
        }
        auto outline = operators_from_path(shape.tag.attribute("d"));
        if (!outline) throw Beyond{"path"};
        return std::move(*outline);
    }

    static Paint paint_of(const Element& element, std::string_view what, std::string_view opacity,
                          std::uint8_t alpha) {
        const std::string_view value = property(element, what);
        if (value.empty() || value == "none") return {};
        if (value.substr(0, 4) == "url(") throw Beyond{"gradient"};
        const std::vector<double> n = numbers_from(value);
        if (value.substr(0, 4) != "rgb(" || n.size() != 3) throw Beyond{"colour"};
        const double full = value.find('%') == std::string_view::npos ? 255 : 100;
        const Colour colour{eighth_bits(n[0] / full), eighth_bits(n[1] / full), eighth_bits(n[2] / full)};
        return {colour, product(alpha, eighth_bits(number_from(property(element, opacity), 1)))};
    }

    static Stroke pen_of(const Element& element) {
        const auto one_of = [&](std::string_view name, std::string_view second, std::string_view third) {
            const std::string_view value = property(element, name);
            return value == second ? 1 : value == third ? 2 : 0;
        };
        Stroke pen;
        pen.width = number_from(property(element, "stroke-width"), 1);
        pen.miter = number_from(property(element, "stroke-miterlimit"), 4);
        pen.cap = one_of("stroke-linecap", "round", "square");
        pen.join = one_of("stroke-linejoin", "round", "bevel");
        if (property(element, "stroke-dasharray") != "none")
            pen.dashes = numbers_from(property(element, "stroke-dasharray"));
        pen.dash_offset = number_from(property(element, "stroke-dashoffset"), 0);
        return pen;
    }

    void path(const Element& element, std::uint8_t alpha) {
        if (property(element, "fill").substr(0, 4) == "url(" && picture_fill(element, alpha)) return;
        const Paint fill = paint_of(element, "fill", "fill-opacity", alpha);
        const Paint stroke = paint_of(element, "stroke", "stroke-opacity", alpha);
        const bool even_odd = property(element, "fill-rule") == "evenodd";
        const Matrix matrix = matrix_of(element);
        if (matrix != identity) writer_.save();
        writer_.transform(matrix);
        writer_.paint(outline_of(element), fill, even_odd, stroke, pen_of(element));
        if (matrix != identity) writer_.restore();
    }

    /// A picture is painted as a pattern of one tile, in a clip of its own extent; false for other patterns.
    bool picture_fill(const Element& element, std::uint8_t alpha) {
        const Element& pattern = referred(property(element, "fill"));
        if (pattern.tag.name != "pattern" || pattern.children.size() != 1) return false;
        const Element& tile = elements_[pattern.children[0]];
        if (tile.tag.name != "use" || referred(tile.tag.attribute("xlink:href")).tag.name != "image")
            return false;
        writer_.save();
        writer_.transform(matrix_of(element));
        writer_.clip(outline_of(element), property(element, "fill-rule") == "evenodd");
        writer_.transform(matrix_of(pattern, "patternTransform"));
        visit(tile, product(alpha, eighth_bits(number_from(property(element, "fill-opacity"), 1))));
        writer_.restore();
        return true;
    }

    /// How many things of its own a group paints: with one, the group's opacity is that thing's.
    std::size_t leaves(const Element& element) const {
        const std::string_view name = element.tag.name;
        if (name == "use") return leaves(referred(element.tag.attribute("xlink:href")));
        if (name != "g" && name != "symbol") return name == "defs" || name == "clipPath" ? 0 : 1;
        std::size_t count = 0;
        for (const std::size_t child : element.children) count += leaves(elements_[child]);
        return count;
    }

    /// cairo writes a constant opacity as a mask: one rectangle of black with that opacity, seen as alpha.
    std::uint8_t constant_alpha(const Element& mask) const {
        const Element* inside = &mask;
        while (inside->children.size() == 1) inside = &elements_[inside->children[0]];
        if (inside->tag.name != "rect" || !inside->children.empty()) throw Beyond{"mask"};
        if (property(*inside, "fill").substr(0, 4) != "rgb(") throw Beyond{"mask"};
        return eighth_bits(number_from(property(*inside, "fill-opacity"), 1));
    }

    void use(const Element& element, std::uint8_t alpha) {
        if (!element.tag.attribute("filter").empty()) throw Beyond{"filter"};
        const Element& target = referred(element.tag.attribute("xlink:href"));
        if (const std::string_view mask = element.tag.attribute("mask"); !mask.empty()) {
            const std::uint8_t own = constant_alpha(referred(mask));
            if (own != 255 && leaves(target) > 1) throw Beyond{"group opacity"};
            alpha = product(alpha, own);
        }
        if (++uses_ > 100'000 || writer_.depth() >= depth_max) throw Beyond{"nesting"};
        writer_.save();
        writer_.transform(matrix_of(element));
        visit(target, alpha);
        writer_.restore();
    }

    void image(const Element& element, std::uint8_t alpha) {
        const double width = number_from(element.tag.attribute("width"), 0);
        const double height = number_from(element.tag.attribute("height"), 0);
        const Matrix placed{width, 0, 0, -height, 0, height};  // PDF's unit square stands upright
        const std::size_t index = raster_of(element);
        writer_.save();
        writer_.transform(matrix_of(element));
        writer_.transform(placed);
        writer_.image(index, alpha);
        writer_.restore();
    }

    std::size_t raster_of(const Element& element) {
        if (const auto known = raster_index_.find(&element); known != raster_index_.end())
            return known->second;
        const auto bytes = bytes_of_data_uri(element.tag.attribute("xlink:href"));
        if (!bytes || kind_of(*bytes) != ImageKind::png) throw Beyond{"picture"};
        Notes ignored;  // cairo wrote this PNG itself
        const VectorFonts no_fonts{};
        Decoded decoded = decode_png({*bytes, "", {}, ignored, limits_, no_fonts});
        rasters_.push_back(std::get<Raster>(std::move(decoded.content)));
        return raster_index_[&element] = rasters_.size() - 1;
    }

    const ImageLimits& limits_;
    std::vector<Element> elements_;
    std::map<std::string_view, std::size_t> by_id_;
    std::map<const Element*, std::size_t> raster_index_;
    std::vector<Raster> rasters_;
    PathWriter writer_;
    std::uint32_t uses_ = 0;
};

}  // namespace

CairoDrawing drawing_from_cairo_svg(std::string_view svg, const ImageLimits& limits) {
    return Walker(svg, limits).walk();
}

}  // namespace hanqing
