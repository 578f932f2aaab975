// SPDX-License-Identifier: Apache-2.0
// Room for annotations: a base narrower than its annotation is spread 1 : 2 : … : 2 : 1 (jlreq 3.3.8); what
// stands over at its sides may reach over a neighbour that has no annotation of its own.
#include "lines/ruby.hpp"

#include "base/unicode.hpp"
#include "lines/lines.hpp"

#include <algorithm>

namespace hanqing {
namespace {

struct Base {
    std::size_t begin = 0, end = 0;  ///< Cells.
};

Base base_of(const Cells& all, const RubyText& ruby) {
    const auto before = [](const Cell& c, std::uint32_t at) { return c.text < at; };
    const auto& cells = all.cells;
    const auto first = std::lower_bound(cells.begin(), cells.end(), ruby.begin, before);
    const auto last = std::lower_bound(first, cells.end(), ruby.end, before);
    return {static_cast<std::size_t>(first - cells.begin()), static_cast<std::size_t>(last - cells.begin())};
}

/// R1: pinyin may stand a quarter over plain neighbours. R3: furigana half an em over kana, never over kanji.
std::int32_t overhang_over(const Cell& neighbour, std::int32_t side) {
    if (neighbour.ruby != none) return 0;
    if (neighbour.region != Region::japan) return std::min(side, neighbour.em / 4);
    const bool kana = neighbour.kind == Kind::kana || neighbour.kind == Kind::small_kana;
    return kana ? std::min(side, neighbour.em / 2) : 0;
}

void spread(Cells& all, Base base, std::int32_t missing) {
    const auto count = static_cast<std::int32_t>(base.end - base.begin);
    const std::int32_t side = missing / (2 * count);
    for (std::size_t i = base.begin; i < base.end; ++i) {
        all.cells[i].body += 2 * side;
        all.cells[i].shift += side;
    }
    if (base.begin > 0 && all.gaps[base.begin].natural == 0)
        all.gaps[base.begin].natural -= overhang_over(all.cells[base.begin - 1], side);
    if (base.end < all.cells.size() && all.gaps[base.end].natural == 0)
        all.gaps[base.end].natural -= overhang_over(all.cells[base.end], side);
}

}  // namespace

Paragraph annotation_of(const Paragraph& paragraph, const RubyText& ruby) {
    Paragraph annotation;
    annotation.text = ruby.annotation;
    annotation.runs = {
        {static_cast<std::uint32_t>(ruby.annotation.size()), ruby.style, ruby.tag, none, none}};
    annotation.style = paragraph.style;
    annotation.file = paragraph.file;
    return annotation;
}

std::int32_t annotation_width(const Setting& setting, const RubyText& ruby) {
    if (setting.fonts == nullptr) {
        const auto size = setting.styled.characters[ruby.style].size.raw;
        return static_cast<std::int32_t>(size * static_cast<std::int64_t>(utf32(ruby.annotation).size()));
    }
    Notes unused;  // a missing glyph was noted when the annotation was first shaped
    const ShapedParagraph shaped =
        shape_paragraph(annotation_of(setting.paragraph, ruby), setting.styled, *setting.fonts, unused);
    std::int32_t width = 0;
    for (const Glyph& g : shaped.glyphs) width += g.advance;
    return width;
}

void find_ruby_bases(const Setting& setting, Cells& all) {
    for (std::size_t r = 0; r < setting.paragraph.rubies.size(); ++r) {
        const Base base = base_of(all, setting.paragraph.rubies[r]);
        for (std::size_t i = base.begin; i < base.end; ++i) all.cells[i].ruby = static_cast<std::uint32_t>(r);
    }
}

void make_room_for_rubies(const Setting& setting, Cells& all) {
    for (const RubyText& ruby : setting.paragraph.rubies) {
        const Base base = base_of(all, ruby);
        if (base.begin == base.end) continue;
        std::int32_t width = 0;
        for (std::size_t i = base.begin; i < base.end; ++i)
            width += all.cells[i].body + (i > base.begin ? all.gaps[i].natural : 0);
        // Annotations of neighbours stay a quarter apart (R1).
        const std::int32_t apart =
            all.cells[base.begin].region == Region::japan ? 0 : all.cells[base.begin].em / 4;
        const std::int32_t missing = annotation_width(setting, ruby) + apart - width;
        if (missing > 0) spread(all, base, missing);
    }
}

}  // namespace hanqing
