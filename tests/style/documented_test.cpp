// SPDX-License-Identifier: Apache-2.0
// styles/README.md names every property there is, with an example that works; nothing else.
#include "base/file.hpp"
#include "style/sheet.hpp"

#include <catch2/catch.hpp>

#include <regex>
#include <set>
#include <sstream>

using namespace hanqing;

namespace {

std::string repository() {
    const std::string here = __FILE__;
    return here.substr(0, here.rfind("tests/style"));
}

struct Row {
    std::string section, property, example;
};

/// "`page`" of "| `page` | … |".
std::string unquoted(const std::string& cell) {
    const auto first = cell.find('`'), last = cell.rfind('`');
    return first == last ? "" : cell.substr(first + 1, last - first - 1);
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    for (std::size_t at = line.find("| "); at != std::string::npos;) {
        const std::size_t next = line.find(" |", at + 1);
        if (next == std::string::npos) break;
        cells.push_back(line.substr(at + 2, next - at - 2));
        at = next + 1;
    }
    return cells;
}

std::vector<Row> rows() {
    std::vector<Row> all;
    std::string section;
    std::istringstream text(read_file(repository() + "styles/README.md", 1U << 20));
    for (std::string line; std::getline(text, line);) {
        if (line.starts_with("## ")) section = line.find('`') == std::string::npos ? "top" : unquoted(line);
        if (!line.starts_with("| `")) continue;
        const std::vector<std::string> cells = cells_of(line);
        if (cells.size() < 5) continue;
        std::string property = cells[0].substr(1, cells[0].find('`', 1) - 1);
        all.push_back({section, property, unquoted(cells[3])});
    }
    return all;
}

std::string sheet_with(const Row& row) {
    if (row.section == "top")
        return row.property == "extends" ? row.example + "\n" : "extends: gongwen\n" + row.example + "\n";
    std::string whole = row.section + ": {" + row.example + "}";
    if (row.section == "text") whole = "text: {heading1: {" + row.example + "}}";
    if (row.section == "faces") whole = "faces: {body: {" + row.example + "}}";
    if (row.section == "pieces" || row.section == "running")
        whole = row.section + ": [{" + row.example + "}]";
    return "extends: report\n" + whole + "\n";
}

std::string faults_of(const std::string& yaml) {
    Notes notes;
    load_sheet(
        "own",
        [&](std::string_view name) -> std::optional<Source> {
            if (name != "own") return {};
            return make_source("styles/own.yaml", yaml, notes);
        },
        notes);
    std::string all;
    for (const Note& note : notes.all()) all += note.id + " " + note.arguments[0] + "; ";
    return all;
}

}  // namespace

TEST_CASE("style: every documented property exists and its example is understood") {
    const std::vector<Row> documented = rows();
    CHECK(documented.size() > 120);
    for (const Row& row : documented) {
        INFO(row.section << " " << row.property << ": " << row.example);
        CHECK(!row.example.empty());
        CHECK(faults_of(sheet_with(row)).empty());
    }
}

TEST_CASE("style: every property that is read is documented") {
    std::set<std::string> known{"gap", "weight"};  // of head-rule, in its row
    for (const Row& row : rows()) known.insert(row.property);
    const std::regex reading(
        "\\b(?:length|text|flag|colour|number|one_of|name|texts|take|fill|read_choice)\\((?:top, "
        ")?\"([a-z-]+)\"");
    std::size_t found = 0;
    for (const char* file : {"properties", "rules", "pieces", "faces", "official_look"}) {
        const std::string code = read_file(repository() + "pipeline/style/" + file + ".cpp", 1U << 20);
        for (std::sregex_iterator at(code.begin(), code.end(), reading), end; at != end; ++at, ++found) {
            INFO(file << ".cpp: " << (*at)[1]);
            CHECK(known.count((*at)[1]) == 1);
        }
    }
    CHECK(found > 100);
}

TEST_CASE("style: the documentation's first example, copied by a stranger, is without fault") {
    const std::string text = read_file(repository() + "styles/README.md", 1U << 20);
    const std::size_t begin = text.find("```yaml\n") + 8;
    const std::string yaml = text.substr(begin, text.find("```", begin) - begin);
    CHECK(std::count(yaml.begin(), yaml.end(), '\n') <= 15);
    CHECK(faults_of(yaml).empty());
}
