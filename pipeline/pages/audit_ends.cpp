// SPDX-License-Identifier: Apache-2.0
// Checks of where paragraphs and pages end: last lines, widows, headings at the foot, notes at the foot.
#include "pages/audit_record.hpp"

#include <algorithm>
#include <vector>

namespace hanqing {
namespace {

bool is_text(const LineRecord& line) {
    return line.artifact == Artifact::none && line.kind != LineKind::note && line.kind != LineKind::label &&
           line.kind != LineKind::fixed;
}

/// Lines of each page in the order in which they were set.
std::vector<std::vector<const LineRecord*>> by_page(const Pages& pages) {
    std::vector<std::vector<const LineRecord*>> all(pages.pages.size());
    for (const LineRecord& line : pages.lines)
        if (is_text(line)) all[line.page].push_back(&line);
    return all;
}

/// Depth of the lowest picture, drawing or table of a page that has any.
Length foot_of_pictures(const Page& page) {
    Length foot;
    for (const PageItem& item : page.items) {
        if (item.artifact == Artifact::header || item.artifact == Artifact::watermark) continue;
        if (const auto* image = std::get_if<ImageItem>(&item.shape))
            foot = larger(foot, image->area.corner.y + image->area.height);
        if (const auto* stroke = std::get_if<StrokeItem>(&item.shape))
            for (const Point& point : stroke->points) foot = larger(foot, point.y);
    }
    return foot;
}

/// G4 and G6. A page whose one line stands beside a picture or in a table is not a line alone.
void check_page_ends(const Pages& pages, LayoutReport& report) {
    CheckRecord widows(report, "G4"), headings(report, "G6");
    const auto all = by_page(pages);
    const auto higher = [](const LineRecord* a, const LineRecord* b) {
        return a->area.corner.y < b->area.corner.y;
    };
    std::uint32_t last_with_text = 0;  // a heading that ends the report has nothing to stand over
    for (std::uint32_t p = 0; p < all.size(); ++p)
        if (!all[p].empty()) last_with_text = p;
    for (std::uint32_t p = 0; p < all.size(); ++p) {
        if (all[p].empty()) continue;
        const LineRecord& first = **std::min_element(all[p].begin(), all[p].end(), higher);
        const LineRecord& last = **std::max_element(all[p].begin(), all[p].end(), higher);
        const Length pictures = foot_of_pictures(pages.pages[p]);
        const bool widow = first.kind == LineKind::body && first.last && !first.first;
        const bool alone =
            all[p].size() == 1 && p > 0 && first.kind == LineKind::body && pictures == Length{};
        widows.hold(!widow && !alone, p, first.place);
        const bool followed = pictures > last.area.corner.y || last_with_text == p;
        headings.hold(last.kind != LineKind::heading || followed, p, last.place);
    }
}

/// Lowest line at a fixed place of each page, like a colophon; 0: there is none.
std::vector<Length> pinned_lines(const Pages& pages) {
    std::vector<Length> tops(pages.pages.size());
    for (const LineRecord& line : pages.lines)
        if (line.kind == LineKind::fixed) tops[line.page] = larger(tops[line.page], line.area.corner.y);
    return tops;
}

/// The foot of each page's notes against the foot of the type area, unless something is pinned below them.
void check_note_foot(const Pages& pages, LayoutReport& report) {
    CheckRecord foot(report, "F2");
    const std::vector<Length> pinned = pinned_lines(pages);
    const LineRecord* last = nullptr;
    const auto close = [&] {
        if (last == nullptr) return;
        const Rectangle& area = pages.pages[last->page].type_area;
        const Length end = last->area.corner.y + last->area.height;
        if (end <= pinned[last->page]) return foot.hold(true, last->page, last->place);
        foot.measure(distance(end, area.corner.y + area.height), last->area.height / 100, last->area.height,
                     last->page, last->place);
    };
    for (const LineRecord& line : pages.lines) {
        if (line.kind != LineKind::note) continue;
        if (last != nullptr && last->page != line.page) close();
        last = &line;
    }
    close();
}

}  // namespace

void audit_ends(const Pages& pages, LayoutReport& report) {
    for (const LineRecord& line : pages.lines)
        if (line.kind == LineKind::body && line.first) ++report.paragraphs;
    check_page_ends(pages, report);
    check_note_foot(pages, report);
}

}  // namespace hanqing
