// SPDX-License-Identifier: Apache-2.0
// TOML front matter, as Hugo writes it.
#include "parsed.hpp"
#include "read/toml.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

Record record(std::string_view toml) {
    Notes notes;
    Record read = record_from_toml(toml, 0, 0, notes);
    CHECK(notes.all().empty());
    return read;
}
std::string text(const Record& record, std::string_view key) {
    const Value* value = record.find(key);
    return value == nullptr ? "(none)" : value->text;
}
std::string noted(std::string_view toml) {
    Notes notes;
    record_from_toml(toml, 0, 0, notes);
    std::string ids;
    for (const Note& note : notes.all()) ids += (ids.empty() ? "" : " ") + note.id;
    return ids;
}

}  // namespace

TEST_CASE("toml: values of every kind are kept as typed") {
    const Record read = record(
        "# 注释\ntitle = \"甲 \\\"乙\\\" \\u4e01\"  # 后注\r\npath = 'C:\\x'\ndraft = false\nweight = 30\n"
        "date = 2023-08-01T10:00:00+08:00\nday = 2023-08-01 10:00:00\n\"带 空\" = \"x\"\n标题 = \"题\"\n"
        "long = \"\"\"\n一\n二\"\"\"\n");
    CHECK(text(read, "title") == "甲 \"乙\" 丁");
    CHECK(text(read, "path") == "C:\\x");
    CHECK(text(read, "draft") == "false");
    CHECK(text(read, "weight") == "30");
    CHECK(text(read, "date") == "2023-08-01T10:00:00+08:00");
    CHECK(text(read, "day") == "2023-08-01 10:00:00");
    CHECK(text(read, "带 空") == "x");
    CHECK(text(read, "标题") == "题");
    CHECK(text(read, "long") == "一\n二");
}

TEST_CASE("toml: arrays are lists, on one line or several") {
    const Record read = record("a = [\"甲\", '乙']\nb = [\n  \"丙\", # 注\n  \"丁\",\n]\nc = []\n");
    REQUIRE(read.find("a")->list.size() == 2);
    CHECK(read.find("a")->list[1].text == "乙");
    REQUIRE(read.find("b")->list.size() == 2);
    CHECK(read.find("b")->list[1].text == "丁");
    CHECK(read.find("c")->list.empty());
}

TEST_CASE("toml: tables are named and passed, faults named with their line") {
    CHECK(noted("a = 1\n[params]\n  b = 2\n[[menu.main]]\nc = [1,\n2]\n") == "toml-table toml-table");
    for (const std::string_view toml :
         {"a\n", "= 1\n", "a = \n", "a = \"x\n", "a = [1\n", "a = [[1]]\n", "a.b = 1\n", "a = {b = 1}\n",
          "a = \"x\" y\n", "a = \"\\q\"\n", "a = \"\"\"x\n"}) {
        INFO(toml);
        CHECK(noted(toml).starts_with("toml-fault"));
    }
    CHECK(noted("a = 1\na = 2\n") == "yaml-duplicate-key");
}

TEST_CASE("toml: front matter between lines of plus signs is a record and no text") {
    const Parsed result =
        parsed("+++\ntitle = \"题\"\ntags = [\"甲\"]\n[params]\nauthor = \"乙\"\n+++\n\n正文。\n");
    CHECK(result.described() == "--- title\n--- tags\nparagraph |正文。|\n");
    REQUIRE(result.note("toml-table") != nullptr);
    CHECK(result.at(result.note("toml-table")->place) == "[params]");
    CHECK(result.at(result.document.front_matter.find("title")->place) == "\"题\"");
    CHECK(parsed("+++\ntitle = \"题\"\n\n正文\n").note("front-matter-open") != nullptr);
    CHECK(parsed("+++\n正文\n+++\n").noted().empty());
}
