// SPDX-License-Identifier: Apache-2.0
// Outcomes to and from JSON.
#include "batch/outcome.hpp"

#include <nlohmann/json.hpp>

namespace hanqing {
namespace {

using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string>& list, std::string_view between) {
    std::string out;
    for (const std::string& item : list) {
        if (!out.empty()) out += between;
        out += item;
    }
    return out;
}

constexpr std::string_view weight_names[] = {"remark", "warning", "error"};

Json json_of(const Finding& f) {
    Json json = {
        {"weight", weight_names[static_cast<std::size_t>(f.weight)]}, {"name", f.id}, {"file", f.file}};
    if (f.line > 0) json["line"] = f.line, json["column"] = f.column;
    json["arguments"] = f.arguments;
    if (f.left_out > 0) json["left_out"] = f.left_out;
    return json;
}

Finding finding_of(const Json& json) {
    Finding f;
    const auto weight = json.at("weight").get<std::string>();
    f.weight = weight == "error" ? Weight::error : weight == "warning" ? Weight::warning : Weight::remark;
    f.id = json.at("name");
    f.file = json.at("file");
    f.line = json.value("line", 0U);
    f.column = json.value("column", 0U);
    f.arguments = json.at("arguments").get<std::vector<std::string>>();
    f.left_out = json.value("left_out", 0U);
    return f;
}

Digest digest_at(const Json& json, const char* key) {
    const auto digest = digest_from_hex(json.at(key).get<std::string>());
    if (!digest) throw Json::other_error::create(500, key, nullptr);
    return *digest;
}

Outcome outcome_of(const Json& json) {
    Outcome o;
    o.source = json.at("source");
    o.output = json.at("output");
    const Json& status = json.at("status");
    o.status = status == "built" ? Status::built : status == "refused" ? Status::refused : Status::failed;
    o.pages = json.at("pages");
    o.size = json.at("size");
    o.pdf = digest_at(json, "pdf");
    o.base = digest_at(json, "base");
    o.key = digest_at(json, "key");
    o.source_digest = digest_at(json, "source_digest");
    o.style_digest = digest_at(json, "style_digest");
    o.fonts_digest = digest_at(json, "fonts_digest");
    o.style = json.at("style");
    o.language = json.at("language");
    for (const Json& image : json.at("images"))
        o.images.push_back({image.at("path"), digest_at(image, "digest")});
    if (json.contains("year")) o.year = json.at("year").get<std::int32_t>();
    for (const auto& [key, value] : json.at("metadata").items()) o.metadata.emplace_back(key, value);
    for (const Json& finding : json.at("findings")) o.findings.push_back(finding_of(finding));
    return o;
}

}  // namespace

std::string_view name_of(Status status) {
    return status == Status::built ? "built" : status == Status::failed ? "failed" : "refused";
}

std::string_view Outcome::meta(std::string_view name) const {
    for (const auto& [key, value] : metadata)
        if (key == name) return value;
    return "";
}

std::vector<std::pair<std::string, std::string>> metadata_row(const Metadata& m) {
    std::vector<std::pair<std::string, std::string>> row;
    const auto add = [&](const char* key, std::string value) {
        if (!value.empty()) row.emplace_back(key, std::move(value));
    };
    add("title", m.title);
    add("subtitle", m.subtitle);
    add("author", joined(m.authors, "；"));
    add("organization", m.organization);
    add("date", m.date ? iso_date(*m.date) : m.date_text);
    add("document-number", m.document_number);
    add("identifier", m.identifier);
    add("fonds", m.fonds);
    add("retention", m.retention);
    add("access", m.access);
    add("secrecy", m.secrecy);
    add("class", m.record_class);
    add("version", m.version);
    add("keywords", joined(m.keywords, "；"));
    add("abstract", m.abstract);
    return row;
}

std::string json_from(const Outcome& o) {
    Json json = {{"source", o.source},
                 {"output", o.output},
                 {"status", name_of(o.status)},
                 {"pages", o.pages},
                 {"size", o.size},
                 {"pdf", hex(o.pdf)},
                 {"base", hex(o.base)},
                 {"key", hex(o.key)},
                 {"source_digest", hex(o.source_digest)},
                 {"style", o.style},
                 {"style_digest", hex(o.style_digest)},
                 {"language", o.language},
                 {"fonts_digest", hex(o.fonts_digest)}};
    json["images"] = Json::array();
    for (const UsedImage& image : o.images)
        json["images"].push_back({{"path", image.path}, {"digest", hex(image.digest)}});
    if (o.year) json["year"] = *o.year;
    json["metadata"] = Json::object();
    for (const auto& [key, value] : o.metadata) json["metadata"][key] = value;
    json["findings"] = Json::array();
    for (const Finding& finding : o.findings) json["findings"].push_back(json_of(finding));
    // A title may carry bytes that were never UTF-8; they are shown, not thrown over.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Outcome> outcome_from_json(std::string_view text) {
    try {
        return outcome_of(Json::parse(text));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace hanqing
