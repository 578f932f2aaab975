// SPDX-License-Identifier: Apache-2.0
// Values of a sheet, checked.
#include "style/reader.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <limits>

namespace hanqing {
namespace {

std::optional<std::uint8_t> hex_byte(std::string_view text) {
    unsigned value = 0;
    for (const char c : text) {
        const auto digit = std::string_view("0123456789abcdef").find(static_cast<char>(c | 0x20));
        if (digit == std::string_view::npos) return {};
        value = value * 16 + static_cast<unsigned>(digit);
    }
    return static_cast<std::uint8_t>(value);
}

std::string joined(const std::vector<std::string_view>& names) {
    std::string all;
    for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
    return all;
}

std::string shown(const Value& value) {
    if (value.kind == Value::Kind::list) return "[…]";
    return value.kind == Value::Kind::map ? "{…}" : value.text;
}

}  // namespace

std::string_view nearest_of(std::string_view typed, const std::vector<std::string_view>& known) {
    std::string_view best;
    std::size_t least = typed.size() > 4 ? 4 : 3;
    for (const std::string_view candidate : known) {
        const std::size_t distance = edit_distance(typed, candidate, least);
        if (distance < least && distance < utf32(candidate).size()) least = distance, best = candidate;
    }
    return best;
}

std::optional<Colour> colour_from_text(std::string_view text) {
    if (text == "black") return black;
    if (text == "red") return Colour{218, 37, 29};  // screen value of yellow 80 %, magenta 80 % (GB/T 9704 6)
    if (text == "grey") return Colour{128, 128, 128};
    if (text == "white") return Colour{255, 255, 255};
    if (text.size() != 7 || text[0] != '#') return {};
    const auto red = hex_byte(text.substr(1, 2)), green = hex_byte(text.substr(3, 2)),
               blue = hex_byte(text.substr(5, 2));
    if (!red || !green || !blue) return {};
    return Colour{*red, *green, *blue};
}

MapReader::MapReader(const Value& map, std::string path, Length em, Length line, Notes& notes)
    : map_(map), path_(std::move(path)), em_(em), line_(line), notes_(notes) {
    if (map.kind != Value::Kind::map && map.kind != Value::Kind::none) bad(map, "", "key: value");
}

const Value* MapReader::take(std::string_view key) {
    taken_.push_back(key);
    return map_.find(key);
}

void MapReader::bad(const Value& value, std::string_view key, std::string_view expected) {
    std::string name = path_;
    if (!name.empty() && !key.empty()) name += '.';
    notes_.error(value.place, "sheet-value", {name + std::string(key), shown(value), std::string(expected)});
}

void MapReader::not_among(const Value& value, std::string_view key,
                          const std::vector<std::string_view>& known) {
    const std::string_view near = value.kind == Value::Kind::text ? nearest_of(value.text, known) : "";
    if (near.empty()) return bad(value, key, joined(known));
    const std::string name = path_.empty() ? std::string(key) : path_ + "." + std::string(key);
    notes_.error(value.place, "sheet-value-near", {name, shown(value), joined(known), std::string(near)});
}

void MapReader::name(std::string_view key, std::string& to, const std::vector<std::string_view>& known) {
    const Value* value = take(key);
    if (value == nullptr) return;
    if (value->kind == Value::Kind::text && std::find(known.begin(), known.end(), value->text) != known.end())
        to = value->text;
    else
        not_among(*value, key, known);
}

void MapReader::texts(std::string_view key, std::vector<std::string>& to) {
    const Value* value = take(key);
    if (value == nullptr) return;
    to.clear();
    if (value->kind == Value::Kind::text) to.push_back(value->text);
    if (value->kind == Value::Kind::map) bad(*value, key, "[a, b, c]");
    for (const Value& item : value->list)
        if (item.kind == Value::Kind::text)
            to.push_back(item.text);
        else
            bad(item, key, "[a, b, c]");
}

void MapReader::length(std::string_view key, Length& to) {
    const Value* value = take(key);
    if (value == nullptr) return;
    const auto length = length_from_text(value->text, em_, line_);
    if (length)
        to = *length;
    else
        bad(*value, key, "12pt, 30mm, 2em, 1line, 小四");
}

void MapReader::length(std::string_view key, Length& to, Length least, std::string_view expected) {
    Length length = to;
    this->length(key, length);
    const Value* value = map_.find(key);
    if (value == nullptr) return;
    if (length >= least)
        to = length;
    else
        bad(*value, key, expected);
}

void MapReader::text(std::string_view key, std::string& to) {
    const Value* value = take(key);
    if (value == nullptr) return;
    if (value->kind == Value::Kind::text || value->kind == Value::Kind::none)
        to = value->text;
    else
        bad(*value, key, "\"text\"");
}

void MapReader::flag(std::string_view key, bool& to) {
    one_of(key, to, {{"true", true}, {"false", false}, {"yes", true}, {"no", false}});
}

void MapReader::colour(std::string_view key, Colour& to) {
    const Value* value = take(key);
    if (value == nullptr) return;
    const auto colour = colour_from_text(value->text);
    if (colour)
        to = *colour;
    else
        bad(*value, key, "\"#1a2b3c\", black, white, grey, red");
}

void MapReader::whole(std::string_view key, std::int64_t& to, std::int64_t min, std::int64_t max) {
    const Value* value = take(key);
    if (value == nullptr) return;
    std::int64_t number = 0;
    bool good = !value->text.empty() && value->text.size() <= 9;
    for (const char c : value->text) {
        good = good && c >= '0' && c <= '9';
        if (good) number = number * 10 + (c - '0');
    }
    if (good && number >= min && number <= max)
        to = number;
    else
        bad(*value, key, std::to_string(min) + "–" + std::to_string(max));
}

void MapReader::close() {
    for (const Value::Entry& entry : map_.map) {
        if (std::find(taken_.begin(), taken_.end(), entry.key) != taken_.end()) continue;
        const std::string name = path_.empty() ? entry.key : path_ + "." + entry.key;
        notes_.error(entry.key_place, "sheet-key", {name, std::string(nearest_of(entry.key, taken_))});
    }
}

}  // namespace hanqing
