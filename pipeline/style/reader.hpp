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
    void text(std::string_view key, std::string& to);
    void flag(std::string_view key, bool& to);
    void colour(std::string_view key, Colour& to);
    /// A whole number from 0 to `max`.
    template <typename Number>
    void number(std::string_view key, Number& to, std::int64_t max) {
        std::int64_t value = static_cast<std::int64_t>(to);
        whole(key, value, max);
        to = static_cast<Number>(value);
    }
    template <typename Enum>
    void one_of(std::string_view key, Enum& to,
                std::initializer_list<std::pair<std::string_view, Enum>> choices) {
        const Value* value = take(key);
        if (value == nullptr) return;
        std::string expected;
        for (const auto& [name, choice] : choices) {
            if (value->kind == Value::Kind::text && value->text == name) {
                to = choice;
                return;
            }
            expected += (expected.empty() ? "" : ", ") + std::string(name);
        }
        bad(*value, key, expected);
    }
    void set_em(Length em) { em_ = em; }
    void set_line(Length line) { line_ = line; }
    [[nodiscard]] Length em() const { return em_; }
    [[nodiscard]] Length line() const { return line_; }
    void bad(const Value& value, std::string_view key, std::string_view expected);
    /// "sheet-key" for each key that was not taken.
    void close();

private:
    void whole(std::string_view key, std::int64_t& to, std::int64_t max);
    const Value& map_;
    std::string path_;
    Length em_, line_;
    Notes& notes_;
    std::vector<std::string_view> taken_;
};

/// "#1a2b3c", "black", "red" (the red of 公文: Y80 M80), "grey".
std::optional<Colour> colour_from_text(std::string_view text);

}  // namespace hanqing
