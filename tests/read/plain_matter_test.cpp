// SPDX-License-Identifier: Apache-2.0
// Metadata without lines of dashes around it.
#include "parsed.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

std::string value(const Parsed& report, std::string_view key) {
    const Value* found = report.document.front_matter.find(key);
    return found == nullptr ? "(none)" : found->text;
}

}  // namespace

TEST_CASE("plain matter: pandoc's lines with %") {
    const Parsed report = parsed("% 营商环境\n  白皮书\n% 发展改革委; 监管局\n% 2024年3月\n\n# 前言\n");
    CHECK(value(report, "title") == "营商环境 白皮书");
    CHECK(value(report, "authors") == "发展改革委; 监管局");
    CHECK(value(report, "date") == "2024年3月");
    REQUIRE(report.document.blocks.size() == 1);
    CHECK(report.at(report.document.front_matter.find("date")->place) == "2024年3月");
    CHECK(value(parsed("% 题\n%\n% 2024年\n\n文\n"), "date") == "2024年");
}

TEST_CASE("plain matter: keys, up to a blank line or a rule") {
    const Parsed report = parsed("Title:    Bulletin\nAuthor:   Bureau\n  of Statistics\n\nText.\n");
    CHECK(value(report, "title") == "Bulletin");
    CHECK(value(report, "author") == "Bureau of Statistics");
    CHECK(report.text() == "Text.");
    CHECK(parsed("title: 题\ndate: 2024-03-05\n---\n\n正文\n").text() == "正文");
    for (const char* text :
         {"Title: alone\n\nText.\n", "Name: a\nPlace: b\n\n", "Title: a\nno key here\n\n"}) {
        INFO(text);
        CHECK(parsed(text).document.front_matter.map.empty());
    }
}

TEST_CASE("plain matter: an object of JSON") {
    const Parsed report = parsed("{\n  \"title\": \"年度报告\",\n  \"date\": \"2024-03-05\"\n}\n\n正文。\n");
    CHECK(value(report, "title") == "年度报告");
    CHECK(report.text() == "正文。");
    CHECK(report.noted().empty());
    CHECK(parsed("{\n正文。\n").document.front_matter.map.empty());
}
