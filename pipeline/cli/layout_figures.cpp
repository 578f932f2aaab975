// SPDX-License-Identifier: Apache-2.0
// Layout measured and told.
#include "cli/layout_figures.hpp"

#include "base/file.hpp"
#include "cli/json.hpp"
#include "cli/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace hanqing {
namespace {

double in_points(Length length) {
    return static_cast<double>(length.raw) / static_cast<double>(units_per_point);
}
double in_ems(Length length, Length em) {
    return static_cast<double>(length.raw) / static_cast<double>(em.raw);
}

/// Points and thousandths of an em, or a plain number.
std::string measure(Length length, Length em) {
    if (em == Length{}) return std::to_string(length.raw);
    return fmt::format("{:.3f} pt = {:.3f} em", in_points(length), in_ems(length, em));
}
std::string measure_json(Length length, Length em) {
    if (em == Length{}) return fmt::format(R"({{"count":{}}})", length.raw);
    return fmt::format(R"({{"pt":{:.3f},"em":{:.3f}}})", in_points(length), in_ems(length, em));
}

std::string check_json(const CheckRow& row) {
    const LayoutCheck& c = row.check;
    return fmt::format(
        R"({{"check":{},"tested":{},"failed":{},"passed":{},"advice":{},"measured":{},"limit":{},"page":{},"file":{},"line":{}}})",
        json_text(c.id), c.tested, c.failed, c.failed == 0, c.advice, measure_json(c.worst, c.em),
        measure_json(c.limit, c.em), c.page + 1, json_text(row.file), row.line);
}

std::string fault_json(const LayoutFault& fault, const Finding& finding) {
    return fmt::format(R"({{"check":{},"measured":{},"limit":{},"page":{},"file":{},"line":{},"column":{}}})",
                       json_text(fault.id), measure_json(fault.measured, fault.em),
                       measure_json(fault.limit, fault.em), fault.page + 1, json_text(finding.file),
                       finding.line, finding.column);
}

std::string name_of(std::string_view check, Tongue tongue) {
    return say("layout-" + std::string(check), {}, tongue);
}

/// What is judged against other ways to break a paragraph, as further checks.
LayoutCheck against_others(std::string_view id, std::uint64_t tested, std::uint64_t failed) {
    LayoutCheck check;
    check.id = id;
    check.tested = tested;
    check.failed = failed;
    check.worst = {static_cast<std::int64_t>(failed)};
    return check;
}

/// Each fault as a note; the audit's faults beyond what Notes keeps are only counted.
Notes notes_of(const LayoutReport& report, Tongue tongue) {
    Notes notes;
    for (const LayoutFault& fault : report.faults) {
        const auto check = std::find_if(report.checks.begin(), report.checks.end(),
                                        [&](const LayoutCheck& c) { return c.id == fault.id; });
        notes.add(check->advice ? Weight::remark : Weight::warning, fault.place, "layout-fault",
                  {std::string(fault.id), name_of(fault.id, tongue), std::to_string(fault.page + 1),
                   measure(fault.measured, fault.em), measure(fault.limit, fault.em)});
    }
    return notes;
}

}  // namespace

void LayoutFigures::sum(const CheckRow& row) {
    const auto known = std::find_if(sums_.begin(), sums_.end(),
                                    [&](const CheckRow& s) { return s.check.id == row.check.id; });
    if (known == sums_.end()) {
        sums_.push_back(row);
        return;
    }
    const std::uint64_t tested = known->check.tested + row.check.tested;
    const std::uint64_t failed = known->check.failed + row.check.failed;
    const LayoutCheck &a = row.check, &b = known->check;
    const bool worse = a.em == Length{} || b.em == Length{} ? a.worst > b.worst
                                                            : in_ems(a.worst, a.em) > in_ems(b.worst, b.em);
    if (worse) *known = row;
    known->check.tested = tested;
    known->check.failed = failed;
}

std::vector<Finding> LayoutFigures::add(const Collection& collection, const std::string& source,
                                        const MeasuredLayout& layout, Tongue tongue) {
    Notes unheard;
    const Source text = make_source(source, read_file(collection.absolute(source), source_size_max), unheard);
    std::vector<LayoutCheck> checks = layout.pages.checks;
    const LineFigures& lines = layout.lines;
    checks.push_back(against_others("opened", lines.lines, lines.opened_unforced));
    checks.push_back(against_others("greedy", lines.paragraphs, lines.worse_than_greedy));
    Notes places;
    for (const LayoutCheck& check : checks) places.remark(check.place, check.id);
    const std::vector<Finding> found = findings_of(places, text, collection.files);
    std::vector<std::string> check_rows, fault_rows;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const CheckRow row{checks[i], found[i].file, found[i].line};
        check_rows.push_back(check_json(row));
        sum(row);
    }
    std::vector<Finding> findings = findings_of(notes_of(layout.pages, tongue), text, collection.files);
    for (std::size_t i = 0; i < findings.size(); ++i)
        fault_rows.push_back(fault_json(layout.pages.faults[i], findings[i]));
    paragraphs_ += layout.pages.paragraphs;
    reports_.push_back(fmt::format("{{\"source\":{},\"paragraphs\":{},\"checks\":[{}],\"faults\":[{}]}}",
                                   json_text(source), layout.pages.paragraphs, fmt::join(check_rows, ",\n"),
                                   fmt::join(fault_rows, ",\n")));
    return findings;
}

bool LayoutFigures::passed() const {
    return std::all_of(sums_.begin(), sums_.end(),
                       [](const CheckRow& row) { return row.check.failed == 0 || row.check.advice; });
}

void LayoutFigures::print(Screen& screen) const {
    std::vector<CheckRow> rows = sums_;
    const auto rank = [](const CheckRow& row) {
        return std::find(layout_checks.begin(), layout_checks.end(), row.check.id) - layout_checks.begin();
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const CheckRow& a, const CheckRow& b) { return rank(a) < rank(b); });
    screen.result("layout-head");
    for (const CheckRow& row : rows) {
        const LayoutCheck& c = row.check;
        const std::string verdict = c.failed == 0 ? "pass" : c.advice ? "advice" : "fail";
        const std::string place = c.worst > Length{} && row.line > 0
                                      ? screen.word("layout-place", {row.file, std::to_string(row.line),
                                                                     std::to_string(c.page + 1)})
                                      : "";
        screen.result("layout-row", {fmt::format("{:<6}", c.id), fmt::format("{:>8}", c.tested),
                                     fmt::format("{:>6}", c.failed), screen.word("layout-" + verdict),
                                     fmt::format("{:>23}", measure(c.worst, c.em)),
                                     fmt::format("{:>23}", measure(c.limit, c.em)),
                                     screen.word("layout-" + std::string(c.id)), place});
    }
    screen.result("layout-paragraphs", {std::to_string(paragraphs_)});
}

std::vector<std::string> LayoutFigures::json() const {
    std::vector<std::string> rows;
    for (const CheckRow& row : sums_) rows.push_back(check_json(row));
    return {json_member("layout", fmt::format("[{}]", fmt::join(reports_, ",\n"))),
            json_member("layout_sum", fmt::format("{{\"paragraphs\":{},\"passed\":{},\"checks\":[{}]}}",
                                                  paragraphs_, passed(), fmt::join(rows, ",\n")))};
}

}  // namespace hanqing
