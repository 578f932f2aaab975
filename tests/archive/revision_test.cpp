// SPDX-License-Identifier: Apache-2.0
// Corrections: complete, compared with what was sealed, with the state of each record; and what a bag may not
// tell of another.
#include "archive/small_year.hpp"

#include "archive/revision.hpp"

#include <catch2/catch.hpp>

using namespace hanqing;
using namespace hanqing::testing;

namespace {

std::vector<ArchivalRecord> two_records() {
    return {record_of("0001", "工作报告"), record_of("0002", "预算")};
}

std::vector<Year> gathered(const std::vector<ArchivalRecord>& records, const ArchiveSettings& settings) {
    Notes notes;
    auto years = gather(records, settings, notes);
    INFO(told(notes));
    CHECK_FALSE(notes.has_errors());
    return years;
}

void pack_all(const std::vector<Year>& years, const std::string& folder) {
    for (const Year& year : years) pack(year, settings_of(), request_for(folder));
}

std::vector<Year> corrected(const std::vector<ArchivalRecord>& records, const std::string& folder,
                            Notes& notes, const ArchiveSettings& settings = settings_of()) {
    return revisions(gathered(records, settings), folder, "数字有误", notes);
}

RecordFile& source_of(ArchivalRecord& record) { return record.files.at(1); }

void rewrite(ArchivalRecord& record, const std::string& text) {
    source_of(record).bytes = text;
    source_of(record).digest = sha256(text);
}

}  // namespace

TEST_CASE("revision: nothing changed, nothing sealed; no reason, refused") {
    const TemporaryFolder folder;
    pack_all(gathered(two_records(), settings_of()), folder.path());
    Notes notes;
    CHECK(corrected(two_records(), folder.path(), notes).empty());
    CHECK(has(notes, "pack-unchanged"));
    CHECK_THROWS_WITH(revisions(gathered(two_records(), settings_of()), folder.path(), "", notes),
                      Catch::Contains("archive-sealed"));
}

TEST_CASE("revision: another source under the same version is refused with both digests") {
    const TemporaryFolder folder;
    pack_all(gathered(two_records(), settings_of()), folder.path());
    auto records = two_records();
    const std::string before = hex(*source_of(records[1]).digest);
    rewrite(records[1], "# 预算\n\n改了。\n");
    const std::string after = hex(*source_of(records[1]).digest);
    Notes notes;
    corrected(records, folder.path(), notes);
    CHECK(has(notes, "archive-same-version"));
    CHECK(names(notes, before));
    CHECK(names(notes, after));

    Notes raised;
    records[1].version = "1.1";
    const auto years = corrected(records, folder.path(), raised);
    INFO(told(raised));
    CHECK_FALSE(raised.has_errors());
    REQUIRE(years.size() == 1);
    CHECK(name_of(years[0]) == "J001-2024-永久-公开-r2");
    CHECK(years[0].records[0].state == RecordState::current);
    CHECK(years[0].records[1].state == RecordState::corrected);
    pack_all(years, folder.path());
    const ArchiveReceipt receipt = verify_archive(folder.path(), {});
    INFO(told(receipt.findings));
    CHECK(receipt.intact());
    CHECK(receipt.bags.back().seal->supersedes == "J001-2024-永久-公开");
}

TEST_CASE("revision: other images or styles under the same version are refused too") {
    const TemporaryFolder folder;
    pack_all(gathered(two_records(), settings_of()), folder.path());
    auto image = two_records();
    image[0].files[2] = file_of(RecordFile::Role::image, "images/图一.png", "another picture");
    auto style = two_records();
    style[0].files.push_back(file_of(RecordFile::Role::style, "styles/report.yaml", "size: 12pt"));
    for (const auto& records : {image, style}) {
        Notes notes;
        corrected(records, folder.path(), notes);
        CHECK(has(notes, "archive-same-version"));
    }
}

