// SPDX-License-Identifier: Apache-2.0
// Markdown -> Pages with the shipped styles and the fonts of setup, and questions about what stands where.
#pragma once

#include "pages/pages.hpp"
#include "read/markdown.hpp"
#include "style/apply.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing::test {

inline const Fonts& report_fonts() {
    static Notes notes;
    static const Fonts fonts = Fonts::open({}, notes);
    return fonts;
}

/// A picture of one colour, so many points wide and high.
inline Image picture_of(std::int64_t width, std::int64_t height) {
    Raster raster;
    raster.width = raster.height = 1;
    raster.samples = std::string(3, '\x7F');
    Image image;
    image.width = points(width);
    image.height = points(height);
    image.content = std::move(raster);
    return image;
}

struct ReportPages {
    Notes notes;
    Pages pages;

    [[nodiscard]] std::string text(const PageGlyph& glyph) const {
        return pages.text.substr(glyph.text, glyph.text_size);
    }
    [[nodiscard]] std::string text(const GlyphsItem& item) const {
        std::string all;
        for (std::uint32_t g = item.begin; g < item.end; ++g) all += text(pages.glyphs[g]);
        return all;
    }
    /// Runs of glyphs that hold the words, page after page.
    [[nodiscard]] std::vector<const GlyphsItem*> runs_with(std::string_view words) const {
        std::vector<const GlyphsItem*> found;
        for (const Page& page : pages.pages)
            for (const PageItem& item : page.items)
                if (const auto* glyphs = std::get_if<GlyphsItem>(&item.shape))
                    if (text(*glyphs).find(words) != std::string::npos) found.push_back(glyphs);
        return found;
    }
    /// x of the glyph that stands for `mark` in the first run with the words.
    [[nodiscard]] std::optional<Length> x_of(std::string_view words, std::string_view mark) const {
        for (const GlyphsItem* run : runs_with(words))
            for (std::uint32_t g = run->begin; g < run->end; ++g)
                if (text(pages.glyphs[g]) == mark) return pages.glyphs[g].x;
        return {};
    }
    [[nodiscard]] std::vector<const ImageItem*> images() const {
        std::vector<const ImageItem*> found;
        for (const Page& page : pages.pages)
            for (const PageItem& item : page.items)
                if (const auto* image = std::get_if<ImageItem>(&item.shape)) found.push_back(image);
        return found;
    }
    [[nodiscard]] bool noted(std::string_view id) const {
        const auto& all = notes.all();
        return std::any_of(all.begin(), all.end(), [&](const Note& note) { return note.id == id; });
    }
    /// Lines outside their page's type area, but for furniture.
    [[nodiscard]] std::size_t outside() const {
        std::size_t count = 0;
        for (const LineRecord& line : pages.lines) {
            const Rectangle& area = pages.pages[line.page].type_area;
            const Length tolerance = points(1);
            if (line.area.corner.x < area.corner.x - tolerance ||
                line.area.corner.x + line.area.width > area.corner.x + area.width + tolerance)
                ++count;
        }
        return count;
    }
};

/// `pictures` are the document's images in order; those that are missing could not be read.
inline ReportPages pages_of(const std::string& markdown, std::vector<Image> pictures = {},
                            std::string_view sheet = "report") {
    ReportPages made;
    const Document document = parse(make_source("t.md", markdown, made.notes), made.notes);
    Pictures loaded;
    loaded.images = std::move(pictures);
    loaded.images.resize(document.images.size());
    loaded.paths.resize(document.images.size());
    Metadata metadata;
    metadata.title = "题";
    metadata.language = Language::zh_hans;
    Styled styled = apply(load_sheet(sheet, {}, made.notes), document, std::move(loaded), std::move(metadata),
                          {"0123456789abcdef", "Hanqing"}, made.notes);
    Lines lines =
        break_lines(shape(std::move(styled), report_fonts(), made.notes), report_fonts(), made.notes);
    made.pages = paginate(std::move(lines), report_fonts(), made.notes);
    return made;
}

}  // namespace hanqing::test
