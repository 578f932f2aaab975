// SPDX-License-Identifier: Apache-2.0
// Record -> Settings, by one table of keys.
#include "batch/settings.hpp"

#include "base/unicode.hpp"
#include "read/metadata.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace hanqing {
namespace {

struct Reading {
    const Value& value;
    std::string_view key;
    Notes& notes;
    void bad(std::string_view expected) const {
        notes.warning(value.place, "bad-value", {std::string(key), value.text, std::string(expected)});
    }
};

std::vector<std::string> texts(const Reading& r) {
    std::vector<std::string> out;
    if (r.value.kind == Value::Kind::text) out.push_back(r.value.text);
    for (const Value& item : r.value.list)
        if (item.kind == Value::Kind::text) out.push_back(item.text);
    if (out.empty()) r.bad("text");
    return out;
}

/// A path below the collection: hanqing.yaml may be foreign, so it never points outside.
bool stays_inside(std::string_view path) {
    if (path.empty() || path.front() == '/') return false;
    const std::string framed = "/" + std::string(path) + "/";
    return framed.find("/../") == std::string::npos;
}

void inside(const Reading& r, std::string& to) {
    if (r.value.kind != Value::Kind::text || !stays_inside(r.value.text)) return r.bad("path-inside");
    to = r.value.text;
    while (to.size() > 1 && to.back() == '/') to.pop_back();
    while (to.starts_with("./")) to.erase(0, 2);
}

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return n;
}

void small_number(const Reading& r, std::uint32_t& to) {
    const auto n = number(r.value.text);
    if (!n || *n == 0 || *n > 1'000'000) return r.bad("number");
    to = static_cast<std::uint32_t>(*n);
}

void flag(const Reading& r, bool& to) {
    const std::string& t = r.value.text;
    if (t == "true" || t == "yes" || t == "是")
        to = true;
    else if (t == "false" || t == "no" || t == "否")
        to = false;
    else
        r.bad("true-false");
}

void byte_size(const Reading& r, std::uint64_t& to) {
    if (const auto n = byte_count(r.value.text))
        to = *n;
    else
        r.bad("byte-count");
}

void source_folders(const Reading& r, Settings& s) {
    std::vector<std::string> sources;
    for (const std::string& path : texts(r)) {
        if (stays_inside(path))
            sources.push_back(path);
        else
            r.notes.warning(r.value.place, "bad-value", {std::string(r.key), path, "path-inside"});
    }
    for (std::string& path : sources) {
        while (path.starts_with("./")) path.erase(0, 2);
        while (path.size() > 1 && path.back() == '/') path.pop_back();
        if (path.empty()) path = ".";
    }
    if (!sources.empty()) s.sources = std::move(sources);
}

struct Key {
    std::string_view name, aliases;  ///< Aliases separated by blanks.
    void (*read)(const Reading&, Settings&);
};

