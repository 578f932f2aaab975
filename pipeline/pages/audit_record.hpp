// SPDX-License-Identifier: Apache-2.0
// One check being made: counts, keeps the worst, lists what failed. For the audit's own files.
#pragma once

#include "pages/audit.hpp"

namespace hanqing {

class CheckRecord {
public:
    CheckRecord(LayoutReport& report, std::string_view id) : report_(report) { check_.id = id; }
    ~CheckRecord() {
        if (check_.tested > 0) report_.checks.push_back(check_);
    }
    CheckRecord(const CheckRecord&) = delete;
    CheckRecord& operator=(const CheckRecord&) = delete;

    void advise() { check_.advice = true; }
    /// Fails when `measured` is above `limit`; both are lengths of text whose em is this.
    void measure(Length measured, Length limit, Length em, std::uint32_t page, Place place) {
        if (check_.tested++ == 0 || is_worse(measured, em)) {
            check_.worst = measured;
            check_.limit = limit;
            check_.em = em;
            check_.page = page;
            check_.place = place;
        }
        if (measured <= limit) return;
        ++check_.failed;
        report_.faults.push_back({check_.id, page, place, measured, limit, em});
    }
    /// A check that either holds or does not: 0 or 1 above a limit of 0.
    void hold(bool holds, std::uint32_t page, Place place) { measure({holds ? 0 : 1}, {}, {}, page, place); }

private:
    /// Lengths of texts of different sizes are compared in their ems.
    [[nodiscard]] bool is_worse(Length measured, Length em) const {
        if (em == Length{} || check_.em == Length{}) return measured > check_.worst;
        return measured.raw * check_.em.raw > check_.worst.raw * em.raw;
    }

    LayoutReport& report_;
    LayoutCheck check_;
};

inline Length distance(Length a, Length b) { return a < b ? b - a : a - b; }

void audit_measures(const Pages& pages, LayoutReport& report);
void audit_text(const Pages& pages, const Fonts& fonts, LayoutReport& report);
void audit_ends(const Pages& pages, LayoutReport& report);
void audit_structure(const Pages& pages, LayoutReport& report);

}  // namespace hanqing