TEST_CASE("revision: a record that is lost is refused, a withdrawn one stays and says so ever after") {
    const TemporaryFolder folder;
    pack_all(gathered(two_records(), settings_of()), folder.path());
    Notes lost;
    corrected({two_records()[0]}, folder.path(), lost);
    CHECK(has(lost, "archive-record-lost"));
    CHECK(names(lost, "reports/2024/预算.md"));

    ArchiveSettings settings = settings_of();
    settings.withdrawn = {{"0002", "不再有效"}};
    Notes notes;
    const auto second = corrected(two_records(), folder.path(), notes, settings);
    REQUIRE(second.size() == 1);
    CHECK(second[0].records[1].state == RecordState::withdrawn);
    pack_all(second, folder.path());
    REQUIRE(TemporaryFolder::run("cd '" + folder.path() +
                                 "' && tar -xOf J001-2024-永久-公开-r2.tar "
                                 "J001-2024-永久-公开-r2/data/文件目录.XML | grep -q 已撤销：不再有效") == 0);
    auto records = two_records();
    records[0].version = "2.0";
    const auto third = corrected(records, folder.path(), notes);
    REQUIRE(third.size() == 1);
    CHECK(third[0].supersedes == "J001-2024-永久-公开-r2");
    CHECK(third[0].records[1].state == RecordState::withdrawn);
    CHECK(third[0].records[1].remark == "已撤销：不再有效");

    settings.withdrawn = {{"0009", "没有这一件"}};
    Notes unknown;
    gather(two_records(), settings, unknown);
    CHECK(has(unknown, "archive-withdrawal-unknown"));
}

TEST_CASE("revision: a number that was given once stays with its report") {
    const TemporaryFolder folder;
    const std::vector<ArchivalRecord> first{record_of("", "乙"), record_of("", "丙")};
    pack_all(gathered(first, settings_of()), folder.path());
    ArchiveSettings settings = settings_of();
    settings.sealed_identifiers = sealed_identifiers(folder.path(), 2024);
    CHECK(settings.sealed_identifiers.size() == 2);
    const std::vector<ArchivalRecord> more{record_of("", "一"), record_of("", "乙"), record_of("", "丙")};
    std::map<std::string, std::string> now;
    const auto years = gathered(more, settings);
    for (const ArchivalRecord& record : years.at(0).records) now[record.title] = record.identifier;
    for (const auto& [origin, identifier] : settings.sealed_identifiers)
        CHECK(now.at(origin.substr(13, 3)) == identifier);
    CHECK(now.at("一") == "0003");
}

TEST_CASE("revision: a container that is not the sealed one is not built upon") {
    const TemporaryFolder folder;
    const auto years = gathered(two_records(), settings_of());
    pack_all(years, folder.path());
    const std::string tar = folder / (name_of(years[0]) + ".tar");
    std::string bytes = bytes_at(tar);
    const std::size_t at = bytes.find("\tcurrent\t");
    REQUIRE(at != std::string::npos);
    bytes[at - 1] = '9';
    write_file(tar, bytes);
    Notes notes;
    CHECK_THROWS_WITH(corrected(two_records(), folder.path(), notes), Catch::Contains("proof-wrong-seal"));
}

TEST_CASE("secrecy: no bag names a marked record of another, be it missing, numbered or warned of") {
    ArchivalRecord marked = record_of("0005", "密件");
    marked.secrecy = "秘密★10年";
    marked.accepted.warning({}, "image-missing", {marked.origin});
    ArchiveSettings settings = settings_of();
    settings.allow_secrecy = true;
    MissingRecord missing;
    missing.origin = "reports/2024/另一密件.md";
    missing.reason = "另行移交";
    missing.secrecy = "秘密★10年";
    settings.missing = {missing};
    Notes notes;
    const std::vector<Year> years = gather({record_of("0001", "公开件"), marked}, settings, notes);
    REQUIRE(years.size() == 2);
    const TemporaryFolder folder;
    for (const Year& year : years) {
        const Sealed sealed = pack(year, settings, request_for(folder.path()));
        const std::string bytes =
            bytes_at(folder / sealed.seal.container) + bytes_at(folder / (sealed.seal.bag + ".seal.txt"));
        const bool own = year.access == "秘密";
        for (const char* secret : {"密件", "另行移交", "image-missing", "archive-gap"}) {
            CAPTURE(year.access, secret);
            CHECK((bytes.find(secret) != std::string::npos) == own);
        }
    }
}

TEST_CASE("missing: a report that no bag can tell of is said aloud") {
    ArchiveSettings settings = settings_of();
    MissingRecord missing;
    missing.origin = "reports/2024/内部件.md";
    missing.access = "internal";
    settings.missing = {missing};
    Notes notes;
    const auto years = gather({record_of("0001", "公开件")}, settings, notes);
    CHECK(has(notes, "archive-missing-untold"));
    CHECK(years.at(0).missing.empty());
}
