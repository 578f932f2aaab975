// SPDX-License-Identifier: Apache-2.0
// run.json in and out. One report a line, so that a person can grep it and a diff shows one report.
#include "batch/run_record.hpp"

#include "base/file.hpp"

#include <nlohmann/json.hpp>

#include <sys/stat.h>

#include <algorithm>

namespace hanqing {
namespace {

using Json = nlohmann::ordered_json;

constexpr int schema = 1;

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

RunRecord read_run_record(const std::string& path) {
    RunRecord record;
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return record;
    const std::string text = read_file(path, 1ULL << 32);
    try {
        const Json json = Json::parse(text);
        if (json.at("schema") != schema) throw Failure("run-record-unreadable", {path});
        record.program = json.at("program");
        record.program_digest = json.at("program_digest");
        for (const Json& font : json.at("fonts"))
            record.fonts.emplace_back(
                font.at("name"), digest_from_hex(font.at("identity").get<std::string>()).value_or(Digest{}));
        for (const Json& row : json.at("reports"))
            if (auto outcome = outcome_from_json(text_of(row)))
                record.reports.emplace(outcome->source, std::move(*outcome));
    } catch (const Json::exception&) {
        throw Failure("run-record-unreadable", {path});
    }
    return record;
}

std::string json_from(const RunRecord& record, const Measured& measured) {
    std::string text = "{\"schema\":" + std::to_string(schema) + ",\n\"program\":" + text_of(record.program) +
                       ",\n\"program_digest\":" + text_of(record.program_digest) + ",\n\"fonts\":[";
    for (const auto& [name, identity] : record.fonts)
        text += std::string(text.back() == '[' ? "" : ",") + "\n" +
                text_of({{"name", name}, {"identity", hex(identity)}});
    text += "],\n\"reports\":[";
    for (const auto& [source, outcome] : record.reports)
        text += std::string(text.back() == '[' ? "" : ",") + "\n" + json_from(outcome);
    Json times = Json::object();
    for (const auto& [source, seconds] : measured.reports) times[source] = seconds;
    text += "],\n\"measured\":" +
            text_of({{"seconds", measured.seconds}, {"jobs", measured.jobs}, {"reports", times}}) + "}\n";
    return text;
}

namespace {

/// RFC 4180, and no cell that begins like a formula (a title is foreign text).
std::string cell(std::string_view text) {
    std::string safe(text);
    if (!safe.empty() && std::string_view("=+@\t\r").find(safe.front()) != std::string_view::npos)
        safe.insert(0, "'");
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

}  // namespace

std::string csv_from(const RunRecord& record) {
    std::string csv =
        "\xEF\xBB\xBF序号,档号,题名,责任者,机构,文号,日期,年度,保管期限,密级,版本,页数,文件,源文件,SHA-"
        "256\r\n";
    std::vector<const Outcome*> rows;
    for (const auto& [source, outcome] : record.reports)
        if (outcome.status == Status::built) rows.push_back(&outcome);
    std::sort(rows.begin(), rows.end(),
              [](const Outcome* a, const Outcome* b) { return a->output < b->output; });
    std::size_t number = 0;
    for (const Outcome* o : rows) {
        csv += std::to_string(++number);
        for (const char* key : {"identifier", "title", "author", "organization", "document-number", "date"})
            csv += "," + cell(o->meta(key));
        csv += "," + (o->year ? std::to_string(*o->year) : "");
        for (const char* key : {"retention", "secrecy", "version"}) csv += "," + cell(o->meta(key));
        csv += "," + std::to_string(o->pages) + "," + cell(o->output) + "," + cell(o->source) + "," +
               hex(o->pdf) + "\r\n";
    }
    return csv;
}

}  // namespace hanqing
