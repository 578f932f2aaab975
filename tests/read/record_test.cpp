// SPDX-License-Identifier: Apache-2.0
// YAML and CSV into records, with places, and every fault of theirs.
#include "read/record.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;

namespace {

struct Yaml {
    std::string text;
    Notes notes;
    Record record;
    explicit Yaml(std::string yaml, std::uint32_t begin = 0)
        : text(std::move(yaml)), record(record_from_yaml(text, 3, begin, notes)) {}
    [[nodiscard]] std::string at(const Place& place) const {
        return text.substr(place.begin, place.end - place.begin);
    }
    [[nodiscard]] std::string fault() const {
        return notes.all().size() == 1 ? notes.all()[0].id : std::to_string(notes.all().size()) + " notes";
    }
};

std::string value_of(const Record& record, std::string_view key) {
    const Value* value = record.find(key);
    return value == nullptr ? "(none)" : value->text;
}

}  // namespace

TEST_CASE("yaml: text stays as typed, with its place") {
    const Yaml yaml(
        "题名: 甲乙\r\nversion: 1.10\r\n编号: 0012\r\nflag: no\r\nempty:\r\nquoted: \"a: b\"\r\nnull: "
        "null\r\nlist: [一, 二]\r\n");
    CHECK(yaml.notes.all().empty());
    CHECK(value_of(yaml.record, "题名") == "甲乙");
    CHECK(value_of(yaml.record, "version") == "1.10");
    CHECK(value_of(yaml.record, "编号") == "0012");
    CHECK(value_of(yaml.record, "flag") == "no");
    CHECK(value_of(yaml.record, "quoted") == "a: b");
    CHECK(yaml.record.find("empty")->kind == Value::Kind::none);
    CHECK(yaml.at(yaml.record.map[0].key_place) == "题名");
    CHECK(yaml.at(yaml.record.find("题名")->place) == "甲乙");
    CHECK(yaml.at(yaml.record.find("quoted")->place) == "\"a: b\"");
    CHECK(yaml.at(yaml.record.find("list")->list.at(1).place) == "二");
    CHECK(yaml.record.find("题名")->place.file == 3);
}

TEST_CASE("yaml: places count from where the YAML begins in its file") {
    const Yaml yaml("a: b\n", 100);
    CHECK(yaml.record.find("a")->place.begin == 103);
}

TEST_CASE("yaml: faults have names and places") {
    CHECK(Yaml("题名: a: b\n").fault() == "yaml-colon");
    CHECK(Yaml("a:\n\t- b\n").fault() == "yaml-tab");
    CHECK(Yaml("a: \"b\n").fault() == "yaml-quote");
    CHECK(Yaml("a: [b\n").fault() == "yaml-fault");
    CHECK(Yaml("just text\n").fault() == "yaml-fault");
    CHECK(Yaml("- a\n- b\n").fault() == "yaml-fault");
    CHECK(Yaml("a: 1\nb: 2\na: 3\n").fault() == "yaml-duplicate-key");
    CHECK(Yaml("a: &x 1\n").fault() == "yaml-anchor");
    CHECK(Yaml("a: *x\n").fault() == "yaml-anchor");
    CHECK(Yaml("a: !!int 1\n").fault() == "yaml-tag");
    CHECK(Yaml("? [a]\n: b\n").fault() == "yaml-fault");
    const Yaml twice("甲: 1\n乙: 2\n甲: 3\n");
    REQUIRE(twice.notes.all().size() == 1);
    CHECK(twice.at(twice.notes.all()[0].place) == "甲");
    CHECK(twice.notes.all()[0].place.begin == std::string("甲: 1\n乙: 2\n").size());
}

TEST_CASE("yaml: depth and number of values are limited, nothing and comments are nothing") {
    CHECK(Yaml("a: " + std::string(40, '[') + std::string(40, ']')).fault() == "yaml-limit");
    CHECK(Yaml("a: " + std::string(100'000, '[')).notes.has_errors());
    std::string many = "a: [";
    for (int i = 0; i < 210'000; ++i) many += "1,";
    CHECK(Yaml(many + "1]").fault() == "yaml-limit");
    CHECK(Yaml("# 注\n").notes.all().empty());
    CHECK(Yaml("").record.map.empty());
}

TEST_CASE("csv: quotes, separators, line ends and BOM as spreadsheets write them") {
    Notes notes;
    const auto records = records_from_csv(
        "\xEF\xBB\xBF路径,题名,文号\r\na.md,\"甲,乙\"\"丙\",\r\n\r\nb.md, 丁 ,\"x\ny\"\r\n", 2, notes);
    CHECK(notes.all().empty());
    REQUIRE(records.size() == 2);
    CHECK(value_of(records[0], "题名") == "甲,乙\"丙");
    CHECK(records[0].find("文号") == nullptr);
    CHECK(value_of(records[1], "题名") == "丁");
    CHECK(value_of(records[1], "文号") == "x\ny");
    CHECK(records[1].find("题名")->place.file == 2);
    for (const std::string text : {"a;b\n1;2\n", "a\tb\n1\t2\n", "a,b\r1,2"}) {
        const auto found = records_from_csv(text, 0, notes);
        REQUIRE(found.size() == 1);
        CHECK(value_of(found[0], "b") == "2");
    }
}

TEST_CASE("csv: GB18030 is read, with places in its own bytes") {
    Notes notes;
    const std::string bytes =
        "\xC2\xB7\xBE\xB6,\xCC\xE2\xC3\xFB\na.md,\xD6\xD0\xB9\xFA\x95\x32\x82\x36\n";  // 路径,题名 / 中国𠀀
    const auto records = records_from_csv(bytes, 0, notes);
    CHECK(notes.all().empty());
    REQUIRE(records.size() == 1);
    CHECK(value_of(records[0], "路径") == "a.md");
    CHECK(value_of(records[0], "题名") == "中国𠀀");
    CHECK(records[0].find("题名")->place.begin == bytes.find("\xD6\xD0"));
}

TEST_CASE("csv: faults have names") {
    const auto fault = [](std::string_view text) {
        Notes notes;
        records_from_csv(text, 0, notes);
        return notes.all().size() == 1 ? notes.all()[0].id : std::to_string(notes.all().size());
    };
    CHECK(fault("a,b\n\"1,2\n") == "csv-quote-open");
    CHECK(fault("a,b\n\"1\"x,2\n") == "csv-quote-inside");
    CHECK(fault("a,a\n1,2\n") == "csv-duplicate-column");
    CHECK(fault("a,b\n1,2,3\n") == "csv-too-many-fields");
    CHECK(fault("a,b\n\xFF\xFF,2\n") == "csv-encoding");
    CHECK(fault("a,b\n1,2,,\n") == "0");
    CHECK(fault("") == "0");
}
