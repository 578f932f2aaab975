// SPDX-License-Identifier: Apache-2.0
// Sizes of pictures in a row, and the table they stand in.
#include "style/picture_row.hpp"

#include "style/block_words.hpp"
#include "style/figures.hpp"

#include <algorithm>

namespace hanqing {
namespace {

struct Size {
    Length width, height;
    bool asked = false;
};

/// As it would stand by itself (pages/figures.cpp), so that a row makes none smaller than need be.
Size size_alone(const Build& build, const Mark& mark, Length measure) {
    const ImageReference& reference = build.document.images[mark.data];
    const Image& image = build.styled.images[mark.data];
    const ImageSize natural = image_size(reference, image);
    Size size{natural.width, natural.height, has_asked_size(reference)};
    if (const auto percent = asked_percent(reference); percent > 0) {
        size.width = scaled(measure, percent, 100);
        size.height = scaled(image.height, size.width.raw, std::max<std::int64_t>(image.width.raw, 1));
    }
    const Length depth = build.sheet.page.height - build.sheet.page.top - build.sheet.page.bottom;
    const Length highest = size.asked ? depth : scaled(depth, 1, 2);
    if (size.width > measure) size = {measure, scaled(size.height, measure.raw, size.width.raw), size.asked};
    if (size.height > highest) size = {scaled(size.width, highest.raw, size.height.raw), highest, size.asked};
    return size;
}

Length gap_of(const Build& build) { return build.sheet.body_size; }

/// How far the pictures may shrink for the row: tall ones (screens of telephones) to three fifths.
bool fits(const std::vector<Size>& sizes, Length gap, Length measure) {
    Length width = gap * static_cast<std::int64_t>(sizes.size());
    bool tall = true;
    for (const Size& size : sizes) {
        width += size.width;
        tall = tall && size.height.raw * 4 > size.width.raw * 5;
    }
    return tall ? width.raw * 3 <= measure.raw * 5 : width.raw * 4 <= measure.raw * 5;
}

/// Into the measure with their gaps, and of one height where nobody asked for sizes.
void settle(std::vector<Size>& sizes, Length gap, Length measure) {
    const bool asked = std::any_of(sizes.begin(), sizes.end(), [](const Size& size) { return size.asked; });
    if (!asked) {
        Length lowest = sizes[0].height;
        for (const Size& size : sizes) lowest = smaller(lowest, size.height);
        for (Size& size : sizes)
            size = {scaled(size.width, lowest.raw, std::max<std::int64_t>(size.height.raw, 1)), lowest};
    }
    const Length room = measure - gap * static_cast<std::int64_t>(sizes.size());
    Length width;
    for (const Size& size : sizes) width += size.width;
    if (width <= room) return;
    for (Size& size : sizes)
        size = {larger(scaled(size.width, room.raw, width.raw), Length{1}),
                larger(scaled(size.height, room.raw, width.raw), Length{1})};
}

std::vector<Size> sizes_of(const Build& build, const Text& text, PictureRow row, Length measure) {
    std::vector<Size> sizes;
    for (std::size_t i = row.first; i < row.last; ++i)
        if (text.marks[i].kind == MarkKind::image) sizes.push_back(size_alone(build, text.marks[i], measure));
    return sizes;
}

/// The picture as a paragraph of its own, which a cell may hold.
std::uint32_t add_picture(Build& build, const Text& text, const Mark& mark, Size size, std::uint32_t tag) {
    TextRule rule = build.sheet.rule("caption");
    rule.align = Align::centre;
    Paragraph paragraph;
    paragraph.text = object_character;
    paragraph.runs.push_back({static_cast<std::uint32_t>(object_character.size()),
                              character_style(build, character_of(build, rule)), tag});
    paragraph.objects.push_back({InlineObject::Kind::image, 0, mark.data, size.width, size.height});
    paragraph.origins.push_back({0, mark.place.begin});
    paragraph.style = paragraph_style(build, rule, false);
    paragraph.tag = tag;
    paragraph.file = text.file;
    build.styled.paragraphs.push_back(std::move(paragraph));
    return static_cast<std::uint32_t>(build.styled.paragraphs.size() - 1);
}

}  // namespace

std::optional<PictureRow> picture_row(const Build& build, const Text& text, std::size_t first, Length inset) {
    const Length measure = build.measure - inset;
    PictureRow row{first, first + 1};
    std::uint32_t end = text.marks[first].end;
    std::size_t pictures = 1;
    for (std::size_t i = first + 1; i < text.marks.size(); ++i) {
        const Mark& mark = text.marks[i];
        if (mark.kind != MarkKind::image) continue;
        const std::string_view between = std::string_view(text.utf8).substr(end, mark.begin - end);
        if (between.find_first_not_of(' ') != std::string_view::npos) break;
        if (build.styled.images[mark.data].content.index() == 0) break;
        const PictureRow longer{first, i + 1};
        if (!fits(sizes_of(build, text, longer, measure), gap_of(build), measure)) break;
        row = longer;
        end = mark.end;
        ++pictures;
    }
    return pictures > 1 ? std::optional(row) : std::nullopt;
}

FlowBlock add_picture_row(Build& build, const Text& text, PictureRow row, std::uint32_t block, bool named,
                          std::uint32_t parent_tag, Length inset) {
    const Length measure = build.measure - inset, gap = gap_of(build);
    std::vector<Size> sizes = sizes_of(build, text, row, measure);
    settle(sizes, gap, measure);
    const Length room = measure - gap * static_cast<std::int64_t>(sizes.size());
    Table table;
    table.rows = 1;
    table.look.padding_x = gap / 2;
    table.look.size_min = points(7);
    table.place = text.marks[row.first].place;
    for (std::size_t i = row.first; i < row.last; ++i) {
        const Mark& mark = text.marks[i];
        if (mark.kind != MarkKind::image) continue;
        const Size size = sizes[table.cells.size()];
        TableCell cell;
        cell.column = static_cast<std::uint32_t>(table.cells.size());
        cell.align = Align::centre;
        cell.tag = add_figure_words(build, mark, block, parent_tag);
        cell.paragraphs.push_back(add_picture(build, text, mark, size, cell.tag));
        if (!named)
            if (const auto words = add_words_of_figure(build, mark, block, cell.tag, parent_tag))
                cell.paragraphs.push_back(*words);
        table.cells.push_back(std::move(cell));
        const std::int64_t percent = (size.width.raw * 100 + room.raw - 1) / room.raw;
        table.columns.push_back({false, static_cast<std::uint16_t>(std::max<std::int64_t>(percent, 1))});
    }
    build.styled.tables.push_back(std::move(table));
    FlowBlock flow;
    flow.kind = FlowKind::table;
    flow.index = static_cast<std::uint32_t>(build.styled.tables.size() - 1);
    flow.left = inset;
    flow.space_before = flow.space_after = scaled(build.sheet.line_pitch, 1, 2);
    flow.keep_together = true;
    flow.place = text.marks[row.first].place;
    flow.anchor = anchor_of(build, block);
    return flow;
}

}  // namespace hanqing