constexpr Key keys[] = {
    {"sources", "source 来源 源文件夹", source_folders},
    {"exclude", "排除", [](const Reading& r, Settings& s) { s.exclude = texts(r); }},
    {"catalogue", "catalog 登记表", [](const Reading& r, Settings& s) { inside(r, s.catalogue); }},
    {"numbering", "档号规则", [](const Reading& r, Settings& s) { s.numbering = r.value.text; }},
    {"accept", "accepted 接受的警告", [](const Reading& r, Settings& s) { s.accepted = texts(r); }},
    {"output", "输出文件夹", [](const Reading& r, Settings& s) { inside(r, s.output); }},
    {"output-name", "输出文件名", [](const Reading& r, Settings& s) { s.output_name = r.value.text; }},
    {"archive", "归档",
     [](const Reading& r, Settings& s) {
         if (r.value.kind != Value::Kind::map) return inside(r, s.archive);
         s.archive_settings = r.value;
         if (const Value* folder = r.value.find("folder")) inside({*folder, "folder", r.notes}, s.archive);
     }},
    {"styles", "版式文件夹", [](const Reading& r, Settings& s) { inside(r, s.styles); }},
    {"cache", "缓存", [](const Reading& r, Settings& s) { s.cache = r.value.text; }},
    {"cache-size", "缓存上限", [](const Reading& r, Settings& s) { byte_size(r, s.cache_bytes); }},
    {"font-path", "字体文件夹", [](const Reading& r, Settings& s) { s.font_folders = texts(r); }},
    {"system-fonts", "系统字体", [](const Reading& r, Settings& s) { flag(r, s.system_fonts); }},
    {"profile", "",
     [](const Reading& r, Settings& s) {
         if (r.value.text != "a3a" && r.value.text != "a2a") return r.bad("profile");
         s.a2a = r.value.text == "a2a";
     }},
    {"page-limit", "页数上限", [](const Reading& r, Settings& s) { small_number(r, s.limits.pages); }},
    {"time-limit", "时间上限", [](const Reading& r, Settings& s) { small_number(r, s.limits.seconds); }},
    {"memory-limit", "内存上限", [](const Reading& r, Settings& s) { byte_size(r, s.limits.bytes); }},
};

bool is_named(std::string_view name, std::string_view key, std::string_view aliases) {
    if (name == key) return true;
    while (!aliases.empty()) {
        const std::size_t end = std::min(aliases.find(' '), aliases.size());
        if (aliases.substr(0, end) == name) return true;
        aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
    return false;
}

const Key* own_key(std::string_view name) {
    for (const Key& key : keys)
        if (is_named(name, key.name, key.aliases)) return &key;
    return nullptr;
}

bool is_metadata(std::string_view name) {
    return std::any_of(known_keys().begin(), known_keys().end(),
                       [&](const KeyNames& key) { return is_named(name, key.key, key.aliases); });
}

std::string nearest(std::string_view name) {
    std::string best;
    std::size_t best_distance = 3;
    const auto offer = [&](std::string_view key) {
        const std::size_t distance = edit_distance(name, key, best_distance);
        if (distance < best_distance) best = key, best_distance = distance;
    };
    for (const Key& key : keys) offer(key.name);
    for (const KeyNames& key : known_keys()) offer(key.key);
    return best;
}

}  // namespace

std::optional<std::uint64_t> byte_count(std::string_view text) {
    static constexpr std::string_view units = "kMGT";
    std::uint64_t factor = 1;
    if (!text.empty() && text.back() == 'B') text.remove_suffix(1);
    if (const auto unit = text.empty() ? std::string_view::npos : units.find(text.back());
        unit != std::string_view::npos) {
        factor = 1ULL << (10 * (unit + 1));
        text.remove_suffix(1);
    }
    const auto n = number(text);
    if (!n || *n > (1ULL << 60) / factor) return std::nullopt;
    return *n * factor;
}

Settings settings_from(const Record& record, Notes& notes) {
    Settings settings;
    settings.defaults.kind = Value::Kind::map;
    settings.defaults.place = record.place;
    for (const Value::Entry& entry : record.map) {
        if (const Key* key = own_key(entry.key))
            key->read({entry.value, entry.key, notes}, settings);
        else if (entry.key == "organisation" || is_metadata(entry.key))
            settings.defaults.map.push_back(entry);
        else if (entry.key == "defaults" && entry.value.kind == Value::Kind::map)
            settings.defaults.map.insert(settings.defaults.map.end(), entry.value.map.begin(),
                                         entry.value.map.end());
        else
            notes.warning(entry.key_place, "unknown-key", {entry.key, nearest(entry.key)});
    }
    for (Value::Entry& entry : settings.defaults.map)
        if (entry.key == "organisation") entry.key = "organization";
    return settings;
}

std::vector<SettingNames> known_settings() {
    std::vector<SettingNames> names;
    for (const Key& key : keys) names.push_back({key.name, key.aliases});
    return names;
}

}  // namespace hanqing
