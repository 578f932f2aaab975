// SPDX-License-Identifier: Apache-2.0
// Reading a sheet's values with their checks: each property is one call, each fault one note with its place.
#pragma once

#include "read/record.hpp"
#include "style/sheet.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hanqing {

/// One map of a sheet, read key by key. Keys that nobody asked for are noted when it is closed.
class MapReader {
public:
    /// `em` and `line` are what those units mean in this map.
    MapReader(const Value& map, std::string path, Length em, Length line, Notes& notes);

    const Value* take(std::string_view key);
    void length(std::string_view key, Length& to);
    /// A length from `least` on: sizes and pitches, widths of rules.
    void length(std::string_view key, Length& to, Length least, std::string_view expected);
    void text(std::string_view key, std::string& to);
    void flag(std::string_view key, bool& to);
    void colour(std::string_view key, Colour& to);
    /// A whole number from `min` to `max`.
    template <typename Number>
    void number(std::string_view key, Number& to, std::int64_t max, std::int64_t min = 0) {
        std::int64_t value = static_cast<std::int64_t>(to);
        whole(key, value, min, max);
        to = static_cast<Number>(value);
    }
    /// A list of texts; one text alone stands for a list of one.
    void texts(std::string_view key, std::vector<std::string>& to);
    /// One of these names; another one is a fault that lists them.
    void name(std::string_view key, std::string& to, const std::vector<std::string_view>& known);
    template <typename Enum>
    void one_of(std::string_view key, Enum& to,
                std::initializer_list<std::pair<std::string_view, Enum>> choices) {
        const Value* value = take(key);
        if (value == nullptr) return;
        std::vector<std::string_view> names;
        for (const auto& [name, choice] : choices) {
            if (value->kind == Value::Kind::text && value->text == name) {
                to = choice;
                return;
            }
            names.push_back(name);
        }
        not_among(*value, key, names);
    }
    void set_em(Length em) { em_ = em; }
    void set_line(Length line) { line_ = line; }
    [[nodiscard]] Length em() const { return em_; }
    [[nodiscard]] Length line() const { return line_; }
    void bad(const Value& value, std::string_view key, std::string_view expected);
    void not_among(const Value& value, std::string_view key, const std::vector<std::string_view>& known);
    /// "sheet-key" for each key that was not taken.
    void close();

private:
    void whole(std::string_view key, std::int64_t& to, std::int64_t min, std::int64_t max);
    const Value& map_;
    std::string path_;
    Length em_, line_;
    Notes& notes_;
    std::vector<std::string_view> taken_;
};

/// The known name that was most likely meant; empty when none is near.
std::string_view nearest_of(std::string_view typed, const std::vector<std::string_view>& known);

/// "#1a2b3c", "black", "red" (the red of 公文: Y80 M80), "grey".
std::optional<Colour> colour_from_text(std::string_view text);

}  // namespace hanqing
