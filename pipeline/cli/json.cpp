// SPDX-License-Identifier: Apache-2.0
// JSON for programs that call ours.
#include "cli/json.hpp"

#include "cli/words.hpp"

#include <nlohmann/json.hpp>

namespace hanqing {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json json_of(const Finding& finding, Tongue tongue) {
    static constexpr std::string_view weights[] = {"remark", "warning", "error"};
    const Sentence text = sentence(finding.id, finding.arguments, tongue);
    Json json = {{"weight", weights[static_cast<std::size_t>(finding.weight)]},
                 {"name", finding.id},
                 {"file", finding.file}};
    if (finding.line > 0) json["line"] = finding.line, json["column"] = finding.column;
    json["message"] = text.what;
    if (!text.hint.empty()) json["hint"] = text.hint;
    json["arguments"] = finding.arguments;
    if (finding.left_out > 0) json["left_out"] = finding.left_out;
    return json;
}

std::string_view name_of(Way way) {
    static constexpr std::string_view names[] = {"made", "unchanged", "cached", "failed"};
    return names[static_cast<std::size_t>(way)];
}

}  // namespace

std::string json_text(std::string_view text) { return text_of(Json(text)); }

std::string json_findings(const std::vector<Finding>& findings, Tongue tongue) {
    Json list = Json::array();
    for (const Finding& finding : findings) list.push_back(json_of(finding, tongue));
    return text_of(list);
}

std::string json_report(const Outcome& outcome, Way way, Tongue tongue) {
    Json json = Json::parse(json_from(outcome));
    json["way"] = name_of(way);
    json["findings"] = Json::array();
    for (const Finding& finding : outcome.findings) json["findings"].push_back(json_of(finding, tongue));
    return text_of(json);
}

std::string json_answer(std::string_view command, const std::vector<std::string>& members) {
    std::string text = "{\"schema\":1,\"command\":" + json_text(command);
    for (const std::string& member : members) text += ",\n" + member;
    return text + "}\n";
}

std::string json_member(std::string_view key, std::string_view value) {
    return json_text(key) + ":" + std::string(value);
}

}  // namespace hanqing
