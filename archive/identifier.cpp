// SPDX-License-Identifier: Apache-2.0
// Pattern + record -> the forms of its 档号; records -> records with identifiers, gaps and duplicates named.
#include "archive/identifier.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace hanqing {
namespace {

/// Without a pattern new numbers are 0001, 0002 …, as 件号 are written (DA/T 22 6.3).
constexpr std::string_view pattern_default = "{number:4}";
constexpr std::size_t digits_max = 18;

std::string retention_code(const std::string& retention) {
    if (retention == "永久") return "Y";
    if (retention == "30年") return "D30";
    if (retention == "10年") return "D10";
    return retention;
}

bool is_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void put(IdentifierForm& form, std::string_view text) {
    (form.has_number ? form.after : form.before) += text;
}

void put_placeholder(IdentifierForm& form, std::string_view name, const ArchivalRecord& record, bool coded) {
    const std::size_t colon = name.find(':');
    const std::string_view kind = name.substr(0, colon);
    if (kind == "全宗号" || kind == "fonds")
        put(form, record.fonds);
    else if (kind == "年度" || kind == "year")
        put(form, std::to_string(record.year));
    else if (kind == "保管期限" || kind == "retention")
        put(form, coded ? retention_code(record.retention) : record.retention);
    else if (kind == "类别" || kind == "class")
        put(form, record.record_class);
    else if ((kind == "件号" || kind == "number") && !form.has_number) {
        form.has_number = true;
        if (colon != std::string_view::npos && is_digits(name.substr(colon + 1)) && name.size() - colon < 4)
            form.digits = std::min<std::size_t>(std::stoul(std::string(name.substr(colon + 1))), digits_max);
    } else {
        put(form, "{" + std::string(name) + "}");
    }
}

IdentifierForm form_of(std::string_view pattern, const ArchivalRecord& record, bool coded) {
    IdentifierForm form;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        put(form, pattern.substr(0, open));
        if (open == std::string_view::npos) break;
        const std::size_t close = pattern.find('}', open);
        if (close == std::string_view::npos) {
            put(form, pattern.substr(open));
            break;
        }
        put_placeholder(form, pattern.substr(open + 1, close - open - 1), record, coded);
        pattern.remove_prefix(close + 1);
    }
    return form;
}

/// Numbers taken under one form, and the origin of the record that took each.
using Numbers = std::map<std::uint64_t, std::string>;
struct Series {
    Numbers numbers;
    std::size_t digits = 0;
};
using Taken = std::map<std::pair<std::string, std::string>, Series>;

Numbers& numbers_of(Taken& taken, const IdentifierForm& form) {
    Series& series = taken[{form.before, form.after}];
    series.digits = form.digits;
    return series.numbers;
}

void check_given(const ArchivalRecord& record, const ArchiveSettings& settings, Taken& taken, Notes& notes) {
    const std::string_view pattern = settings.identifier_pattern;
    for (const IdentifierForm& form : identifier_forms(pattern.empty() ? pattern_default : pattern, record)) {
        const auto number = number_in(form, record.identifier);
        if (!number) continue;
        if (form.has_number) numbers_of(taken, form).emplace(*number, record.origin);
        return;
    }
    if (!pattern.empty())
        notes.error({}, "archive-bad-identifier", {record.origin, record.identifier, std::string(pattern)});
}

void assign(ArchivalRecord& record, const ArchiveSettings& settings, Taken& taken, Notes& notes) {
    const std::string_view pattern = settings.identifier_pattern;
    const IdentifierForm form = identifier_forms(pattern.empty() ? pattern_default : pattern, record).back();
    if (!settings.assign_identifiers || !form.has_number) {
        notes.error({}, "archive-no-identifier", {record.origin});
        return;
    }
    auto& numbers = numbers_of(taken, form);
    const std::uint64_t number = numbers.empty() ? 1 : numbers.rbegin()->first + 1;
    numbers.emplace(number, record.origin);
    record.identifier = identifier_of(form, number);
    notes.remark({}, "archive-identifier-assigned", {record.origin, record.identifier});
}

void name_gaps(const Taken& taken, Notes& notes) {
    for (const auto& [ends, series] : taken) {
        if (series.numbers.empty()) continue;
        const IdentifierForm form{ends.first, ends.second, series.digits, true};
        std::uint64_t next = series.numbers.begin()->first;
        for (const auto& [number, origin] : series.numbers) {
            if (number != next)
                notes.warning({}, "archive-gap",
                              {identifier_of(form, next), identifier_of(form, number - 1), origin});
            next = number + 1;
        }
    }
}

}  // namespace

std::vector<IdentifierForm> identifier_forms(std::string_view pattern, const ArchivalRecord& record) {
    return {form_of(pattern, record, false), form_of(pattern, record, true)};
}

std::optional<std::uint64_t> number_in(const IdentifierForm& form, std::string_view identifier) {
    if (!form.has_number) return identifier == form.before ? std::optional<std::uint64_t>(0) : std::nullopt;
    if (identifier.size() < form.before.size() + form.after.size() || !identifier.starts_with(form.before) ||
        !identifier.ends_with(form.after))
        return {};
    identifier.remove_prefix(form.before.size());
    identifier.remove_suffix(form.after.size());
    if (!is_digits(identifier) || identifier.size() > digits_max) return {};
    if (form.digits != 0 && identifier.size() != form.digits) return {};
    return std::stoull(std::string(identifier));
}

std::string identifier_of(const IdentifierForm& form, std::uint64_t number) {
    std::string digits = std::to_string(number);
    if (digits.size() < form.digits) digits.insert(0, form.digits - digits.size(), '0');
    return form.before + digits + form.after;
}

void number_records(std::vector<ArchivalRecord>& records, const ArchiveSettings& settings, Notes& notes) {
    Taken taken;
    std::map<std::string, std::string> owners;
    for (ArchivalRecord& record : records) {
        const auto known = settings.sealed_identifiers.find(record.origin);
        if (record.identifier.empty() && known != settings.sealed_identifiers.end())
            record.identifier = known->second;
        if (record.identifier.empty()) continue;
        check_given(record, settings, taken, notes);
        const auto [owner, fresh] = owners.emplace(record.identifier, record.origin);
        if (!fresh)
            notes.error({}, "archive-duplicate-identifier",
                        {record.identifier, owner->second, record.origin});
    }
    name_gaps(taken, notes);
    for (ArchivalRecord& record : records)
        if (record.identifier.empty()) assign(record, settings, taken, notes);
}

}  // namespace hanqing
