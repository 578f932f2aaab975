// SPDX-License-Identifier: Apache-2.0
// Records laid over each other, nearest first, and their values understood.
#include "read/metadata.hpp"

#include "base/unicode.hpp"
#include "read/known_values.hpp"
#include "read/site_keys.hpp"
#include "read/values.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace hanqing {
namespace {

bool is_named(std::string_view name, const KeyNames& key) {
    if (name == key.key) return true;
    std::string_view aliases = key.aliases;
    while (!aliases.empty()) {
        const std::size_t end = std::min(aliases.find(' '), aliases.size());
        if (aliases.substr(0, end) == name) return true;
        aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
    return false;
}

/// Keys are typed with capitals and underscores too: `Title`, `document_number`.
std::string plain_name(std::string_view typed) {
    std::string name(typed);
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '_') c = '-';
    }
    while (name.starts_with(' ')) name.erase(0, 1);
    while (name.ends_with(' ')) name.pop_back();
    return name;
}

const KeyNames* key_named(std::string_view name) {
    for (const KeyNames& key : known_keys())
        if (is_named(name, key)) return &key;
    return nullptr;
}

/// `format` begins with `form` and means something else: who mistypes leaves out no two letters of the end.
bool extends(std::string_view longer, std::string_view shorter) {
    return longer.size() >= shorter.size() + 2 && longer.starts_with(shorter) &&
           static_cast<unsigned char>(shorter.front()) < 0x80;
}

/// The known name that was most likely meant; empty when none is near.
std::string nearest_name(std::string_view name) {
    const bool is_ascii =
        std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    std::size_t best_distance = is_ascii ? (name.size() > 4 ? 3 : 2) : 2;
    std::string best;
    const auto offer = [&](std::string_view candidate) {
        if (extends(name, candidate) || extends(candidate, name)) return;
        const std::size_t distance = edit_distance(name, candidate, best_distance);
        if (distance >= best_distance || utf32(candidate).size() <= distance) return;
        best = candidate;
        best_distance = distance;
    };
    for (const KeyNames& key : known_keys()) {
        offer(key.key);
        std::string_view aliases = key.aliases;
        while (!aliases.empty()) {
            const std::size_t end = std::min(aliases.find(' '), aliases.size());
            offer(aliases.substr(0, end));
            aliases.remove_prefix(std::min(end + 1, aliases.size()));
        }
    }
    return best;
}

/// A `style` that holds rules of CSS (Marp) and names no style of ours.
bool is_css(const Value& value) {
    return value.kind == Value::Kind::text && value.text.find_first_of("\n{;") != std::string::npos;
}

std::string names_of(const std::vector<const Value::Entry*>& entries) {
    std::string names;
    for (const Value::Entry* entry : entries) names += (names.empty() ? "" : ", ") + entry->key;
    return names;
}

/// What is like a key of ours is told by itself, what is like none with the others of its file.
void note_unknown(const Value::Entry& entry, std::string_view name,
                  std::vector<const Value::Entry*>& of_nobody, Notes& notes) {
    const std::string nearest = nearest_name(name);
    if (nearest.empty())
        of_nobody.push_back(&entry);
    else
        notes.warning(entry.key_place, "unknown-key", {entry.key, nearest});
}

/// The value that holds for each known key.
using Chosen = std::map<std::string_view, const Value*>;

/// Adds what this record says and no nearer one has said. A key without a value says nothing.
void overlay(Chosen& chosen, const Record& record, std::set<std::string>& unknown, Notes& notes) {
    std::set<std::string_view> own;
    std::vector<const Value::Entry*> of_site, of_nobody;
    for (const Value::Entry& entry : record.map) {
        const std::string name = plain_name(entry.key);
        const KeyNames* key = key_named(name);
        if (key == nullptr) {
            if (is_site_key(name))
                of_site.push_back(&entry);
            else if (unknown.insert(name).second)
                note_unknown(entry, name, of_nobody, notes);
            continue;
        }
        if (entry.value.kind == Value::Kind::none) continue;
        if (!own.insert(key->key).second) {
            notes.warning(entry.key_place, "key-twice", {entry.key, std::string(key->key)});
            continue;
        }
        if (key->key == "style" && is_css(entry.value))
            notes.warning(entry.key_place, "style-css", {entry.key});
        else
            chosen.try_emplace(key->key, &entry.value);
    }
    if (!of_nobody.empty())
        notes.warning(of_nobody.front()->key_place, "unknown-key", {names_of(of_nobody), ""});
    if (!of_site.empty()) notes.remark(of_site.front()->key_place, "site-keys", {names_of(of_site)});
}

