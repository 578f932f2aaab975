// SPDX-License-Identifier: Apache-2.0
// Gathering: bags, numbers, and names that every system keeps.
#include "archive/small_year.hpp"

#include "archive/names.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::testing;

TEST_CASE("gather: one bag for each fonds, year, retention and access class") {
    std::vector<ArchivalRecord> records;
    for (const char* access : {"public", "internal", ""})
        for (const char* retention : {"永久", "30年"}) {
            records.push_back(record_of("", std::string(access) + retention));
            records.back().access = access;
            records.back().retention = retention;
        }
    records.push_back(record_of("", "密件"));
    records.back().secrecy = "秘密★10年";
    ArchiveSettings settings = settings_of();
    settings.allow_secrecy = true;
    Notes notes;
    const std::vector<Year> years = gather(records, settings, notes);
    INFO(told(notes));
    CHECK_FALSE(notes.has_errors());
    std::vector<std::string> found;
    for (const Year& year : years) found.push_back(name_of(year) + " " + std::to_string(year.records.size()));
    CHECK(found == std::vector<std::string>{"J001-2024-30年-公开 2", "J001-2024-30年-内部 1",
                                            "J001-2024-永久-公开 2", "J001-2024-永久-内部 1",
                                            "J001-2024-永久-秘密 1"});
    settings.allow_secrecy = false;
    Notes refused;
    gather(records, settings, refused);
    CHECK(has(refused, "archive-secret"));
}

TEST_CASE("gather: the pattern of the 档号 is checked, missing ones assigned, gaps and doubles named") {
    ArchiveSettings settings = settings_of();
    settings.identifier_pattern = "{全宗号}-WS·{年度}-{保管期限}-{件号:4}";
    const auto gathered = [&](const std::vector<std::string>& identifiers, Notes& notes) {
        std::vector<ArchivalRecord> records;
        for (const std::string& identifier : identifiers)
            records.push_back(record_of(identifier, "题" + std::to_string(records.size())));
        return gather(records, settings, notes);
    };
    Notes good;
    const auto years = gathered({"J001-WS·2024-Y-0001", "", "J001-WS·2024-永久-0002"}, good);
    INFO(told(good));
    CHECK_FALSE(good.has_errors());
    CHECK(years.at(0).records.at(1).identifier == "J001-WS·2024-Y-0002");
    Notes bad;
    gathered({"J001-WS·2024-Y-1", "J002-WS·2024-Y-0002", "J001-WS·2024-Y-0005", "J001-WS·2024-Y-0005",
              "J001-WS·2024-Y-0001"},
             bad);
    CHECK(has(bad, "archive-bad-identifier"));
    CHECK(has(bad, "archive-duplicate-identifier"));
    CHECK(has(bad, "archive-gap"));
}

TEST_CASE("gather: names that meet in case, width or normalisation are refused with both") {
    for (const auto& [one, two] : std::vector<std::pair<std::string, std::string>>{{"a.png", "A.png"},
                                                                                   {"ａ.png", "a.png"},
                                                                                   {"é.png", "e\u0301.png"},
                                                                                   {"a?.png", "a？.png"},
                                                                                   {"ﬁ.png", "fi.png"}}) {
        ArchivalRecord record = record_of("0001", "题");
        record.files.push_back(file_of(RecordFile::Role::image, one, "1"));
        record.files.push_back(file_of(RecordFile::Role::image, two, "2"));
        Notes notes;
        gather({record}, settings_of(), notes);
        CAPTURE(one, two, told(notes));
        CHECK(has(notes, "archive-name-clash"));
        CHECK(names(notes, one));
        CHECK(names(notes, two));
    }
}

TEST_CASE("gather: what a record must have is asked for") {
    ArchivalRecord record = record_of("0001", "");
    record.date.clear();
    record.year = 0;
    record.files.erase(record.files.begin());
    record.retention = "五年";
    record.access = "nobody";
    ArchiveSettings settings = settings_of();
    settings.fonds.clear();
    Notes notes;
    gather({record}, settings, notes);
    for (const char* id : {"archive-no-title", "archive-no-date", "archive-no-year", "archive-no-pdf",
                           "archive-no-fonds", "archive-bad-value"})
        CHECK(has(notes, id));
}

TEST_CASE("names: made safe once, they stay as they are") {
    const std::vector<std::pair<std::string, std::string>> table{
        {"年度报告.pdf", "年度报告.pdf"},
        {"100%.pdf", "100％.pdf"},
        {"a/b:c*d?.pdf", "a／b：c＊d？.pdf"},
        {" 前后 ", "前后"},
        {"..隐藏.", "隐藏"},
        {"~x", "x"},
        {"-rf", "rf"},
        {"CON", "_CON"},
        {"CON .txt", "_CON .txt"},
        {"CON" + std::string(300, ' ') + "x", "_CON"},
        {"nul.txt", "_nul.txt"},
        {"com1.pdf", "_com1.pdf"},
        {"a\nb\tc\x7F", "abc"},
        {"a\u202Eb\u200Bc", "abc"},
        {"e\u0301", "é"},
        {"", "未命名"},
        {"𠮷󠄀.pdf", "𠮷󠄀.pdf"},
        {"bagit.txt", "bagit.txt"},
        {"\u3000全角空格\u3000", "全角空格"}};
    for (const auto& [text, name] : table) {
        CAPTURE(text);
        CHECK(safe_name(text) == name);
        CHECK(safe_name(safe_name(text)) == safe_name(text));
        CHECK_FALSE(hostile(safe_name(text)));
    }
    std::string longest;
    for (int i = 0; i < 200; ++i) longest += "汉";
    const std::string cut = safe_name(longest + ".pdf");
    CHECK(cut.size() <= name_bytes_max);
    CHECK(cut.ends_with("汉.pdf"));
    const std::string bare = safe_name(std::string(name_bytes_max - 1, 'a') + "  ." + longest);
    CHECK(bare == std::string(name_bytes_max - 1, 'a'));
    const std::string device = safe_name("nul." + std::string(name_bytes_max, 'a'));
    CHECK(device.starts_with("_nul."));
    CHECK(device.size() <= name_bytes_max);
    CHECK(safe_name(device) == device);
    CHECK(safe_path("../a//b/./c") == "a/b/c");
}
