// SPDX-License-Identifier: Apache-2.0
// Metadata: what a report says about itself, after all records are laid over each other and understood.
#pragma once

#include "base/language.hpp"
#include "base/notes.hpp"
#include "read/record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {

/// A day of the Gregorian calendar, or a month or year alone (0 where not given).
struct Date {
    std::int32_t year = 0;
    std::int32_t month = 0, day = 0;
    friend auto operator<=>(const Date&, const Date&) = default;
};

/// 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日, 2024年3月, 二〇二四年三月五日, 民國113年3月5日,
/// 令和6年3月5日; nothing for other text or no such day.
std::optional<Date> date_from_text(std::string_view text);
/// 2024年3月5日 (zh, ja), 2024년 3월 5일, 5 March 2024.
std::string date_text(const Date& date, Language language);
/// 2024-03-05, 2024-03 or 2024.
std::string iso_date(const Date& date);

enum class Attach : std::uint8_t { source, none };

struct Revision {
    std::string version, date, note;
};

/// Every key of DESIGN 4 under its English name; empty where not given. docs/metadata.md has the table.
struct Metadata {
    std::string title, subtitle;
    std::vector<std::string> authors;
    std::string organization;
    std::string date_text;  ///< As typed.
    std::optional<Date> date;
    std::optional<std::int32_t> year;
    std::string document_number;  ///< 文号
    std::string identifier;       ///< 档号
    std::string fonds;            ///< 全宗号
    std::string retention;        ///< 永久, 30年, 10年
    std::string access;           ///< "public" or "internal"
    std::string secrecy;          ///< 密级, with its period
    std::string record_class;     ///< 类别
    std::string version = "1.0";
    std::vector<Revision> revisions;
    std::optional<Language> language;
    std::string style;  ///< Name of a sheet; empty: the collection's.
    std::vector<std::string> keywords;
    std::string abstract;
    std::string watermark;
    std::optional<bool> cover, toc, number_sections;
    Attach attach = Attach::source;
    /// Elements of an official document (GB/T 33480) and whatever a unit's own style asks for: key as in the
    /// docs' English column, values in order.
    std::vector<std::pair<std::string, std::vector<std::string>>> elements;
    std::vector<Place> element_places;  ///< As `elements`.
    Place title_place, date_place, number_place;

    [[nodiscard]] const std::vector<std::string>* element(std::string_view key) const;
};

/// Every known key, its Chinese names, and pandoc's where it differs: the source of docs/metadata.md.
struct KeyNames {
    std::string_view key;
    std::string_view aliases;  ///< Separated by blanks.
    std::string_view element;  ///< "" for a field of its own, else the key in `elements`.
};
const std::vector<KeyNames>& known_keys();

/// Lays records over each other, nearest first, key by key after aliases are resolved (pandoc's `author`
/// list, 题名, Date…), and understands the values. Unknown keys: a warning "unknown-key" {key, nearest}
/// each, those like none of ours one {keys, ""} a record, keys of site generators one remark "site-keys"
/// {keys} a record, bad values "bad-value" {key, value, expected}; CSS as a style "style-css" {key}. An
/// unclear date stays in `date_text` alone. Requires: all places already carry their file number.
Metadata metadata_from(const std::vector<const Record*>& nearest_first, Notes& notes);

}  // namespace hanqing
