// SPDX-License-Identifier: Apache-2.0
// What goes with characters: grounds, underlines, strikes, 专名号, 书名号甲式, 着重号. All of it is artifact:
// the tags say what it means.
#include "pages/setter.hpp"

#include <array>

namespace hanqing {
namespace {

void add_bar(Page& page, Length from, Length to, Length y, Length weight, Colour colour) {
    if (to <= from) return;
    page.items.push_back({RectangleItem{{{from, y}, to - from, weight}, colour}, none, Artifact::layout, {}});
}

/// One period of a wave in eighths, sine times 1000.
constexpr std::array<std::int32_t, 8> wave = {0, 707, 1000, 707, 0, -707, -1000, -707};

void add_wave(Page& page, const CharacterStyle& style, Length from, Length to, Length y) {
    const Length step = style.size / 32, height = style.size / 24;
    StrokeItem stroke;
    stroke.weight = style.size / 24;
    stroke.colour = style.colour;
    std::size_t phase = 0;
    for (Length x = from; x <= to; x += step)
        stroke.points.push_back({x, y + scaled(height, wave[phase++ % 8], 1000)});
    if (stroke.points.size() > 1) page.items.push_back({std::move(stroke), none, Artifact::layout, {}});
}

/// A name's line stops short of the neighbour's, so that two names in a row show two lines (E2).
Length line_gap(const CharacterStyle& style) { return style.size / 16; }

}  // namespace

void mark_ground(Page& page, const CharacterStyle& style, const TextPiece& piece, Length baseline) {
    if (!style.background || piece.to <= piece.from) return;
    const Length over = style.size / 12;
    const Rectangle area{{piece.from - over, baseline - scaled(style.size, 92, 100)},
                         piece.to - piece.from + over * 2,
                         scaled(style.size, 112, 100)};
    page.items.push_back({RectangleItem{area, *style.background}, none, Artifact::background, {}});
}

void mark_lines(Page& page, const CharacterStyle& style, const TextPiece& piece, Length baseline) {
    const Length weight = style.size / 20;
    const Length under = baseline + scaled(style.size, 15, 100);
    if (style.underline) add_bar(page, piece.from, piece.to, under, weight, style.colour);
    if (style.strike)
        add_bar(page, piece.from, piece.to, baseline - scaled(style.size, 36, 100), weight, style.colour);
    const Length from = piece.from + line_gap(style), to = piece.to - line_gap(style);
    if (style.name_line) add_bar(page, from, to, under, weight, style.colour);
    if (style.title_line) add_wave(page, style, from, to, under + weight);
}

void mark_dots(Pages& pages, Page& page, const Fonts& fonts, FaceId face, const CharacterStyle& style,
               const TextPiece& piece, Length baseline) {
    constexpr std::array<char32_t, 3> dots = {0x25CF, 0x2022, 0xB7};  // ● • ·
    std::uint16_t glyph = 0;
    for (const char32_t dot : dots)
        if (glyph == 0 && face != no_face) glyph = fonts.glyph(face, dot);
    if (glyph == 0) return;
    const bool has_line = style.underline || style.name_line || style.title_line;
    GlyphsItem item;
    item.face = face;
    item.size = style.size / 4;
    item.colour = style.colour;
    // ● stands on the em's middle: 0.38 em over its own baseline; its centre comes 0.30 em under the text's.
    item.baseline = baseline + scaled(style.size, has_line ? 46 : 30, 100) + scaled(item.size, 38, 100);
    item.begin = static_cast<std::uint32_t>(pages.glyphs.size());
    const Face& opened = fonts.face(face);
    const Length half =
        scaled(item.size, fonts.advance(face, glyph), static_cast<std::int64_t>(opened.upem) * 2);
    for (const Length centre : piece.dotted) pages.glyphs.push_back({glyph, 0, 0, centre - half, {}});
    item.end = static_cast<std::uint32_t>(pages.glyphs.size());
    page.items.push_back({item, none, Artifact::layout, {}});
}

}  // namespace hanqing
