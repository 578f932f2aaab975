// SPDX-License-Identifier: Apache-2.0
// Packing a year and reading it back.
#include "archive/small_year.hpp"

#include "base/notes.hpp"

#include <catch2/catch.hpp>

#include <clocale>

using namespace hanqing;
using namespace hanqing::testing;

TEST_CASE("pack: what was packed verifies, and says so only without a seal as unsealed") {
    const TemporaryFolder folder;
    const Sealed sealed = pack(year_of(), settings_of(), request_for(folder.path()));
    CHECK(sealed.seal.bag == "J001-2024-永久-公开");
    CHECK(sealed.files.back() == "J001-2024-永久-公开.seal.txt");
    const Receipt receipt = verify(folder / "J001-2024-永久-公开.tar", {});
    INFO(told(receipt.findings));
    CHECK(receipt.state == ReceiptState::intact);
    CHECK_FALSE(receipt.findings.has_errors());
    CHECK(receipt.documents == 2);
    CHECK(receipt.files == 11);
    CHECK(has(receipt.findings, "seal-signature-none"));

    TemporaryFolder::run("rm '" + (folder / "J001-2024-永久-公开.seal.txt'"));
    const Receipt unsealed = verify(folder / "J001-2024-永久-公开.tar", {});
    INFO(told(unsealed.findings));
    CHECK(unsealed.state == ReceiptState::unsealed);
}

TEST_CASE("pack: the same year gives the same bytes in another folder, time zone and locale") {
    const TemporaryFolder one;
    const TemporaryFolder two;
    for (const ContainerKind kind : {ContainerKind::tar, ContainerKind::zip}) {
        PackRequest request = request_for(one / "a");
        request.container = kind;
        const Sealed first = pack(year_of(kind == ContainerKind::tar ? 2024 : 2025), settings_of(), request);
        ::setenv("TZ", "Asia/Shanghai", 1);
        std::setlocale(LC_ALL, "C.UTF-8");
        request.folder = two / "b/c";
        const Sealed second = pack(year_of(kind == ContainerKind::tar ? 2024 : 2025), settings_of(), request);
        ::setenv("TZ", "UTC", 1);
        std::setlocale(LC_ALL, "C");
        CHECK(text_of(first.seal) == text_of(second.seal));
        CHECK(bytes_at(one / ("a/" + first.seal.container)) ==
              bytes_at(two / ("b/c/" + second.seal.container)));
    }
}

TEST_CASE("pack: a stored ZIP verifies as the tar does") {
    const TemporaryFolder folder;
    PackRequest request = request_for(folder.path());
    request.container = ContainerKind::zip;
    const Sealed sealed = pack(year_of(), settings_of(), request);
    const Receipt receipt = verify(folder / sealed.seal.container, {});
    INFO(told(receipt.findings));
    CHECK(receipt.state == ReceiptState::intact);
    CHECK(receipt.files == 11);
}

TEST_CASE("pack: a sealed year is refused, a revision says what it corrects") {
    const TemporaryFolder folder;
    pack(year_of(), settings_of(), request_for(folder.path()));
    CHECK_THROWS_WITH(pack(year_of(), settings_of(), request_for(folder.path())),
                      Catch::Contains("archive-sealed"));
    Year year = year_of();
    CHECK_THROWS_WITH(revise(year, folder.path(), ""), Catch::Contains("archive-sealed"));
    revise(year, folder.path(), "附表二更正");
    const Sealed second = pack(year, settings_of(), request_for(folder.path()));
    CHECK(second.seal.bag == "J001-2024-永久-公开-r2");
    CHECK(second.seal.supersedes == "J001-2024-永久-公开");
    CHECK(second.seal.sequence == 2);
    CHECK(second.seal.previous == "J001-2024-永久-公开");
    CHECK(verify_archive(folder.path(), {}).intact());
}

TEST_CASE("pack: a file that changed since it was built is refused and leaves nothing") {
    const TemporaryFolder folder;
    write_file(folder / "x.pdf", "%PDF-1.7 one");
    Year year = year_of();
    year.records[0].files[0].path = folder / "x.pdf";
    year.records[0].files[0].digest = sha256("%PDF-1.7 two");
    CHECK_THROWS_WITH(pack(year, settings_of(), request_for(folder / "out")),
                      Catch::Contains("archive-file-changed"));
    CHECK(TemporaryFolder::run("test -z \"$(ls '" + (folder / "out'") + ")\"") == 0);
}

TEST_CASE("pack: repair data mend what they can, and verify says when") {
    if (TemporaryFolder::run("command -v par2 >/dev/null") != 0) {
        WARN("par2 is not there");
        return;
    }
    const TemporaryFolder folder;
    PackRequest request = request_for(folder.path());
    request.repair_percent = 20;
    const Sealed sealed = pack(year_of(), settings_of(), request);
    const std::string tar = folder / sealed.seal.container;
    std::string bytes = bytes_at(tar);
    bytes[5000] = static_cast<char>(bytes[5000] ^ 1);
    write_file(tar, bytes);
    const Receipt receipt = verify(tar, {});
    CHECK(receipt.state == ReceiptState::damaged);
    CHECK(receipt.repairable);
    for (char& c : bytes) c = 'x';
    write_file(tar, bytes);
    CHECK_FALSE(verify(tar, {}).repairable);
}

TEST_CASE("pack: a disk that is too small is said before anything is written") {
    const TemporaryFolder folder;
    make_folders(folder / "out");
    REQUIRE(TemporaryFolder::run("truncate -s 4T '" + (folder / "large") + "'") ==
            0);  // takes no room itself
    std::vector<ArchivalRecord> records{record_of("0001", "题")};
    RecordFile large;
    large.name = "large.csv";
    large.path = folder / "large";
    records[0].files.push_back(large);
    Notes notes;
    const Year year = gather(records, settings_of(), notes).at(0);
    CHECK_THROWS_WITH(pack(year, settings_of(), request_for(folder / "out")),
                      Catch::Contains("archive-no-space"));
    CHECK(TemporaryFolder::run("test \"$(ls -A " + (folder / "out") + ")\" = .hanqing-lock") == 0);
}

TEST_CASE("pack: fonts are sealed once") {
    const TemporaryFolder folder;
    write_file(folder / "a.otf", "font");
    const std::vector<FontFile> fonts{
        {"a.ttc", folder / "a.otf", "OFL", {{sha256("one"), 0, "One"}, {sha256("two"), 1, "Two"}}}};
    const std::string bag = pack_fonts(fonts, settings_of(), request_for(folder / "out"));
    CHECK(bag == pack_fonts(fonts, settings_of(), request_for(folder / "out")));
    const Receipt receipt = verify(folder / ("out/" + bag + ".tar"), {});
    INFO(told(receipt.findings));
    CHECK(receipt.state == ReceiptState::intact);
}

TEST_CASE("pack: two runs at once, one is told to wait") {
    const TemporaryFolder folder;
    CHECK(TemporaryFolder::run("cd '" + folder.path() + "' && flock .hanqing-lock sleep 1 & sleep 0.3") == 0);
    CHECK_THROWS_WITH(pack(year_of(), settings_of(), request_for(folder.path())),
                      Catch::Contains("archive-locked"));
}
