// SPDX-License-Identifier: Apache-2.0
// Names of outputs: faults 42 to 57 of the list of hostile names that concern one name alone.
#include "batch/output_name.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

std::string default_name(std::string_view path, const Metadata& metadata = {}) {
    return output_name("{year}/{folder}/{name}", name_parts(path, {"reports"}, metadata));
}

}  // namespace

TEST_CASE("output names: source folder and year folder do not repeat") {
    CHECK(default_name("reports/2024/财务/x.md") == "2024/财务/x.pdf");
    CHECK(default_name("reports/财务/2024年/x.md") == "2024/财务/x.pdf");
    CHECK(default_name("reports/x.md") == "x.pdf");
    CHECK(default_name("other/x.markdown") == "other/x.pdf");
}

TEST_CASE("output names: the year is the key, else the folder, else the date") {
    Metadata metadata;
    metadata.date = Date{2022, 3, 1};
    CHECK(year_of(metadata, "a/x.md") == 2022);
    CHECK(year_of(metadata, "2024/x.md") == 2024);
    CHECK(year_of(metadata, "2023/2024/x.md") == 2024);
    metadata.year = 2020;
    CHECK(year_of(metadata, "2024/x.md") == 2020);
    CHECK(default_name("2024/x.md", metadata) == "2020/2024/x.pdf");
    CHECK_FALSE(year_of(Metadata{}, "2024.md").has_value());
}

TEST_CASE("output names: a pattern may use metadata, whose slashes make no folders") {
    Metadata metadata;
    metadata.title = "收入/支出";
    metadata.identifier = "J001-2024-0001";
    CHECK(output_name("{identifier} {title}", name_parts("x.md", {}, metadata)) ==
          "J001-2024-0001 收入_支出.pdf");
    CHECK(output_name("{identifier}.pdf", name_parts("x.md", {}, metadata)) == "J001-2024-0001.pdf");
    CHECK(output_name("{fonds}", name_parts("x.md", {}, Metadata{})) == "x.pdf");
    CHECK(unknown_field("{year}/{titel}") == "titel");
    CHECK_FALSE(unknown_field("{year}/{title}").has_value());
}

TEST_CASE("output names: what some system refuses never gets into one") {
    CHECK(portable_name("a<b>:\"|?*\\%.md") == "a_b________.md");
    CHECK(portable_name(" .~-a. ") == "a");
    CHECK(portable_name("CON") == "CON_");
    CHECK(portable_name("nul.tar") == "nul_.tar");
    CHECK(portable_name("COM1") == "COM1_");
    CHECK(portable_name("CONTENTS") == "CONTENTS");
    CHECK(portable_name("a\nb\x7F\xE2\x80\xAE"
                        "c\xE2\x80\x8B") == "abc");
    CHECK(portable_name("..") != "..");
    CHECK(portable_name("...") != portable_name("...."));
}

TEST_CASE("output names: rare characters and emoji stay, decomposed ones are composed") {
    CHECK(portable_name("𠮷野家👍") == "𠮷野家👍");
    CHECK(portable_name("e\xCC\x81") == "\xC3\xA9");
}

TEST_CASE("output names: a long name is cut between characters and stays its own") {
    std::string han;
    for (int i = 0; i < 85; ++i) han += "汉";
    const std::string name = portable_name(han);
    CHECK(name.size() <= 200);
    CHECK(name.substr(0, 6) == "汉汉");
    CHECK(name != portable_name(han + "一"));
}
