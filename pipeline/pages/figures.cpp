// SPDX-License-Identifier: Apache-2.0
// A figure -> its final size: as asked for or natural, never outside the type area.
#include "pages/composition.hpp"

#include <algorithm>

namespace hanqing {
namespace {

struct Size {
    Length width, height;
};

/// A picture that could not be read stands as a box of this shape.
Size natural_size(const Image& image, Length measure) {
    if (image.width > Length{} && image.height > Length{}) return {image.width, image.height};
    return {scaled(measure, 1, 2), scaled(measure, 1, 4)};
}

Size wanted_size(const Figure& figure, Size natural, Length measure) {
    Size size = natural;
    if (figure.width_percent > 0)
        size.width = scaled(measure, figure.width_percent, 100);
    else if (figure.width > Length{})
        size.width = figure.width;
    const bool has_width = figure.width_percent > 0 || figure.width > Length{};
    if (figure.height > Length{}) {
        size.height = figure.height;
        if (!has_width) size.width = scaled(natural.width, size.height.raw, natural.height.raw);
    } else if (has_width) {
        size.height = scaled(natural.height, size.width.raw, natural.width.raw);
    }
    return size;
}

/// What nobody gave a size takes at most half of a page when it is a photograph, three quarters otherwise
/// (a chart has words in it): more, and a page shows a picture and nothing else.
Length highest(const Figure& figure, const Image& image, Length room) {
    if (figure.width_percent > 0 || figure.width > Length{} || figure.height > Length{}) return room;
    const bool is_photograph = std::holds_alternative<Jpeg>(image.content);
    return is_photograph ? room / 2 : scaled(room, 3, 4);
}

/// Both sides by the same factor until the size is inside the box.
Size inside(Size size, Length width, Length height) {
    if (size.width > width) size = {width, scaled(size.height, width.raw, size.width.raw)};
    if (size.height > height) size = {scaled(size.width, height.raw, size.height.raw), height};
    return {larger(size.width, Length{1}), larger(size.height, Length{1})};
}

}  // namespace

Length depth_of_lines(Matter& matter, std::uint32_t paragraph) {
    if (!matter.has_lines(paragraph)) return {};
    return matter.box_of(paragraph).pitch * static_cast<std::int64_t>(matter.lines_of(paragraph).size());
}

FigureBox size_figure(Matter& matter, std::uint32_t index, Length left, Length measure, Length depth) {
    const Figure figure = matter.styled().figures[index];
    FigureBox box;
    box.figure = index;
    box.caption_left = left;
    Length caption;
    if (figure.caption != none) {
        matter.break_to(figure.caption, measure);
        box.gap = matter.box_of(figure.caption).size / 4;
        caption = box.gap + depth_of_lines(matter, figure.caption);
    }
    const Image& image = matter.styled().images[figure.image];
    const Length room = larger(depth - caption, depth / 4);
    const Size wanted = wanted_size(figure, natural_size(image, measure), measure);
    const Size size = inside(wanted, measure, highest(figure, image, room));
    box.width = size.width;
    box.height = size.height;
    const Length spare = measure - size.width;
    box.left = left;
    if (figure.align == Align::right) box.left += spare;
    if (figure.align == Align::centre || figure.align == Align::justify) box.left += spare / 2;
    return box;
}

Length depth_of(const FigureBox& box, Matter& matter) {
    const std::uint32_t caption = matter.styled().figures[box.figure].caption;
    return caption == none ? box.height : box.height + box.gap + depth_of_lines(matter, caption);
}

}  // namespace hanqing