void read_dates(const Chosen& chosen, Values& values, Metadata& metadata) {
    if (const auto found = chosen.find("date"); found != chosen.end()) {
        metadata.date_text = values.text(*found->second, "date");
        metadata.date_place = found->second->place;
        metadata.date = date_from_text(metadata.date_text);  // an unclear one is noted with the missing
    }
    const auto year = chosen.find("year");
    if (year == chosen.end()) return;
    const auto read = date_from_text(values.text(*year->second, "year"));
    if (read)
        metadata.year = read->year;
    else
        values.bad(*year->second, "year", "2024");
}

/// Code is no matter of a title's words: 线上负载与 `ADD INDEX` is written without its signs everywhere.
std::string without_code_signs(std::string title) {
    if (std::count(title.begin(), title.end(), '`') % 2 == 0) std::erase(title, '`');
    return title;
}

void read_texts(const Chosen& chosen, Values& values, Metadata& metadata) {
    const auto text = [&](std::string_view key, std::string& into) {
        if (const auto found = chosen.find(key); found != chosen.end())
            into = values.text(*found->second, key);
    };
    text("title", metadata.title);
    text("subtitle", metadata.subtitle);
    text("organization", metadata.organization);
    text("document-number", metadata.document_number);
    text("identifier", metadata.identifier);
    text("fonds", metadata.fonds);
    text("class", metadata.record_class);
    text("version", metadata.version);
    text("style", metadata.style);
    text("abstract", metadata.abstract);
    text("watermark", metadata.watermark);
    metadata.title = without_code_signs(std::move(metadata.title));
    if (const auto found = chosen.find("title"); found != chosen.end())
        metadata.title_place = found->second->place;
    if (const auto found = chosen.find("document-number"); found != chosen.end())
        metadata.number_place = found->second->place;
}

void read_choices(const Chosen& chosen, Values& values, Metadata& metadata) {
    const auto with = [&](std::string_view key, auto&& read) {
        if (const auto found = chosen.find(key); found != chosen.end()) read(*found->second);
    };
    with("author", [&](const Value& v) { metadata.authors = values.people(v, "author"); });
    with("keywords", [&](const Value& v) { metadata.keywords = values.list(v, "keywords"); });
    with("retention", [&](const Value& v) { metadata.retention = values.retention(v); });
    with("access", [&](const Value& v) { metadata.access = values.access(v); });
    with("secrecy", [&](const Value& v) { metadata.secrecy = values.secrecy(v); });
    with("revisions", [&](const Value& v) { metadata.revisions = values.revisions(v); });
    with("lang", [&](const Value& v) { metadata.language = values.language(v); });
    with("cover", [&](const Value& v) { metadata.cover = values.truth(v, "cover"); });
    with("toc", [&](const Value& v) { metadata.toc = values.truth(v, "toc"); });
    with("number-sections",
         [&](const Value& v) { metadata.number_sections = values.truth(v, "number-sections"); });
    with("attach", [&](const Value& v) { metadata.attach = values.attach(v); });
}

}  // namespace

const std::vector<std::string>* Metadata::element(std::string_view key) const {
    for (const auto& [name, values] : elements)
        if (name == key) return &values;
    return nullptr;
}

Record known_values(const std::vector<const Record*>& nearest_first) {
    Chosen chosen;
    std::set<std::string> unknown;
    Notes unheard;  // metadata_from says what is wrong
    for (const Record* record : nearest_first) overlay(chosen, *record, unknown, unheard);
    Record all;
    all.kind = Value::Kind::map;
    for (const auto& [key, value] : chosen) all.map.push_back({std::string(key), {}, *value});
    return all;
}

Metadata metadata_from(const std::vector<const Record*>& nearest_first, Notes& notes) {
    Chosen chosen;
    std::set<std::string> unknown;
    for (const Record* record : nearest_first) overlay(chosen, *record, unknown, notes);
    Values values(notes);
    Metadata metadata;
    read_texts(chosen, values, metadata);
    read_dates(chosen, values, metadata);
    read_choices(chosen, values, metadata);
    for (const KeyNames& key : known_keys()) {
        const auto found = key.element.empty() ? chosen.end() : chosen.find(key.key);
        if (found == chosen.end()) continue;
        auto texts = key.key == "form"      ? values.form(*found->second)
                     : key.key == "sealing" ? values.sealing(*found->second)
                                            : values.lines(*found->second, key.key);
        if (texts.empty()) continue;
        metadata.elements.emplace_back(key.element, std::move(texts));
        metadata.element_places.push_back(found->second->place);
    }
    return metadata;
}

}  // namespace hanqing
