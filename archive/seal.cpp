// SPDX-License-Identifier: Apache-2.0
// Seal <-> its one spelling as text. FORMAT.md 4 has the lines.
#include "archive/seal.hpp"

#include <algorithm>
#include <charconv>

namespace hanqing {
namespace {

constexpr std::string_view head = "Hanqing-Seal: 1\n";
constexpr std::size_t seal_bytes_max = std::size_t{1} << 20U;

/// A line of the seal that holds text. An optional one is left out when empty.
struct TextField {
    std::string_view label;
    std::string Seal::*field;
    bool optional;
};
struct NumberField {
    std::string_view label;
    std::uint64_t Seal::*field;
};

constexpr TextField fields_before_revision[] = {{"organization", &Seal::organization, true},
                                                {"fonds", &Seal::fonds, true}};
constexpr TextField fields_before_date[] = {
    {"supersedes", &Seal::supersedes, true}, {"reason", &Seal::reason, true}, {"date", &Seal::date, false}};
constexpr TextField fields_of_chain[] = {{"previous", &Seal::previous, true},
                                         {"previous-seal-sha512", &Seal::previous_seal, true},
                                         {"previous-evidence-sha512", &Seal::previous_evidence, true}};
constexpr NumberField fields_of_size[] = {{"documents", &Seal::documents},
                                          {"payload-files", &Seal::payload_files},
                                          {"payload-bytes", &Seal::payload_bytes},
                                          {"container-bytes", &Seal::container_bytes}};
constexpr TextField fields_of_content[] = {{"tagmanifest-sha256", &Seal::tagmanifest_sha256, false},
                                           {"tagmanifest-sha512", &Seal::tagmanifest_sha512, false},
                                           {"tagmanifest-sm3", &Seal::tagmanifest_sm3, false},
                                           {"merkle-root", &Seal::merkle_root, false},
                                           {"program", &Seal::program, true},
                                           {"program-sha256", &Seal::program_digest, true}};

std::string line(std::string_view label, std::string_view value) {
    return std::string(label) + ": " + std::string(value) + "\n";
}

template <std::size_t N>
void put(std::string& text, const Seal& seal, const TextField (&fields)[N]) {
    for (const TextField& field : fields)
        if (const std::string& value = seal.*field.field; !field.optional || !value.empty())
            text += line(field.label, value);
}

template <class Number>
bool number_from(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

template <std::size_t N>
bool take_text(Seal& seal, std::string_view label, std::string_view value, const TextField (&fields)[N]) {
    const auto field = std::find_if(std::begin(fields), std::end(fields),
                                    [&](const TextField& f) { return f.label == label; });
    if (field == std::end(fields)) return false;
    seal.*(field->field) = value;
    return true;
}

/// "digest name" or "kind fingerprint".
bool take_pair(std::vector<std::pair<std::string, std::string>>& pairs, std::string_view value) {
    const std::size_t blank = value.find(' ');
    if (blank == std::string_view::npos) return false;
    pairs.emplace_back(value.substr(0, blank), value.substr(blank + 1));
    return true;
}

bool take_labelled(Seal& seal, std::string_view label, std::string_view value) {
    if (label == "year") return number_from(value, seal.year);
    if (label == "revision") return number_from(value, seal.revision);
    if (label == "sequence") return number_from(value, seal.sequence);
    for (const NumberField& field : fields_of_size)
        if (field.label == label) return number_from(value, seal.*field.field);
    if (label == "font") return take_pair(seal.fonts, value);
    if (label == "key") return take_pair(seal.keys, value);
    if (label == "retention") return seal.retention = value, true;
    if (label == "access") return seal.access = value, true;
    if (label == "bag") return seal.bag = value, true;
    if (label == "fonts-bag") return seal.fonts_bag = value, true;
    return take_text(seal, label, value, fields_before_revision) ||
           take_text(seal, label, value, fields_before_date) ||
           take_text(seal, label, value, fields_of_chain) || take_text(seal, label, value, fields_of_content);
}

/// "SHA256 (name) = hex": the line that `cksum -c` reads.
bool take_container(Seal& seal, std::string_view text) {
    constexpr std::string_view begin = "SHA256 (";
    constexpr std::string_view middle = ") = ";
    const std::size_t split = text.rfind(middle);
    if (!text.starts_with(begin) || split == std::string_view::npos) return false;
    seal.container = text.substr(begin.size(), split - begin.size());
    seal.container_sha256 = text.substr(split + middle.size());
    return true;
}

}  // namespace

std::string text_of(const Seal& seal) {
    std::string text(head);
    put(text, seal, fields_before_revision);
    if (seal.year != 0) text += line("year", std::to_string(seal.year));
    if (!seal.retention.empty()) text += line("retention", seal.retention);
    if (!seal.access.empty()) text += line("access", seal.access);
    text += line("bag", seal.bag) + line("revision", std::to_string(seal.revision));
    put(text, seal, fields_before_date);
    text += line("sequence", std::to_string(seal.sequence));
    put(text, seal, fields_of_chain);
    for (const NumberField& field : fields_of_size)
        text += line(field.label, std::to_string(seal.*field.field));
    text += "SHA256 (" + seal.container + ") = " + seal.container_sha256 + "\n";
    put(text, seal, fields_of_content);
    for (const auto& [digest, name] : seal.fonts) text += line("font", digest + " " + name);
    if (!seal.fonts_bag.empty()) text += line("fonts-bag", seal.fonts_bag);
    for (const auto& [kind, fingerprint] : seal.keys) text += line("key", kind + " " + fingerprint);
    return text;
}

std::optional<Seal> seal_from_text(std::string_view text) {
    if (text.size() > seal_bytes_max || !text.starts_with(head)) return {};
    Seal seal;
    for (std::string_view rest = text.substr(head.size()); !rest.empty();) {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) return {};
        const std::string_view one = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        const std::size_t colon = one.find(": ");
        const bool labelled = colon != std::string_view::npos && !one.starts_with("SHA256 (");
        if (labelled ? !take_labelled(seal, one.substr(0, colon), one.substr(colon + 2))
                     : !take_container(seal, one))
            return {};
    }
    if (text_of(seal) != text) return {};
    return seal;
}

}  // namespace hanqing
