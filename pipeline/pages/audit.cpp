// SPDX-License-Identifier: Apache-2.0
// All checks of pages, put in order.
#include "pages/audit_record.hpp"

#include <algorithm>
#include <tuple>

namespace hanqing {

LayoutReport audit_pages(const Pages& pages, const Fonts& fonts) {
    LayoutReport report;
    audit_measures(pages, report);
    audit_text(pages, fonts, report);
    audit_ends(pages, report);
    audit_structure(pages, report);
    const auto rank = [](std::string_view id) {
        return std::find(layout_checks.begin(), layout_checks.end(), id) - layout_checks.begin();
    };
    std::stable_sort(report.checks.begin(), report.checks.end(),
                     [&](const LayoutCheck& a, const LayoutCheck& b) { return rank(a.id) < rank(b.id); });
    std::stable_sort(report.faults.begin(), report.faults.end(),
                     [&](const LayoutFault& a, const LayoutFault& b) {
                         return std::tuple(rank(a.id), a.page) < std::tuple(rank(b.id), b.page);
                     });
    return report;
}

}  // namespace hanqing
