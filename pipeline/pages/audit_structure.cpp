// SPDX-License-Identifier: Apache-2.0
// Checks on where the parts of notes and tables stand, found through the tag tree; and on blank pages.
#include "pages/audit_record.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// First and last page on which a tag or one below it has content.
struct TagPages {
    std::uint32_t first = none, last = 0;
};

std::vector<TagPages> pages_of_tags(const Pages& pages) {
    std::vector<TagPages> all(pages.tags.size());
    for (std::uint32_t p = 0; p < pages.pages.size(); ++p)
        for (const PageItem& item : pages.pages[p].items) {
            if (item.tag >= all.size()) continue;
            all[item.tag].first = std::min(all[item.tag].first, p);
            all[item.tag].last = std::max(all[item.tag].last, p);
        }
    for (std::size_t t = all.size(); t-- > 1;) {  // parents stand before their children
        const std::uint32_t parent = pages.tags[t].parent;
        if (parent >= all.size() || all[t].first == none) continue;
        all[parent].first = std::min(all[parent].first, all[t].first);
        all[parent].last = std::max(all[parent].last, all[t].last);
    }
    return all;
}

void check_notes(const Pages& pages, const std::vector<TagPages>& where, LayoutReport& report) {
    CheckRecord notes(report, "F1");
    for (std::size_t t = 0; t < pages.tags.size(); ++t) {
        const std::uint32_t note = pages.tags[t].refers_to;
        if (pages.tags[t].kind != TagKind::reference || note >= pages.tags.size()) continue;
        if (pages.tags[note].kind != TagKind::note || where[t].first == none || where[note].first == none)
            continue;
        notes.hold(where[t].first == where[note].first, where[t].first, pages.tags[t].place);
    }
}

bool repeats_head(const Page& page) {
    return std::any_of(page.items.begin(), page.items.end(),
                       [](const PageItem& item) { return item.artifact == Artifact::repeated_head; });
}

/// The parts of one table that its layout depends on.
struct TableParts {
    std::uint32_t table = none, head = none, caption = none, first_row = none;
};

std::vector<TableParts> tables_of(const Pages& pages) {
    std::vector<TableParts> tables;
    std::vector<std::uint32_t> index(pages.tags.size(), none);
    for (std::uint32_t t = 0; t < pages.tags.size(); ++t) {
        const Tag& tag = pages.tags[t];
        if (tag.parent < t) index[t] = index[tag.parent];
        if (tag.kind == TagKind::table) {
            index[t] = static_cast<std::uint32_t>(tables.size());
            tables.push_back({t, none, none, none});
        }
        if (index[t] == none) continue;
        TableParts& parts = tables[index[t]];
        if (tag.kind == TagKind::table_head) parts.head = t;
        if (tag.kind == TagKind::caption) parts.caption = t;
        const bool body_row =
            tag.kind == TagKind::row && tag.parent < t && pages.tags[tag.parent].kind == TagKind::table_body;
        if (body_row && parts.first_row == none) parts.first_row = t;
    }
    return tables;
}

void check_tables(const Pages& pages, const std::vector<TagPages>& where, LayoutReport& report) {
    CheckRecord heads(report, "T1"), together(report, "T2");
    for (const TableParts& parts : tables_of(pages)) {
        const TagPages table = where[parts.table];
        if (table.first == none) continue;
        const Place place = pages.tags[parts.table].place;
        if (parts.head != none && where[parts.head].first != none)  // an empty head shows nothing to repeat
            for (std::uint32_t p = table.first + 1; p <= table.last; ++p)
                heads.hold(repeats_head(pages.pages[p]), p, place);
        std::uint32_t page = none;
        bool one_page = true;
        for (const std::uint32_t part : {parts.caption, parts.head, parts.first_row}) {
            if (part == none || where[part].first == none) continue;
            if (page == none) page = where[part].first;
            one_page = one_page && where[part].first == page;
        }
        together.hold(one_page, table.first, place);
    }
}

}  // namespace

void audit_structure(const Pages& pages, LayoutReport& report) {
    const std::vector<TagPages> where = pages_of_tags(pages);
    check_notes(pages, where, report);
    check_tables(pages, where, report);
    CheckRecord blank(report, "G8");
    for (std::uint32_t p = 0; p < pages.pages.size(); ++p)
        if (pages.pages[p].blank) blank.hold(pages.pages[p].items.empty(), p, {});
}

}  // namespace hanqing
