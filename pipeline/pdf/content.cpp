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
std::string_view artifact_type(Artifact kind) {
    switch (kind) {
        case Artifact::header:
            return "/Type/Pagination/Subtype/Header";
        case Artifact::footer:
            return "/Type/Pagination/Subtype/Footer";
        case Artifact::watermark:
            return "/Type/Pagination/Subtype/Watermark";
        case Artifact::page_number:
        case Artifact::repeated_head:
            return "/Type/Pagination";
        case Artifact::background:
            return "/Type/Background";
        case Artifact::none:
        case Artifact::layout:
            break;
    }
    return "/Type/Layout";
}

class ContentWriter {
public:
    ContentWriter(const Page& page, const Pages& pages, const Typefaces& typefaces,
                  const PaintedImages& images)
        : page_(&page), pages_(&pages), images_(&images), pen_(pages, typefaces, page.height, page.bleed) {}

    PageContent write();

private:
    /// Marked content and text objects may not overlap (14.6.1), so a mark belongs to one side.
    struct Mark {
        std::uint32_t tag = none;
        Artifact artifact = Artifact::none;
        bool in_text = false;
        bool has_actual_text = false;
        friend bool operator==(const Mark&, const Mark&) = default;
    };

    void open(bool in_text);
    void open_spoken(const GlyphsItem& glyphs);
    void open_mark(std::optional<std::string_view> actual_text);
    void close();
    std::string artifact_properties() const;
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
    const PageItem* item_ = nullptr;  ///< The one being drawn.
    std::optional<Mark> mark_;
    Colour fill_ = black, stroke_ = black;
    std::int64_t weight_ = 100;
};

std::string ContentWriter::artifact_properties() const {
    std::string out(artifact_type(item_->artifact));
    const auto* rectangle = std::get_if<RectangleItem>(&item_->shape);
    if (item_->artifact != Artifact::background || rectangle == nullptr) return out;
    // Table 330: a background names its box, left, bottom, right, top.
    const Rectangle& a = rectangle->area;
    out += "/BBox[";
    append_hundredths(out, hundredths(a.corner.x + page_->bleed));
    out += ' ';
    append_hundredths(out, hundredths(page_->height - a.corner.y - a.height + page_->bleed));
    out += ' ';
    append_hundredths(out, hundredths(a.corner.x + a.width + page_->bleed));
    out += ' ';
    append_hundredths(out, hundredths(page_->height - a.corner.y + page_->bleed));
    return out + ']';
}

void ContentWriter::open(bool in_text) {
    const Mark wanted{item_->tag, item_->artifact, in_text, false};
    if (mark_ == wanted && item_->artifact != Artifact::background) return;
    close();
    if (in_text && !pen_.is_open()) pen_.begin(out());
    if (!in_text && pen_.is_open()) pen_.end(out());
    mark_ = wanted;
    open_mark(std::nullopt);
}

/// One mark for all items of what is heard as one.
void ContentWriter::open_spoken(const GlyphsItem& glyphs) {
    if (glyphs.continues && mark_ && mark_->in_text && mark_->has_actual_text) return;
    close();
    if (!pen_.is_open()) pen_.begin(out());
    mark_ = Mark{item_->tag, item_->artifact, true, true};
    const TextSpan span = glyphs.spoken.value_or(TextSpan{});
    open_mark(std::string_view(pages_->text).substr(span.begin, span.size));
}

/// The name of a mark is free, its element counts; but poppler heeds ActualText on a Span alone.
void ContentWriter::open_mark(std::optional<std::string_view> actual_text) {
    if (planted_fault() == Fault::untagged_mark && item_->tag != none && content_.marks.empty()) {
        out() += "/Span<<";
    } else if (item_->tag == none) {
        out() += "/Artifact<<" + artifact_properties();
    } else {
        out() += actual_text ? "/Span" : name(structure_type(pages_->tags[item_->tag].kind));
        out() += "<</MCID ";
        append_integer(out(), static_cast<std::int64_t>(content_.marks.size()));
        content_.marks.push_back(item_->tag);
    }
    if (actual_text) out() += "/ActualText" + text_string(*actual_text);
    out() += ">>BDC\n";
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
    pen_.draw(glyphs, out(), [&](std::optional<std::string_view> actual_text) {
        close();
        mark_ = Mark{item_->tag, item_->artifact, true, actual_text.has_value()};
        open_mark(actual_text);
    });
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
        item_ = &item;
        if (glyphs != nullptr && glyphs->is_spoken_for() && item.tag != none)
            open_spoken(*glyphs);
        else
            open(glyphs != nullptr);
        std::visit([&](const auto& shape) { draw(shape); }, item.shape);
    }
    close();
    if (pen_.is_open()) pen_.end(out());
    content_.fonts = pen_.fonts();
    return std::move(content_);
}

}  // namespace

PageContent page_content(const Page& page, const Pages& pages, const Typefaces& typefaces,
                         const PaintedImages& images) {
    return ContentWriter(page, pages, typefaces, images).write();
}

}  // namespace hanqing
