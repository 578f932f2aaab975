// SPDX-License-Identifier: Apache-2.0
// Pages as text that a person can read and a difference can show: one line for each line of text, with its
// place.
#include "pages/pages.hpp"

#include <cstdio>
#include <string_view>

namespace hanqing {
namespace {

/// Hundredths of a point.
std::string number(Length length) {
    const std::int64_t hundredths =
        (length.raw * 100 + (length.raw < 0 ? -units_per_point / 2 : units_per_point / 2)) / units_per_point;
    const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
    const std::string cents = std::to_string(size % 100);
    return (hundredths < 0 ? "-" : "") + std::to_string(size / 100) + "." + (cents.size() < 2 ? "0" : "") +
           cents;
}

std::string_view name_of(Artifact artifact) {
    switch (artifact) {
        case Artifact::none:
            return "";
        case Artifact::header:
            return "header";
        case Artifact::footer:
            return "footer";
        case Artifact::page_number:
            return "page-number";
        case Artifact::background:
            return "background";
        case Artifact::layout:
            return "layout";
        case Artifact::watermark:
            return "watermark";
        case Artifact::repeated_head:
            return "repeated-head";
    }
    return "";
}

std::string describe_area(const Rectangle& area) {
    return number(area.corner.x) + " " + number(area.corner.y) + "  " + number(area.width) + " x " +
           number(area.height);
}

std::string text_of(const Pages& pages, const GlyphsItem& item) {
    std::string text;
    if (item.spoken) return pages.text.substr(item.spoken->begin, item.spoken->size);
    if (item.continues) return "…";
    for (std::uint32_t g = item.begin; g < item.end; ++g)
        text.append(pages.text, pages.glyphs[g].text, pages.glyphs[g].text_size);
    if (item.added_hyphen) text += "(-)";
    return text;
}

std::string describe_shape(const Pages& pages, const PageItem& item) {
    if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape)) {
        const Length x = glyphs->begin < glyphs->end ? pages.glyphs[glyphs->begin].x : Length{};
        std::string line = number(x) + " " + number(glyphs->baseline) + "  " + number(glyphs->size) + "  |" +
                           text_of(pages, *glyphs) + "|";
        if (glyphs->turn != 0) line += " turned " + std::to_string(glyphs->turn);
        return line;
    }
    if (const auto* rectangle = std::get_if<RectangleItem>(&item.shape))
        return "rectangle " + describe_area(rectangle->area);
    if (const auto* image = std::get_if<ImageItem>(&item.shape))
        return "image " + std::to_string(image->image) + " " + describe_area(image->area);
    return "stroke of " + std::to_string(std::get<StrokeItem>(item.shape).points.size());
}

}  // namespace

std::string describe(const Pages& pages) {
    std::string text;
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        const Page& page = pages.pages[p];
        text += "page " + std::to_string(p + 1) + " [" + page.label + "] " + number(page.width) + " x " +
                number(page.height) + "  area " + describe_area(page.type_area) +
                (page.blank ? "  blank" : "") + "\n";
        for (const PageItem& item : page.items) {
            text += "  ";
            if (item.artifact != Artifact::none) text += std::string(name_of(item.artifact)) + " ";
            text += describe_shape(pages, item) + "\n";
        }
        for (const LinkArea& link : page.links)
            text += "  link " + std::to_string(link.link) + " " + describe_area(link.area) + "\n";
    }
    return text;
}

}  // namespace hanqing
