// SPDX-License-Identifier: Apache-2.0
// Finding a sheet and all that it extends, and merging them into one value.
#include "style/sheet.hpp"

#include "base/unicode.hpp"
#include "style/overlay.hpp"
#include "style/properties.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::size_t extends_max = 8;
/// Of official documents, as `form` of the metadata says (GB/T 9704-2012, clause 10).
constexpr std::array<std::string_view, 4> form_names = {"document", "letter", "order", "minutes"};

std::optional<Source> find_source(std::string_view name, const SheetFinder& own, bool skip_own,
                                  Notes& notes) {
    if (own && !skip_own)
        if (auto found = own(name)) return found;
    for (const ShippedSheet& sheet : shipped_sheets())
        if (sheet.name == name)
            return make_source("styles/" + std::string(name) + ".yaml", std::string(sheet.yaml), notes);
    return {};
}

std::string nearest_name(std::string_view name) {
    std::string best;
    std::size_t least = 4;
    for (const ShippedSheet& sheet : shipped_sheets()) {
        const std::size_t distance = edit_distance(name, sheet.name, 3);
        if (distance < least) least = distance, best = sheet.name;
    }
    return best;
}

/// The sheet and what it extends, nearest first. A sheet may extend the shipped one of its own name.
std::vector<Value> chain_of(std::string_view name, const SheetFinder& own, std::vector<Source>& sources,
                            Notes& notes) {
    std::vector<Value> chain;
    std::vector<std::string> names;
    std::string next(name);
    Place asked;
    while (!next.empty()) {
        const auto seen = std::count(names.begin(), names.end(), next);
        auto source = find_source(next, own, seen > 0, notes);
        if (!source) {
            notes.error(asked, "sheet-unknown", {next, nearest_name(next)});
            break;
        }
        if (seen > 1 || chain.size() >= extends_max) {
            notes.error(asked, "sheet-circle", {next});
            break;
        }
        names.push_back(next);
        const auto file = static_cast<std::uint32_t>(sources.size());
        sources.push_back(std::move(*source));
        chain.push_back(
            record_from_yaml(std::string_view(sources.back().bytes).substr(sources.back().text_begin), file,
                             sources.back().text_begin, notes));
        const Value* extends = chain.back().find("extends");
        next = extends != nullptr ? extends->text : "";
        if (extends != nullptr) asked = extends->place;
    }
    return chain;
}

Value without(Value map, std::string_view key) {
    map.map.erase(
        std::remove_if(map.map.begin(), map.map.end(), [&](const Value::Entry& e) { return e.key == key; }),
        map.map.end());
    return map;
}

/// A fault of the plain sheet shows again in each variant; it is said once.
void add_new(const Notes& of_variant, Notes& notes) {
    for (const Note& note : of_variant.all())
        if (std::find(notes.all().begin(), notes.all().end(), note) == notes.all().end())
            notes.add(note.weight, note.place, note.id, note.arguments);
}

/// A sheet of merged values, with its variants by language. `base` gives name and digest.
Sheet with_languages(const Value& merged, const Sheet& base, Notes& notes) {
    const Value* languages = merged.find("languages");
    const Value plain = without(merged, "languages");
    const auto named = [&](Sheet sheet) {
        sheet.name = base.name;
        sheet.digest = base.digest;
        return sheet;
    };
    Sheet sheet = named(sheet_from_value(plain, notes));
    if (languages == nullptr) return sheet;
    for (const Value::Entry& entry : languages->map) {
        const auto language = language_from_tag(entry.key);
        if (!language) {
            notes.error(entry.key_place, "sheet-key", {"languages." + entry.key, "zh-TW, zh-HK, ja, ko, en"});
            continue;
        }
        Notes of_variant;
        sheet.variants.push_back(
            {*language, named(sheet_from_value(overlay(entry.value, plain), of_variant))});
        add_new(of_variant, notes);
    }
    return sheet;
}

Digest digest_of(const std::vector<Source>& sources) {
    std::string all;
    for (const Source& source : sources) all += hex(source.digest);
    return sha256(all);
}

}  // namespace

const TextRule& Sheet::rule(std::string_view rule_name) const {
    const auto found = rules.find(rule_name);
    return found != rules.end() ? found->second : rules.find("body")->second;
}

const Sheet& Sheet::in(Language language, std::string_view form) const {
    for (const auto& [name, sheet] : forms)
        if (name == form) return sheet.in(language);
    for (const auto& [tongue, sheet] : variants)
        if (tongue == language) return sheet;
    return *this;
}

Sheet load_sheet(std::string_view name, const SheetFinder& own, Notes& notes) {
    std::vector<Source> sources;
    const std::vector<Value> chain = chain_of(name, own, sources, notes);
    Value merged;
    merged.kind = Value::Kind::map;
    for (auto link = chain.rbegin(); link != chain.rend(); ++link)
        merged = overlay(without(*link, "extends"), merged);
    Sheet base;
    base.name = name;
    base.digest = digest_of(sources);
    const Value plain = without(merged, "forms");
    Sheet sheet = with_languages(plain, base, notes);
    if (const Value* forms = merged.find("forms"))
        for (const Value::Entry& entry : forms->map) {
            if (std::find(form_names.begin(), form_names.end(), entry.key) == form_names.end()) {
                notes.error(entry.key_place, "sheet-key",
                            {"forms." + entry.key, "document, letter, order, minutes"});
                continue;
            }
            Notes of_form;
            sheet.forms.push_back({entry.key, with_languages(overlay(entry.value, plain), base, of_form)});
            add_new(of_form, notes);
        }
    sheet.sources = std::move(sources);
    return sheet;
}

}  // namespace hanqing
