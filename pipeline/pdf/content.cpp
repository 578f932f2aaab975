// SPDX-License-Identifier: Apache-2.0
// Items of a page into operators, neighbours of one tag under one mark.
#include "pdf/content.hpp"

#include "pdf/planted.hpp"
#include "pdf/structure_type.hpp"
#include "pdf/text_pen.hpp"

#include <optional>

namespace hanqing {

namespace {

void append_box(std::string& to, const Rectangle& area, Length height, Length shift) {
    append_hundredths(to, hundredths(area.corner.x + shift));
    to += ' ';
    append_hundredths(to, hundredths(height - area.corner.y - area.height + shift));
    to += ' ';
    append_hundredths(to, hundredths(area.width));
    to += ' ';
    append_hundredths(to, hundredths(area.height));
}

/// ISO 32000-1, 14.8.2.2: what kind of artifact it is, so that a reader may still offer it.
std::string_view artifact_operands(Artifact kind) {
    switch (kind) {
        case Artifact::header: return "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n";
        case Artifact::footer: return "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
        case Artifact::watermark: return "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n";
        case Artifact::page_number:
        case Artifact::repeated_head: return "/Artifact<</Type/Pagination>>BDC\n";
        case Artifact::none:
        case Artifact::layout:
        case Artifact::background: break;
    }
    return "/Artifact<</Type/Layout>>BDC\n";
}

class ContentWriter {
public:
    ContentWriter(const Page& page, const Pages& pages, const Typefaces& typefaces, const PaintedImages& images)
        : page_(&page), pages_(&pages), images_(&images), pen_(pages, typefaces, page.height, page.bleed) {}

    PageContent write();

private:
    /// Marked content and text objects may not overlap (14.6.1), so a mark belongs to one side.
    struct Mark {
        std::uint32_t tag = none;
        Artifact artifact = Artifact::none;
        bool in_text = false;
        friend bool operator==(const Mark&, const Mark&) = default;
    };

    void open(const PageItem& item, bool in_text);
    void close();
    void open_artifact(const PageItem& item);
    void set_fill(Colour colour);
    void draw(const GlyphsItem& glyphs);
    void draw(const RectangleItem& rectangle);
    void draw(const StrokeItem& stroke);
    void draw(const ImageItem& image);
    std::string& out() { return content_.operators; }

    const Page* page_;
    const Pages* pages_;
    const PaintedImages* images_;
    TextPen pen_;
    PageContent content_;
    std::optional<Mark> mark_;
    Colour fill_ = black, stroke_ = black;
    std::int64_t weight_ = 100;
};

void ContentWriter::open_artifact(const PageItem& item) {
    const auto* rectangle = std::get_if<RectangleItem>(&item.shape);
    if (item.artifact != Artifact::background || rectangle == nullptr) {
        out() += artifact_operands(item.artifact);
        return;
    }
    // Table 330: a background names its box, left, bottom, right, top.
    const Rectangle& a = rectangle->area;
    out() += "/Artifact<</Type/Background/BBox[";
    append_hundredths(out(), hundredths(a.corner.x + page_->bleed));
    out() += ' ';
    append_hundredths(out(), hundredths(page_->height - a.corner.y - a.height + page_->bleed));
    out() += ' ';
    append_hundredths(out(), hundredths(a.corner.x + a.width + page_->bleed));
    out() += ' ';
    append_hundredths(out(), hundredths(page_->height - a.corner.y + page_->bleed));
    out() += "]>>BDC\n";
}

void ContentWriter::open(const PageItem& item, bool in_text) {
    const Mark wanted{item.tag, item.artifact, in_text};
    if (mark_ == wanted && item.artifact != Artifact::background) return;
    close();
    if (in_text && !pen_.is_open()) pen_.begin(out());
    if (!in_text && pen_.is_open()) pen_.end(out());
    if (planted_fault() == Fault::untagged_mark && content_.marks.empty() && item.tag != none) {
        content_.marks.push_back(item.tag);
        draw(std::get<GlyphsItem>(item.shape));
    }
    mark_ = wanted;
    if (item.tag == none) return open_artifact(item);
    out() += name(structure_type(pages_->tags[item.tag].kind)) + "<</MCID ";
    append_integer(out(), static_cast<std::int64_t>(content_.marks.size()));
    out() += ">>BDC\n";
    content_.marks.push_back(item.tag);
}

void ContentWriter::close() {
    if (mark_) out() += "EMC\n";
    mark_.reset();
}

void ContentWriter::set_fill(Colour colour) {
    if (colour == fill_) return;
    fill_ = colour;
    append_colour(out(), colour, false);
}

void ContentWriter::draw(const GlyphsItem& glyphs) {
    set_fill(glyphs.colour);
    pen_.draw(glyphs, out());
}

void ContentWriter::draw(const RectangleItem& rectangle) {
    set_fill(rectangle.fill);
    append_box(out(), rectangle.area, page_->height, page_->bleed);
    out() += " re f\n";
}

void ContentWriter::draw(const StrokeItem& stroke) {
    if (stroke.colour != stroke_) append_colour(out(), stroke.colour, true);
    stroke_ = stroke.colour;
    const std::int64_t weight = hundredths(stroke.weight);
    if (weight != weight_) {
        append_hundredths(out(), weight);
        out() += " w\n";
        weight_ = weight;
    }
    for (std::size_t i = 0; i < stroke.points.size(); ++i) {
        append_hundredths(out(), hundredths(stroke.points[i].x + page_->bleed));
        out() += ' ';
        append_hundredths(out(), hundredths(page_->height - stroke.points[i].y + page_->bleed));
        out() += i == 0 ? " m\n" : " l\n";
    }
    out() += "S\n";
}

void ContentWriter::draw(const ImageItem& image) {
    if (!images_->has(image.image)) return;
    content_.images.insert(image.image);
    Rectangle box = image.area;
    box.corner = {image.area.corner.x + page_->bleed,
                  page_->height - image.area.corner.y - image.area.height + page_->bleed};
    images_->append_painting(out(), image.image, box);
}

PageContent ContentWriter::write() {
    for (const PageItem& item : page_->items) {
        const auto* glyphs = std::get_if<GlyphsItem>(&item.shape);
        if (glyphs != nullptr && glyphs->begin == glyphs->end) continue;
        const auto* stroke = std::get_if<StrokeItem>(&item.shape);
        if (stroke != nullptr && stroke->points.size() < 2) continue;
        open(item, glyphs != nullptr);
        std::visit([this](const auto& shape) { draw(shape); }, item.shape);
    }
    close();
    if (pen_.is_open()) pen_.end(out());
    content_.fonts = pen_.fonts();
    return std::move(content_);
}

}  // namespace

PageContent page_content(const Page& page, const Pages& pages, const Typefaces& typefaces, const PaintedImages& images) {
    return ContentWriter(page, pages, typefaces, images).write();
}

}  // namespace hanqing
