// SPDX-License-Identifier: Apache-2.0
// The grid that pages are set on, made visible: type area, lines, cells, and the boxes that stand on them.
#include "pages/pages.hpp"

namespace hanqing {
namespace {

constexpr Colour area_colour{0, 140, 200}, grid_colour{170, 215, 235}, box_colour{230, 120, 160};
constexpr Length hairline = points(1, 5);

void draw(Page& page, Rectangle area, Colour colour) {
    page.items.push_back({RectangleItem{area, colour}, none, Artifact::layout, {}});
}

void frame(Page& page, Rectangle area, Length weight, Colour colour) {
    const Point corner = area.corner;
    draw(page, {corner, area.width, weight}, colour);
    draw(page, {{corner.x, corner.y + area.height - weight}, area.width, weight}, colour);
    draw(page, {corner, weight, area.height}, colour);
    draw(page, {{corner.x + area.width - weight, corner.y}, weight, area.height}, colour);
}

/// Each line of the grid between the edges of its em boxes, and the cells in it.
void draw_grid(Page& page) {
    const Rectangle area = page.type_area;
    const Length end_y = area.corner.y + area.height, end_x = area.corner.x + area.width;
    if (page.grid_pitch <= Length{} || page.grid_em <= Length{}) return;
    for (Length y = area.corner.y; y + page.grid_em <= end_y; y += page.grid_pitch) {
        draw(page, {{area.corner.x, y}, area.width, hairline}, grid_colour);
        draw(page, {{area.corner.x, y + page.grid_em}, area.width, hairline}, grid_colour);
        if (!page.grid_cells) continue;
        for (Length x = area.corner.x; x <= end_x; x += page.grid_em)
            draw(page, {{x, y}, hairline, page.grid_em}, grid_colour);
    }
}

}  // namespace

void show_grid(Pages& pages) {
    for (Page& page : pages.pages) {
        std::vector<Rectangle> boxes;
        for (const PageItem& item : page.items)
            if (const auto* image = std::get_if<ImageItem>(&item.shape)) boxes.push_back(image->area);
        draw_grid(page);
        frame(page, page.type_area, points(1, 2), area_colour);
        for (const Rectangle& box : boxes) frame(page, box, hairline, box_colour);
    }
    for (const LineRecord& line : pages.lines) frame(pages.pages[line.page], line.area, hairline, box_colour);
}

}  // namespace hanqing
