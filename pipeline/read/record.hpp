// SPDX-License-Identifier: Apache-2.0
// Record: keys and values as somebody wrote them, before anybody asks what they mean. Front matter,
// folder defaults, the collection file and a catalogue's row all become records and are laid over each other.
#pragma once

#include "base/notes.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// A YAML value with its place. Text is kept as typed: 1.10, 0012 and no stay text.
struct Value {
    enum class Kind : std::uint8_t { none, text, list, map };
    struct Entry;
    Kind kind = Kind::none;
    std::string text;
    std::vector<Value> list;
    std::vector<Entry> map;  ///< In the order of the file.
    Place place;

    [[nodiscard]] const Value* find(std::string_view key) const;
};

struct Value::Entry {
    std::string key;
    Place key_place;
    Value value;
};

/// The top level of a YAML file or front matter; a row of the catalogue.
using Record = Value;

/// Nesting and number of values in one YAML text; more is an error note "yaml-limit".
inline constexpr int yaml_depth_max = 20;
inline constexpr std::uint32_t yaml_values_max = 200'000;

/// Parses YAML (yaml-cpp) found at `begin` of a file. Faults are error notes with exact place: "yaml-fault"
/// {what}, "yaml-tab", "yaml-colon", "yaml-quote"; "yaml-duplicate-key" {key}. Anchors, aliases and tags are
/// refused: "yaml-anchor", "yaml-tag" {tag}.
Record record_from_yaml(std::string_view yaml, std::uint32_t file, std::uint32_t begin, Notes& notes);

/// One record for each row of a CSV (RFC 4180, also ; and TAB), keyed by the head row. UTF-8 with or without
/// BOM or GB18030 (told apart by validity, converted by ICU). Faults are error notes: "csv-encoding",
/// "csv-quote-open", "csv-quote-inside", "csv-duplicate-column" {name}, "csv-too-many-fields" {text}.
std::vector<Record> records_from_csv(std::string_view bytes, std::uint32_t file, Notes& notes);

}  // namespace hanqing
