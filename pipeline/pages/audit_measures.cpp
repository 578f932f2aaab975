// SPDX-License-Identifier: Apache-2.0
// Checks of the type area: its width, the pitch and grid of its lines, what stands outside.
#include "pages/audit_record.hpp"

#include <algorithm>
#include <map>

namespace hanqing {
namespace {

/// The value that occurs most, the smallest of several.
Length commonest(const std::map<Length, std::uint32_t>& counts) {
    Length best;
    std::uint32_t most = 0;
    for (const auto& [value, count] : counts)
        if (count > most) best = value, most = count;
    return best;
}

struct BodyText {
    Length size, pitch;
    bool is_han = false;  ///< Ems and the gap of lines are rules for Han (P1, P2, P6).
};

BodyText body_text(const Pages& pages) {
    std::map<Length, std::uint32_t> sizes, pitches;
    for (const LineRecord& line : pages.lines)
        if (line.kind == LineKind::body) ++sizes[line.area.height], ++pitches[line.pitch];
    return {commonest(sizes), commonest(pitches), pages.language != Language::en};
}

void check_measures(const Pages& pages, const BodyText& body, LayoutReport& report) {
    if (body.size <= Length{} || !body.is_han) return;
    CheckRecord ems(report, "P1"), gap(report, "P2"), wide(report, "P6");
    wide.advise();
    const Length half = body.size / 2, leading = body.pitch - body.size;
    gap.measure(larger(half - leading, leading - body.size), {}, body.size, 0, {});
    std::uint32_t page = none;
    for (const LineRecord& line : pages.lines) {
        if (line.kind != LineKind::body || line.page == page) continue;
        page = line.page;
        const Length width = pages.pages[page].type_area.width;
        const Length rest{width.raw % body.size.raw};
        ems.measure(smaller(rest, body.size - rest), body.size / 100, body.size, page, line.place);
        wide.measure(width, body.size * 40 + body.size / 100, body.size, page, line.place);
    }
}

void check_grid(const Pages& pages, const BodyText& body, LayoutReport& report) {
    if (body.pitch <= Length{}) return;
    CheckRecord grid(report, "P3");
    for (const LineRecord& line : pages.lines) {
        if (line.kind != LineKind::body || line.pitch != body.pitch || line.area.height != body.size)
            continue;
        const Length depth = line.area.corner.y - pages.pages[line.page].type_area.corner.y;
        const Length off{((depth.raw % body.pitch.raw) + body.pitch.raw) % body.pitch.raw};
        grid.measure(smaller(off, body.pitch - off), body.size / 100, body.size, line.page, line.place);
    }
}

/// How far a rectangle sticks out of the area.
Length outside(const Rectangle& inner, const Rectangle& area) {
    Length out = area.corner.x - inner.corner.x;
    out = larger(out, inner.corner.x + inner.width - area.corner.x - area.width);
    out = larger(out, area.corner.y - inner.corner.y);
    return larger(larger(out, inner.corner.y + inner.height - area.corner.y - area.height), Length{});
}

/// A line that nothing could make fit says so in a note of its own; here it is measured.
void check_fit(const Pages& pages, LayoutReport& report) {
    CheckRecord fit(report, "fit");
    for (const LineRecord& line : pages.lines) {
        if (line.kind == LineKind::label) continue;
        const Length size = line.area.height;
        const Length over = line.area.corner.x + line.area.width - line.measure_left - line.measure;
        const Length limit = line.hangs ? size / 2 + size / 100 : size / 100;
        fit.measure(larger(over, Length{}), limit, size, line.page, line.place);
    }
}

/// Texts at fixed places stand outside by intent; a heading centred in whole lines may reach into the
/// leading; a mark that hangs does so by half an em.
void check_area(const Pages& pages, Length em, LayoutReport& report) {
    CheckRecord area(report, "area");
    for (const LineRecord& line : pages.lines) {
        if (line.kind == LineKind::fixed) continue;
        const Length size = line.area.height;
        Length out = outside(line.area, pages.pages[line.page].type_area);
        if (line.kind == LineKind::heading) out = larger(out - larger(line.pitch - size, size / 3), Length{});
        Length limit = line.hangs ? size / 2 + size / 100 : size / 100;
        if (line.kind == LineKind::label) limit = size / 20;  // on the baseline of a text in another face
        area.measure(out, limit, size, line.page, line.place);
    }
    for (std::uint32_t p = 0; p < pages.pages.size(); ++p)
        for (const PageItem& item : pages.pages[p].items) {
            if (item.tag == none) continue;  // on covers and in heads, at places of their own
            const auto* image = std::get_if<ImageItem>(&item.shape);
            if (image == nullptr) continue;
            const bool in_line = image->area.height < em * 2;  // may reach into the leading (P8)
            area.measure(outside(image->area, pages.pages[p].type_area), in_line ? em / 2 : em / 100, em, p,
                         item.place);
        }
}

}  // namespace

void audit_measures(const Pages& pages, LayoutReport& report) {
    const BodyText body = body_text(pages);
    check_measures(pages, body, report);
    check_grid(pages, body, report);
    check_fit(pages, report);
    check_area(pages, body.size > Length{} ? body.size : points(12), report);
}

}  // namespace hanqing
