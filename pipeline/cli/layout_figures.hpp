// SPDX-License-Identifier: Apache-2.0
// LayoutFigures: what `check --layout` measured, report by report and over all of them.
#pragma once

#include "batch/collection.hpp"
#include "batch/finding.hpp"
#include "cli/screen.hpp"
#include "lines/audit.hpp"
#include "pages/audit.hpp"

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// Of one report, gathered while it is made.
struct MeasuredLayout {
    LayoutReport pages;
    LineFigures lines;
};

/// A check of one report, or the sum of it over several, with its place resolved.
struct CheckRow {
    LayoutCheck check;
    std::string file;
    std::uint32_t line = 0;  ///< From 1; 0: the file as a whole.
};

class LayoutFigures {
public:
    /// Takes in a report; gives its faults as findings "layout-fault" {what, page, measured, limit}.
    std::vector<Finding> add(const Collection& collection, const std::string& source,
                             const MeasuredLayout& layout, Tongue tongue);
    /// The table of sums.
    void print(Screen& screen) const;
    /// Members of the answer: "layout" and "layout_sum".
    [[nodiscard]] std::vector<std::string> json() const;
    [[nodiscard]] bool passed() const;

private:
    void sum(const CheckRow& row);

    std::vector<CheckRow> sums_;
    std::uint64_t paragraphs_ = 0;
    std::vector<std::string> reports_;  ///< JSON of each.
};

}  // namespace hanqing
